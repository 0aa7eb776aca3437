import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepList } from '../../../src/layout/keepIdentity.ts';
import { sameValue } from '../../../src/model/patch.ts';

/** Small enough for two of them to be alike often. */
const { value } = fc.letrec<{ value: unknown; list: unknown[]; object: object }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(0, 1, 'a', null, true), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 2 }),
  object: fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { noNullPrototype: true }),
}));

test('L8 two values are the same where they hold the same, and not where either holds more', () => {
  expect(sameValue({ marks: {} }, { marks: { a: 'gap' } })).toBe(false);
  expect(sameValue({ marks: { a: 'gap' } }, { marks: {} })).toBe(false);
  expect(sameValue([], {})).toBe(false);
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameValue(a, b)).toBe(isDeepStrictEqual(a, b));
      expect(sameValue(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('L8 a cell at whose touchpoint a mark has come is not taken for the one before', () => {
  const cell = (marks: object) => ({ cell: 'sp_1|row:', worst: 'gap', marks });
  const before = [cell({ tp_2: 'gap' }), cell({})];
  const after = [cell({ tp_1: 'gap', tp_2: 'gap' }), cell({})];
  expect(keepList(before, after, (_) => _.cell)).toEqual(after);
});
