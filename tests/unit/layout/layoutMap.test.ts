import { describe, expect, test } from 'vitest';
import {
  CARD_GAP,
  CARD_HEIGHT,
  CARD_WIDTH,
  HEAD_HEIGHT,
  LANE_TEXT_WIDTH,
  MIN_LANE_HEIGHT,
  ROW_PADDING,
} from '../../../src/layout/metrics.ts';
import { draftMap, lay } from './mapDraft.ts';

const keys = (items: readonly { key: string }[]) => items.map((item) => item.key);

describe('L3 columns', () => {
  test('L3 follow the stages, then the steps, by their order keys', () => {
    const { docs } = draftMap([2, 1]);
    docs.map.stages.st_2 = { id: 'st_2', order: 'Zz', name: 'First' };
    const scene = lay(docs);
    expect(scene.columns.map((column) => column.stepId)).toEqual(['sp_2_1', 'sp_1_1', 'sp_1_2']);
    expect(scene.stages.map((stage) => stage.id)).toEqual(['st_2', 'st_1']);
  });

  test('L3 span the map without holes, and hold their cards', () => {
    const scene = lay(draftMap([2, 3]).docs);
    let x = 0;
    for (const column of scene.columns) {
      expect(column.x).toBe(x);
      expect(column.cardX).toBeGreaterThan(column.x);
      expect(column.cardX + CARD_WIDTH).toBeLessThan(column.x + column.width);
      x += column.width;
    }
    expect(scene.width).toBe(x);
  });
});

describe('L4 rows', () => {
  test('L4 are lanes above, values in use in library order, "not set", lanes below', () => {
    const draft = draftMap([1]);
    draft.lane('low', { side: 'below' });
    draft.lane('high');
    draft.lane('secret', { hidden: true });
    draft.touchpoint('a', '1_1', ['phone']);
    draft.touchpoint('b', '1_1', ['web', 'shop']);
    draft.touchpoint('c', '1_1');
    expect(keys(lay(draft.docs).rows)).toEqual(['lane:la_high', 'row:ch_web', 'row:ch_phone', 'row:', 'lane:la_low']);
  });

  test('L4 "not set" goes when its last card goes', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['web']);
    expect(keys(lay(draft.docs).rows)).toEqual(['row:ch_web']);
  });

  test('L4 a map without touchpoints keeps one row to put the first in', () => {
    expect(keys(lay(draftMap([1]).docs).rows)).toEqual(['row:']);
  });

  test('L4 rows asked for are shown though empty, in library order', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['shop']);
    expect(keys(lay(draft.docs, { extraRows: ['ch_phone', 'ch_web', 'ch_unknown'] }).rows)).toEqual([
      'row:ch_web',
      'row:ch_shop',
      'row:ch_phone',
    ]);
  });

  test('L4 a value the library lacks counts as not set', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['gone']);
    expect(lay(draft.docs).placements[0]?.rowKey).toBe('row:');
  });

  test('L4 another lens gives other rows to the same touchpoints', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['web'], { devices: ['dv_phone'] });
    expect(keys(lay(draft.docs, { lens: 'device' }).rows)).toEqual(['row:dv_phone']);
    expect(keys(lay(draft.docs, { lens: 'department' }).rows)).toEqual(['row:']);
  });
});

describe('L5 cells', () => {
  test('L5 stack by order key, then by id', () => {
    const draft = draftMap([1]);
    draft.touchpoint('b', '1_1', ['web'], { order: 'a5' });
    draft.touchpoint('c', '1_1', ['web'], { order: 'a1' });
    draft.touchpoint('a', '1_1', ['web'], { order: 'a5' });
    const scene = lay(draft.docs);
    expect(scene.placements.map((card) => [card.recordId, card.index])).toEqual([
      ['tp_c', 0],
      ['tp_a', 1],
      ['tp_b', 2],
    ]);
  });

  test('L11 a row is as high as its fullest cell and no higher', () => {
    const draft = draftMap([2]);
    for (const name of ['a', 'b', 'c']) draft.touchpoint(name, '1_1', ['web']);
    draft.touchpoint('d', '1_2', ['web']);
    expect(lay(draft.docs).rows[0]?.height).toBe(3 * CARD_HEIGHT + 2 * CARD_GAP + 2 * ROW_PADDING);
    expect(lay(draft.docs).rows[0]?.y).toBe(HEAD_HEIGHT);
  });
});

describe('L6 folding', () => {
  const full = (count: number) => {
    const draft = draftMap([2]);
    for (let index = 0; index < count; index++) draft.touchpoint(`t${index}`, '1_1', ['web']);
    return draft;
  };

  test('L6 six cards are shown, of seven one folds', () => {
    expect(lay(full(6).docs).folds).toEqual([]);
    const scene = lay(full(7).docs);
    expect(scene.placements).toHaveLength(6);
    expect(scene.folds).toMatchObject([{ cell: 'sp_1_1|row:ch_web', count: 1 }]);
    expect(scene.rows[0]?.count).toBe(7);
  });

  test('L6 an unfolded cell and an export show all', () => {
    expect(lay(full(9).docs, { unfolded: new Set(['sp_1_1|row:ch_web']) }).placements).toHaveLength(9);
    expect(lay(full(9).docs, { unfolded: new Set(['sp_1_2|row:ch_web']) }).placements).toHaveLength(6);
    expect(lay(full(9).docs, { unfolded: true }).folds).toEqual([]);
  });

  test('L7 links of folded cards attach to the fold, once for each pair of boxes', () => {
    const draft = full(9);
    draft.touchpoint('next', '1_2', ['shop']);
    for (const name of ['t6', 't7', 't0']) draft.link(name, 'next');
    draft.link('t7', 't8');
    const scene = lay(draft.docs);
    expect(scene.links.map((link) => [link.from, link.to])).toEqual([
      ['sp_1_1|row:ch_web', 'tp_next'],
      ['tp_t0', 'tp_next'],
    ]);
  });
});

describe('L7 collapsing', () => {
  const draft = draftMap([2, 1]);
  draft.lane('pains', { side: 'below', role: 'pains' });
  draft.card('p', '1_2', 'pains', 'Too slow');
  draft.touchpoint('a', '1_1', ['web']);
  draft.touchpoint('b', '1_2', ['web']);
  draft.touchpoint('c', '1_2', ['shop']);
  draft.touchpoint('d', '2_1', ['shop']);
  draft.link('a', 'b');
  draft.link('a', 'd');
  draft.link('b', 'd');
  draft.link('c', 'd');

  test('L7 a collapsed stage is one narrow column of summaries', () => {
    const scene = lay(draft.docs, { collapsedStages: new Set(['st_1']) });
    expect(scene.columns.map((column) => [column.stageId, column.collapsed])).toEqual([
      ['st_1', true],
      ['st_2', false],
    ]);
    expect(scene.columns[0]?.width).toBeLessThan(CARD_WIDTH);
    expect(scene.placements.map((card) => card.recordId)).toEqual(['tp_d']);
    expect(scene.cells.map((cell) => [cell.cell, cell.count])).toEqual([
      ['sp_1_1|row:ch_web', 2],
      ['sp_1_1|row:ch_shop', 1],
      ['sp_2_1|row:ch_shop', 1],
      ['sp_1_1|lane:la_pains', 1],
    ]);
    expect(scene.links.map((link) => link.key)).toEqual(['sp_1_1|row:ch_web>tp_d', 'sp_1_1|row:ch_shop>tp_d']);
  });

  test('L7 a merged link shows the worst state', () => {
    const scene = lay(draft.docs, { collapsedStages: new Set(['st_1']) });
    expect(scene.links[0]).toMatchObject({ state: { handoff: true, state: 'gap', severity: 3 }, changesRow: true });
  });

  test('L7 a collapsed row is thin and holds summaries', () => {
    const scene = lay(draft.docs, { collapsedRows: new Set(['row:ch_web', 'lane:la_pains']) });
    expect(scene.rows.map((row) => [row.key, row.collapsed])).toEqual([
      ['row:ch_web', true],
      ['row:ch_shop', false],
      ['lane:la_pains', true],
    ]);
    expect(scene.rows[0]?.height).toBeLessThan(CARD_HEIGHT);
    expect(scene.placements.every((card) => card.rowKey === 'row:ch_shop')).toBe(true);
  });

  test('L7 a cell tells the worst state that arrives in it, and the highest severity', () => {
    const cells = new Map(lay(draft.docs).cells.map((cell) => [cell.cell, [cell.worst, cell.severity]]));
    expect(cells.get('sp_2_1|row:ch_shop')).toEqual(['gap', 3]);
    expect(cells.get('sp_1_2|row:ch_web')).toEqual(['none', null]);
  });
});

describe('L14 lanes', () => {
  test('L14 text wraps to the card, cards stack, the lane is as high as its fullest cell', () => {
    const draft = draftMap([2]);
    draft.lane('notes');
    draft.card('a', '1_1', 'notes', 'A sentence that is much too long to stand in one line of a card');
    draft.card('b', '1_1', 'notes', 'Short');
    const scene = lay(draft.docs);
    const [a, b] = scene.placements;
    expect(a?.lines?.length).toBeGreaterThan(1);
    expect(a?.lines?.every((line) => line.width <= LANE_TEXT_WIDTH)).toBe(true);
    expect(b?.y).toBeGreaterThanOrEqual((a?.y ?? 0) + (a?.height ?? 0));
    const lane = scene.rows[0];
    expect((b?.y ?? 0) + (b?.height ?? 0)).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0));
  });

  test('L14 an empty lane keeps its least height', () => {
    const draft = draftMap([1]);
    draft.lane('notes');
    expect(lay(draft.docs).rows[0]?.height).toBe(MIN_LANE_HEIGHT);
  });

  test('L14 long text is cut on screen and whole in exports', () => {
    const draft = draftMap([1]);
    draft.lane('notes');
    draft.card('a', '1_1', 'notes', 'words and words '.repeat(80));
    const screen = lay(draft.docs).placements[0]?.lines ?? [];
    expect(screen.at(-1)?.text.endsWith('…')).toBe(true);
    expect(lay(draft.docs, { unfolded: true }).placements[0]?.lines?.length).toBeGreaterThan(screen.length);
  });
});
