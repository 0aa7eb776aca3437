import { pairId } from '../model/ids.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';
import { belongsTo, membersIndex, personasOf } from './audience.ts';
import { feelingAt, feelingsOf } from './feelings.ts';
import { isToMend } from './gapList.ts';
import { allHandoffs, type Handoff } from './handoffs.ts';
import type { Pair } from './impliedWays.ts';
import { isGapToMend } from './mark.ts';
import { type Reading, readingOf } from './reading.ts';
import { countWays, type WayGraph, wayGraphOf } from './wayGraph.ts';

/** More ways than this are counted, not listed. */
const MOST_LISTED = 1000;

/** One way through the map, from a start to an end. */
export interface Way {
  readonly ids: readonly string[];
  readonly handoffs: number;
  /** Handoffs and touchpoints on it that are gaps to mend, those to be judged again included, as the list of gaps has them. */
  readonly gaps: number;
  /** Handoffs on it that were never judged, and those to be judged again. */
  readonly unreviewed: number;
  readonly again: number;
  /** The furthest fall from one touchpoint to the next, and who falls; `everyone` where personas do not differ. */
  readonly worstDip: {
    readonly from: string;
    readonly to: string;
    readonly by: number;
    readonly personaId: string;
  } | null;
}

export interface Ways {
  /** All ways, in reading order; none of them where there are more than 1,000. */
  readonly ways: readonly Way[];
  readonly count: bigint;
  /** Links that lead back to where their way has been; ways are counted without them. */
  readonly loops: readonly Pair[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** The ways through what belongs to `personaIds` (none: everyone); `wayGraphOf` says where they begin and end. */
export function waysOf(
  map: MapTables,
  personaIds: readonly string[],
  handoffs: ReadonlyMap<string, Handoff> = allHandoffs(map),
  reading: Reading = readingOf(map),
): Ways {
  const graph = wayGraphOf(map, personaIds, reading);
  const { ids, starts, loops, isEnd } = graph;
  const counts = countWays(graph);
  let count = 0n;
  for (const start of starts) count += counts[start] as bigint;
  const name = (index: number) => ids[index] as string;
  const describe = wayDescriber(map, personaIds, handoffs);
  const listed = count > BigInt(MOST_LISTED) ? [] : listWays(graph).map((way) => describe(way.map(name)));
  return {
    ways: listed,
    count,
    loops: loops.map(([from, to]) => ({ from: name(from), to: name(to) })),
    starts: starts.map(name),
    ends: ids.filter((_, index) => isEnd(index)),
  };
}

function listWays({ next, starts, isEnd }: WayGraph): number[][] {
  const ways: number[][] = [];
  const open = [...starts].reverse().map((start) => [start]);
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const last = way[way.length - 1] as number;
    const targets = next[last] as readonly number[];
    if (isEnd(last)) ways.push(way);
    for (let index = targets.length - 1; index >= 0; index--) open.push([...way, targets[index] as number]);
  }
  return ways;
}

function wayDescriber(
  map: MapTables,
  personaIds: readonly string[],
  handoffs: ReadonlyMap<string, Handoff>,
): (ids: readonly string[]) => Way {
  const feelings = feelingsOf(map);
  const members = membersIndex(map);
  const travellers = personaIds.length > 0 ? personaIds : personasOf(map);
  const friction = new Set<string>();
  for (const verdict of Object.values(map.verdicts)) {
    const touchpoint = verdict.from === verdict.to ? map.touchpoints[verdict.to] : undefined;
    if (touchpoint && verdict.state === 'gap' && isToMend(verdict)) friction.add(touchpoint.id);
  }
  return (ids) => {
    let handed = 0;
    let gaps = 0;
    let unreviewed = 0;
    let again = 0;
    let worstDip: Way['worstDip'] = null;
    const linkIds = ids.slice(1).map((to, index) => pairId('link', ids[index] as string, to));
    // Those who can go it from start to end; a way put together from several personas' is everyone's.
    const goers = travellers.filter((persona) => [...ids, ...linkIds].every((id) => belongsTo(members, id, [persona])));
    for (const [index, to] of ids.entries()) {
      if (friction.has(to)) gaps++;
      const from = ids[index - 1];
      if (from === undefined) continue;
      const handoff = handoffs.get(linkIds[index - 1] as string);
      const state = handoff?.state ?? 'none';
      if (state !== 'none') handed++;
      if (handoff && isGapToMend(handoff)) gaps++;
      if (state === 'unreviewed' && handoff?.stale) again++;
      else if (state === 'unreviewed') unreviewed++;
      for (const persona of goers.length > 0 ? goers : [EVERYONE]) {
        const before = feelingAt(feelings, from, persona);
        const after = feelingAt(feelings, to, persona);
        if (before === null || after === null || before - after <= (worstDip?.by ?? 0)) continue;
        const isOwn = feelings.get(from)?.has(persona) === true || feelings.get(to)?.has(persona) === true;
        worstDip = { from, to, by: before - after, personaId: isOwn ? persona : EVERYONE };
      }
    }
    return { ids, handoffs: handed, gaps, unreviewed, again, worstDip };
  };
}
