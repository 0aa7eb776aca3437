import { type Lens, lenses, lensField } from '../model/lens.ts';
import type { PastVerdict, Verdict } from '../model/records/verdict.ts';
import { type MapTables, mapRecord } from '../model/tables.ts';
import { compareValues } from './handoffs.ts';
import { severityOf } from './severity.ts';

/** What is different at one end of a handoff since it was judged. Ids of library entries. */
export interface ChangeOfEnd {
  readonly touchpointId: string;
  readonly lens: Lens;
  readonly before: readonly string[];
  readonly now: readonly string[];
}

/** What has changed at the ends of a verdict since it was given; nothing when it still holds or an end is gone. */
export function changesSince(map: MapTables, verdict: Verdict): ChangeOfEnd[] {
  const ends = verdict.from === verdict.to ? (['to'] as const) : (['from', 'to'] as const);
  return ends.flatMap((end) => {
    const touchpoint = map.touchpoints[verdict[end]];
    if (touchpoint === undefined) return [];
    return lenses.flatMap((lens): ChangeOfEnd[] => {
      const before = verdict.basis[end][lensField[lens]];
      const now = touchpoint[lensField[lens]];
      const isSame = before.length === now.length && before.every((id, index) => id === now[index]);
      return isSame ? [] : [{ touchpointId: touchpoint.id, lens, before, now }];
    });
  });
}

/** What was judged of a pair before its verdict of today, the latest first. */
export function pastVerdictsOf(map: MapTables, from: string, to: string): PastVerdict[] {
  return Object.values(map.pastVerdicts)
    .filter((past) => past.from === from && past.to === to)
    .sort((a, b) => (a.judgedAt < b.judgedAt ? 1 : -1));
}

/** The severity a verdict had on the values it was given for, 1 to 5; null for a smooth one. */
export function severityThen(map: MapTables, verdict: Verdict | PastVerdict): number | null {
  if (verdict.state !== 'gap') return null;
  const { from, to } = verdict.basis;
  const changed = lenses.filter((lens) => compareValues(from[lensField[lens]], to[lensField[lens]]) === 'handoff');
  const importance = map.touchpoints[verdict.to]?.importance ?? null;
  const isInside = verdict.from === verdict.to;
  return severityOf(verdict, isInside ? null : changed, importance, mapRecord(map).kindWeights).value;
}
