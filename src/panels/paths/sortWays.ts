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
