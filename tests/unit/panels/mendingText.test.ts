import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../src/app/locales/en.ts';
import { enGapList } from '../../../src/app/locales/enGapList.ts';
import type { Verdict } from '../../../src/model/records/verdict.ts';
import { mendingText } from '../../../src/panels/gaps/mendingText.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: 'en',
    resources: { en: { translation: { ...en, ...enGapList } } },
    interpolation: { escapeValue: false },
  }),
);
const range = (low: number, high: number) => ({ low, high, source: '' });
const gap = (mendingCost: Verdict['mendingCost'], mendingReturn: Verdict['mendingReturn']) => ({
  verdict: { mendingCost, mendingReturn } as Verdict,
});

describe('what mending costs and returns', () => {
  it('J10 says of each sum how many gaps it is known of, and of how many both are', () => {
    const gaps = [gap(range(40, 60), range(120, 180)), gap(range(20, 30), null), gap(range(15, 25), null)];
    expect(mendingText(gaps, i18n.t, 'en')).toBe(
      'Mending costs 75–115 once: known of 3 of 3 gaps. It returns 120–180 a year: known of 1 of 3 gaps. ' +
        'Where both are known, which is so of 1 of 3 gaps, the first year leaves 60–140.',
    );
    expect(mendingText([gap(null, range(5, 5)), gap(range(1, 1), null)], i18n.t, 'en')).toBe(
      'Mending costs 1 once: known of 1 of 2 gaps. It returns 5 a year: known of 1 of 2 gaps.',
    );
    expect(mendingText([gap(null, null)], i18n.t, 'en')).toBe('What mending costs and returns is not known yet.');
  });
});
