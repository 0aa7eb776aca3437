import { pairId } from '../model/ids.ts';
import type { MapTables } from '../model/tables.ts';
import { frictionOf } from './friction.ts';
import type { Handoff } from './handoffs.ts';
import { compareWays, type Reading, readingOf } from './reading.ts';

/** What was judged inside a touchpoint, as a handoff from it to itself; null where nothing was. */
export function frictionAt(map: MapTables, touchpointId: string): Handoff | null {
  const touchpoint = map.touchpoints[touchpointId];
  const verdict = map.verdicts[pairId('verdict', touchpointId, touchpointId)];
  return touchpoint === undefined || verdict === undefined ? null : frictionOf(verdict, touchpoint);
}

/**
 * What a review asks about: the handoffs nobody has judged as they are now, stale ones among them, and the touchpoints
 * judged gaps that have changed since, as handoffs from themselves to themselves. In no order.
 */
export function toReview(map: MapTables, handoffs: ReadonlyMap<string, Handoff>): Handoff[] {
  const waiting = [...handoffs.values()].filter(({ state }) => state === 'unreviewed');
  for (const { from, to, state } of Object.values(map.verdicts)) {
    const friction = from === to && state === 'gap' ? frictionAt(map, to) : null;
    if (friction?.stale) waiting.push(friction);
  }
  return waiting;
}

/** The same in reading order; a touchpoint comes where it stands, between the ways to it and those on to later ones. */
export function reviewQueue(
  map: MapTables,
  handoffs: ReadonlyMap<string, Handoff>,
  reading: Reading = readingOf(map),
): Handoff[] {
  return toReview(map, handoffs).sort(compareWays(reading));
}
