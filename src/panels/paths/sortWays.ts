import type { Way } from '../../analysis/paths.ts';

export const wayOrders = ['gaps', 'dip', 'handoffs', 'unreviewed', 'longest', 'shortest', 'reading'] as const;
export type WayOrder = (typeof wayOrders)[number];

const measures: Readonly<Record<Exclude<WayOrder, 'reading'>, (way: Way) => number>> = {
  gaps: (way) => -way.gaps,
  dip: (way) => -(way.worstDip?.by ?? 0),
  handoffs: (way) => -way.handoffs,
  unreviewed: (way) => -way.unreviewed - way.again,
  longest: (way) => -way.ids.length,
  shortest: (way) => way.ids.length,
};

/** Ways in an order: the most of something first; those that are alike stay in reading order. */
export function sortWays(ways: readonly Way[], order: WayOrder): readonly Way[] {
  if (order === 'reading') return ways;
  const measure = measures[order];
  return ways.toSorted((a, b) => measure(a) - measure(b));
}

/**
 * For each way the touchpoint that sets it apart from those with the same two ends: of what stands between them, that
 * which the fewest ways pass. Null where no other way has these ends.
 */
export function viaOf(ways: readonly Way[]): ReadonlyMap<Way, string | null> {
  const passing = new Map<string, number>();
  const alike = new Map<string, number>();
  const ends = ({ ids }: Way) => `${ids[0]}>${ids.at(-1)}`;
  const count = (sums: Map<string, number>, key: string) => sums.set(key, (sums.get(key) ?? 0) + 1);
  for (const way of ways) {
    count(alike, ends(way));
    for (const id of way.ids) count(passing, id);
  }
  const rarest = (ids: readonly string[]) =>
    ids.reduce<string | null>(
      (best, id) => (best === null || (passing.get(id) ?? 0) < (passing.get(best) ?? 0) ? id : best),
      null,
    );
  return new Map(ways.map((way) => [way, (alike.get(ends(way)) ?? 0) < 2 ? null : rarest(way.ids.slice(1, -1))]));
}
