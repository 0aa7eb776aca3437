import type { MapTables } from '../model/tables.ts';
import { belongsTo, membersIndex } from './audience.ts';
import { componentsOf, type Graph, graphOf } from './components.ts';
import { impliedWays, type Pair } from './impliedWays.ts';
import { type Reading, readingOf } from './reading.ts';

/** The ways of a map as a graph without circles. Touchpoints are numbers: their places in `ids`. */
export interface WayGraph {
  readonly ids: readonly string[];
  /** Where ways lead on from each touchpoint, in reading order. */
  readonly next: readonly (readonly number[])[];
  /** Every touchpoint before all that it leads to. */
  readonly order: readonly number[];
  readonly starts: readonly number[];
  /** True of a touchpoint at which a way ends: nothing leads on, or it is marked as an end. */
  readonly isEnd: (index: number) => boolean;
  /** Links that lead back to where their way has been; the graph is without them. */
  readonly loops: readonly (readonly [from: number, to: number])[];
}

/**
 * The ways through what belongs to `personaIds` (none: everyone), over links, or in the order of steps where the map has
 * no links.
 *
 * A way begins where no link arrives. Where all touchpoints of a beginning lie on one circle it is the first of them in
 * reading order. Walking from there in reading order, a link that leads back onto the way that led to it is a loop and is
 * taken out; what remains has no circles. A way ends where nothing remains that leads on, and at whatever is marked as an
 * end: where that leads on, some end there and others go on. Touchpoints without any link lie on no way.
 */
export function wayGraphOf(map: MapTables, personaIds: readonly string[], reading: Reading = readingOf(map)): WayGraph {
  const { ids, pairs } = submapOf(map, personaIds, reading);
  const graph = graphOf(ids, pairs);
  const starts = startsOf(graph);
  const { next, loops } = withoutLoops(graph, starts);
  const isEnd = (index: number) =>
    next[index]?.length === 0 || (map.touchpoints[ids[index] as string]?.ending ?? null) !== null;
  return { ids, next, order: inOrderOfWays(next, starts), starts, isEnd, loops };
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

/** Every touchpoint after all that lead to it. */
function inOrderOfWays(next: readonly (readonly number[])[], starts: readonly number[]): number[] {
  const waiting = new Int32Array(next.length);
  for (const targets of next) for (const target of targets) waiting[target] = (waiting[target] as number) + 1;
  const order = [...starts];
  for (const node of order) {
    for (const target of next[node] as readonly number[]) {
      waiting[target] = (waiting[target] as number) - 1;
      if (waiting[target] === 0) order.push(target);
    }
  }
  return order;
}

/** How many ways lead on from each touchpoint to an end. Exact: each is the sum of those that follow. */
export function countWays({ next, order, isEnd }: WayGraph): bigint[] {
  const counts: bigint[] = new Array(next.length).fill(0n);
  for (const node of order.toReversed()) {
    const ending = isEnd(node) ? 1n : 0n;
    counts[node] = (next[node] as readonly number[]).reduce((sum, target) => sum + (counts[target] as bigint), ending);
  }
  return counts;
}
