import type { LibraryEntry } from './records/libraryEntry.ts';
import type { Table } from './tables.ts';

/** The entry that stands for `entry`: itself, or the one it was merged into, however often. A circle ends where it began. */
export function resolveEntry(table: Table<LibraryEntry>, entry: LibraryEntry): LibraryEntry {
  const seen = new Set<string>();
  let current = entry;
  while (current.mergedInto !== null && !seen.has(current.id)) {
    seen.add(current.id);
    const next = table[current.mergedInto];
    if (next === undefined) return current;
    current = next;
  }
  return seen.has(current.id) ? entry : current;
}

/** `ids` with merged entries replaced by those that stand for them, each once, in order. Unknown ids stay. */
export function mergedValues(ids: readonly string[], table: Table<LibraryEntry>): string[] {
  return [...new Set(ids.map((id) => (table[id] === undefined ? id : resolveEntry(table, table[id]).id)))];
}
