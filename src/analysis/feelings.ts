import { EVERYONE } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';

/** What personas, or `everyone`, feel at each touchpoint where that is set. */
export type Feelings = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function feelingsOf(map: Pick<MapTables, 'sentiments'>): Feelings {
  const feelings = new Map<string, Map<string, number>>();
  for (const id in map.sentiments) {
    const { touchpointId, personaId, value } = map.sentiments[id] as MapTables['sentiments'][string];
    const set = feelings.get(touchpointId);
    if (set) set.set(personaId, value);
    else feelings.set(touchpointId, new Map([[personaId, value]]));
  }
  return feelings;
}

/** What a persona feels at a touchpoint, -2 to +2: its own value, else everyone's, else null. */
export function feelingAt(feelings: Feelings, touchpointId: string, personaId: string): number | null {
  const set = feelings.get(touchpointId);
  return set?.get(personaId) ?? set?.get(EVERYONE) ?? null;
}
