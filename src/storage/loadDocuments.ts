import { isId } from '../model/ids.ts';
import { applyPatches, type Patch } from '../model/patch.ts';
import { type RepairNote, repair } from '../model/repair.ts';
import {
  type AnyRecord,
  type DocKind,
  type Documents,
  emptyLibraryTables,
  emptyMapTables,
  tableSchema,
} from '../model/tables.ts';
import { archiveUsed } from '../model/usedEntries.ts';
import type { RecordRow } from './database.ts';

export interface LoadedDocuments {
  /** Sound: `repair` finds nothing in them. */
  readonly documents: Documents;
  readonly notes: readonly RepairNote[];
  /** What was mended and is to be written with the next save. */
  readonly repairPatches: readonly Patch[];
  /** Rows of tables this code does not know. They stay on disk as they are. */
  readonly unknownRows: number;
}

/**
 * Makes documents of the rows of a map and of the library, and mends what is not sound. Rows that this code cannot
 * read are left out, with a note, and stay on disk untouched: they may be all that is left of somebody's work.
 * `arrived` are changes of other tabs, in their order, that may not be on disk yet: without them, what hangs on them
 * would be mended away.
 */
export function loadDocuments(
  mapId: string,
  mapRows: readonly RecordRow[],
  libraryRows: readonly RecordRow[],
  arrived: readonly Patch[] = [],
): LoadedDocuments {
  const raw: Documents = { map: emptyMapTables(), library: emptyLibraryTables() };
  const refusedIds: RepairNote[] = [];
  let unknownRows = 0;
  const fill = (kind: DocKind, rows: readonly RecordRow[]) => {
    const tables = raw[kind] as Record<string, Record<string, AnyRecord>>;
    for (const { table, id, record } of rows) {
      const target = tableSchema(kind, table) === undefined ? undefined : tables[table];
      if (target === undefined) unknownRows++;
      else if (!isId(id)) refusedIds.push({ code: 'recordRefused', table, id });
      else target[id] = record as AnyRecord;
    }
  };
  fill('map', mapRows);
  fill('library', libraryRows);
  const taken = archiveUsed(raw, arrived);
  const kept = taken.filter((patch, index) => patch !== arrived[index]);
  const current = applyPatches(raw, taken);
  const { patches, notes } = repair(current, mapId);
  const refused = new Set(
    notes.filter((note) => note.code === 'recordRefused').map((note) => `${note.table}/${note.id}`),
  );
  return {
    documents: applyPatches(current, patches),
    notes: [...refusedIds, ...notes],
    repairPatches: [
      ...kept,
      ...patches.filter(
        ({ path, value }) => !(path.length === 3 && value === undefined && refused.has(`${path[1]}/${path[2]}`)),
      ),
    ],
    unknownRows,
  };
}
