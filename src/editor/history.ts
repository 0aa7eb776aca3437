import { compactPatches, type Patch, patchKey, readRecord, sameValue } from '../model/patch.ts';
import type { Documents } from '../model/tables.ts';

interface Entry {
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Bursts of typing carry the same key and become one step. */
  readonly merge: string | null;
  readonly at: number;
}

/** What undo needs of a history. A map shared live will need another implementation behind it. */
export interface History {
  /** Remembers one gesture. With the same `merge` key within a second of the last, it becomes part of it. */
  record(label: string, patches: readonly Patch[], inverse: readonly Patch[], merge: string | null): void;
  /** The patches that take the last gesture back, or null. Its redo is remembered. */
  undo(documents: Documents): { label: string; patches: readonly Patch[] } | null;
  redo(documents: Documents): { label: string; patches: readonly Patch[] } | null;
  /** Ends a burst: what follows is a step of its own. */
  seal(): void;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

const BURST_MS = 1000;
const LIMIT = 500;

/** A history of inverse patches, kept in memory while the map is open. `now` gives milliseconds. */
export function createHistory(now: () => number = Date.now): History {
  const done: Entry[] = [];
  const undone: Entry[] = [];
  let sealed = false;

  const step = (from: Entry[], to: Entry[], documents: Documents, take: 'inverse' | 'patches') => {
    const other = take === 'inverse' ? 'patches' : 'inverse';
    for (let entry = from.pop(); entry !== undefined; entry = from.pop()) {
      const patches = entry[take].filter((_, index) => isOurs(documents, entry[other][index]));
      to.push(entry);
      // A gesture that others have overwritten wholly changes nothing any more: go on to the one before.
      if (patches.some((patch) => changes(documents, patch))) return { label: entry.label, patches };
    }
    return null;
  };

  return {
    record(label, patches, inverse, merge) {
      const last = done.at(-1);
      undone.length = 0;
      const isBurst = !sealed && merge !== null && last?.merge === merge && now() - last.at < BURST_MS;
      if (isBurst && goesOn(last, inverse)) {
        const both = compactPatches([...last.patches, ...patches]);
        const back = new Map(compactPatches([...inverse, ...last.inverse]).map((patch) => [patchKey(patch), patch]));
        // Both lists stay parallel: the inverse of each path stands at the same place.
        const paired = both.filter((patch) => back.has(patchKey(patch)));
        if (paired.length === both.length && paired.length === back.size) {
          const ordered = both.map((patch) => back.get(patchKey(patch)) as Patch);
          done[done.length - 1] = { label, patches: both, inverse: ordered, merge, at: now() };
          return;
        }
      }
      sealed = false;
      done.push({ label, patches, inverse, merge, at: now() });
      if (done.length > LIMIT) done.shift();
    },
    undo: (documents) => {
      sealed = true;
      return step(done, undone, documents, 'inverse');
    },
    redo: (documents) => {
      sealed = true;
      return step(undone, done, documents, 'patches');
    },
    seal: () => {
      sealed = true;
    },
    get undoLabel() {
      return done.at(-1)?.label ?? null;
    },
    get redoLabel() {
      return undone.at(-1)?.label ?? null;
    },
  };
}

/** True when nobody else has written in between: a step that held their change would take it back. */
function goesOn(last: Entry, inverse: readonly Patch[]): boolean {
  return inverse.every((patch) => {
    const written = last.patches.find((candidate) => patchKey(candidate) === patchKey(patch));
    return written === undefined || sameValue(written.value, patch.value);
  });
}

/** True while the place a gesture wrote still holds what it wrote; somebody else's later value is not taken back. */
function isOurs(documents: Documents, written: Patch | undefined): boolean {
  if (written === undefined) return false;
  const [doc, table, id, field] = written.path;
  const record = readRecord(documents, doc, table, id);
  if (field === undefined) return (record === undefined) === (written.value === undefined);
  return record !== undefined && sameValue(record[field], written.value);
}

function changes(documents: Documents, patch: Patch): boolean {
  const [doc, table, id, field] = patch.path;
  const record = readRecord(documents, doc, table, id);
  return field === undefined
    ? !sameValue(record, patch.value)
    : record !== undefined && !sameValue(record[field], patch.value);
}
