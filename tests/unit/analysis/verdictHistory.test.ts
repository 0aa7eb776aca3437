import { describe, expect, it } from 'vitest';
import { changesSince, pastVerdictsOf, severityThen } from '../../../src/analysis/verdictHistory.ts';
import type { Verdict } from '../../../src/model/records/verdict.ts';
import { smallMap } from '../../support/startDocs.ts';

describe('what changed since a verdict', () => {
  it('J2 names the end, the property, the values then and now; nothing while the verdict holds', () => {
    const { editor, ids } = smallMap();
    const verdict = () => editor.documents().map.verdicts[`vd_${ids.a}-${ids.b}`] as Verdict;
    expect(changesSince(editor.documents().map, verdict())).toEqual([]);
    editor.run('updateTouchpoint', { id: ids.b, fields: { channels: ['ch_app'], devices: ['dv_mobile'] } });
    expect(changesSince(editor.documents().map, verdict())).toEqual([
      { touchpointId: ids.b, lens: 'channel', before: ['ch_shop'], now: ['ch_app'] },
      { touchpointId: ids.b, lens: 'device', before: [], now: ['dv_mobile'] },
    ]);
    editor.run('updateTouchpoint', { id: ids.a, fields: { channels: ['ch_ad', 'ch_website'] } });
    expect(changesSince(editor.documents().map, verdict())[0]).toMatchObject({ touchpointId: ids.a, lens: 'channel' });
  });

  it('J2 of friction inside a touchpoint each change comes once', () => {
    const { editor, ids } = smallMap();
    editor.run('judgeHandoff', { from: ids.c, to: ids.c, state: 'gap' });
    editor.run('updateTouchpoint', { id: ids.c, fields: { devices: [] } });
    const verdict = editor.documents().map.verdicts[`vd_${ids.c}-${ids.c}`] as Verdict;
    expect(changesSince(editor.documents().map, verdict)).toHaveLength(1);
  });

  it('J2 verdicts before come latest first, each with the severity it had on its own values', () => {
    const { editor, ids } = smallMap();
    const judge = (state: 'smooth' | 'gap', day: string) =>
      editor.run('judgeHandoff', {
        from: ids.a,
        to: ids.b,
        state,
        severity: null,
        judgedAt: `2026-03-0${day}T00:00:00Z`,
      });
    judge('gap', '1');
    editor.run('updateTouchpoint', { id: ids.b, fields: { departments: ['dp_it'] } });
    editor.run('updateTouchpoint', { id: ids.a, fields: { departments: ['dp_sales'] } });
    judge('smooth', '2');
    editor.run('updateTouchpoint', { id: ids.b, fields: { departments: [] } });
    judge('gap', '3');
    const { map } = editor.documents();
    const past = pastVerdictsOf(map, ids.a, ids.b);
    expect(past.map(({ state, judgedAt }) => [state, judgedAt.slice(0, 10)])).toEqual([
      ['smooth', '2026-03-02'],
      ['gap', '2026-03-01'],
    ]);
    expect(past.map((then) => severityThen(map, then))).toEqual([null, 3]);
    expect(pastVerdictsOf(map, ids.b, ids.a)).toEqual([]);
  });
});
