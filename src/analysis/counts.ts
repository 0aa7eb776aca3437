import { pairId } from '../model/ids.ts';
import type { Verdict } from '../model/records/verdict.ts';
import type { MapTables } from '../model/tables.ts';
import type { Members } from './audience.ts';
import { isShown, isToMend } from './gapList.ts';
import { changedKinds, type Handoff } from './handoffs.ts';
import { frictionMarks, markOf } from './mark.ts';

/** A way, or what happens inside one touchpoint as a way from it to itself. */
export type Spot = Pick<Handoff, 'linkId' | 'from' | 'to'>;
export type IsSeen = (spot: Spot) => boolean;

/** Takes what belongs to one of the personas, or to all; no personas means everyone. */
export function seenBy(members: Members, personaIds: readonly string[]): IsSeen {
  return ({ linkId, from, to }) => isShown(members, { placeId: from, toId: to }, linkId, personaIds);
}

/** The spot a verdict is about. */
export function spotOf({ from, to }: Pick<Verdict, 'from' | 'to'>): Spot {
  return { linkId: pairId('link', from, to), from, to };
}

/** The handoffs that are seen, by link id. */
export function seenHandoffs(handoffs: ReadonlyMap<string, Handoff>, isSeen: IsSeen): ReadonlyMap<string, Handoff> {
  return new Map([...handoffs].filter(([, handoff]) => isSeen(handoff)));
}

/**
 * The verdicts on gaps to mend: on a touchpoint, or on two between which something is handed over, whatever it is. What
 * is counted as a gap anywhere is counted by this.
 */
export function gapsToMend(map: MapTables, handoffs: ReadonlyMap<string, Handoff>): readonly Verdict[] {
  return Object.values(map.verdicts).filter((verdict) => {
    const { from, to, state } = verdict;
    if (state !== 'gap' || !isToMend(verdict) || !map.touchpoints[from] || !map.touchpoints[to]) return false;
    const handoff = from === to ? null : handoffs.get(pairId('link', from, to));
    return handoff === null || (handoff !== undefined && changedKinds(handoff).length > 0);
  });
}

/** How much there is of what is seen, whatever is handed over. */
export interface Counts {
  readonly touchpoints: number;
  readonly links: number;
  readonly handoffs: number;
  /** Handoffs judged smooth, and those never judged. */
  readonly smooth: number;
  readonly unreviewed: number;
  /** Handoffs, and touchpoints judged gaps, that have changed since they were judged. */
  readonly again: number;
  /** Gaps to mend: those to be judged again are among them, as nobody has said that they are mended. */
  readonly toMend: number;
  /** Gaps that are accepted or closed, and have not changed since. */
  readonly settled: number;
}

export function countsOf(map: MapTables, handoffs: ReadonlyMap<string, Handoff>, isSeen: IsSeen): Counts {
  const inside = (id: string) => spotOf({ from: id, to: id });
  const counts = { none: 0, gap: 0, smooth: 0, unreviewed: 0, settled: 0 };
  const all = [...seenHandoffs(handoffs, isSeen).values()].filter(({ state }) => state !== 'none');
  const frictions = [...frictionMarks(map)].flatMap(([id, mark]) => (isSeen(inside(id)) ? mark : []));
  let again = 0;
  for (const { state, was } of [...all.map(markOf), ...frictions]) {
    if (was === undefined) counts[state]++;
    else again++;
  }
  return {
    touchpoints: Object.keys(map.touchpoints).filter((id) => isSeen(inside(id))).length,
    links: Object.values(map.links).filter(({ id, from, to }) => isSeen({ linkId: id, from, to })).length,
    handoffs: all.length,
    smooth: counts.smooth,
    unreviewed: counts.unreviewed,
    again,
    toMend: gapsToMend(map, handoffs).filter((verdict) => isSeen(spotOf(verdict))).length,
    settled: counts.settled,
  };
}
