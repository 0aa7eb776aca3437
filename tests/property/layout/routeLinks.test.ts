import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import { MARK_SIZE } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { LinkRoute, Rect, Scene } from '../../../src/layout/scene.ts';
import { gapsBetweenRows } from '../../unit/layout/mapDraft.ts';
import { arbitraryBands, arbitraryDocs, arbitraryView } from './arbitraryMap.ts';

const measurer = createPlainMeasurer();
const arbitraryScene = fc
  .tuple(arbitraryDocs, fc.oneof(arbitraryView, arbitraryBands))
  .map(([docs, view]) => layoutMap(docs, view, gapsBetweenRows(docs, view), measurer));

/** All boxes that links may end at or must go round, by key. */
function boxesOf(scene: Scene): Map<string, Rect> {
  const boxes = new Map<string, Rect>();
  for (const card of scene.placements) boxes.set(card.key, card);
  for (const fold of scene.folds) boxes.set(fold.cell, fold);
  const collapsed = new Set([
    ...scene.rows.filter((row) => row.collapsed).map((row) => row.key),
    ...scene.columns.filter((column) => column.collapsed).map((column) => column.stepId),
  ]);
  for (const cell of scene.cells)
    if (collapsed.has(cell.rowKey) || collapsed.has(cell.stepId)) boxes.set(cell.cell, cell);
  return boxes;
}

interface Segment {
  readonly link: string;
  readonly level: boolean;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

function segmentsOf(link: LinkRoute): Segment[] {
  return link.points.slice(1).map(([x, y], index) => {
    const [px, py] = link.points[index] as readonly [number, number];
    const level = py === y;
    return {
      link: link.key,
      level,
      at: level ? y : x,
      low: level ? Math.min(px, x) : Math.min(py, y),
      high: level ? Math.max(px, x) : Math.max(py, y),
    };
  });
}

describe('routes', () => {
  test('R1 lead at right angles from the right edge of the first box to the left edge of the second', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const boxes = boxesOf(scene);
        for (const { from, to, points } of scene.links) {
          const [first, second] = [boxes.get(from) as Rect, boxes.get(to) as Rect];
          const [start, end] = [points[0] as readonly [number, number], points.at(-1) as readonly [number, number]];
          expect(start[0]).toBeCloseTo(first.x + first.width, 6);
          expect(end[0]).toBeCloseTo(second.x, 6);
          expect(start[1]).toBeGreaterThan(first.y);
          expect(start[1]).toBeLessThan(first.y + first.height);
          expect(end[1]).toBeGreaterThan(second.y);
          expect(end[1]).toBeLessThan(second.y + second.height);
          for (const [index, [x, y]] of points.slice(1).entries()) {
            const [px, py] = points[index] as readonly [number, number];
            expect(x === px || y === py).toBe(true);
          }
        }
      }),
    );
  });

  test('R2 no link runs through a box or along its edge', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const boxes = [...boxesOf(scene).values()];
        for (const segment of scene.links.flatMap(segmentsOf)) {
          for (const { x, y, width, height } of boxes) {
            const [near, far, start, end] = segment.level
              ? [y, y + height, x, x + width]
              : [x, x + width, y, y + height];
            if (segment.at < near || segment.at > far) continue;
            // Touching is allowed where a link ends.
            expect(segment.high <= start + 1e-6 || segment.low >= end - 1e-6).toBe(true);
          }
        }
      }),
    );
  });

  test('R3 no two links lie on each other, not even for a short piece', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const segments = scene.links.flatMap(segmentsOf).sort((a, b) => a.at - b.at);
        for (const [index, segment] of segments.entries()) {
          for (let next = index + 1; next < segments.length; next++) {
            const other = segments[next] as Segment;
            if (other.at - segment.at > 0.5) break;
            if (other.level !== segment.level || other.link === segment.link) continue;
            expect(Math.min(segment.high, other.high) - Math.max(segment.low, other.low)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  test('R4 R8 every handoff has a mark on its line; marks lie neither on each other nor on boxes', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const boxes = [...boxesOf(scene).values()];
        const marks: (readonly [number, number])[] = [];
        for (const link of scene.links) {
          expect(link.mark !== null).toBe(link.state.handoff);
          if (link.mark === null) continue;
          const [x, y] = link.mark;
          const isOn = segmentsOf(link).some((segment) =>
            segment.level
              ? Math.abs(segment.at - y) < 1e-6 && x >= segment.low && x <= segment.high
              : Math.abs(segment.at - x) < 1e-6 && y >= segment.low && y <= segment.high,
          );
          expect(isOn).toBe(true);
          for (const box of boxes) {
            const half = MARK_SIZE / 2 - 0.5;
            expect(
              x + half > box.x && x - half < box.x + box.width && y + half > box.y && y - half < box.y + box.height,
            ).toBe(false);
          }
          for (const [ox, oy] of marks)
            expect(Math.max(Math.abs(ox - x), Math.abs(oy - y))).toBeGreaterThanOrEqual(MARK_SIZE - 1e-6);
          marks.push(link.mark);
        }
      }),
    );
  });

  test('R11 a link stays in its band, below its head and above the next', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const last = scene.rows.filter((row) => row.kind === 'touchpoints').at(-1);
        for (const [index, band] of scene.bands.entries()) {
          const end = scene.bands[index + 1]?.y ?? (last?.y ?? 0) + (last?.height ?? 0);
          for (const { from, to, points } of scene.links) {
            if (!from.endsWith(`@${band.personaId}`)) continue;
            expect(to.endsWith(`@${band.personaId}`)).toBe(true);
            for (const [, y] of points) {
              expect(y).toBeGreaterThan(band.y + band.height);
              expect(y).toBeLessThan(end);
            }
          }
        }
      }),
    );
  });

  test('R10 the map holds all its lines', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        for (const [x, y] of scene.links.flatMap((link) => link.points)) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(scene.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(scene.height);
        }
      }),
    );
  });
});
