import { describe, expect, it } from 'vitest';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import type { SampleDescription } from '../../../src/app/samples/sampleDescription.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { inOrder } from '../../../src/model/order.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';

const library = defaultLibrary((key) => key);
const build = (from = library) => {
  const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, from, '2025-01-01T00:00:00.000Z');
  return { map, library: { ...from, personas: { ...from.personas, ...personas }, kpis: { ...from.kpis, ...kpis } } };
};
const docs = build();
const { map } = docs;
const size = (table: object) => Object.keys(table).length;

/** Lines of a text, broken at spaces, at most `width` characters each. */
function lines(text: string, width: number): string[] {
  const done: string[] = [];
  for (const word of text.split(' ')) {
    const last = done.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) done[done.length - 1] = `${last} ${word}`;
    else done.push(word);
  }
  return done;
}

describe('the sample map', () => {
  it('is sound: repair finds nothing', () => {
    expect(repair(docs)).toEqual({ patches: [], notes: [] });
  });

  it('holds what it promises', () => {
    expect(size(map.stages)).toBe(5);
    expect(size(map.steps)).toBe(12);
    expect(size(map.touchpoints)).toBe(28);
    expect(size(map.links)).toBe(35);
    expect(size(map.mapPersonas)).toBe(2);
    expect(size(map.lanes)).toBe(5);
    expect(size(map.cards)).toBe(27);
    expect(size(map.sentiments)).toBeGreaterThan(1.6 * size(map.touchpoints));
    expect(Object.values(map.verdicts).map(({ state }) => state)).toEqual(['smooth', 'gap', 'gap', 'gap']);
    expect([...allHandoffs(map).values()].flatMap(({ severity }) => severity ?? []).sort()).toEqual([4, 4, 5]);
  });

  it('hands over between social media, website, phone, e-mail, shop and service team, and branches', () => {
    const first = (id: string, field: 'channels' | 'departments') => map.touchpoints[id]?.[field][0] ?? '';
    const handed = (field: 'channels' | 'departments') => {
      const change = field === 'channels' ? 'channel' : 'department';
      return [...allHandoffs(map).values()]
        .filter(({ changes }) => changes[change] === 'handoff')
        .map(({ from, to }) => [first(from, field), first(to, field)]);
    };
    const between = handed('channels');
    expect(between).toContainEqual(['ch_social', 'ch_website']);
    for (const channel of ['ch_website', 'ch_phone', 'ch_email', 'ch_shop']) {
      expect(between.filter(([from]) => from === channel).length, `from ${channel}`).toBeGreaterThan(0);
      expect(between.filter(([, to]) => to === channel).length, `to ${channel}`).toBeGreaterThan(0);
    }
    const departments = handed('departments');
    expect(departments.some(([from]) => from === 'dp_service')).toBe(true);
    expect(departments.some(([, to]) => to === 'dp_service')).toBe(true);
    const ways = Object.values(map.links);
    expect(
      ways.filter(({ id, from }) => ways.some((other) => other.from === from && other.id !== id)).length,
    ).toBeGreaterThan(3);
    expect(
      ways.filter(({ id, to }) => ways.some((other) => other.to === to && other.id !== id)).length,
    ).toBeGreaterThan(3);
  });

  it('keeps the written order of stages, steps, touchpoints and lanes', () => {
    expect(inOrder(Object.values(map.stages)).map(({ name }) => name)).toEqual(Object.values(onlineShopEn.stages));
    expect(inOrder(Object.values(map.lanes)).map(({ name }) => name)).toEqual(
      Object.values(onlineShopEn.lanes).map(({ name }) => name),
    );
    expect(inOrder(Object.values(map.touchpoints)).map(({ title }) => title)).toEqual(
      Object.keys(onlineShop.touchpoints).map((key) => onlineShopEn.touchpoints[key as 'advert'].title),
    );
  });

  it('every step has a touchpoint, and every touchpoint a channel, a device, a department and a link', () => {
    const used = new Set(Object.values(map.touchpoints).map(({ stepId }) => stepId));
    expect(used.size).toBe(size(map.steps));
    const linked = new Set(Object.values(map.links).flatMap(({ from, to }) => [from, to]));
    for (const { id, title, channels, devices, departments } of Object.values(map.touchpoints)) {
      expect([title, channels.length > 0, devices.length > 0, departments.length > 0, linked.has(id)]).toEqual([
        title,
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('links lead forward, but for the ways back and a few within a step', () => {
    const column = new Map(
      inOrder(Object.values(map.stages))
        .flatMap((stage) => inOrder(Object.values(map.steps).filter(({ stageId }) => stageId === stage.id)))
        .map(({ id }, index) => [id, index]),
    );
    const at = (id: string) => column.get(map.touchpoints[id]?.stepId ?? '') ?? Number.NaN;
    const moves = Object.values(map.links).map(({ from, to }) => Math.sign(at(to) - at(from)));
    expect(moves.filter((move) => move < 0)).toHaveLength(2);
    expect(moves.filter((move) => move === 0).length).toBeLessThanOrEqual(2);
  });

  it('titles fit on two lines of a card, and every text that the description names exists', () => {
    for (const { title } of Object.values(onlineShopEn.touchpoints)) {
      expect([title, lines(title, 14).length <= 2, title.length <= 28]).toEqual([title, true, true]);
    }
    for (const [, , label] of onlineShop.links as SampleDescription['links']) {
      if (label != null) expect(onlineShopEn.labels[label]).toBeTruthy();
    }
  });

  it('makes fresh ids each time, and puts its personas after those of the library', () => {
    const again = build(docs.library);
    expect(Object.keys(again.map.touchpoints).filter((id) => id in map.touchpoints)).toEqual([]);
    expect(inOrder(Object.values(again.library.personas)).map(({ name }) => name)).toEqual([
      'Anna',
      'Max',
      'Anna',
      'Max',
    ]);
    expect(repair(again).notes).toEqual([]);
  });

  it('leaves out what the library lacks', () => {
    expect(repair(build(emptyLibraryTables())).notes).toEqual([]);
  });
});
