import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceWays } from '../../../src/canvas/traceWays.ts';
import { draftMap } from '../layout/mapDraft.ts';

function linked(pairs: [string, string][]) {
  const draft = draftMap([1]);
  for (const name of new Set(pairs.flat())) draft.touchpoint(name, '1_1', ['web']);
  for (const [from, to] of pairs) draft.link(from, to);
  return draft.docs.map;
}
const names = (ids: ReadonlySet<string> | undefined) => [...(ids ?? [])].map((id) => id.slice(3)).sort();

describe('a trace', () => {
  const map = linked([
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'b'],
    ['b', 'y'],
    ['x', 'z'],
  ]);

  it('F11 through a touchpoint holds all that leads there and all it leads to', () => {
    const trace = traceWays(map, 'tp_b', new Set());
    expect(names(trace?.touchpoints)).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(trace?.links.size).toBe(4);
  });

  it('F11 through a link holds no other way between', () => {
    const trace = traceWays(map, 'ln_tp_a-tp_b', new Set());
    expect(names(trace?.touchpoints)).toEqual(['a', 'b', 'c', 'y']);
    expect(trace?.links.has('ln_tp_x-tp_b')).toBe(false);
  });

  it('F11 leaves out links that do not count, and is none where nothing leads on', () => {
    expect(names(traceWays(map, 'tp_b', new Set(['ln_tp_b-tp_c']))?.touchpoints)).toEqual(['a', 'b', 'x', 'y']);
    expect(traceWays(map, 'tp_z', new Set(['ln_tp_x-tp_z']))).toBeNull();
    expect(traceWays(map, 'tp_gone', new Set())).toBeNull();
  });

  it('F11 ends in circles, and every link of it is reached from its start or leads to it', () => {
    const pair = fc.tuple(fc.constantFrom(...'abcdef'), fc.constantFrom(...'abcdef'));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 14 }), (pairs) => {
        const drawn = linked(pairs);
        const start = pairs[0]?.[0] as string;
        const trace = traceWays(drawn, `tp_${start}`, new Set());
        const reach = (next: (link: { from: string; to: string }) => [string, string]) => {
          const seen = new Set([`tp_${start}`]);
          for (let round = 0; round < 8; round++)
            for (const link of Object.values(drawn.links)) {
              const [at, to] = next(link);
              if (seen.has(at)) seen.add(to);
            }
          return seen;
        };
        const onward = reach(({ from, to }) => [from, to]);
        const before = reach(({ from, to }) => [to, from]);
        const wanted = Object.values(drawn.links).filter(
          ({ from, to }) => from !== to && (onward.has(from) || before.has(to)),
        );
        expect([...(trace?.links ?? [])].sort()).toEqual(wanted.map(({ id }) => id).sort());
      }),
    );
  });
});
