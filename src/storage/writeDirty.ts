import type { Table } from 'dexie';
import { type Patch, readRecord } from '../model/patch.ts';
import { type AnyRecord, type Documents, LIBRARY_ID } from '../model/tables.ts';
import { mentions } from '../model/usedEntries.ts';
import { type Database, type RecordRow, SCHEMA_KEY, writeTransaction } from './database.ts';
import type { DirtyRecord } from './dirtyPaths.ts';
import { rowsOfNewMap } from './mapRows.ts';

/** What one save writes: the dirty paths and the documents that have their values. */
export interface WriteBatch {
  readonly mapId: string;
  readonly dirty: readonly DirtyRecord[];
  readonly documents: Documents;
}

/** What a save has done. */
export interface Written {
  readonly rows: number;
  /**
   * Library entries that were to be deleted but are named by a record on disk, of a map that is closed or open
   * elsewhere: they were archived instead. The editor is to put them back.
   */
  readonly kept: readonly Patch[];
}

/** Of library rows that are to be deleted those that `others` name, archived. */
export function keptEntries(deleted: readonly RecordRow[], others: readonly RecordRow[]): RecordRow[] {
  return deleted
    .filter(({ id }) => others.some((row) => row.id !== id && mentions(row.record, id)))
    .map((row) => ({ ...row, record: { ...(row.record as AnyRecord), archived: true } }));
}

/** Rows as changes for the editor. */
export function patchesOfRows(rows: readonly RecordRow[]): Patch[] {
  return rows.map(({ table, id, record }) => ({ path: ['library', table, id], value: record }));
}

/** The document a dirty record's row belongs to. */
export function docIdOf(batch: WriteBatch, dirty: DirtyRecord): string {
  return dirty.doc === 'library' ? LIBRARY_ID : batch.mapId;
}

/**
 * The row to put for a dirty record, `'delete'`, or `'skip'`. Only the dirty fields go into a row that exists: the
 * others may be newer on disk than here, written by another tab. A field of a row that is gone is skipped, or an edit
 * would bring back half of what another tab has just deleted.
 */
export function nextRow(
  batch: WriteBatch,
  dirty: DirtyRecord,
  existing: RecordRow | undefined,
): RecordRow | 'delete' | 'skip' {
  const { doc, table, id, whole, fields } = dirty;
  const record = readRecord(batch.documents, doc, table, id);
  if (whole) return record === undefined ? 'delete' : { docId: docIdOf(batch, dirty), id, table, record };
  if (record === undefined || existing === undefined) return 'skip';
  const merged: AnyRecord = { ...(existing.record as AnyRecord) };
  for (const field of fields) {
    if (record[field] === undefined) delete merged[field];
    else merged[field] = record[field];
  }
  return { ...existing, record: merged };
}

/** The map's new name when it is among what is written, else undefined. */
export function writtenName(batch: WriteBatch): string | undefined {
  const isName = (dirty: DirtyRecord) =>
    dirty.doc === 'map' &&
    dirty.table === 'map' &&
    dirty.id === batch.mapId &&
    (dirty.whole || dirty.fields.has('name'));
  return batch.dirty.some(isName) ? batch.documents.map.map[batch.mapId]?.name : undefined;
}

/**
 * Writes all dirty records of map and library, and the gallery's copy of the name, in one transaction: after a crash
 * the disk holds whole gestures. Resolves with the number of rows once the transaction is complete, rejects when it is
 * not.
 */
export function writeDirty(db: Database, batch: WriteBatch): Promise<Written> {
  return writeTransaction(db, [db.records as Table, db.docs as Table], async () => {
    if ((await db.docs.get(batch.mapId)) === undefined) return { rows: await writeWhole(db, batch), kept: [] };
    const partial = batch.dirty.filter((dirty) => !dirty.whole);
    const found = await db.records.bulkGet(partial.map((dirty) => [docIdOf(batch, dirty), dirty.id]));
    const existing = new Map(partial.map((dirty, index) => [dirty, found[index]]));
    const puts: RecordRow[] = [];
    const deletes: [string, string][] = [];
    for (const dirty of batch.dirty) {
      const row = nextRow(batch, dirty, existing.get(dirty));
      if (row === 'delete') deletes.push([docIdOf(batch, dirty), dirty.id]);
      else if (row !== 'skip') puts.push(row);
    }
    if (puts.length > 0) await db.records.bulkPut(puts);
    const kept = await deleteRows(db, deletes);
    const name = writtenName(batch);
    const renamed = name === undefined ? 0 : await db.docs.update(batch.mapId, { name });
    return { rows: puts.length + deletes.length + renamed, kept: patchesOfRows(kept) };
  });
}

/**
 * Deletes rows, but archives library entries that are still in use, and resolves with those. Looking for a use reads
 * every record; entries are deleted only when their making is undone.
 */
async function deleteRows(db: Database, keys: readonly [docId: string, id: string][]): Promise<RecordRow[]> {
  if (keys.length === 0) return [];
  const entries = keys.filter(([docId]) => docId === LIBRARY_ID);
  const rows = entries.length === 0 ? [] : await db.records.bulkGet(entries);
  await db.records.bulkDelete([...keys]);
  const deleted = rows.filter((row) => row !== undefined);
  if (deleted.length === 0) return [];
  const kept = keptEntries(deleted, await db.records.toArray());
  if (kept.length > 0) await db.records.bulkPut(kept);
  return kept;
}

/**
 * The browser, or a person, has cleared the database under an open map: what is in memory is all there is, so the whole
 * of it is written. Library records that somebody has put back meanwhile stay.
 */
async function writeWhole(db: Database, { documents }: WriteBatch): Promise<number> {
  const { doc, mapRows, libraryRows } = rowsOfNewMap(documents.map, documents.library, new Date().toISOString());
  const known = await db.records.bulkGet(libraryRows.map((row): [string, string] => [row.docId, row.id]));
  const rows = [...mapRows, ...libraryRows.filter((_, index) => known[index] === undefined)];
  await db.docs.put(doc);
  await db.records.bulkPut(rows);
  if ((await db.meta.get(SCHEMA_KEY)) === undefined) await db.meta.put({ key: SCHEMA_KEY, value: db.codeVersion });
  return rows.length;
}
