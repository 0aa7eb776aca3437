import { describe, expect, test } from 'vitest';
import { cellAt, cellRect, placementAt } from '../../../src/layout/cellAt.ts';
import { draftMap, lay } from './mapDraft.ts';

const draft = draftMap([2]);
draft.touchpoint('a', '1_1', ['web']);
draft.touchpoint('b', '1_1', ['web']);
draft.touchpoint('c', '1_2', ['shop']);
const scene = lay(draft.docs);
const [a, b] = scene.placements as [(typeof scene.placements)[number], (typeof scene.placements)[number]];

describe('L10 points', () => {
  test('L10 a point over the upper half of a card falls before it, under it behind it', () => {
    expect(cellAt(scene, a.x + 5, a.y + 5)).toEqual({
      stepId: 'sp_1_1',
      rowKey: 'row:ch_web',
      index: 0,
      beforeId: 'tp_a',
    });
    expect(cellAt(scene, a.x + 5, a.y + a.height - 5)).toMatchObject({ index: 1, beforeId: 'tp_b' });
    expect(cellAt(scene, b.x + 5, b.y + b.height - 5)).toMatchObject({ index: 2, beforeId: null });
  });

  test('L10 dragged records do not count', () => {
    expect(cellAt(scene, a.x + 5, a.y + 5, new Set(['tp_a']))).toMatchObject({ index: 0, beforeId: 'tp_b' });
  });

  test('L10 an empty cell has place 0; outside the grid is no cell', () => {
    const rect = cellRect(scene, 'sp_1_2', 'row:ch_web');
    expect(cellAt(scene, (rect?.x ?? 0) + 1, (rect?.y ?? 0) + 1)).toEqual({
      stepId: 'sp_1_2',
      rowKey: 'row:ch_web',
      index: 0,
      beforeId: null,
    });
    expect(cellAt(scene, -1, a.y)).toBeNull();
    expect(cellAt(scene, scene.width, a.y)).toBeNull();
    expect(cellAt(scene, 5, 5)).toBeNull();
    expect(cellAt(scene, 5, scene.height)).toBeNull();
  });

  test('L10 placementAt hits cards and nothing else; cellRect knows unknown cells', () => {
    expect(placementAt(scene, a.x, a.y)?.recordId).toBe('tp_a');
    expect(placementAt(scene, a.x + a.width, a.y)).toBeNull();
    expect(cellRect(scene, 'sp_9_9', 'row:ch_web')).toBeNull();
    expect(cellRect(scene, 'sp_1_1', 'row:nope')).toBeNull();
  });
});
