import { pairId } from '../model/ids.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';
import { belongsTo, membersIndex, personasOf } from './audience.ts';
import { componentsOf, type Graph, graphOf } from './components.ts';
import { feelingAt, feelingsOf } from './feelings.ts';
import { isToDo } from './gapList.ts';
import { allHandoffs, type Handoff } from './handoffs.ts';
import { impliedWays, type Pair } from './impliedWays.ts';
import { isGapToMend } from './mark.ts';
import { type Reading, readingOf } from './reading.ts';

/** More ways than this are counted, not listed. */
const MOST_LISTED = 1000;

/** One way through the map, from a start to an end. */
export interface Way {
  readonly ids: readonly string[];
  readonly handoffs: number;
  /** Handoffs and touchpoints on it that are gaps to mend, those to be judged again included, as the list of gaps has them. */
  readonly gaps: number;
  readonly unreviewed: number;
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

/**
 * The ways through what belongs to `personaIds` (none: everyone), over links, or in the order of steps where the map has
 * no links.
 *
 * A way begins where no link arrives. Where all touchpoints of a beginning lie on one circle it is the first of them in
 * reading order. Walking from there in reading order, a link that leads back onto the way that led to it is a loop and is
 * taken out; what remains has no circles. A way ends where nothing remains that leads on. Touchpoints without any link
 * lie on no way.
 */
export function waysOf(
  map: MapTables,
  personaIds: readonly string[],
  handoffs: ReadonlyMap<string, Handoff> = allHandoffs(map),
  reading: Reading = readingOf(map),
): Ways {
  const { ids, pairs } = submapOf(map, personaIds, reading);
  const graph = graphOf(ids, pairs);
  const starts = startsOf(graph);
  const { next, loops } = withoutLoops(graph, starts);
  const counts = countWays(next, starts);
  let count = 0n;
  for (const start of starts) count += counts[start] as bigint;
  const name = (index: number) => graph.ids[index] as string;
  const describe = wayDescriber(map, personaIds, handoffs);
  const listed = count > BigInt(MOST_LISTED) ? [] : listWays(next, starts).map((way) => describe(way.map(name)));
  return {
    ways: listed,
    count,
    loops: loops.map(([from, to]) => ({ from: name(from), to: name(to) })),
    starts: starts.map(name),
    ends: ids.filter((_, index) => next[index]?.length === 0),
  };
}

/** The touchpoints that have links, in reading order, and the links, that belong to some of the personas. */
function submapOf(
  map: MapTables,
  personaIds: readonly string[],
  reading: Reading,
): { ids: string[]; pairs: readonly Pair[] } {
  const members = membersIndex(map);
  const links = Object.values(map.links);
  const pairs =
    links.length === 0
      ? impliedWays(map, reading, personaIds)
      : links.filter((link) => [link.id, link.from, link.to].every((id) => belongsTo(members, id, personaIds)));
  const linked = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  return { ids: reading.touchpointIds.filter((id) => linked.has(id)), pairs };
}

/** The first touchpoint of every group that no other group leads to: alone it is one without a link in, else a circle. */
function startsOf(graph: Graph): number[] {
  const groups = componentsOf(graph);
  const groupOf = new Int32Array(graph.ids.length);
  for (const [index, group] of groups.entries()) for (const node of group) groupOf[node] = index;
  const isLed = new Uint8Array(groups.length);
  for (const [node, targets] of graph.next.entries()) {
    for (const target of targets) if (groupOf[target] !== groupOf[node]) isLed[groupOf[target] as number] = 1;
  }
  return groups
    .filter((_, index) => isLed[index] === 0)
    .map((group) => group.reduce((first, node) => Math.min(first, node)))
    .sort((a, b) => a - b);
}

/** Takes the links out that lead back onto the trail by which a walk in depth from the starts has come. */
function withoutLoops(
  graph: Graph,
  starts: readonly number[],
): { next: number[][]; loops: (readonly [from: number, to: number])[] } {
  const next: number[][] = graph.ids.map(() => []);
  const loops: (readonly [number, number])[] = [];
  const seen = new Uint8Array(graph.ids.length);
  const onTrail = new Uint8Array(graph.ids.length);
  const turn = new Int32Array(graph.ids.length);
  for (const start of starts) {
    const trail = [start];
    seen[start] = 1;
    onTrail[start] = 1;
    while (trail.length > 0) {
      const node = trail[trail.length - 1] as number;
      const target = graph.next[node]?.[turn[node] as number];
      if (target === undefined) {
        trail.pop();
        onTrail[node] = 0;
        continue;
      }
      turn[node] = (turn[node] as number) + 1;
      if (onTrail[target] === 1) {
        loops.push([node, target]);
        continue;
      }
      next[node]?.push(target);
      if (seen[target] === 1) continue;
      seen[target] = 1;
      onTrail[target] = 1;
      trail.push(target);
    }
  }
  return { next, loops: loops.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}

/** How many ways lead on from each touchpoint to an end. Exact: each is the sum of those that follow. */
function countWays(next: readonly (readonly number[])[], starts: readonly number[]): bigint[] {
  const counts: bigint[] = new Array(next.length).fill(0n);
  const turn = new Int32Array(next.length);
  for (const start of starts) {
    const trail = [start];
    while (trail.length > 0) {
      const node = trail[trail.length - 1] as number;
      const targets = next[node] as readonly number[];
      const target = targets[turn[node] as number];
      if (target !== undefined) {
        turn[node] = (turn[node] as number) + 1;
        if (counts[target] === 0n) trail.push(target);
        continue;
      }
      trail.pop();
      counts[node] = targets.length === 0 ? 1n : targets.reduce((sum, item) => sum + (counts[item] as bigint), 0n);
    }
  }
  return counts;
}

function listWays(next: readonly (readonly number[])[], starts: readonly number[]): number[][] {
  const ways: number[][] = [];
  const open = [...starts].reverse().map((start) => [start]);
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const targets = next[way[way.length - 1] as number] as readonly number[];
    if (targets.length === 0) ways.push(way);
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
    if (touchpoint && verdict.state === 'gap' && isToDo(verdict)) friction.add(touchpoint.id);
  }
  return (ids) => {
    let handed = 0;
    let gaps = 0;
    let unreviewed = 0;
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
      if (state === 'unreviewed') unreviewed++;
      for (const persona of goers.length > 0 ? goers : [EVERYONE]) {
        const before = feelingAt(feelings, from, persona);
        const after = feelingAt(feelings, to, persona);
        if (before === null || after === null || before - after <= (worstDip?.by ?? 0)) continue;
        const isOwn = feelings.get(from)?.has(persona) === true || feelings.get(to)?.has(persona) === true;
        worstDip = { from, to, by: before - after, personaId: isOwn ? persona : EVERYONE };
      }
    }
    return { ids, handoffs: handed, gaps, unreviewed, worstDip };
  };
}
