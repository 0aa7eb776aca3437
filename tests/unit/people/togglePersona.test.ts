import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { togglePersona } from '../../../src/model/togglePersona.ts';

const all = ['pe_a', 'pe_b', 'pe_c'];

describe('choosing personas', () => {
  it.each([
    [[], 'pe_b', ['pe_b']],
    [['pe_b'], 'pe_a', ['pe_a', 'pe_b']],
    [['pe_b'], 'pe_b', []],
    [['pe_a', 'pe_b'], 'pe_c', []],
    [['pe_gone', 'pe_a'], 'pe_b', ['pe_a', 'pe_b']],
  ])('Z7 %j and %s give %j', (chosen, id, next) => {
    expect(togglePersona(all, chosen, id)).toEqual(next);
  });

  it('Z7 twice the same gives what was, unless everyone was reached', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.nat(), fc.nat(), (ids, mask, pick) => {
        const chosen = ids.filter((_, index) => (mask >> (index % 30)) & 1);
        const id = ids[pick % ids.length] as string;
        const once = togglePersona(ids, chosen, id);
        expect(once.length).toBeLessThan(ids.length);
        if (once.length > 0 && chosen.length < ids.length) expect(togglePersona(ids, once, id)).toEqual(chosen);
      }),
    );
  });
});
