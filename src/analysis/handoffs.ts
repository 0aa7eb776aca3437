import { pairId } from '../model/ids.ts';
import { type Lens, lenses, lensField } from '../model/lens.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { EndBasis, Verdict } from '../model/records/verdict.ts';
import { type MapTables, mapRecord } from '../model/tables.ts';
import { severityOf } from './severity.ts';

/** How one property compares over a link. `handoff`: both ends have values and share none. */
export type Change = 'same' | 'handoff' | 'possible' | 'notSet';

export interface Handoff {
  readonly linkId: string;
  readonly from: string;
  readonly to: string;
  readonly changes: Readonly<Record<Lens, Change>>;
  /** `none` when no property is handed over. */
  readonly state: 'none' | 'unreviewed' | 'smooth' | 'gap';
  /** 1 to 5 for a gap. */
  readonly severity: number | null;
  /** The verdict was given when an end had other channels, devices or departments; it has to be asked for again. */
  readonly stale: boolean;
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

/** The handoff over one link, or null when an end is missing. A stale verdict counts as unreviewed. */
export function handoffOf(map: MapTables, linkId: string): Handoff | null {
  const link = map.links[linkId];
  const from = link && map.touchpoints[link.from];
  const to = link && map.touchpoints[link.to];
  if (!link || !from || !to) return null;
  const changes = {
    channel: compareValues(from.channels, to.channels),
    device: compareValues(from.devices, to.devices),
    department: compareValues(from.departments, to.departments),
  };
  const verdict = map.verdicts[pairId('verdict', link.from, link.to)];
  const stale = verdict !== undefined && isStale(verdict, from, to);
  const changed = lenses.filter((lens) => changes[lens] === 'handoff');
  const isHandoff = changed.length > 0;
  const weights = mapRecord(map).kindWeights;
  const judged = verdict !== undefined && !stale ? verdict.state : 'unreviewed';
  return {
    linkId,
    from: link.from,
    to: link.to,
    changes,
    state: isHandoff ? judged : 'none',
    severity:
      isHandoff && judged === 'gap' && verdict ? severityOf(verdict, changed, to.importance, weights).value : null,
    stale,
  };
}

/** The handoffs over every link of a map, by link id. */
export function allHandoffs(map: MapTables): Map<string, Handoff> {
  const found = new Map<string, Handoff>();
  for (const id in map.links) {
    const handoff = handoffOf(map, id);
    if (handoff !== null) found.set(id, handoff);
  }
  return found;
}
