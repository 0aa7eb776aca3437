import { isOrderKey } from '../../model/order.ts';
import { quoteText } from '../fillText.ts';
import { type LibraryMatcher, type LibraryTable, libraryKinds } from '../matchLibrary.ts';
import type { Note } from '../noteText.ts';
import { decodeRecord, unknownKeys } from './decodeRecord.ts';
import { isRow, listAt, type Row } from './openJson.ts';
import { type IdMap, readId } from './remapIds.ts';

/**
 * Reads the library of a file: each entry becomes the one of the same name in the user's library, or a new one (asked
 * of `matcher`). Puts the ids they got into `ids`.
 */
export function decodeLibrary(library: Row, matcher: LibraryMatcher, ids: IdMap, notes: Note[]): void {
  for (const table of Object.keys(libraryKinds) as LibraryTable[]) {
    const rows = listAt(library, table, `library.${table}`);
    const sound = rows.filter(isRow);
    for (const row of rows) {
      if (!isRow(row)) notes.push({ code: 'recordRefused', params: { table, record: quoteText(row) } });
    }
    // The file's own order is kept for what is added; an unreadable key leaves an entry where it stands.
    const inOrder = sound.every((row) => typeof row.order === 'string' && isOrderKey(row.order))
      ? [...sound].sort(
          (a, b) => compareText(a.order as string, b.order as string) || compareText(String(a.id), String(b.id)),
        )
      : sound;
    for (const row of inOrder) {
      const oldId = readId(row.id);
      const record = decodeRecord('library', table, row, notes);
      if (record === undefined) continue;
      if (oldId !== undefined && ids.get(table, oldId) !== undefined) {
        notes.push({ code: 'duplicateDropped', params: { table, record: quoteText(record.name) } });
        continue;
      }
      const extra = unknownKeys('library', table, row, ids, notes);
      const id = matcher.take(table, { ...record, id: oldId ?? '', ...(extra === undefined ? {} : { extra }) });
      if (oldId !== undefined) ids.set(table, oldId, id);
    }
    for (const { id, mergedInto } of sound) {
      const [from, into] = [ids.get(table, id), ids.get(table, mergedInto)];
      if (from !== undefined && into !== undefined) matcher.merge(from, into);
    }
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
