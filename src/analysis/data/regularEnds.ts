import { type ActivityCount, type CountedLog, eventualShare } from './countedLog.ts';
import type { Trail } from './countPlaces.ts';

/** What comes after an activity in this share of its cases, and less often before it, lies behind it. */
const BEHIND = 0.2;
/** Ends that are this much rarer than the most frequent one are no regular ones: those who cancel are lost. */
const RARER = 0.25;

interface Counted extends Pick<CountedLog, 'eventually'> {
  readonly activities: readonly Pick<ActivityCount, 'cases' | 'starts' | 'ends'>[];
}

/**
 * Where the journey of a log seems to end as it should: the most frequent of the activities with nothing much behind them,
 * and those at which mostly cases stop that have been at such a one. An activity at which most cases begin is none, unless
 * all stop there. A guess, which people can correct.
 */
export function regularEnds(log: Counted, trail: Trail): number[] {
  const share = (from: number, to: number) => eventualShare(log, from, to) ?? 0;
  const cases = (at: number) => log.activities[at]?.cases ?? 0;
  const last = log.activities.flatMap(({ ends, starts }, at) => {
    if (ends === 0 || (starts > cases(at) / 2 && ends < cases(at))) return [];
    const isBehind = (other: number) =>
      other !== at && share(at, other) >= BEHIND && share(at, other) * cases(at) > share(other, at) * cases(other);
    return log.eventually.of.some(isBehind) ? [] : [{ at, ends }];
  });
  const most = Math.max(0, ...last.map(({ ends }) => ends));
  const found = new Set(last.filter(({ ends }) => ends >= most * RARER).map(({ at }) => at));
  const been = stoppedAfter(trail, found, log.activities.length);
  return log.activities.flatMap(({ ends }, at) =>
    found.has(at) || (ends > 0 && (been[at] as number) > ends / 2) ? [at] : [],
  );
}

/** For each activity the cases that stop there and have been at one of `ends` before. */
function stoppedAfter({ caseStart, activity }: Trail, ends: ReadonlySet<number>, activities: number): Int32Array {
  const been = new Int32Array(activities);
  for (let which = 0; which + 1 < caseStart.length; which++) {
    const [from, to] = [caseStart[which] as number, caseStart[which + 1] as number];
    let at = to - 1;
    while (at >= from && !ends.has(activity[at] as number)) at--;
    if (at >= from) (been[activity[to - 1] as number] as number)++;
  }
  return been;
}
