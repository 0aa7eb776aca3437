import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysOf } from '../../../src/analysis/paths.ts';
import { measuredVolumes, type Preference, traceWays as tracePreferring } from '../../../src/canvas/traceWays.ts';
import type { MapTables } from '../../../src/model/tables.ts';
import { draftMap } from '../layout/mapDraft.ts';

function linked(pairs: [string, string][]) {
  const draft = draftMap([1]);
  for (const name of new Set(pairs.flat())) draft.touchpoint(name, '1_1', ['web']);
  for (const [from, to] of pairs) draft.link(from, to);
  return draft.docs.map;
}
const noPreference: Preference = { volume: () => null, isHandoff: () => false };
const traceWays = (map: MapTables, id: string, without: ReadonlySet<string>, preference = noPreference) =>
  tracePreferring(map, id, without, preference);
const wayThrough = (map: MapTables, id: string, preference?: Partial<Preference>) =>
  names(
    new Set(
      [...(traceWays(map, id, new Set(), { ...noPreference, ...preference })?.way ?? [])].filter((each) =>
        each.startsWith('tp_'),
      ),
    ),
  ).join('');
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

  it('F12 one way through goes where most go, else to where nobody is lost, over the fewest handoffs, the shortest way', () => {
    const forked = linked([
      ['a', 'b'],
      ['b', 'c'],
      ['b', 'd'],
      ['d', 'e'],
      ['b', 'f'],
      ['f', 'g'],
      ['g', 'h'],
    ]);
    const link = (pair: string) => `ln_tp_${pair[0]}-tp_${pair[1]}`;
    expect(traceWays(forked, 'tp_b', new Set())?.count).toBe(3n);
    expect(wayThrough(forked, 'tp_b')).toBe('abc');
    expect(wayThrough(forked, 'tp_g')).toBe('abfgh');
    expect(wayThrough(forked, link('bd'))).toBe('abde');
    expect(wayThrough(forked, 'tp_b', { isHandoff: (id) => id === link('bc') })).toBe('abde');
    const lost = { ...forked.touchpoints.tp_c, ending: 'lost' } as MapTables['touchpoints'][string];
    const losing = { ...forked, touchpoints: { ...forked.touchpoints, tp_c: lost } };
    expect(wayThrough(losing, 'tp_b')).toBe('abde');
    expect(wayThrough(losing, 'tp_c')).toBe('abc');
    const shares = new Map([
      [link('bf'), 0.5],
      [link('bc'), 0.3],
    ]);
    expect(wayThrough(losing, 'tp_b', { volume: (id) => shares.get(id) ?? null })).toBe('abfgh');
    const shared = { ...forked, links: { ...forked.links } };
    const bd = link('bd');
    shared.links[bd] = { ...forked.links[bd], share: 0.4 } as MapTables['links'][string];
    const library = { kpis: {} } as Parameters<typeof measuredVolumes>[0]['library'];
    const volume = measuredVolumes(
      { map: shared, library },
      { linkKpiId: null, kpiId: null, period: null, personaIds: [] },
    );
    expect(wayThrough(shared, 'tp_b', { volume })).toBe('abde');
  });

  it('F12 the way is one of those that the list of paths has, and they are as many as go through there', () => {
    const pair = fc.tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom(...'abcdefg'));
    fc.assert(
      fc.property(fc.uniqueArray(pair, { minLength: 1, maxLength: 14, selector: String }), fc.nat(), (pairs, seed) => {
        const drawn = linked(pairs);
        const { ways, loops } = waysOf(drawn, []);
        const [from, to] = pairs[seed % pairs.length] as [string, string];
        const back = loops.some((loop) => loop.from === `tp_${from}` && loop.to === `tp_${to}`);
        fc.pre(from !== to && !back);
        const trace = traceWays(drawn, `ln_tp_${from}-tp_${to}`, new Set());
        const through = ways.filter(({ ids }) => ids.join().includes(`tp_${from},tp_${to}`));
        expect(trace?.count).toBe(BigInt(through.length));
        const cards = [...(trace?.way ?? [])].filter((id) => id.startsWith('tp_'));
        expect(through.map(({ ids }) => ids.join())).toContain(cards.join());
      }),
    );
  });
});
