import { applyPatches } from '../model/patch.ts';
import { repair } from '../model/repair.ts';
import {
  type AnyRecord,
  type Documents,
  emptyLibraryTables,
  type LibraryTables,
  type MapTables,
} from '../model/tables.ts';
import { quoteText } from './fillText.ts';
import type { ImportResult } from './importResult.ts';
import type { NewId } from './matchLibrary.ts';
import { capNotes, type Note } from './noteText.ts';

/** `library` and what is to be added to it, as one. */
export function addToLibrary(library: LibraryTables, additions: LibraryTables): LibraryTables {
  const both = emptyLibraryTables();
  for (const table of Object.keys(both) as (keyof LibraryTables)[])
    Object.assign(both[table], library[table], additions[table]);
  return both;
}

/**
 * The last step of every reader: repairs the new map together with the library it will live with, so that nothing
 * unsound leaves a reader whatever it overlooked. Pictures and matches are the reader's to add.
 */
export function finishImport(
  map: MapTables,
  libraryAdditions: LibraryTables,
  library: LibraryTables,
  notes: readonly Note[],
  ids: NewId,
): ImportResult {
  let docs: Documents = { map, library: addToLibrary(library, libraryAdditions) };
  const allNotes = [...notes];
  // Mending one thing may uncover another, such as a card whose lane was just refused; two rounds are enough.
  for (let round = 0; round < 3; round++) {
    const found = repair(docs, ids('map'));
    if (found.patches.length === 0) break;
    for (const { code, table, id } of found.notes)
      allNotes.push({ code, params: { table, record: labelOf(docs, table, id) } });
    docs = applyPatches(docs, found.patches);
  }
  return {
    map: docs.map,
    libraryAdditions: pick(docs.library, libraryAdditions),
    assets: [],
    personaMatches: [],
    notes: capNotes(allNotes),
  };
}

function labelOf(docs: Documents, table: string, id: string): string {
  const tables = { ...docs.library, ...docs.map } as unknown as Record<string, Record<string, AnyRecord>>;
  return recordLabel(tables[table]?.[id] ?? {}, id);
}

/** What to call a record in a note: its name, title or text, or its id. */
export function recordLabel(record: Readonly<Record<string, unknown>>, fallback: string): string {
  const label = [record.name, record.title, record.text].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  return quoteText(label ?? record.id ?? fallback);
}

function pick(library: LibraryTables, wanted: LibraryTables): LibraryTables {
  const kept = emptyLibraryTables();
  for (const table of Object.keys(kept) as (keyof LibraryTables)[]) {
    const rows = Object.entries<unknown>(library[table]).filter(([id]) => Object.hasOwn(wanted[table], id));
    Object.assign(kept[table], Object.fromEntries(rows));
  }
  return kept;
}
