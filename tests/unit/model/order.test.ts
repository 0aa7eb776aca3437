import { describe, expect, it } from 'vitest';
import { inOrder, isOrderKey, ordersBefore } from '../../../src/model/order.ts';
import { smallMap } from '../../support/startDocs.ts';

const TIMES = 2000;
const ADDED = 500;
const UNDONE = 400;

describe('order keys', () => {
  it.each(['before the same record', 'after the same record'] as const)(
    'S93 2,000 records put %s keep short keys and their order, mostly by one row each',
    (where) => {
      const siblings = [
        { id: 'cd_a', order: 'a0' },
        { id: 'cd_z', order: 'a1' },
      ];
      const expected = ['cd_a', 'cd_z'];
      let rewrites = 0;
      for (let turn = 0; turn < TIMES; turn++) {
        const list = inOrder(siblings);
        const before = where === 'before the same record' ? 'cd_z' : (list[1]?.id as string);
        const orders = new Map(siblings.map(({ id, order }) => [id, order]));
        const [order] = ordersBefore(list as { id: string; order: string }[], before, 1);
        if (siblings.some((sibling) => orders.get(sibling.id) !== sibling.order)) rewrites++;
        const id = `cd_${turn}`;
        expected.splice(expected.indexOf(before), 0, id);
        siblings.push({ id, order: order as string });
      }
      expect(inOrder(siblings).map(({ id }) => id)).toEqual(expected);
      expect(siblings.every(({ order }) => isOrderKey(order) && order.length <= 60)).toBe(true);
      expect(rewrites).toBeGreaterThan(0);
      expect(rewrites).toBeLessThan(TIMES / 100);
    },
  );

  it('S93 several at once find room too, where keys have grown by another program', () => {
    const long = `a0${'V'.repeat(190)}`;
    const siblings = [
      { id: 'cd_a', order: 'a0' },
      { id: 'cd_b', order: long },
    ];
    const orders = ordersBefore(siblings, 'cd_b', 3);
    expect([siblings[0]?.order, ...orders, siblings[1]?.order]).toEqual(
      [siblings[0]?.order, ...orders, siblings[1]?.order].sort(),
    );
    expect(orders.every((order) => order.length <= 60)).toBe(true);
    expect(new Set(orders).size).toBe(3);
  });

  it('S93 in a map touchpoints are added before one, and undo takes them back over a rebalancing', () => {
    const { editor, ids } = smallMap();
    const titles = () =>
      inOrder(Object.values(editor.documents().map.touchpoints).filter(({ stepId }) => stepId === ids.step2)).map(
        ({ title }) => title,
      );
    let most = 0;
    let several = 0;
    editor.subscribe(({ patches }) => {
      most = Math.max(most, patches.length);
      if (patches.length > 1) several++;
    });
    for (let turn = 0; turn < ADDED; turn++) {
      editor.run('addTouchpoint', { stepId: ids.step2, beforeId: ids.c, fields: { title: String(turn) } });
    }
    const all = Array.from({ length: ADDED }, (_, turn) => String(turn));
    expect(titles()).toEqual(['Visit', ...all, 'Till']);
    expect(most, 'a rebalancing writes the siblings').toBeGreaterThan(100);
    expect(several).toBeLessThan(ADDED / 100);
    for (let turn = 0; turn < UNDONE; turn++) editor.undo();
    expect(titles()).toEqual(['Visit', ...all.slice(0, ADDED - UNDONE), 'Till']);
  });
});
