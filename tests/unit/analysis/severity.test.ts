import { describe, expect, it } from 'vitest';
import { severityOf } from '../../../src/analysis/severity.ts';
import { type Lens, lenses } from '../../../src/model/lens.ts';
import { defaultKindWeights } from '../../../src/model/records/map.ts';
import { type Check, checks, type Verdict } from '../../../src/model/records/verdict.ts';

type Answer = Verdict[Check];

/** What a verdict with these answers, in the order in which they are asked, has to say about severity. */
function answered(answers: readonly Answer[], severity: number | null = null) {
  return { ...Object.fromEntries(checks.map((check, index) => [check, answers[index]])), severity } as Parameters<
    typeof severityOf
  >[0];
}

const all = (answer: Answer) => answered([answer, answer, answer, answer, answer]);

describe('the severity of a gap', () => {
  it.each<[string, Lens[], Answer, number, number]>([
    ['A13 nothing wrong with the least kind and target: 1 + 4 x 0.4 x 1/6, rounded', ['device'], 'yes', 1, 1],
    ['A13 everything wrong: 5', [...lenses], 'no', 5, 5],
    ['A13 nothing known: 1 + 4 x (0.4 x 2/6 + 0.2 + 0.1)', ['channel'], 'unknown', 3, 3],
    ['A13 the department weighs most: 1 + 4 x (0.4 x 3/6 + 0.2 + 0.2)', ['department'], 'unknown', 5, 3],
    [
      'A13 department and channel to one that matters: 1 + 4 x (0.4 x 5/6 + 0.2 + 0.2 x 3/4)',
      ['channel', 'department'],
      'unknown',
      4,
      4,
    ],
  ])('%s', (_, changed, answer, importance, value) => {
    expect(severityOf(all(answer), changed, importance, defaultKindWeights)).toMatchObject({ value, computed: value });
  });

  it('A13 the weights can be changed; all zero counts every kind alike', () => {
    const kinds = (weights: Record<Lens, number>) => severityOf(all('no'), ['device'], 3, weights).kinds;
    expect(kinds({ channel: 1, device: 1, department: 2 })).toBe(0.25);
    expect(kinds({ channel: 0, device: 0, department: 0 })).toBeCloseTo(1 / 3);
  });

  it('A14 says which checks failed, which are unknown, and that an importance was assumed', () => {
    const severity = severityOf(answered(['yes', 'no', 'unknown', 'no', 'yes']), ['channel'], null, defaultKindWeights);
    expect(severity).toMatchObject({
      checks: 0.5,
      no: ['dataTravels', 'oneOwner'],
      unknown: ['nextStepTold'],
      importance: 3,
      importanceAssumed: true,
      byHand: false,
    });
  });

  it('A14 set by hand it counts as set, and what follows from the parts is still said', () => {
    const severity = severityOf(answered(['yes', 'yes', 'yes', 'yes', 'yes'], 5), ['device'], 1, defaultKindWeights);
    expect(severity).toMatchObject({ value: 5, computed: 1, byHand: true });
  });

  it('A15 inside one touchpoint the checks and the importance share the whole', () => {
    const value = (answer: Answer, importance: number) =>
      severityOf(all(answer), null, importance, defaultKindWeights).value;
    expect([value('yes', 1), value('unknown', 3), value('yes', 5), value('no', 5)]).toEqual([1, 3, 2, 5]);
    expect(severityOf(all('no'), null, 3, defaultKindWeights).kinds).toBeNull();
  });
});
