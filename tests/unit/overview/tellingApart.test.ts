import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysOf } from '../../../src/analysis/paths.ts';
import { tellingApart } from '../../../src/analysis/tellingApart.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';

const tellings = (ways: readonly (readonly string[])[]) => [...ways.keys()].map(tellingApart(ways));
const words = (ways: readonly (readonly string[])[]) =>
  tellings(ways).map((telling, at) => JSON.stringify([ways[at]?.[0], ways[at]?.at(-1), telling]));
const short = (ways: readonly string[]) =>
  tellings(ways.map((way) => [...way])).map(
    ({ by, without, nth }) => `${by.join('')}${without.length > 0 ? `-${without.join('')}` : ''}${nth ?? ''}`,
  );

describe('ways told apart', () => {
  it('O11 WZ12 by the fewest touchpoints that others lack, else by one that others pass', () => {
    expect(short(['sxye', 'sxze', 'se', 'qxe'])).toEqual(['y', 'z', '-x', '']);
    // One that passes nothing of its own, and two of the same names.
    expect(short(['sabe', 'sae', 'sbe'])).toEqual(['ab', '-b', '-a']);
    expect(short(['sabe', 'sabe', 'sce'])).toEqual(['a1', 'a2', 'c']);
  });

  it('O11 WZ12 in the sample no two ways have the same words, for everyone and for each persona', () => {
    const { map } = buildSample(
      onlineShop,
      onlineShopEn,
      defaultLibrary((key) => key),
    );
    const personas = Object.values(map.mapPersonas).map(({ personaId }) => personaId);
    for (const wanted of [[], ...personas.map((id) => [id])]) {
      const ways = waysOf(map, wanted).ways.map(({ ids }) => ids.map((id) => map.touchpoints[id]?.title ?? ''));
      expect(ways.length).toBeGreaterThan(3);
      const told = words(ways);
      expect(new Set(told).size).toBe(ways.length);
      const longest = tellings(ways).map(({ by, without }) => by.length + without.length);
      expect(Math.max(...longest)).toBeLessThanOrEqual(5);
    }
  });

  it('O11 WZ12 of any ways no two have the same words, in whatever order they come', () => {
    const way = fc.tuple(fc.constantFrom('s', 't'), fc.subarray([...'abcdef']), fc.constantFrom('y', 'z'));
    fc.assert(
      fc.property(fc.array(way, { maxLength: 50 }), (drawn) => {
        const ways = drawn.map(([from, inside, to]) => [from, ...inside, to]);
        expect(new Set(words(ways)).size).toBe(ways.length);
        const unlike = [...new Map(ways.map((one) => [one.join(), one])).values()];
        expect(words(unlike.toReversed()).toReversed()).toEqual(words(unlike));
      }),
    );
  });
});
