import { type Spread, spreadsByGroup } from './quantiles.ts';

/**
 * What is left of the events of a log once their texts are gone: case by case, in the order in which they happened. It
 * lasts as long as the log is looked at, so that any places can be counted exactly.
 */
export interface Trail {
  /** Where the events of each case begin; one more than there are cases. */
  readonly caseStart: Int32Array;
  /** Places in the log's list of activities. */
  readonly activity: Int32Array;
  /** Milliseconds waited before each event, and that it took; NaN where not known. Durations are null where none is known. */
  readonly waiting: Float64Array;
  readonly duration: Float64Array | null;
}

/** Which activities make up each of some places that do not overlap: `placeOf` names the place of an activity, -1 for none. */
export interface Grouping {
  readonly places: number;
  readonly placeOf: Int32Array;
}

/** What happened at one place of one or several activities. Every case counts once. Times are in milliseconds. */
export interface PlaceCount {
  readonly events: number;
  readonly cases: number;
  /** Cases that go no further than here, though the journey does not end at the activity that was their last. */
  readonly lost: number;
  /** Cases in which one of its activities comes again. */
  readonly repeating: number;
  /** Over all its events that have such a time. */
  readonly waiting: Spread | null;
  readonly duration: Spread | null;
}

/**
 * Counts the places of each grouping, from the events themselves: shares of cases and medians of places cannot be had from
 * those of their parts. `ends` are the activities at which the journey regularly ends: whoever stops there is not lost.
 */
export function countPlaces(trail: Trail, groupings: readonly Grouping[], ends: readonly number[]): PlaceCount[][] {
  const lostAt = lostCases(trail, ends);
  // Steps that hold one touchpoint each are grouped like the touchpoints, and so on: what is alike is counted once.
  const counted = new Map<string, PlaceCount[]>();
  return groupings.map((grouping) => {
    const key = grouping.placeOf.join();
    const found = counted.get(key) ?? countGrouping(trail, grouping, lostAt);
    counted.set(key, found);
    return found;
  });
}

/** For each case the activity that it is lost at, its last one unless that is an end; -1 for none. */
export function lostCases({ caseStart, activity }: Trail, ends: readonly number[]): Int32Array {
  const isEnd = new Set(ends);
  const lost = new Int32Array(caseStart.length - 1).fill(-1);
  for (let which = 0; which < lost.length; which++) {
    const to = caseStart[which + 1] as number;
    const last = activity[to - 1] as number;
    if (to > (caseStart[which] as number) && !isEnd.has(last)) lost[which] = last;
  }
  return lost;
}

function countGrouping(trail: Trail, { places, placeOf }: Grouping, lostAt: Int32Array): PlaceCount[] {
  const { caseStart, activity, waiting, duration } = trail;
  const column = () => new Int32Array(places);
  const [events, cases, lost, repeating] = [column(), column(), column(), column()];
  const seen = () => new Int32Array(places).fill(-1);
  const [inCase, repeatedIn] = [seen(), seen()];
  const activityIn = new Int32Array(placeOf.length).fill(-1);
  const placeAt = new Int32Array(activity.length);
  let which = 0;
  const once = (marks: Int32Array, counts: Int32Array, place: number) => {
    if (marks[place] === which) return;
    marks[place] = which;
    (counts[place] as number)++;
  };
  for (; which + 1 < caseStart.length; which++) {
    for (let at = caseStart[which] as number; at < (caseStart[which + 1] as number); at++) {
      const what = activity[at] as number;
      const place = placeOf[what] as number;
      placeAt[at] = place;
      if (place < 0) continue;
      (events[place] as number)++;
      once(inCase, cases, place);
      if (activityIn[what] === which) once(repeatedIn, repeating, place);
      activityIn[what] = which;
    }
    const lostPlace = (lostAt[which] as number) < 0 ? -1 : (placeOf[lostAt[which] as number] as number);
    if (lostPlace >= 0) (lost[lostPlace] as number)++;
  }
  const waits = spreadsByGroup(places, placeAt, waiting);
  const durations = duration === null ? null : spreadsByGroup(places, placeAt, duration);
  return Array.from({ length: places }, (_, place) => ({
    events: events[place] as number,
    cases: cases[place] as number,
    lost: lost[place] as number,
    repeating: repeating[place] as number,
    waiting: waits[place] ?? null,
    duration: durations?.[place] ?? null,
  }));
}
