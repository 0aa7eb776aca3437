import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agoInWords, dayOf, evidenceCheck } from '../../../src/analysis/evidenceCheck.ts';
import { personaFactGroupNames, personaFactGroups, personaFacts } from '../../../src/model/records/persona.ts';

describe('profiles', () => {
  it('Z1 every fact belongs to exactly one group', () => {
    const grouped = personaFactGroupNames.flatMap((group) => [...personaFactGroups[group]]);
    expect([...grouped].sort()).toEqual([...personaFacts].sort());
  });

  it.each([
    [null, null, false],
    ['2026-07-01', 0, false],
    ['2026-06-30', 1, false],
    ['2026-01-02', 180, false],
    ['2026-01-01', 181, true],
    ['2020-02-29', 2314, true],
    // A clock that was wrong, or a day typed for tomorrow: nothing to remind of.
    ['2026-08-01', 0, false],
    // A day the schema lets through and no calendar has.
    ['2026-13-45', null, false],
  ])('Z2 checked on %s: %s days ago, due: %s', (checkedOn, days, isDue) => {
    expect(evidenceCheck(checkedOn, '2026-07-01')).toEqual({ days, isDue });
  });

  it('Z2 a later check never makes a profile due that was not', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }).map(dayOf);
    fc.assert(
      fc.property(day, day, day, (a, b, today) => {
        const [earlier, later] = [a, b].sort() as [string, string];
        expect(evidenceCheck(later, today).isDue && !evidenceCheck(earlier, today).isDue).toBe(false);
      }),
    );
  });

  it.each([
    [0, 'en', 'today'],
    [1, 'en', 'yesterday'],
    [30, 'en', '30 days ago'],
    [31, 'en', 'last month'],
    [200, 'en', '6 months ago'],
    [364, 'en', '11 months ago'],
    [366, 'en', 'last year'],
    [1500, 'en', '4 years ago'],
    [200, 'ru', '6 месяцев назад'],
    [200, 'zh', '6个月前'],
    [200, 'th', '6 เดือนที่ผ่านมา'],
  ])('Z2 %s days in %s are "%s"', (days, language, words) => {
    expect(agoInWords(days, language)).toBe(words);
  });

  it('Z2 the day of a moment is the one of the place', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
