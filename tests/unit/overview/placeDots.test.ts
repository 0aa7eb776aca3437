import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankOpportunity } from '../../../src/model/blanks.ts';
import type { Opportunity } from '../../../src/model/records/opportunity.ts';
import { DOT, gradesAfter, gradesAt, placeDots } from '../../../src/panels/opportunities/placeDots.ts';

const size = { cellWidth: 49, cellHeight: 38 };
const grade = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const opportunities = fc
  .array(fc.record({ impact: grade, effort: grade }), { maxLength: 40 })
  .map((all) =>
    all.map((grades, index): Opportunity => ({ ...blankOpportunity, ...grades, id: `op_${index}`, order: 'a0' })),
  );

describe('the matrix of impact and effort', () => {
  it('O1 every dot with grades lies in its cell, every other below the cells and inside the matrix', () => {
    fc.assert(
      fc.property(opportunities, (all) => {
        const { places, height, restY } = placeDots(all, size);
        expect(places.size).toBe(all.length);
        for (const { id, impact, effort } of all) {
          const { x, y } = places.get(id) ?? { x: Number.NaN, y: Number.NaN };
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + DOT).toBeLessThanOrEqual(5 * size.cellWidth);
          expect(y + DOT).toBeLessThanOrEqual(height);
          const isGraded = impact !== null && effort !== null;
          expect(gradesAt(x + DOT / 2, y + DOT / 2, size)).toEqual(isGraded ? { impact, effort } : null);
          if (!isGraded) expect(y).toBeGreaterThan(restY ?? Number.NaN);
        }
      }),
    );
  });

  it('O1 two dots never lie on each other exactly', () => {
    fc.assert(
      fc.property(opportunities, (all) => {
        const { places } = placeDots(all, size);
        expect(new Set([...places.values()].map(({ x, y }) => `${x},${y}`)).size).toBe(all.length);
      }),
    );
  });

  it('O1 an arrow key goes one grade, stops at the border, and puts what has no grades into the middle', () => {
    const at = (impact: number | null, effort: number | null) => ({ impact, effort });
    expect(gradesAfter('ArrowUp', at(3, 3))).toEqual({ impact: 4, effort: 3 });
    expect(gradesAfter('ArrowDown', at(3, 3))).toEqual({ impact: 2, effort: 3 });
    expect(gradesAfter('ArrowRight', at(3, 3))).toEqual({ impact: 3, effort: 4 });
    expect(gradesAfter('ArrowLeft', at(3, 3))).toEqual({ impact: 3, effort: 2 });
    expect(gradesAfter('ArrowUp', at(5, 1))).toBeNull();
    expect(gradesAfter('ArrowLeft', at(5, 1))).toBeNull();
    expect(gradesAfter('ArrowUp', at(null, null))).toEqual({ impact: 3, effort: 3 });
    expect(gradesAfter('ArrowUp', at(5, null))).toEqual({ impact: 5, effort: 3 });
    expect(gradesAfter('a', at(3, 3))).toBeNull();
  });
});
