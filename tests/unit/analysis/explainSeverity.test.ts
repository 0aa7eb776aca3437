import fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { explainSeverity, unknownShare } from '../../../src/analysis/explainSeverity.ts';
import { severityOf } from '../../../src/analysis/severity.ts';
import { enGaps } from '../../../src/app/locales/enGaps.ts';
import { blankVerdict } from '../../../src/model/blanks.ts';
import { lenses } from '../../../src/model/lens.ts';
import { defaultKindWeights } from '../../../src/model/records/map.ts';
import { answers, checks } from '../../../src/model/records/verdict.ts';

const i18n = i18next.createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: enGaps } }, interpolation: { escapeValue: false } });

const weights = defaultKindWeights;
const verdict = {
  ...blankVerdict,
  customerKnown: 'no',
  dataTravels: 'no',
  nextStepTold: 'yes',
  oneOwner: 'yes',
} as const;

describe('the sentence on a severity', () => {
  it('J1 names the kinds with their share of the weight, the checks and the importance', () => {
    const severity = severityOf(verdict, ['channel', 'department'], 4, weights);
    expect(explainSeverity(severity, ['channel', 'department'], i18n.t, 'en')).toBe(
      '4 of 5: channel and department change (0.83 of the weight), 2 checks answered no, 1 unknown, importance of the target 4 of 5.',
    );
    expect(unknownShare(severity, i18n.t, 'en')).toBe('20% of the checks are unknown.');
  });

  it('J1 says of one set by hand what it is computed to', () => {
    const severity = severityOf({ ...verdict, severity: 5 }, ['device'], null, weights);
    const text = explainSeverity(severity, ['device'], i18n.t, 'en');
    expect(text).toBe(
      'Set by hand to 5. Computed it is 2 of 5: device changes (0.17 of the weight), 2 checks answered no, 1 unknown, importance of the target not set, so 3 of 5 is taken.',
    );
  });

  it('J1 speaks of friction where nothing changes, and of checks that are all answered', () => {
    const yes = { ...blankVerdict, ...Object.fromEntries(checks.map((check) => [check, 'yes'])) };
    const severity = severityOf(yes as typeof blankVerdict, null, 5, weights);
    expect(explainSeverity(severity, null, i18n.t, 'en')).toBe(
      '2 of 5: friction inside one touchpoint, all checks answered yes, importance of the target 5 of 5.',
    );
    expect(unknownShare(severity, i18n.t, 'en')).toBe('');
    expect(explainSeverity(severityOf(blankVerdict, ['channel'], 3, weights), ['channel'], i18n.t, 'en')).toContain(
      '5 checks unknown',
    );
  });

  it('J1 leaves no place unfilled, whatever the verdict', () => {
    fc.assert(
      fc.property(
        fc.record({
          severity: fc.option(fc.integer({ min: 1, max: 5 })),
          answers: fc.array(fc.constantFrom(...answers), { minLength: 5, maxLength: 5 }),
        }),
        fc.option(fc.subarray([...lenses], { minLength: 1 })),
        fc.option(fc.integer({ min: 1, max: 5 })),
        (given, changed, importance) => {
          const fields = Object.fromEntries(checks.map((check, index) => [check, given.answers[index]]));
          const severity = severityOf(
            { ...blankVerdict, ...fields, severity: given.severity },
            changed,
            importance,
            weights,
          );
          const text = explainSeverity(severity, changed, i18n.t, 'en');
          expect(text).not.toMatch(/[{}]|undefined|NaN|severity\./);
          expect(text).toContain(`${severity.computed} of 5`);
        },
      ),
    );
  });
});
