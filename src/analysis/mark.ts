import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Verdict } from '../model/records/verdict.ts';
import type { MapTables } from '../model/tables.ts';
import { frictionOf } from './friction.ts';
import { isToMend } from './gapList.ts';
import type { Handoff } from './handoffs.ts';

/** What is shown of a handoff, or of friction inside a touchpoint: nothing, or one of the marks. */
export interface Mark {
  /** `settled` is a gap that is accepted or closed: nobody is to mend it. */
  readonly state: Handoff['state'] | 'settled';
  /** 1 to 5 for a gap, settled or not. */
  readonly severity: number | null;
  /** What was judged before an end changed. */
  readonly was?: Verdict['state'];
  /** Of a settled gap. */
  readonly status?: 'accepted' | 'closed';
}

/** The mark of a handoff. */
export function markOf({ state, severity, was, status }: Handoff): Mark {
  if (state === 'gap' && (status === 'accepted' || status === 'closed')) return { state: 'settled', severity, status };
  return was === null ? { state, severity } : { state, severity, was };
}

/** True of a handoff that is a gap to mend. A stale one is until it is judged again: nobody has said that it is mended. */
export function isGapToMend({ status }: Handoff): boolean {
  return status !== null && isToMend({ status });
}

/** The mark of friction inside a touchpoint, by what was judged about it; null where that is no gap. */
export function frictionMark(verdict: Verdict | undefined, touchpoint: Touchpoint): Mark | null {
  return verdict?.state === 'gap' ? markOf(frictionOf(verdict, touchpoint)) : null;
}

/** The marks of all touchpoints judged gaps, by their ids. */
export function frictionMarks({ verdicts, touchpoints }: MapTables): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const verdict of Object.values(verdicts)) {
    const touchpoint = verdict.from === verdict.to ? touchpoints[verdict.to] : undefined;
    const mark = touchpoint && frictionMark(verdict, touchpoint);
    if (touchpoint && mark) marks.set(touchpoint.id, mark);
  }
  return marks;
}
