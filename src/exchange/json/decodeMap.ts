import {
  type MadeIdTable,
  makeIds,
  type OwnIdTable,
  ownIdTables,
  references,
  referringItems,
} from '../../model/identity.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { type AnyRecord, emptyMapTables, type MapTables, tableSchema } from '../../model/tables.ts';
import { quoteText } from '../fillText.ts';
import { recordLabel } from '../finishImport.ts';
import type { NewId } from '../matchLibrary.ts';
import type { Note } from '../noteText.ts';
import { assignOrders, type Placed } from './assignOrders.ts';
import { decodeRecord, unknownKeys } from './decodeRecord.ts';
import { FILE_KEY } from './encodeTables.ts';
import { forEveryone, madeIdTables, mayBeNull, mayBeNullIn } from './fileTables.ts';
import { isRow, listAt, type Row } from './openJson.ts';
import { type IdMap, readId } from './remapIds.ts';

interface NamedRow {
  readonly row: Row;
  readonly oldId: string;
  readonly id: string;
}

/**
 * Reads the tables of one map of a file into records with new ids. `ids` holds those of the library already and gets
 * those of the map. Records that point to nothing are left to `repair`, which moves or drops them with a note.
 * `unknown` are the unknown parts of the file to be kept with the map. Throws `ImportError` (`wrongType`) when a table
 * is not a list; `path` names the map in it.
 */
export function decodeMap(
  source: Row,
  ids: IdMap,
  newId: NewId,
  notes: Note[],
  path: string,
  unknown: Row = {},
): MapTables {
  const tables = emptyMapTables() as unknown as Record<string, Record<string, AnyRecord>>;
  const named = new Map<OwnIdTable, NamedRow[]>();
  // All ids first: records may refer to ones that come later in the file.
  for (const table of Object.keys(ownIdTables) as OwnIdTable[]) {
    named.set(table, nameRows(table, rowsOf(source, table, path, notes), ids, newId, notes));
  }
  const unknownTables = Object.fromEntries(Object.entries(source).filter(([table]) => !Object.hasOwn(tables, table)));
  const parts: Row = Object.keys(unknownTables).length > 0 ? { ...unknown, map: unknownTables } : unknown;

  for (const [table, rows] of named) {
    const placed: Placed[] = [];
    for (const { row, oldId, id } of rows) {
      const record = decodeRecord('map', table, row, notes);
      if (record === undefined) continue;
      record.id = id;
      setReferences(table, record, row, ids, notes);
      referItems(record, ids);
      const kept = table === 'map' && Object.keys(parts).length > 0 ? { [FILE_KEY]: parts } : {};
      addExtra(table, record, row, ids, notes, kept);
      placed.push({ record, oldId, oldOrder: row.order });
    }
    put(tables, table, placed, notes);
  }
  for (const table of Object.keys(madeIdTables) as MadeIdTable[]) {
    const placed: Placed[] = [];
    const seen = new Set<string>();
    for (const row of rowsOf(source, table, path, notes)) {
      const record = decodeMade(table, row, ids, notes);
      if (record === undefined) continue;
      const oldId = readId(row.id);
      if (oldId !== undefined) ids.set(table, oldId, record.id);
      if (seen.has(record.id))
        notes.push({ code: 'duplicateDropped', params: { table, record: recordLabel(row, table) } });
      else placed.push({ record, oldId: oldId ?? '', oldOrder: row.order });
      seen.add(record.id);
    }
    put(tables, table, placed, notes);
  }
  return tables as unknown as MapTables;
}

function rowsOf(source: Row, table: string, path: string, notes: Note[]): Row[] {
  const rows: Row[] = [];
  for (const row of listAt(source, table, `${path}.${table}`)) {
    if (isRow(row)) rows.push(row);
    else notes.push({ code: 'recordRefused', params: { table, record: quoteText(row) } });
  }
  return rows;
}

function nameRows(table: OwnIdTable, rows: readonly Row[], ids: IdMap, newId: NewId, notes: Note[]): NamedRow[] {
  const named: NamedRow[] = [];
  for (const row of rows) {
    const record = recordLabel(row, table);
    const oldId = readId(row.id);
    // A file holds one map; a second record of it can only be a mistake.
    if ((oldId !== undefined && ids.get(table, oldId) !== undefined) || (table === 'map' && named.length > 0)) {
      notes.push({ code: 'duplicateDropped', params: { table, record } });
      continue;
    }
    const id = newId(ownIdTables[table]);
    if (oldId === undefined) notes.push({ code: 'idMissing', params: { table, record } });
    else ids.set(table, oldId, id);
    named.push({ row, oldId: oldId ?? '', id });
  }
  return named;
}

/** Fills the fields of `record` that refer to other records. One that points to nothing is given an id nothing has. */
function setReferences(table: string, record: AnyRecord, row: Row, ids: IdMap, notes: Note[]): void {
  for (const field of Object.keys(tableSchema('map', table)?.shape ?? {})) {
    const targets = Object.hasOwn(references, field) ? references[field] : undefined;
    if (targets === undefined) continue;
    const [target] = targets;
    if (target === 'channels' || target === 'devices' || target === 'departments') {
      record[field] = idsOf(target, row[field], recordLabel(row, table), table, ids, notes);
    } else {
      const nullable = mayBeNull.has(field) || mayBeNullIn[field]?.includes(table);
      record[field] = idAt(field, row[field], ids) ?? (nullable ? null : 'xx_missing');
    }
  }
}

/** The new id of what a field refers to, null where it refers to nothing on purpose, undefined where it is not there. */
function idAt(field: string, value: unknown, ids: IdMap): string | null | undefined {
  if (mayBeNull.has(field) && (value === null || value === undefined)) return null;
  for (const table of references[field] ?? []) {
    const id = ids.get(table, value);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Gives the items of lists that name other records their new ids; one that names nothing is left without, or out. */
function referItems(record: AnyRecord, ids: IdMap): void {
  for (const [list, field] of Object.entries(referringItems)) {
    const items = record[list];
    if (!Array.isArray(items)) continue;
    record[list] = (items as Row[]).flatMap((item) => {
      const id = idAt(field, item[field], ids) ?? (mayBeNull.has(field) ? null : undefined);
      return id === undefined ? [] : [{ ...item, [field]: id }];
    });
  }
}

function idsOf(target: string, value: unknown, record: string, table: string, ids: IdMap, notes: Note[]): string[] {
  const list = Array.isArray(value) ? value : [];
  const found = list.map((id) => ids.get(target, id)).filter((id) => id !== undefined);
  if (found.length < list.length || (value !== undefined && !Array.isArray(value))) {
    notes.push({ code: 'valueDropped', params: { table, record } });
  }
  return [...new Set(found)].slice(0, 200);
}

function decodeMade(table: MadeIdTable, row: Row, ids: IdMap, notes: Note[]): AnyRecord | undefined {
  const { refs, note } = madeIdTables[table];
  const record = decodeRecord('map', table, row, notes);
  if (record === undefined) return undefined;
  for (const field of refs) {
    const everyone = field === 'personaId' && forEveryone.has(table) && row[field] === EVERYONE;
    const id = everyone ? EVERYONE : idAt(field, row[field], ids);
    if (id === undefined) {
      notes.push({ code: note, params: { table, record: recordLabel(row, table) } });
      return undefined;
    }
    record[field] = id;
  }
  referItems(record, ids);
  record.id = makeIds[table](record as never);
  if (table === 'verdicts' || table === 'pastVerdicts') record.basis = basisOf(row, ids, notes);
  addExtra(table, record, row, ids, notes);
  return record;
}

function basisOf(row: Row, ids: IdMap, notes: Note[]): object {
  const basis = isRow(row.basis) ? row.basis : {};
  const end = (name: 'from' | 'to') => {
    const values = isRow(basis[name]) ? basis[name] : {};
    const list = (table: string) => idsOf(table, values[table], recordLabel(row, 'verdicts'), 'verdicts', ids, notes);
    return { channels: list('channels'), devices: list('devices'), departments: list('departments') };
  };
  return { from: end('from'), to: end('to') };
}

function addExtra(table: string, record: AnyRecord, row: Row, ids: IdMap, notes: Note[], also: Row = {}): void {
  const extra = unknownKeys('map', table, row, ids, notes, also);
  if (extra !== undefined) record.extra = extra;
}

function put(
  tables: Record<string, Record<string, AnyRecord>>,
  table: string,
  placed: readonly Placed[],
  notes: Note[],
): void {
  if (Object.hasOwn(tableSchema('map', table)?.shape ?? {}, 'order')) assignOrders(table, placed, notes);
  for (const { record } of placed) (tables[table] as Record<string, AnyRecord>)[record.id] = record;
}
