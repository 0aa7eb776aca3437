import { type Patch, recordKey } from '../model/patch.ts';
import type { AnyRecord } from '../model/tables.ts';
import { compareStamps, type Stamp } from './stamp.ts';

interface Entry {
  readonly patch: Patch;
  readonly stamp: Stamp;
  /** When this tab learned of it, by its own clock. */
  readonly at: number;
}
interface RecordEntry {
  whole: Entry | undefined;
  readonly fields: Map<string, Entry>;
}

/** A run of patches of one stamp, as tabs send them. */
export interface Batch {
  readonly stamp: Stamp;
  readonly patches: readonly Patch[];
}

export interface StampBook {
  /** Enters a patch and returns what has to be applied for it, or null when something later is known already. */
  merge(patch: Patch, stamp: Stamp, at: number): Patch | null;
  /** The winning patches that pass `keep`, for a tab that has just opened. */
  winners(keep: (patch: Patch, at: number) => boolean): Batch[];
}

/**
 * Remembers the latest change of each path in this session. The state of a record follows from the *set* of changes,
 * not from the order in which they arrived:
 * - of all puts and deletes of the whole record the latest one counts;
 * - a field has the value of its latest change, if that is later than this put; earlier ones are part of what the put
 *   replaced;
 * - after a delete the record is absent, and later field changes wait for a later put (an undo of the delete, or a put
 *   that a third tab sent before the field change but that arrives after it).
 * So a delete beats every edit made without knowing it, and nothing that one tab removed comes back by another's
 * typing.
 */
export function createStampBook(): StampBook {
  const records = new Map<string, RecordEntry>();

  function mergeWhole(entry: RecordEntry, next: Entry): Patch | null {
    if (entry.whole !== undefined && compareStamps(entry.whole.stamp, next.stamp) >= 0) return null;
    entry.whole = next;
    for (const [field, known] of entry.fields) {
      if (compareStamps(known.stamp, next.stamp) < 0) entry.fields.delete(field);
    }
    const { path, value } = next.patch;
    if (value === undefined || entry.fields.size === 0) return next.patch;
    const record: AnyRecord = { ...(value as AnyRecord) };
    for (const [field, known] of entry.fields) {
      if (known.patch.value === undefined) delete record[field];
      else record[field] = known.patch.value;
    }
    return { path, value: record };
  }

  function mergeField(entry: RecordEntry, field: string, next: Entry): Patch | null {
    if (entry.whole !== undefined && compareStamps(entry.whole.stamp, next.stamp) >= 0) return null;
    const known = entry.fields.get(field);
    if (known !== undefined && compareStamps(known.stamp, next.stamp) >= 0) return null;
    entry.fields.set(field, next);
    return next.patch;
  }

  return {
    merge(patch, stamp, at) {
      const key = recordKey(patch);
      let entry = records.get(key);
      if (entry === undefined) {
        entry = { whole: undefined, fields: new Map() };
        records.set(key, entry);
      }
      const field = patch.path[3];
      const next = { patch, stamp, at };
      return field === undefined ? mergeWhole(entry, next) : mergeField(entry, field, next);
    },
    winners(keep) {
      const batches = new Map<string, { stamp: Stamp; patches: Patch[] }>();
      for (const { whole, fields } of records.values()) {
        for (const entry of whole === undefined ? fields.values() : [whole, ...fields.values()]) {
          if (!keep(entry.patch, entry.at)) continue;
          const key = `${entry.stamp.counter} ${entry.stamp.tab}`;
          const batch = batches.get(key) ?? { stamp: entry.stamp, patches: [] };
          batch.patches.push(entry.patch);
          batches.set(key, batch);
        }
      }
      return [...batches.values()].sort((a, b) => compareStamps(a.stamp, b.stamp));
    },
  };
}
