import { compareOrder, type Ordered } from '../../model/order.ts';
import { type AnyRecord, type DocKind, schemas, tableSchema } from '../../model/tables.ts';
import { isRow, type Row } from './openJson.ts';
import { forbiddenNames } from './scanJson.ts';

/**
 * The key in the `extra` of a map record under which unknown parts of its file are kept: `top` (keys beside `map` and
 * `library`), `map` and `library` (unknown tables).
 */
export const FILE_KEY = '$file';

/** The unknown keys of a record, or an empty object when its `extra` holds none that can be read. */
export function extraKeys(extra: unknown): Row {
  if (typeof extra !== 'string') return {};
  try {
    const keys = JSON.parse(extra) as unknown;
    if (isRow(keys)) return safeKeys(keys);
  } catch {
    // Not JSON: kept as it is, under a key of its own.
  }
  return { extra };
}

/** A record as it stands in a file: known fields in the order of the schema, then its unknown keys. */
export function encodeRecord(doc: DocKind, table: string, record: AnyRecord): Row {
  const fields = Object.keys(tableSchema(doc, table)?.shape ?? {}).filter((field) => field !== 'extra');
  const encoded: Row = {};
  for (const field of fields) if (record[field] !== undefined) encoded[field] = record[field];
  for (const [key, value] of Object.entries(extraKeys(record.extra))) {
    if (key !== FILE_KEY && !fields.includes(key)) encoded[key] = value;
  }
  return encoded;
}

/** The tables of one document as lists of records, in their order (by id where they have none). */
export function encodeTables(doc: DocKind, tables: object): Row {
  const source = tables as Record<string, Record<string, AnyRecord>>;
  const encoded: Row = {};
  for (const table of Object.keys(schemas[doc])) {
    const records = Object.values(source[table] ?? {}).map(
      (record) => ({ order: '', ...record }) as AnyRecord & Ordered,
    );
    encoded[table] = records
      .sort(compareOrder)
      .map(({ id }) => encodeRecord(doc, table, source[table]?.[id] as AnyRecord));
  }
  return encoded;
}

/** The unknown parts of the file a map came from. */
export function unknownParts(mapRecord: { extra?: string | undefined } | undefined): {
  top: Row;
  map: Row;
  library: Row;
} {
  const parts = extraKeys(mapRecord?.extra)[FILE_KEY];
  const part = (name: string) => (isRow(parts) && isRow(parts[name]) ? safeKeys(parts[name]) : {});
  return { top: part('top'), map: part('map'), library: part('library') };
}

function safeKeys(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !forbiddenNames.has(key)));
}
