import { pairId } from '../model/ids.ts';
import { sameValue } from '../model/patch.ts';
import type { MapRecord } from '../model/records/map.ts';
import type { Place } from '../model/records/place.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Verdict } from '../model/records/verdict.ts';
import { type Documents, type MapTables, mapRecord } from '../model/tables.ts';
import { costOf, type Range } from './cost.ts';
import { changedKinds, type Handoff, isStale } from './handoffs.ts';
import { compareWays, type Reading, readingOf } from './reading.ts';
import { createEntries, keepItems, remember } from './remember.ts';
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
  /** Severity x share; where the share is not known, the usual one of the map stands in: measuring a gap must not sink it. */
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
): readonly Gap[] {
  return createGaps()({ map, handoffs, reading });
}

interface Stand {
  readonly map: MapTables;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  readonly reading: Reading;
}

/** What a gap is made from. */
interface Source {
  readonly linkId: string;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
  readonly verdict: Verdict;
  readonly handoff: Handoff | null;
  readonly share: number | null;
  readonly usualShare: number;
  readonly weights: MapRecord['kindWeights'];
}

/** Keeps the gaps of a map: computes anew those of which something has changed, and sorts when one has. */
export function createGaps(): (stand: Stand) => readonly Gap[] {
  const entriesOf = createEntries<Verdict, { readonly source: Source; readonly gap: Gap | null } | null>(
    ({ id }) => id,
  );
  const judgedFrom = remember(
    ({ verdicts }: MapTables) => [verdicts],
    ({ verdicts }) => Object.values(verdicts).filter(({ state }) => state === 'gap'),
  );
  const sharesFrom = remember(({ links }: MapTables) => [links], sharesOf);
  const usualFrom = remember(({ links }: MapTables) => [links], usualShareOf);
  const unsortedOf = remember(
    ({ map, handoffs }: Stand) => [map.verdicts, map.touchpoints, map.links, mapRecord(map).kindWeights, handoffs],
    ({ map, handoffs }): readonly Gap[] => {
      const weights = mapRecord(map).kindWeights;
      const entries = entriesOf(judgedFrom(map), (verdict, before) => {
        const to = map.touchpoints[verdict.to];
        const from = map.touchpoints[verdict.from];
        if (to === undefined || from === undefined) return null;
        const linkId = before?.source.linkId ?? pairId('link', from.id, to.id);
        const handoff = from === to ? null : (handoffs.get(linkId) ?? null);
        const share = from === to ? sharesFrom(map)(to.id) : (map.links[linkId]?.share ?? null);
        const source = { linkId, from, to, verdict, handoff, share, usualShare: usualFrom(map), weights };
        return before != null && isSameSource(before.source, source) ? before : make(source, before?.gap);
      });
      return entries.flatMap((entry) => entry?.gap ?? []);
    },
    keepItems,
  );
  return remember(
    (stand: Stand) => [unsortedOf(stand), stand.reading],
    (stand): readonly Gap[] => {
      const byReading = compareWays(stand.reading);
      return [...unsortedOf(stand)].sort(
        (a, b) => b.rank - a.rank || b.severity.value - a.severity.value || byReading(a.verdict, b.verdict),
      );
    },
    keepItems,
  );
}

function isSameSource(a: Source, b: Source): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.verdict === b.verdict &&
    a.handoff === b.handoff &&
    a.share === b.share &&
    a.usualShare === b.usualShare &&
    a.weights === b.weights
  );
}

/** The gap, or `before` where it says the same; null where nothing is handed over. */
function make(source: Source, before: Gap | null | undefined): { source: Source; gap: Gap | null } {
  const { from, to, verdict, handoff, share, usualShare, weights } = source;
  const changed = handoff === null ? null : changedKinds(handoff);
  if (from !== to && (changed === null || changed.length === 0)) return { source, gap: null };
  const severity = severityOf(verdict, changed, to.importance, weights);
  const gap: Gap = {
    key: verdict.id,
    place: { placeId: from.id, toId: from === to ? null : to.id },
    verdict,
    severity,
    handoff,
    stale: isStale(verdict, from, to),
    share,
    rank: severity.value * (share ?? usualShare),
    cost: costOf(verdict),
  };
  return { source, gap: before != null && sameValue(before, gap) ? before : gap };
}

/**
 * Which share of all customers comes to a touchpoint: what its links in bring together, or, where the journey begins
 * there, what its links out take on. Null where the share of one of these is not known.
 */
function sharesOf({ links }: MapTables): (touchpointId: string) => number | null {
  const arriving = new Map<string, number | null>();
  const leaving = new Map<string, number | null>();
  const add = (sums: Map<string, number | null>, id: string, share: number | null) => {
    const sum = sums.get(id);
    sums.set(id, share === null || sum === null ? null : Math.min(1, (sum ?? 0) + share));
  };
  for (const { from, to, share } of Object.values(links)) {
    add(leaving, from, share);
    add(arriving, to, share);
  }
  return (id) => (arriving.has(id) ? arriving.get(id) : leaving.get(id)) ?? null;
}

/** The share in the middle of those that are known of a map's links; 1 where none is. */
export function usualShareOf({ links }: Pick<MapTables, 'links'>): number {
  const known = Object.values(links)
    .flatMap(({ share }) => share ?? [])
    .sort((a, b) => a - b);
  const middle = known.length / 2;
  const [low, high] = [known[Math.ceil(middle) - 1], known[Math.floor(middle)]];
  return low === undefined || high === undefined ? 1 : (low + high) / 2;
}
