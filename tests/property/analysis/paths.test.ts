import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waysOf } from '../../../src/analysis/paths.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { draftMap } from '../../unit/layout/mapDraft.ts';

/** Links between up to nine touchpoints, in any direction, as pairs of numbers; each pair once. */
const arbitraryLinks = fc.uniqueArray(
  fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })).filter(([from, to]) => from !== to),
  { minLength: 1, maxLength: 16, selector: ([from, to]) => `${from}>${to}` },
);

function drawn(links: readonly (readonly [number, number])[], marked: readonly number[] = []) {
  const draft = draftMap([1]);
  for (let index = 0; index < 9; index++) draft.touchpoint(String(index), '1_1');
  for (const index of marked) {
    const touchpoint = draft.docs.map.touchpoints[`tp_${index}`] as Touchpoint;
    draft.docs.map.touchpoints[touchpoint.id] = { ...touchpoint, ending: index % 2 === 0 ? 'goal' : 'lost' };
  }
  for (const [from, to] of links) draft.link(String(from), String(to));
  return waysOf(draft.docs.map, []);
}

describe('ways', () => {
  test('Y5 of a map without circles are as many as there are when each is walked', () => {
    fc.assert(
      fc.property(arbitraryLinks, (any) => {
        const links = any.filter(([from, to]) => from < to);
        fc.pre(links.length > 0);
        const from = (node: number): number => {
          const next = links.filter((link) => link[0] === node);
          return next.length === 0 ? 1 : next.reduce((sum, link) => sum + from(link[1]), 0);
        };
        const starts = [...new Set(links.map(([node]) => node))].filter((node) => links.every(([, to]) => to !== node));
        const { count, loops, ways } = drawn(links);
        expect(count).toBe(BigInt(starts.reduce((sum, node) => sum + from(node), 0)));
        expect(ways).toHaveLength(Number(count));
        expect(loops).toEqual([]);
      }),
    );
  });

  test('Y6 of any map go over links, from a start to an end, twice through nothing, and with the loops over every link', () => {
    fc.assert(
      fc.property(arbitraryLinks, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), (links, marked) => {
        const { ways, count, loops, starts, ends } = drawn(links, marked);
        const known = new Set(links.map(([from, to]) => `tp_${from}>tp_${to}`));
        const used = new Set(loops.map(({ from, to }) => `${from}>${to}`));
        expect(new Set(ways.map(({ ids }) => ids.join())).size).toBe(ways.length);
        for (const { ids } of ways) {
          expect(starts).toContain(ids[0]);
          expect(ends).toContain(ids.at(-1));
          expect(new Set(ids).size).toBe(ids.length);
          for (const [index, to] of ids.slice(1).entries()) used.add(`${ids[index]}>${to}`);
        }
        if (count <= 1000n) {
          expect(BigInt(ways.length)).toBe(count);
          expect([...used].sort()).toEqual([...known].sort());
          const linked = marked.filter((index) => links.some((link) => link.includes(index)));
          for (const index of linked) expect(ways.some(({ ids }) => ids.at(-1) === `tp_${index}`)).toBe(true);
        } else expect(ways).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
