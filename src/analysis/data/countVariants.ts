import type { OrderedEvents } from './caseOrder.ts';
import type { Variant } from './countedLog.ts';

const LISTED = 100;
const LENGTH = 100;

/**
 * Counts different sequences of activities, exactly: a hash finds the cases that may be alike, and they are compared.
 * `activity` holds the activity of each event in order.
 */
export function countVariants(events: OrderedEvents, activity: Int32Array): { count: number; frequent: Variant[] } {
  const cases = events.caseStart.length - 1;
  let slots = 1 << 10;
  while (slots < cases * 2) slots *= 2;
  /** In each slot the number of a variant and one, 0 for none. */
  const table = new Int32Array(slots);
  /** The first case of each variant, and how many it has. */
  const first = new Int32Array(cases);
  const times = new Int32Array(cases);
  let count = 0;
  for (let which = 0; which < cases; which++) {
    const from = events.caseStart[which] as number;
    const to = events.caseStart[which + 1] as number;
    if (from === to) continue;
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (activity[at] as number), 0x01000193) ^ (hash >>> 15);
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & (slots - 1);
    for (;;) {
      const variant = (table[slot] as number) - 1;
      if (variant < 0) {
        table[slot] = count + 1;
        first[count] = which;
        times[count++] = 1;
        break;
      }
      if (isSame(events, activity, first[variant] as number, which)) {
        (times[variant] as number)++;
        break;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }
  const order = Array.from({ length: count }, (_, variant) => variant).sort(
    (a, b) => (times[b] as number) - (times[a] as number) || a - b,
  );
  const frequent = order.slice(0, LISTED).map((variant) => {
    const which = first[variant] as number;
    const from = events.caseStart[which] as number;
    const length = (events.caseStart[which + 1] as number) - from;
    const activities = Array.from(activity.subarray(from, from + Math.min(length, LENGTH)));
    return { activities, length, cases: times[variant] as number };
  });
  return { count, frequent };
}

function isSame(events: OrderedEvents, activity: Int32Array, a: number, b: number): boolean {
  const [fromA, fromB] = [events.caseStart[a] as number, events.caseStart[b] as number];
  const length = (events.caseStart[a + 1] as number) - fromA;
  if ((events.caseStart[b + 1] as number) - fromB !== length) return false;
  for (let at = 0; at < length; at++) if (activity[fromA + at] !== activity[fromB + at]) return false;
  return true;
}
