import { volumeKpi } from '../analysis/kpi/linkKpis.ts';
import { linkPeriod, linkVolumes } from '../analysis/kpi/linkVolumes.ts';
import type { Period } from '../analysis/kpi/periods.ts';
import { countWays, type WayGraph, wayGraphOf } from '../analysis/wayGraph.ts';
import { pairId } from '../model/ids.ts';
import type { Documents, MapTables } from '../model/tables.ts';

/** The touchpoints and links on the ways that lead through something. */
export interface Trace {
  readonly touchpoints: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** How many ways from a start to an end these are. */
  readonly count: bigint;
  /** One of them, to be followed by eye: its touchpoints and links. */
  readonly way: ReadonlySet<string>;
}

/** What tells the one way that is followed from the others. */
export interface Preference {
  /** How many go a link; null where that is not known. */
  readonly volume: (linkId: string) => number | null;
  readonly isHandoff: (linkId: string) => boolean;
}

/**
 * Everything on a way from a start to an end through a touchpoint or link: all that leads to it and all it leads to, and
 * one way among these: at each fork it goes where most go, as far as that is known, else where customers are not lost, else
 * over the fewest handoffs, else the shortest way, else the first in reading order. `without` names links that do not
 * count. Null when nothing leads there or on, so that there is nothing to follow.
 */
export function traceWays(
  map: MapTables,
  id: string,
  without: ReadonlySet<string>,
  preference: Preference,
): Trace | null {
  const link = map.links[id];
  if (link === undefined && map.touchpoints[id] === undefined) return null;
  const drawn = Object.values(map.links).filter((each) => !without.has(each.id) && each.from !== each.to);
  if (drawn.length === 0) return null;
  const { touchpoints, links } = allThrough(drawn, id, link);
  if (links.size === 0) return null;
  const graph = wayGraphOf({ ...map, links: Object.fromEntries(drawn.map((each) => [each.id, each])) }, []);
  const at = new Map(graph.ids.map((touchpoint, index) => [touchpoint, index]));
  const arrive = at.get(link?.from ?? id) as number;
  const leave = at.get(link?.to ?? id) as number;
  const { back, counts } = backward(graph, preference);
  const onward = forward(graph, preference, map);
  const stops = link === undefined ? [arrive] : [arrive, leave];
  const names = [...follow(back, arrive).reverse(), ...stops, ...follow(onward, leave)].map(
    (index) => graph.ids[index] as string,
  );
  const hops = names.slice(1).map((to, index) => pairId('link', names[index] as string, to));
  return {
    touchpoints,
    links,
    count: (counts[arrive] as bigint) * (countWays(graph)[leave] as bigint),
    way: new Set([...names, ...hops]),
  };
}

/** How many go each link as it was measured, of the KPI that links show; where none was, the shares that were typed. */
export function measuredVolumes(
  { map, library }: Documents,
  looked: {
    readonly linkKpiId: string | null;
    readonly kpiId: string | null;
    readonly period: Period | null;
    readonly personaIds: readonly string[];
  },
): Preference['volume'] {
  const kpi = volumeKpi({ map, library }, looked);
  const period = kpi && linkPeriod(map, kpi.id, looked.period);
  if (kpi === null || period === null) return (linkId) => map.links[linkId]?.share ?? null;
  const { volumes } = linkVolumes(map, { kpi, period, personaIds: looked.personaIds });
  return (linkId) => volumes.get(linkId)?.volume ?? null;
}

/** All that leads to a touchpoint or link, and all it leads to, over links back as well. */
function allThrough(
  drawn: readonly { readonly id: string; readonly from: string; readonly to: string }[],
  id: string,
  link: { readonly from: string; readonly to: string } | undefined,
): { touchpoints: Set<string>; links: Set<string> } {
  const into = new Map<string, { id: string; next: string }[]>();
  const outOf = new Map<string, { id: string; next: string }[]>();
  const note = (index: typeof into, at: string, step: { id: string; next: string }) => {
    const list = index.get(at);
    if (list) list.push(step);
    else index.set(at, [step]);
  };
  for (const { id: linkId, from, to } of drawn) {
    note(outOf, from, { id: linkId, next: to });
    note(into, to, { id: linkId, next: from });
  }
  const touchpoints = new Set<string>();
  const links = new Set<string>(link === undefined ? [] : [id]);
  const spread = (start: string, index: typeof into) => {
    const seen = new Set([start]);
    for (const at of seen) {
      touchpoints.add(at);
      for (const step of index.get(at) ?? []) {
        links.add(step.id);
        seen.add(step.next);
      }
    }
  };
  spread(link?.from ?? id, into);
  spread(link?.to ?? id, outOf);
  return { touchpoints, links };
}

/** What remains of a way from a touchpoint on, in the order in which it tells: less is better. */
type Rest = readonly [lost: number, handoffs: number, length: number];

/** Which of its neighbours the way takes at each touchpoint; null where it ends. */
type Turns = readonly (number | null)[];

function forward({ ids, next, order }: WayGraph, preference: Preference, map: MapTables): Turns {
  const rests: Rest[] = [];
  const turns: (number | null)[] = [];
  for (const node of order.toReversed()) {
    const isLost = map.touchpoints[ids[node] as string]?.ending === 'lost';
    const linkTo = (target: number) => pairId('link', ids[node] as string, ids[target] as string);
    const [turn, rest] = choose(next[node] as readonly number[], linkTo, rests, preference);
    turns[node] = turn;
    rests[node] = turn === null ? [isLost ? 1 : 0, 0, 0] : rest;
  }
  return turns;
}

/** The same from each touchpoint to where its way began, and how many ways lead to it. */
function backward({ ids, next, order, starts }: WayGraph, preference: Preference): { back: Turns; counts: bigint[] } {
  const sources: number[][] = ids.map(() => []);
  for (const [node, targets] of next.entries()) for (const target of targets) sources[target]?.push(node);
  const counts: bigint[] = new Array(ids.length).fill(0n);
  for (const start of starts) counts[start] = 1n;
  const rests: Rest[] = [];
  const back: (number | null)[] = [];
  for (const node of order) {
    const linkFrom = (source: number) => pairId('link', ids[source] as string, ids[node] as string);
    [back[node], rests[node]] = choose(sources[node] as readonly number[], linkFrom, rests, preference);
    for (const target of next[node] as readonly number[])
      counts[target] = (counts[target] as bigint) + (counts[node] as bigint);
  }
  return { back, counts };
}

/** The best of the neighbours, which come in reading order, and what the rest of the way is with it. */
function choose(
  neighbours: readonly number[],
  linkOf: (neighbour: number) => string,
  rests: readonly Rest[],
  { volume, isHandoff }: Preference,
): [number | null, Rest] {
  let best: { neighbour: number; volume: number; rest: Rest } | null = null;
  for (const neighbour of neighbours) {
    const linkId = linkOf(neighbour);
    const [lost, handoffs, length] = rests[neighbour] as Rest;
    const rest: Rest = [lost, handoffs + (isHandoff(linkId) ? 1 : 0), length + 1];
    const found = { neighbour, volume: volume(linkId) ?? -1, rest };
    if (best === null || found.volume > best.volume || (found.volume === best.volume && isLess(rest, best.rest)))
      best = found;
  }
  return best === null ? [null, [0, 0, 0]] : [best.neighbour, best.rest];
}

function isLess(a: Rest, b: Rest): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** The touchpoints after one, as the way turns. */
function follow(turns: Turns, from: number): number[] {
  const way: number[] = [];
  for (let at = turns[from] ?? null; at !== null; at = turns[at] ?? null) way.push(at);
  return way;
}
