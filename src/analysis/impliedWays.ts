import type { MapTables } from '../model/tables.ts';
import { belongsTo, membersIndex, personasOf } from './audience.ts';
import { compareWays, type Reading } from './reading.ts';

/** One touchpoint and the next, for at least one persona. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/**
 * Where no links are drawn the order of steps stands in for them: every persona goes from each touchpoint of theirs to
 * the next in reading order. Each pair comes once, in reading order. No `personaIds` means all personas of the map.
 */
export function impliedWays(
  map: Pick<MapTables, 'mapPersonas' | 'memberships'>,
  reading: Reading,
  personaIds: readonly string[] = [],
): Pair[] {
  const members = membersIndex(map);
  const travellers = personaIds.length > 0 ? personaIds : personasOf(map);
  // Where nothing belongs to anybody in particular all go the same way.
  const together = members.size === 0 || travellers.length === 0;
  const pairs = new Map<string, Pair>();
  for (const persona of together ? [null] : travellers) {
    let from: string | null = null;
    for (const to of reading.touchpointIds) {
      if (persona !== null && !belongsTo(members, to, [persona])) continue;
      if (from !== null) pairs.set(`${from}>${to}`, { from, to });
      from = to;
    }
  }
  const ways = [...pairs.values()];
  return together ? ways : ways.sort(compareWays(reading));
}
