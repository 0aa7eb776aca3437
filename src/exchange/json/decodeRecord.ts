import { references } from '../../model/identity.ts';
import { type AnyRecord, type DocKind, type RecordSchema, tableSchema } from '../../model/tables.ts';
import { quoteText } from '../fillText.ts';
import { recordLabel } from '../finishImport.ts';
import type { Note } from '../noteText.ts';
import { mendField } from './mendField.ts';
import type { Row } from './openJson.ts';
import type { IdMap } from './remapIds.ts';

const MAX_EXTRA = 1_000_000;
const instants: ReadonlySet<string> = new Set(['createdAt', 'judgedAt', 'dismissedAt']);

/**
 * A record of a file with its fields mended and unknown keys put into `extra`. Its `id`, its `order` and the fields that
 * refer to other records are left out: they are the caller's. Returns undefined, with a note, when a field it cannot do
 * without is unreadable.
 */
export function decodeRecord(doc: DocKind, table: string, row: Row, notes: Note[]): AnyRecord | undefined {
  const shape = (tableSchema(doc, table) as RecordSchema).shape;
  const label = recordLabel(row, table);
  const record: AnyRecord = { id: '' };
  for (const [field, schema] of Object.entries(shape)) {
    if (field === 'id' || field === 'extra' || field === 'order' || field === 'basis') continue;
    // Read once all entries of the file have their ids.
    if (field === 'mergedInto') {
      record[field] = null;
      continue;
    }
    if (Object.hasOwn(references, field)) continue;
    const value = Object.hasOwn(row, field) ? row[field] : undefined;
    const mayBeAbsent = schema.safeParse(undefined).success;
    if (mayBeAbsent && value === undefined) continue;
    const mended = mendField(schema, value);
    if (mended === undefined && mayBeAbsent) {
      notes.push({ code: 'fieldReplaced', params: { table, record: label, field, value: quoteText(value) } });
      continue;
    }
    if (mended === undefined) {
      notes.push({ code: 'recordRefused', params: { table, record: label } });
      return undefined;
    }
    record[field] = mended.value;
    const note = (code: Note['code'], params: Note['params'] = {}) =>
      notes.push({ code, params: { table, record: label, field, value: quoteText(value), ...params } });
    if (mended.how === 'cut') note('textCut', { length: String(mended.value).length });
    // An age or an income may well stand there as a number.
    else if (mended.how === 'converted' && table === 'personas') continue;
    else if (mended.how === 'converted') note('fieldMended', { taken: quoteText(mended.value) });
    else if (mended.how === 'number') note('numberRefused');
    else if (mended.how === 'replaced') note('fieldReplaced');
    else if (field === 'webLinks')
      for (const link of mended.dropped) note('webLinkDropped', { value: quoteText(link) });
    else if (mended.dropped.length > 0) note('itemsDropped', { count: mended.dropped.length });
    if (instants.has(field) && Number.isNaN(Date.parse(String(record[field])))) {
      record[field] = new Date().toISOString();
      if (mended.how === 'asIs') note('fieldReplaced');
    }
  }
  return record;
}

/** The keys of `row` that its table does not know, or those of `also`, as JSON text for `extra`; undefined for none. */
export function unknownKeys(
  doc: DocKind,
  table: string,
  row: Row,
  ids: IdMap,
  notes: Note[],
  also: Row = {},
): string | undefined {
  const shape = (tableSchema(doc, table) as RecordSchema).shape;
  // In a file `extra` is a key like any other: ours are written out as plain keys.
  const unknown = Object.entries(row).filter(([key]) => key === 'extra' || !Object.hasOwn(shape, key));
  const keys = [...unknown, ...Object.entries(also)];
  if (keys.length === 0) return undefined;
  const text = JSON.stringify(ids.inUnknown(Object.fromEntries(keys)));
  if (text.length <= MAX_EXTRA) return text;
  notes.push({ code: 'unknownDropped', params: { table, record: recordLabel(row, table) } });
  return undefined;
}
