import type { Migration } from './migration.ts';

/** Schema 3 added tables (KPIs and their measurements, evidence, imports of data, walks); records stay as they are. */
export const toSchema3: Migration = { to: 3, migrate: (_kind, rows) => [...rows] };
