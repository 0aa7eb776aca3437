import { blankVerdict } from '../../../src/model/blanks.ts';
import { pairId } from '../../../src/model/ids.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import type { Verdict } from '../../../src/model/records/verdict.ts';
import type { MapDraft } from '../layout/mapDraft.ts';

/** Judges two touchpoints of a draft (or one, twice) as they are now. */
export function judge(draft: MapDraft, from: string, to: string, fields: Partial<Verdict> = {}): Verdict {
  const { map } = draft.docs;
  const end = (name: string) => {
    const { channels, devices, departments } = map.touchpoints[`tp_${name}`] as Touchpoint;
    return { channels, devices, departments };
  };
  const id = pairId('verdict', `tp_${from}`, `tp_${to}`);
  const verdict: Verdict = {
    ...blankVerdict,
    id,
    from: `tp_${from}`,
    to: `tp_${to}`,
    state: 'gap',
    basis: { from: end(from), to: end(to) },
    judgedAt: '2026-01-02T00:00:00Z',
    ...fields,
  };
  map.verdicts[id] = verdict;
  return verdict;
}
