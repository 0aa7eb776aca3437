import type { Point, Series } from '../../model/records/series.ts';

/** First and last day, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
/** Months differ by up to a tenth in length; periods that differ by more are not held against each other. */
const ALIKE = 0.2;

/** The periods in which anything was measured, each once: the latest first, of those that end together the longest. */
export function periodsOf(series: Iterable<Pick<Series, 'points'>>): Period[] {
  const found = new Map<string, Period>();
  for (const { points } of series) for (const { from, to } of points) found.set(`${from}/${to}`, { from, to });
  return [...found.values()].sort((a, b) => compare(b.to, a.to) || compare(a.from, b.from));
}

/** Of periods as `periodsOf` gives them the last one before a period that is about as long; null where there is none. */
export function periodBefore(period: Period, periods: readonly Period[]): Period | null {
  const days = daysOf(period);
  return (
    periods.find((other) => other.to < period.from && Math.abs(daysOf(other) - days) <= ALIKE * Math.max(days, 5)) ??
    null
  );
}

/**
 * The points that say what was measured in a period: that of the very period, else those that lie within it. No day is
 * counted twice: of points that overlap the longer one counts.
 */
export function pointsIn(points: readonly Point[], { from, to }: Period): Point[] {
  const exact = points.find((point) => point.from === from && point.to === to);
  if (exact !== undefined) return [exact];
  const within = points
    .filter((point) => point.from >= from && point.to <= to)
    .sort((a, b) => daysOf(b) - daysOf(a) || compare(a.from, b.from));
  const taken: Point[] = [];
  for (const point of within)
    if (taken.every((other) => point.to < other.from || point.from > other.to)) taken.push(point);
  return taken.sort((a, b) => compare(a.from, b.from));
}

function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
