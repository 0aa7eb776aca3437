import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, placementAt } from '../../../src/layout/cellAt.ts';
import { createLayout, layoutMap } from '../../../src/layout/layoutMap.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { rowKeyOf } from '../../../src/layout/planRows.ts';
import type { Rect, Scene, View } from '../../../src/layout/scene.ts';
import { compareOrder } from '../../../src/model/order.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { gapsBetweenRows, viewOf } from '../../unit/layout/mapDraft.ts';
import { arbitraryDocs, arbitraryView } from './arbitraryMap.ts';

const measurer = createPlainMeasurer();
const lay = (docs: Documents, view: View): Scene => layoutMap(docs, view, gapsBetweenRows(docs, view), measurer);

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('layout', () => {
  test('L1 every touchpoint is placed exactly once when nothing is folded or collapsed, in its cell', () => {
    fc.assert(
      fc.property(arbitraryDocs, fc.constantFrom('channel' as const, 'device' as const), (docs, lens) => {
        const view = viewOf({ lens, unfolded: true });
        const cards = lay(docs, view).placements.filter((card) => card.kind === 'touchpoint');
        expect(cards.map((card) => card.recordId).sort()).toEqual(Object.keys(docs.map.touchpoints).sort());
        for (const card of cards) {
          const touchpoint = docs.map.touchpoints[card.recordId];
          expect([card.stepId, card.rowKey]).toEqual([
            touchpoint?.stepId,
            touchpoint && rowKeyOf(touchpoint, docs, view),
          ]);
        }
      }),
    );
  });

  test('L1 every record is in exactly one placement, fold or summary', () => {
    fc.assert(
      fc.property(arbitraryDocs, arbitraryView, (docs, view) => {
        const scene = lay(docs, view);
        const collapsed = new Set([
          ...scene.rows.filter((row) => row.collapsed).map((row) => row.key),
          ...scene.columns.filter((column) => column.collapsed).map((column) => column.stepId),
        ]);
        const summed = scene.cells.filter((cell) => collapsed.has(cell.rowKey) || collapsed.has(cell.stepId));
        const count =
          scene.placements.length +
          scene.folds.reduce((sum, fold) => sum + fold.count, 0) +
          summed.reduce((sum, cell) => sum + cell.count, 0);
        expect(count).toBe(Object.keys(docs.map.touchpoints).length + Object.keys(docs.map.cards).length);
        expect(scene.rows.reduce((sum, row) => sum + row.count, 0)).toBe(count);
      }),
    );
  });

  test('L2 boxes never overlap and lie in their row and column', () => {
    fc.assert(
      fc.property(arbitraryDocs, arbitraryView, (docs, view) => {
        const scene = lay(docs, view);
        const thin = new Set([
          ...scene.rows.filter((row) => row.collapsed).map((row) => row.key),
          ...scene.columns.filter((column) => column.collapsed).map((column) => column.stepId),
        ]);
        const summaries = scene.cells.filter((cell) => thin.has(cell.rowKey) || thin.has(cell.stepId));
        const boxes: Rect[] = [...scene.placements, ...scene.folds, ...summaries];
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(0, index)) expect(overlap(box, other)).toBe(false);
        }
        for (const card of scene.placements) {
          const row = scene.rows.find((item) => item.key === card.rowKey);
          const column = scene.columns.find((item) => item.stepId === card.stepId);
          expect(card.y).toBeGreaterThanOrEqual(row?.y ?? Infinity);
          expect(card.y + card.height).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0));
          expect(card.x).toBeGreaterThan(column?.x ?? Infinity);
          expect(card.x + card.width).toBeLessThan((column?.x ?? 0) + (column?.width ?? 0));
        }
      }),
    );
  });

  test('L5 cells are sorted, L10 a card is found at its middle', () => {
    fc.assert(
      fc.property(arbitraryDocs, arbitraryView, (docs, view) => {
        const scene = lay(docs, view);
        const above = new Map<string, (typeof scene.placements)[number]>();
        for (const card of scene.placements) {
          const cell = `${card.stepId}|${card.rowKey}`;
          const record = (id: string) => docs.map.touchpoints[id] ?? docs.map.cards[id];
          const [before, here] = [record(above.get(cell)?.recordId ?? ''), record(card.recordId)];
          if (before !== undefined && here !== undefined) expect(compareOrder(before, here)).toBeLessThan(0);
          above.set(cell, card);
          expect(placementAt(scene, card.x + card.width / 2, card.y + card.height / 2)).toBe(card);
          expect(cellAt(scene, card.x + 1, card.y + 1)).toEqual({
            stepId: card.stepId,
            rowKey: card.rowKey,
            index: card.index,
            beforeId: card.recordId,
          });
        }
      }),
    );
  });

  test('L3 L4 rows and columns follow each other without holes', () => {
    fc.assert(
      fc.property(arbitraryDocs, arbitraryView, (docs, view) => {
        const scene = lay(docs, view);
        for (const [index, row] of scene.rows.entries()) {
          const above = scene.rows[index - 1];
          if (above !== undefined) expect(row.y).toBeCloseTo(above.y + above.height, 6);
        }
        for (const [index, column] of scene.columns.entries()) {
          const before = scene.columns[index - 1];
          expect(column.x).toBeCloseTo(before === undefined ? 0 : before.x + before.width, 6);
        }
      }),
    );
  });

  test('L8 L9 equal input gives an equal scene, and the same one from one layout', () => {
    fc.assert(
      fc.property(arbitraryDocs, arbitraryDocs, arbitraryView, (docs, others, view) => {
        const layout = createLayout(measurer);
        const scene = layout(docs, view, gapsBetweenRows(docs, view));
        expect(layout(structuredClone(docs), view, gapsBetweenRows(docs, view))).toBe(scene);
        // What was laid out in between leaves no trace.
        layout(others, view, gapsBetweenRows(others, view));
        expect(layout(docs, view, gapsBetweenRows(docs, view))).toEqual(scene);
        expect(lay(docs, view)).toEqual(scene);
      }),
    );
  });
});
