import type { OrderedEvents } from './caseOrder.ts';

/** From which share of the cases on an activity and a link are drawn. */
export interface KeptFrom {
  readonly activities: Float64Array;
  readonly links: Float64Array;
  /** The shares of the cases that can be drawn, least first; the last is 1. */
  readonly shares: number[];
}

/**
 * Which ways are the frequent ones. A case is as frequent as its rarest link is (counted in cases; the way in to its
 * first activity and out of its last are links too). Drawing a share of the cases means taking the most frequent ones
 * until they make up that share, and all activities and links on their ways. So an activity or link is drawn as soon as
 * more than `keptFrom` of all cases are: the share of those cases that are more frequent than the most frequent one
 * that has it. A greater share never loses anything. Unlike with whole variants, logs in which no two cases are alike
 * come out well too.
 *
 * `linkOf` is the link that leads to each event, -1 for a case's first; `linkCases`, `starts` and `ends` count cases.
 */
export function frequentWays(
  events: OrderedEvents,
  activity: Int32Array,
  linkOf: Int32Array,
  linkCases: Int32Array,
  starts: Int32Array,
  ends: Int32Array,
): KeptFrom {
  const cases = events.caseStart.length - 1;
  const rarest = new Int32Array(cases);
  const bestOfActivity = new Int32Array(starts.length);
  const bestOfLink = new Int32Array(linkCases.length);
  /** How many cases are as frequent as this. */
  const casesAt = new Int32Array(cases + 1);
  let all = 0;
  for (let which = 0; which < cases; which++) {
    const from = events.caseStart[which] as number;
    const to = events.caseStart[which + 1] as number;
    if (from === to) continue;
    all++;
    let least = Math.min(starts[activity[from] as number] as number, ends[activity[to - 1] as number] as number);
    for (let at = from + 1; at < to; at++) least = Math.min(least, linkCases[linkOf[at] as number] as number);
    rarest[which] = least;
    (casesAt[least] as number)++;
    for (let at = from; at < to; at++) {
      const what = activity[at] as number;
      if ((bestOfActivity[what] as number) < least) bestOfActivity[what] = least;
      const link = linkOf[at] as number;
      if (link >= 0 && (bestOfLink[link] as number) < least) bestOfLink[link] = least;
    }
  }
  /** Share of the cases that are more frequent than each frequency. */
  const shareAbove = new Float64Array(cases + 1);
  const shares: number[] = [];
  for (let frequency = cases, above = 0; frequency >= 0; frequency--) {
    shareAbove[frequency] = above / all;
    above += casesAt[frequency] as number;
    if ((casesAt[frequency] as number) > 0) shares.push(above / all);
  }
  const keptFrom = (best: Int32Array) => Float64Array.from(best, (frequency) => shareAbove[frequency] as number);
  return { shares, activities: keptFrom(bestOfActivity), links: keptFrom(bestOfLink) };
}
