import type { TFunction } from 'i18next';
import { gapsToMend, spotOf } from '../analysis/counts.ts';
import type { Handoff } from '../analysis/handoffs.ts';
import { frictionMarks, isGapToMend, markOf } from '../analysis/mark.ts';
import { toReview } from '../analysis/reviewQueue.ts';
import type { MarkState } from '../layout/scene.ts';
import type { Lens } from '../model/lens.ts';
import type { MapTables } from '../model/tables.ts';
import { isHandoffSeen, type Shown } from './shown.ts';

/** How much of what is shown is to be reviewed, and how much of what is not. */
export interface ReviewCount {
  readonly handoffs: number;
  readonly touchpoints: number;
  /** Those of both that have been judged before. */
  readonly again: number;
  readonly leftOut: number;
}

/** Counts as the review asks: handoffs whatever is handed over, and touchpoints judged gaps that have changed. */
export function reviewCountOf(map: MapTables, handoffs: ReadonlyMap<string, Handoff>, shown: Shown): ReviewCount {
  const waiting = toReview(map, handoffs);
  const seen = waiting.filter((handoff) => isHandoffSeen(shown, handoff));
  const touchpoints = seen.filter(({ from, to }) => from === to).length;
  const again = seen.filter(({ stale }) => stale).length;
  return { handoffs: seen.length - touchpoints, touchpoints, again, leftOut: waiting.length - seen.length };
}

/** What marks mean and how many there are; `again` are those to be judged again. */
export interface LegendEntry {
  readonly key: 'gap' | 'settled' | 'smooth' | 'unreviewed' | 'again';
  readonly mark: MarkState;
  readonly count: number;
  /** Of gaps to mend: how many of these are of no kind of this lens, and how many the map has, seen or not. */
  readonly others: number;
  readonly all: number;
}

/** What an entry says. */
export function legendText({ key, count, others, all }: LegendEntry, t: TFunction): string {
  if (key !== 'gap') return t(`map.legend.${key}`, { count });
  const gaps = all > count ? t('map.legend.gapsOf', { count: all, shown: count }) : t('map.legend.gap', { count });
  return others === 0 ? gaps : t('map.legend.others', { gaps, count: others });
}

/**
 * Counts what is seen. Gaps to mend are counted as the heads of rows do, of all kinds, as each is marked under every lens;
 * the others as they are marked under this lens.
 */
export function legendOf(
  map: MapTables,
  handoffs: ReadonlyMap<string, Handoff>,
  lens: Lens,
  shown: Shown,
): readonly LegendEntry[] {
  const isSeen = (from: string, to: string) => isHandoffSeen(shown, spotOf({ from, to }));
  const counts = { gap: 0, settled: 0, smooth: 0, unreviewed: 0, again: 0 };
  let wasGap = false;
  const note = ({ state, was }: MarkState) => {
    if (was === 'gap') wasGap = true;
    // Gaps to mend are counted apart.
    if (state !== 'none' && state !== 'gap') counts[was === undefined ? state : 'again']++;
  };
  for (const handoff of handoffs.values())
    if ((handoff.changes[lens] === 'handoff' || isGapToMend(handoff)) && isHandoffSeen(shown, handoff))
      note(markOf(handoff));
  for (const [id, mark] of frictionMarks(map)) if (isSeen(id, id)) note(mark);
  const toMend = gapsToMend(map, handoffs);
  const seen = toMend.filter(({ from, to }) => isSeen(from, to));
  counts.gap = seen.length;
  const others = seen.filter((verdict) => handoffs.get(spotOf(verdict).linkId)?.changes[lens] !== 'handoff').length;
  const entry = (key: LegendEntry['key'], mark: Omit<MarkState, 'severity'>) => ({
    key,
    mark: { ...mark, severity: null },
    count: counts[key],
    others: key === 'gap' ? others : 0,
    all: key === 'gap' ? toMend.length : counts[key],
  });
  return [
    entry('gap', { state: 'gap' }),
    entry('settled', { state: 'settled' }),
    entry('smooth', { state: 'smooth' }),
    entry('unreviewed', { state: 'unreviewed' }),
    entry('again', { state: 'unreviewed', was: wasGap ? 'gap' : 'smooth' }),
  ];
}
