import type { KpiFigure } from '../analysis/kpi/kpiFigures.ts';
import { type Period, periodBefore, periodsOf } from '../analysis/kpi/periods.ts';
import type { DrawnLane } from '../layout/overlay.ts';
import type { Series } from '../model/records/series.ts';

/** Periods that a course shows at most. */
const MOST_PERIODS = 24;

/**
 * The values of each step over the periods as long as the one that is looked at, all on one scale; over its parts where it
 * is a month of which these were measured.
 */
export function coursesOf(
  { own, period, ask }: { own: readonly Series[]; period: Period; ask: (of: Period) => ReadonlyMap<string, KpiFigure> },
  stepIds: readonly string[],
): { courses: DrawnLane['courses']; others: ReadonlySet<string> } {
  const periods = periodsOf(own);
  const isWithin = ({ from, to }: Period) => from >= period.from && to <= period.to;
  const isMeasured = periods.some(({ from, to }) => from === period.from && to === period.to);
  const latest = (isMeasured ? null : periods.find(isWithin)) ?? period;
  const chain: Period[] = [latest];
  for (
    let last = periodBefore(latest, periods);
    last && chain.length < MOST_PERIODS;
    last = periodBefore(last, periods)
  )
    chain.unshift(last);
  const asked = chain.map(ask);
  // A step's value over other touchpoints is another thing: it has no place in the course.
  const parts = (figure: KpiFigure | undefined) =>
    figure?.terms
      .flatMap(({ placeId }) => placeId ?? [])
      .sort()
      .join(' ');
  const now = asked.at(-1);
  const others = new Set<string>();
  const values = asked.map(
    (figures) =>
      new Map(
        stepIds.flatMap((id) => {
          const figure = figures.get(id);
          if (figure === undefined) return [];
          if (now?.has(id) && parts(figure) === parts(now.get(id))) return [[id, figure] as const];
          others.add(id);
          return [];
        }),
      ),
  );
  const all = values.flatMap((figures) => stepIds.flatMap((id) => figures.get(id)?.value ?? []));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const courses = new Map<string, readonly (readonly [number, number])[]>();
  for (const id of stepIds) {
    const course = values.flatMap((figures, index): [number, number][] => {
      const value = figures.get(id)?.value;
      if (value === undefined) return [];
      const time = chain.length === 1 ? 1 : index / (chain.length - 1);
      return [[time, high === low ? 0.5 : (value - low) / (high - low)]];
    });
    if (course.length > 0) courses.set(id, course);
  }
  return { courses, others };
}
