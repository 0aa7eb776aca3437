import { pairId } from '../model/ids.ts';
import { type Lens, lenses, lensField } from '../model/lens.ts';
import type { MapRecord } from '../model/records/map.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { EndBasis, Verdict } from '../model/records/verdict.ts';
import { type MapTables, mapRecord } from '../model/tables.ts';
import { impliedWays } from './impliedWays.ts';
import { readingOf } from './reading.ts';
import { severityOf } from './severity.ts';

/** How one property compares over a link. `handoff`: both ends have values and share none. */
export type Change = 'same' | 'handoff' | 'possible' | 'notSet';

export interface Handoff {
  /** The link's id; of an implied handoff the id that its link would have. */
  readonly linkId: string;
  /** No link is drawn: the order of steps stands in. */
  readonly implied: boolean;
  readonly from: string;
  readonly to: string;
  readonly changes: Readonly<Record<Lens, Change>>;
  /** `none` when no property is handed over. */
  readonly state: 'none' | 'unreviewed' | 'smooth' | 'gap';
  /** 1 to 5 for a gap. */
  readonly severity: number | null;
  /** The verdict was given when an end had other channels, devices or departments; it has to be asked for again. */
  readonly stale: boolean;
  /** What a stale verdict said; null where none is stale or nothing is handed over. */
  readonly was: Verdict['state'] | null;
  /** What is done about the gap, also about one whose verdict is stale; null where none was judged. */
  readonly status: Verdict['status'] | null;
}

/** Compares the values of two ends as sets; order does not matter. */
export function compareValues(from: readonly string[], to: readonly string[]): Change {
  if (from.length === 0 || to.length === 0) return 'notSet';
  const shared = from.filter((value) => to.includes(value)).length;
  if (shared === 0) return 'handoff';
  return shared === from.length && shared === to.length ? 'same' : 'possible';
}

/** True when an end's values are no longer those the verdict was given for. */
export function isStale(verdict: Verdict, from: Touchpoint, to: Touchpoint): boolean {
  return !sameBasis(verdict.basis.from, from) || !sameBasis(verdict.basis.to, to);
}

function sameBasis(basis: EndBasis, touchpoint: Touchpoint): boolean {
  return lenses.every((lens) => {
    const was = basis[lensField[lens]];
    const is = touchpoint[lensField[lens]];
    return was === is || (was.length === is.length && was.every((value, index) => value === is[index]));
  });
}

/** The handoff over one link, or null when the link or an end is missing. A stale verdict counts as unreviewed. */
export function handoffOf(map: MapTables, linkId: string): Handoff | null {
  const link = map.links[linkId];
  return link === undefined ? null : handoffBetween(map, link.from, link.to, false);
}

/**
 * The handoff from one touchpoint to another, or null when one is missing. `implied` says that no link is drawn between
 * them.
 */
export function handoffBetween(map: MapTables, fromId: string, toId: string, implied: boolean): Handoff | null {
  const from = map.touchpoints[fromId];
  const to = map.touchpoints[toId];
  if (!from || !to) return null;
  const verdict = map.verdicts[pairId('verdict', fromId, toId)];
  return compareEnds(pairId('link', fromId, toId), from, to, verdict, mapRecord(map).kindWeights, implied);
}

/** The handoff between two touchpoints, from all that it follows from. */
export function compareEnds(
  linkId: string,
  from: Touchpoint,
  to: Touchpoint,
  verdict: Verdict | undefined,
  weights: MapRecord['kindWeights'],
  implied: boolean,
): Handoff {
  const changes = {
    channel: compareValues(from.channels, to.channels),
    device: compareValues(from.devices, to.devices),
    department: compareValues(from.departments, to.departments),
  };
  const stale = verdict !== undefined && isStale(verdict, from, to);
  const changed = changedKinds({ changes });
  const isHandoff = changed.length > 0;
  const judged = verdict !== undefined && !stale ? verdict.state : 'unreviewed';
  return {
    linkId,
    implied,
    from: from.id,
    to: to.id,
    changes,
    state: isHandoff ? judged : 'none',
    severity:
      isHandoff && judged === 'gap' && verdict ? severityOf(verdict, changed, to.importance, weights).value : null,
    stale,
    was: isHandoff && stale ? verdict.state : null,
    status: isHandoff && verdict?.state === 'gap' ? verdict.status : null,
  };
}

/** The kinds that are handed over, in the order of the lenses. */
export function changedKinds({ changes }: Pick<Handoff, 'changes'>): Lens[] {
  return lenses.filter((lens) => changes[lens] === 'handoff');
}

/**
 * The handoffs over every link of a map, by link id, those included over which nothing is handed over. Where a map has
 * no links at all they are the implied ones between each touchpoint and the next, in reading order.
 */
export function allHandoffs(map: MapTables): Map<string, Handoff> {
  const found = new Map<string, Handoff>();
  const keep = (handoff: Handoff | null) => {
    if (handoff !== null) found.set(handoff.linkId, handoff);
  };
  let hasLinks = false;
  for (const id in map.links) {
    hasLinks = true;
    keep(handoffOf(map, id));
  }
  if (!hasLinks) for (const { from, to } of impliedWays(map, readingOf(map))) keep(handoffBetween(map, from, to, true));
  return found;
}
