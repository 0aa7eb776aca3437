import type { OrderedEvents } from './caseOrder.ts';

/** A pair of activities costs each case a step: with 200 of them a case costs 40,000 at most. */
const COUNTED = 200;

/**
 * In how many cases each activity comes any time after each other one (or again, for itself). `casesOf` counts the cases
 * of each activity; those with the most are taken.
 */
export function countEventual(
  events: Pick<OrderedEvents, 'caseStart'>,
  activity: Int32Array,
  casesOf: Int32Array,
): { of: number[]; cases: Int32Array } {
  const of = Array.from(casesOf, (_, which) => which)
    .sort((a, b) => (casesOf[b] as number) - (casesOf[a] as number) || a - b)
    .slice(0, COUNTED);
  const width = of.length;
  const numberOf = new Int32Array(casesOf.length).fill(-1);
  for (const [number, which] of of.entries()) numberOf[which] = number;
  const counted = new Int32Array(width * width);
  const first = new Int32Array(width);
  const last = new Int32Array(width);
  const seenIn = new Int32Array(width).fill(-1);
  const met = new Int32Array(width);
  for (let which = 0; which + 1 < events.caseStart.length; which++) {
    const to = events.caseStart[which + 1] as number;
    let different = 0;
    for (let at = events.caseStart[which] as number; at < to; at++) {
      const number = numberOf[activity[at] as number] as number;
      if (number < 0) continue;
      if (seenIn[number] !== which) {
        seenIn[number] = which;
        first[number] = at;
        met[different++] = number;
      }
      last[number] = at;
    }
    for (let i = 0; i < different; i++) {
      const a = met[i] as number;
      const begins = first[a] as number;
      for (let j = 0; j < different; j++) {
        const b = met[j] as number;
        if (begins < (last[b] as number)) (counted[a * width + b] as number)++;
      }
    }
  }
  return { of, cases: counted };
}
