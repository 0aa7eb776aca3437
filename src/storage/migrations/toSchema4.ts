import type { Migration } from './migration.ts';

/** Schema 4 let lanes show a KPI: those that were there before show none. */
export const toSchema4: Migration = {
  to: 4,
  migrate: (_kind, rows) =>
    rows.map((row) => {
      const { record } = row;
      if (row.table !== 'lanes' || typeof record !== 'object' || record === null) return row;
      return { ...row, record: { kpiId: null, ...record } };
    }),
};
