import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combine } from '../../../src/analysis/kpi/combine.ts';
import { rollUps } from '../../../src/model/records/kpi.ts';

const counted = fc.record({ value: fc.integer({ min: -100, max: 100 }), n: fc.integer({ min: 1, max: 5000 }) });

it('Q15 rolling up the roll-ups of parts equals rolling up all at once, whatever the parts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rollUps.filter((rule) => rule !== 'none')),
      fc.array(fc.array(counted, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      (rule, parts) => {
        const whole = combine(rule, parts.flat());
        const byParts = combine(
          rule,
          parts.map((part) => combine(rule, part)).filter((part) => part !== null),
        );
        expect(byParts?.n).toBe(whole?.n);
        expect(byParts?.value).toBeCloseTo(whole?.value as number, 8);
        if (rule === 'sum') return;
        const values = parts.flat().map(({ value }) => value);
        expect(whole?.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(whole?.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      },
    ),
  );
});
