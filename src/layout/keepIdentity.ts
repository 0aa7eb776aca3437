import { sameValue } from '../model/patch.ts';
import type { Scene } from './scene.ts';

/** `next`, with every part that says the same as in `previous` replaced by that one, up to the whole scene. */
export function keepIdentity(previous: Scene | null, next: Scene): Scene {
  if (previous === null) return next;
  const kept: Scene = {
    width: next.width,
    height: next.height,
    stages: keepList(previous.stages, next.stages, (item) => item.id),
    columns: keepList(previous.columns, next.columns, (item) => item.stepId),
    rows: keepList(previous.rows, next.rows, (item) => item.key),
    bands: keepList(previous.bands, next.bands, (item) => item.personaId),
    placements: keepList(previous.placements, next.placements, (item) => item.key),
    folds: keepList(previous.folds, next.folds, (item) => item.cell),
    cells: keepList(previous.cells, next.cells, (item) => item.cell),
    links: keepList(previous.links, next.links, (item) => item.key),
    curves: keepList(previous.curves, next.curves, (item) => item.key),
  };
  for (const part in kept) if (kept[part as keyof Scene] !== previous[part as keyof Scene]) return kept;
  return previous;
}

/** `next`, with what says the same as the item of its key in `previous` replaced by that one, up to the whole list. */
export function keepList<T>(previous: readonly T[], next: readonly T[], keyOf: (item: T) => string): readonly T[] {
  // Made only when items have moved in the list: mostly each one stands where it stood.
  let byKey: Map<string, T> | null = null;
  let same = previous.length === next.length;
  const kept = next.map((item, index) => {
    const key = keyOf(item);
    let before = previous[index];
    if (before === undefined || keyOf(before) !== key) {
      byKey ??= new Map(previous.map((entry) => [keyOf(entry), entry]));
      before = byKey.get(key);
    }
    const result = before !== undefined && sameValue(before, item) ? before : item;
    if (result !== previous[index]) same = false;
    return result;
  });
  return same ? previous : kept;
}

/** `next`, or `previous` when it holds the same. */
export function keepSet<T>(previous: ReadonlySet<T>, next: ReadonlySet<T>): ReadonlySet<T> {
  return previous.size === next.size && [...next].every((item) => previous.has(item)) ? previous : next;
}

/** `next`, or `previous` when it says the same of the same keys. */
export function keepMap<K, V>(previous: ReadonlyMap<K, V> | null, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (previous === null || previous.size !== next.size) return next;
  return [...next].every(([key, value]) => sameValue(previous.get(key), value)) ? previous : next;
}
