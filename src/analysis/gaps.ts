import type { Place } from '../model/records/place.ts';
import type { Verdict } from '../model/records/verdict.ts';
import { type Documents, type MapTables, mapRecord } from '../model/tables.ts';
import { costOf, type Range } from './cost.ts';
import { changedKinds, type Handoff, isStale } from './handoffs.ts';
import { compareWays, type Reading, readingOf } from './reading.ts';
import { type Severity, severityOf } from './severity.ts';

/** What was judged to block the customer's way: a handoff, or friction inside one touchpoint. */
export interface Gap {
  /** The verdict's id. */
  readonly key: string;
  /** Both ends of the handoff, or the touchpoint. */
  readonly place: Place;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Null for friction inside a touchpoint. */
  readonly handoff: Handoff | null;
  /** Judged when an end had other values: to be judged again. */
  readonly stale: boolean;
  /** Share of all customers of the journey who come here, 0 to 1. */
  readonly share: number | null;
  /** Severity x share; a share that is not known counts as all customers. */
  readonly rank: number;
  /** What it costs in a year. */
  readonly cost: Range | null;
}

/**
 * Every gap of a map, the highest rank first, then the severest, then in reading order. A verdict on a pair over which
 * nothing is handed over any more, or between which no link is left, is no gap while that is so. A stale one is one
 * until it is judged again: nobody has said that it is mended.
 */
export function allGaps(
  { map }: Documents,
  handoffs: ReadonlyMap<string, Handoff>,
  reading: Reading = readingOf(map),
): Gap[] {
  const weights = mapRecord(map).kindWeights;
  const byPair = new Map<string, Handoff>();
  const judged = Object.values(map.verdicts).filter(({ state }) => state === 'gap');
  if (judged.length === 0) return [];
  for (const handoff of handoffs.values()) byPair.set(`${handoff.from}>${handoff.to}`, handoff);
  const shareAt = judged.some(({ from, to }) => from === to) ? sharesOf(map) : () => null;
  const gaps = judged.flatMap((verdict): Gap[] => {
    const { id, from, to } = verdict;
    const target = map.touchpoints[to];
    const source = map.touchpoints[from];
    if (target === undefined || source === undefined) return [];
    const handoff = from === to ? null : (byPair.get(`${from}>${to}`) ?? null);
    const changed = handoff === null ? null : changedKinds(handoff);
    if (from !== to && (changed === null || changed.length === 0)) return [];
    const severity = severityOf(verdict, changed, target.importance, weights);
    const share = handoff === null ? shareAt(to) : (map.links[handoff.linkId]?.share ?? null);
    return [
      {
        key: id,
        place: { placeId: from, toId: from === to ? null : to },
        verdict,
        severity,
        handoff,
        stale: isStale(verdict, source, target),
        share,
        rank: severity.value * (share ?? 1),
        cost: costOf(verdict),
      },
    ];
  });
  const byReading = compareWays(reading);
  return gaps.sort((a, b) => b.rank - a.rank || b.severity.value - a.severity.value || byReading(a.verdict, b.verdict));
}

/**
 * Which share of all customers comes to a touchpoint: what its links in bring together, or, where the journey begins
 * there, what its links out take on. Null where the share of one of these is not known.
 */
function sharesOf(map: MapTables): (touchpointId: string) => number | null {
  const arriving = new Map<string, number | null>();
  const leaving = new Map<string, number | null>();
  const add = (sums: Map<string, number | null>, id: string, share: number | null) => {
    const sum = sums.get(id);
    sums.set(id, share === null || sum === null ? null : Math.min(1, (sum ?? 0) + share));
  };
  for (const { from, to, share } of Object.values(map.links)) {
    add(leaving, from, share);
    add(arriving, to, share);
  }
  return (id) => (arriving.has(id) ? arriving.get(id) : leaving.get(id)) ?? null;
}

/** The handoffs nobody has judged as they are now, stale ones among them, in reading order. */
export function reviewQueue(
  { map }: Documents,
  handoffs: ReadonlyMap<string, Handoff>,
  reading: Reading = readingOf(map),
): Handoff[] {
  return [...handoffs.values()].filter(({ state }) => state === 'unreviewed').sort(compareWays(reading));
}
