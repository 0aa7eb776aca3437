import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, findAll, ruleNames } from '../../../src/analysis/findings.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enGapList } from '../../../src/app/locales/enGapList.ts';
import { findingSentence } from '../../../src/panels/gaps/findingSentence.ts';
import { feel, takePart } from '../analysis/people.ts';
import { draftMap } from '../layout/mapDraft.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: 'en',
    resources: { en: { translation: { ...en, ...enGapList } } },
    interpolation: { escapeValue: false },
  }),
);

function finding(rule: Finding['rule'], data: Finding['data']): Finding {
  return { rule, place: { placeId: 'tp_a', toId: null }, data, dismissed: null };
}

describe('findings in words', () => {
  it('J18 every rule has a name and a sentence without a hole', () => {
    const { docs } = draftMap([1]);
    for (const rule of ruleNames) {
      expect(i18n.exists(`finding.rules.${rule}`), rule).toBe(true);
      const sentence = findingSentence(
        docs,
        finding(rule, { count: 2, steps: 2, hours: 96, severity: 4 }),
        i18n.t,
        'en',
      );
      expect(sentence, rule).toMatch(/^[^{}]{10,}\.$/);
      expect(sentence).not.toContain('finding.');
    }
  });

  it('J18 names touchpoints, personas, channels and devices', () => {
    const draft = draftMap([1, 1, 1, 1]);
    takePart(draft.docs, 'Anna');
    draft.docs.library.personas.pe_Anna = { id: 'pe_Anna', name: 'Anna' } as never;
    draft.touchpoint('a', '1_1', ['web'], { devices: ['dv_web'], promise: 'A call', promiseKeptAt: 'tp_a0' });
    draft.touchpoint('b', '4_1', ['web'], { devices: ['dv_phone'] });
    draft.link('a', 'b');
    feel(draft.docs, 'a', 'Anna', 1);
    feel(draft.docs, 'b', 'Anna', -2);
    const said = findAll(draft.docs).map((one) => findingSentence(draft.docs, one, i18n.t, 'en'));
    expect(said).toContain('Anna feels worse after the handoff: from +1 to -2.');
    expect(said).toContain('The channel stays (web), but the customer has to change from web to phone.');
    expect(said).toContain('The customer hears nothing for 2 steps.');
    expect(said.some((one) => one.startsWith('Promised: “A call”.'))).toBe(true);
  });
});
