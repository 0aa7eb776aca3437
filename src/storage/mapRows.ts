import { type AnyRecord, LIBRARY_ID, type LibraryTables, type MapTables, mapRecord } from '../model/tables.ts';
import type { DocRow, RecordRow } from './database.ts';

const MAP_KIND = 'map';

/** The rows of a document's tables. */
export function rowsOfTables(docId: string, tables: Partial<MapTables> | Partial<LibraryTables>): RecordRow[] {
  return Object.entries(tables).flatMap(([table, records]) =>
    Object.values(records as Record<string, AnyRecord>).map((record) => ({ docId, id: record.id, table, record })),
  );
}

/** What has to be stored of a new map: its row in the gallery's list and the rows of both documents. */
export function rowsOfNewMap(
  map: MapTables,
  library: Partial<LibraryTables>,
  openedAt: string,
): { doc: DocRow; mapRows: RecordRow[]; libraryRows: RecordRow[] } {
  const { id, name, createdAt } = mapRecord(map);
  return {
    doc: { docId: id, kind: MAP_KIND, name, createdAt, openedAt },
    mapRows: rowsOfTables(id, map),
    libraryRows: rowsOfTables(LIBRARY_ID, library),
  };
}

/** Maps that are not deleted, the one opened last first. */
export function liveMaps(docs: readonly DocRow[]): DocRow[] {
  return docs
    .filter((doc) => doc.kind === MAP_KIND && doc.deletedAt === undefined)
    .sort((a, b) => compareText(b.openedAt, a.openedAt) || compareText(a.docId, b.docId));
}

/** Deleted maps, the one deleted last first. */
export function deletedMaps(docs: readonly DocRow[]): DocRow[] {
  return docs
    .filter((doc) => doc.kind === MAP_KIND && doc.deletedAt !== undefined)
    .sort((a, b) => compareText(b.deletedAt ?? '', a.deletedAt ?? ''));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
