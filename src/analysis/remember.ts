import { sameValue } from '../model/patch.ts';

/**
 * `compute`, which runs again only when something that it reads is another object than the last time. `keep` then gives
 * back what says the same as before.
 */
export function remember<I, R>(
  reads: (input: I) => readonly unknown[],
  compute: (input: I) => R,
  keep: (before: R, now: R) => R = (_, now) => now,
): (input: I) => R {
  let last: { readonly read: readonly unknown[]; readonly result: R } | null = null;
  return (input) => {
    const read = reads(input);
    if (last?.read.every((item, index) => item === read[index])) return last.result;
    const now = compute(input);
    last = { read, result: last === null ? now : keep(last.result, now) };
    return last.result;
  };
}

/** `before` where it says the same as `now`. Plain data only. */
export function keepWhole<T>(before: T, now: T): T {
  return sameValue(before, now) ? before : now;
}

/** `before` where both lists hold the same objects. */
export function keepItems<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return before.length === now.length && now.every((item, index) => item === before[index]) ? before : now;
}

/** `before` where each field of `now` is the same object. */
export function keepFields<T extends object>(before: T, now: T): T {
  for (const field in now) if (before[field] !== now[field]) return now;
  return before;
}

/**
 * `now` with every item that says the same as the one of its key before replaced by that one; `before` when all are.
 * Plain data only.
 */
export function keepList<T>(before: readonly T[], now: readonly T[], keyOf: (item: T) => string): readonly T[] {
  // Made only when items have moved in the list: mostly each one stands where it stood.
  let byKey: Map<string, T> | null = null;
  let same = before.length === now.length;
  const kept = now.map((item, index) => {
    const there = before[index];
    if (there !== undefined && sameValue(there, item)) return there;
    same = false;
    byKey ??= new Map(before.map((entry) => [keyOf(entry), entry]));
    const was = byKey.get(keyOf(item));
    return was !== undefined && sameValue(was, item) ? was : item;
  });
  return same ? before : kept;
}

/**
 * Entries for the items of a list, kept from one list to the next: while the list is the same object by place, which is
 * much quicker than by key, else by key. `make` gets the item and its entry of before.
 */
export function createEntries<T, E>(
  keyOf: (item: T) => string,
): (items: readonly T[], make: (item: T, before: E | undefined) => E) => readonly E[] {
  let items: readonly T[] = [];
  let entries: readonly E[] = [];
  return (now, make) => {
    if (now !== items) {
      const byKey = new Map(items.map((item, index) => [keyOf(item), entries[index] as E]));
      entries = now.map((item) => make(item, byKey.get(keyOf(item))));
      items = now;
      return entries;
    }
    let next: E[] | null = null;
    for (let index = 0; index < now.length; index++) {
      const before = entries[index] as E;
      const entry = make(now[index] as T, before);
      if (entry !== before) {
        next ??= entries.slice();
        next[index] = entry;
      }
    }
    entries = next ?? entries;
    return entries;
  };
}
