import type { Place } from '../../model/records/place.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { MapTables } from '../../model/tables.ts';
import { type Members, membersIndex, personasOf } from '../audience.ts';
import { type Feelings, feelingsOf } from '../feelings.ts';
import type { Handoff } from '../handoffs.ts';
import { compareWays, type Reading, readingOf } from '../reading.ts';

/** What rules look at: the map, and what is known of it as a whole. */
export interface Ground {
  readonly map: MapTables;
  readonly reading: Reading;
  readonly members: Members;
  readonly personaIds: readonly string[];
  readonly feelings: Feelings;
  /** All ways from one touchpoint to the next, links or implied, in reading order. */
  readonly ways: readonly Handoff[];
  /** True where links are drawn. */
  readonly hasLinks: boolean;
  readonly waysFrom: ReadonlyMap<string, readonly Handoff[]>;
}

/** What a rule finds at a place, with what a sentence about it needs. */
export interface Hit {
  readonly place: Place;
  readonly data: Readonly<Record<string, string | number>>;
  readonly remedy?: 'split';
}

/** Finds its hits in reading order. */
export type Rule = (ground: Ground) => Hit[];

/** Makes the ground for rules. `parts` are taken as they are where they are known already. */
export function groundOf(
  map: MapTables,
  handoffs: ReadonlyMap<string, Handoff>,
  parts: Partial<Pick<Ground, 'reading' | 'members' | 'personaIds' | 'feelings' | 'ways'>> = {},
): Ground {
  const reading = parts.reading ?? readingOf(map);
  const ways = parts.ways ?? [...handoffs.values()].sort(compareWays(reading));
  const waysFrom = new Map<string, Handoff[]>();
  for (const way of ways) {
    const list = waysFrom.get(way.from);
    if (list) list.push(way);
    else waysFrom.set(way.from, [way]);
  }
  return {
    map,
    reading,
    ways,
    waysFrom,
    members: parts.members ?? membersIndex(map),
    personaIds: parts.personaIds ?? personasOf(map),
    feelings: parts.feelings ?? feelingsOf(map),
    hasLinks: ways[0]?.implied === false,
  };
}

export function atTouchpoint(id: string): Place {
  return { placeId: id, toId: null };
}

export function onWay({ from, to }: { from: string; to: string }): Place {
  return { placeId: from, toId: to };
}

/** A rule that looks at one touchpoint at a time. `look` gives the data of a hit, or null. */
export function touchpointRule(
  look: (touchpoint: Touchpoint, ground: Ground) => Hit['data'] | null,
  remedy?: Hit['remedy'],
): Rule {
  return (ground) => {
    const hits: Hit[] = [];
    for (const id of ground.reading.touchpointIds) {
      const data = look(ground.map.touchpoints[id] as Touchpoint, ground);
      if (data !== null) hits.push({ place: atTouchpoint(id), data, ...(remedy && { remedy }) });
    }
    return hits;
  };
}

/** A rule that looks at one way at a time. `look` gives the data of a hit, or null. */
export function wayRule(look: (way: Handoff, ground: Ground) => Hit['data'] | null): Rule {
  return (ground) => {
    const hits: Hit[] = [];
    for (const way of ground.ways) {
      const data = look(way, ground);
      if (data !== null) hits.push({ place: onWay(way), data });
    }
    return hits;
  };
}
