import type { Table } from 'dexie';
import { type DocKind, LIBRARY_ID } from '../model/tables.ts';
import { type Database, type RecordRow, rowsOfDocument, SCHEMA_KEY, writeTransaction } from './database.ts';
import type { Migration } from './migrations/migration.ts';
import { toSchema2 } from './migrations/toSchema2.ts';
import { toSchema3 } from './migrations/toSchema3.ts';
import { toSchema4 } from './migrations/toSchema4.ts';

/** One for each step of `SCHEMA_VERSION`, ascending. */
export const migrations: readonly Migration[] = [toSchema2, toSchema3, toSchema4];

/** Takes rows of one document from schema `from` to `to`. Throws when a step is missing. */
export function migrateRows(
  kind: DocKind,
  rows: readonly RecordRow[],
  from: number,
  to: number,
  steps: readonly Migration[] = migrations,
): RecordRow[] {
  let current = [...rows];
  for (let version = from + 1; version <= to; version++) {
    const step = steps.find((migration) => migration.to === version);
    if (step === undefined) throw new Error(`There is no migration to schema ${version}.`);
    current = step.migrate(kind, current);
  }
  return current;
}

/**
 * Migrates the whole database in one transaction, so that it is at one version or the other, however it is interrupted.
 * Returns the version found: null for a new database, larger than ours when newer code was here (nothing is written).
 * `beforeMigrating` gives tabs with older code a moment to write their last edits: afterwards they no longer can.
 */
export async function migrateDatabase(
  db: Database,
  steps: readonly Migration[] = migrations,
  beforeMigrating?: () => Promise<void>,
): Promise<number | null> {
  const found = (await db.meta.get(SCHEMA_KEY))?.value as number | undefined;
  if (found !== undefined && found >= db.codeVersion) return found;
  if (found !== undefined) await beforeMigrating?.();
  return writeTransaction(db, [db.records as Table, db.docs as Table], async () => {
    // Another tab may have been faster.
    const from = (await db.meta.get(SCHEMA_KEY))?.value as number | undefined;
    if (from === db.codeVersion) return from;
    await db.meta.put({ key: SCHEMA_KEY, value: db.codeVersion });
    if (from === undefined) return null;
    const docIds = (await db.docs.toCollection().primaryKeys()).filter((docId) => docId !== LIBRARY_ID);
    for (const docId of [LIBRARY_ID, ...docIds]) {
      const rows = await rowsOfDocument(db, docId).toArray();
      const migrated = migrateRows(docId === LIBRARY_ID ? 'library' : 'map', rows, from, db.codeVersion, steps);
      const kept = new Set(migrated.map((row) => row.id));
      await db.records.bulkDelete(rows.filter((row) => !kept.has(row.id)).map((row) => [row.docId, row.id]));
      await db.records.bulkPut(migrated);
    }
    return from;
  });
}
