import type { Kpi } from '../../model/records/kpi.ts';
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
  return [...found.values()].sort(latestFirst);
}

/**
 * The periods that figures can be asked for: those in which anything was measured, and where the KPI rolls up the months of
 * which several parts were measured. In the order of `periodsOf`.
 */
export function periodsShown(series: Iterable<Pick<Series, 'points'>>, rollUp: Kpi['rollUp']): Period[] {
  const measured = periodsOf(series);
  if (rollUp === 'none') return measured;
  const parts = new Map<string, number>();
  for (const { from, to } of measured) {
    const month = from.slice(0, 7);
    if (to.slice(0, 7) === month) parts.set(month, (parts.get(month) ?? 0) + 1);
  }
  const isMeasured = new Set(measured.map(({ from, to }) => `${from}/${to}`));
  const months = [...parts].flatMap(([month, count]) => {
    const whole = monthOf(`${month}-01`);
    return count > 1 && !isMeasured.has(`${whole.from}/${whole.to}`) ? [whole] : [];
  });
  return [...measured, ...months].sort(latestFirst);
}

/** The calendar month of a day, both `YYYY-MM-DD`. */
export function monthOf(day: string): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return { from: `${day.slice(0, 7)}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
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

function latestFirst(a: Period, b: Period): number {
  return compare(b.to, a.to) || compare(a.from, b.from);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
