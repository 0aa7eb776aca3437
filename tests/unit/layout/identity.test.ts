import { describe, expect, test } from 'vitest';
import { createLayout } from '../../../src/layout/layoutMap.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Scene } from '../../../src/layout/scene.ts';
import { applyPatches } from '../../../src/model/patch.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { draftMap, gapsBetweenRows, viewOf } from './mapDraft.ts';

function filled(): Documents {
  const draft = draftMap([2, 2]);
  draft.lane('pains', { side: 'below' });
  draft.card('p', '1_1', 'pains', 'Too slow');
  draft.touchpoint('a', '1_1', ['web']);
  draft.touchpoint('b', '1_2', ['web']);
  draft.touchpoint('c', '2_1', ['shop']);
  draft.touchpoint('d', '2_2', ['phone']);
  draft.touchpoint('e', '2_2', ['web']);
  draft.touchpoint('f', '1_1', ['phone']);
  draft.link('a', 'b');
  draft.link('b', 'c');
  draft.link('c', 'd');
  return draft.docs;
}

function layouter() {
  const layout = createLayout(createPlainMeasurer());
  const view = viewOf();
  return (docs: Documents) => layout(docs, view, gapsBetweenRows(docs, view));
}

/** How many parts of `next` are not the very objects of `previous`, by part. */
function fresh(previous: Scene, next: Scene): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const part of ['stages', 'columns', 'rows', 'placements', 'folds', 'cells', 'links'] as const) {
    const known = new Set<unknown>(previous[part]);
    const count = next[part].filter((item) => !known.has(item)).length;
    if (count > 0) counts[part] = count;
  }
  return counts;
}

describe('L8 identity', () => {
  test('L8 the same documents give the same scene', () => {
    const layout = layouter();
    const docs = filled();
    expect(layout(docs)).toBe(layout(structuredClone(docs)));
  });

  test('L8 a new title makes no new object', () => {
    const layout = layouter();
    const docs = filled();
    const before = layout(docs);
    expect(layout(applyPatches(docs, [{ path: ['map', 'touchpoints', 'tp_a', 'title'], value: 'Other' }]))).toBe(
      before,
    );
  });

  test('L8 a card moved within a row of single cards changes itself and its links only', () => {
    const layout = layouter();
    const docs = filled();
    const before = layout(docs);
    const after = layout(applyPatches(docs, [{ path: ['map', 'touchpoints', 'tp_e', 'stepId'], value: 'sp_2_1' }]));
    expect(fresh(before, after)).toEqual({ placements: 1, cells: 1 });
    expect(after.links).toBe(before.links);
    expect(after.rows).toBe(before.rows);
    expect(after.columns).toBe(before.columns);
  });

  test('L8 a new lane text changes its card only', () => {
    const layout = layouter();
    const docs = filled();
    const before = layout(docs);
    const after = layout(applyPatches(docs, [{ path: ['map', 'cards', 'cd_p', 'text'], value: 'Slow' }]));
    expect(fresh(before, after)).toEqual({ placements: 1 });
  });

  test('L8 going back gives equal parts again', () => {
    const layout = layouter();
    const docs = filled();
    const before = layout(docs);
    layout(applyPatches(docs, [{ path: ['map', 'touchpoints', 'tp_a', 'stepId'], value: 'sp_2_2' }]));
    expect(layout(docs)).toEqual(before);
  });
});
