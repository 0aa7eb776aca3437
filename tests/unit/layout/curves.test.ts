import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePath } from '../../../src/layout/curvePath.ts';
import { feelingAt, feelingY, withCurves } from '../../../src/layout/curves.ts';
import { CARD_WIDTH, EMOTION_HEIGHT } from '../../../src/layout/metrics.ts';
import type { Column, CurveSource, CurveValue, Row } from '../../../src/layout/scene.ts';
import { draftMap, lay } from './mapDraft.ts';

const point = (step: string, value: number | null, slot = 0, slots = 1): CurveValue => ({
  stepId: `sp_${step}`,
  touchpointId: `tp_${step}_${slot}`,
  value,
  mean: false,
  momentOfTruth: false,
  slot,
  slots,
});
const source = (personaId: string, points: CurveValue[], place = 0): CurveSource => ({
  personaId,
  look: { color: 'blue', shape: 'circle' },
  place,
  points,
  behindMeans: [],
});

function felt(curves: CurveSource[], fields = {}) {
  const draft = draftMap([2, 2]);
  draft.lane('mood', { role: 'emotion' });
  draft.touchpoint('a', '1_1', ['web']);
  const scene = lay(draft.docs, { curves, ...fields });
  return { docs: draft.docs, scene, row: scene.rows[0] as Row, columns: scene.columns as Column[] };
}

describe('L16 a lane of emotion', () => {
  test('L16 has its own height, with or without curves', () => {
    expect(felt([]).row).toMatchObject({ laneRole: 'emotion', height: EMOTION_HEIGHT });
    expect(felt([source('pe_a', [point('1_1', 2)])]).row.height).toBe(EMOTION_HEIGHT);
  });

  test('L16 better feelings stand higher, within the lane; a height gives the nearest half back', () => {
    const { row } = felt([]);
    for (let value = -2; value <= 2; value += 0.5) {
      const y = feelingY(row, value);
      expect(feelingAt(row, y)).toBeCloseTo(value, 9);
      expect(feelingAt(row, y + 3)).toBeCloseTo(value, 9);
      expect(y).toBeGreaterThan(row.y);
      expect(y).toBeLessThan(row.y + row.height);
      if (value > -2) expect(y).toBeLessThan(feelingY(row, value - 0.5));
    }
    expect(feelingAt(row, -1e6)).toBe(2);
    expect(feelingAt(row, 1e6)).toBe(-2);
  });

  test('L16 points of one step spread over its column in order, the next step follows', () => {
    const { scene, columns } = felt([
      source('pe_a', [point('1_1', 1, 0, 3), point('1_1', 0, 1, 3), point('1_1', 1, 2, 3), point('1_2', 1)]),
    ]);
    const xs = scene.curves[0]?.runs[0]?.map(({ x }) => x) ?? [];
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const first = columns[0] as Column;
    for (const x of xs.slice(0, 3)) {
      expect(x).toBeGreaterThan(first.cardX);
      expect(x).toBeLessThan(first.cardX + CARD_WIDTH);
    }
    expect(xs[3]).toBe((columns[1]?.cardX ?? 0) + CARD_WIDTH / 2);
  });

  test('L16 curves differ in their dash, and equal values stand beside each other', () => {
    const personas = ['pe_a', 'pe_b', 'pe_c', 'pe_d', 'pe_e'];
    const everyone: CurveSource = { ...source('everyone', [point('1_1', 1)]), look: null };
    const { scene } = felt([...personas.map((id, place) => source(id, [point('1_1', 1)], place)), everyone]);
    expect(new Set(scene.curves.map(({ dash }) => dash.join())).size).toBe(6);
    expect(new Set(scene.curves.map(({ runs }) => runs[0]?.[0]?.x)).size).toBe(6);
  });

  test('L16 a collapsed lane shows none; a collapsed stage takes its points together in order', () => {
    const curves = [source('pe_a', [point('1_1', 1), point('1_2', 0), point('2_1', 1)])];
    expect(felt(curves, { collapsedRows: new Set(['lane:la_mood']) }).scene.curves).toEqual([]);
    const { scene, columns } = felt(curves, { collapsedStages: new Set(['st_1']) });
    const [first, second, third] = scene.curves[0]?.runs[0] ?? [];
    expect(first?.x).toBeLessThan(second?.x ?? 0);
    expect(second?.x).toBeLessThan((columns[0]?.x ?? 0) + (columns[0]?.width ?? 0));
    expect(third?.x).toBeGreaterThan(columns[1]?.cardX ?? 0);
  });

  test('L16 texts that a file has put into the lane stand below the curves', () => {
    const draft = draftMap([1]);
    draft.lane('mood', { role: 'emotion' });
    draft.card('c', '1_1', 'mood', 'A text');
    const { placements, rows } = lay(draft.docs);
    expect(placements[0]?.y).toBeGreaterThan(feelingY(rows[0] as Row, -2));
    expect((placements[0]?.y ?? 0) + (placements[0]?.height ?? 0)).toBeLessThanOrEqual(
      (rows[0]?.y ?? 0) + (rows[0]?.height ?? 0),
    );
  });
});

describe('L17 what is not set', () => {
  test('L17 interrupts the curve', () => {
    const { scene } = felt([source('pe_a', [point('1_1', 1), point('1_2', null), point('2_1', -1), point('2_2', 0)])]);
    expect(scene.curves[0]?.runs.map((run) => run.map(({ value }) => value))).toEqual([[1], [-1, 0]]);
  });

  test('L17 a persona without any value has no curve', () => {
    expect(felt([source('pe_a', [point('1_1', null)])]).scene.curves).toEqual([]);
  });
});

describe('L18 an edit', () => {
  test('L18 changes its curve and no other part of the scene', () => {
    const sources = [source('pe_a', [point('1_1', 1), point('1_2', 0)]), source('pe_b', [point('1_1', 1)])];
    const { scene, docs } = felt(sources);
    expect(withCurves(scene, docs, structuredClone(sources))).toBe(scene);
    const next = withCurves(scene, docs, [
      source('pe_a', [point('1_1', 1), point('1_2', -2)]),
      sources[1] as CurveSource,
    ]);
    expect(next.curves[0]).not.toBe(scene.curves[0]);
    expect(next.curves[1]).toBe(scene.curves[1]);
    for (const part of ['rows', 'columns', 'placements', 'cells', 'links', 'stages'] as const)
      expect(next[part]).toBe(scene[part]);
  });

  test('L18 between two points a curve keeps between their heights', () => {
    const heights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 12 });
    const gaps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(heights, gaps, (ys, steps) => {
        let x = 0;
        const points = ys.map((y, index) => {
          x += steps[index] as number;
          return { x, y };
        });
        const numbers = (curvePath(points).match(/-?[\d.]+/g) ?? []).map(Number);
        for (let index = 1; index < points.length; index++) {
          const [from, to] = [points[index - 1]?.y ?? 0, points[index]?.y ?? 0];
          // The line keeps within its control points.
          const [, first = 0, , second = 0] = numbers.slice(2 + (index - 1) * 6);
          for (const y of bezierHeights(from, first, second, to)) {
            expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 0.02);
            expect(y).toBeLessThanOrEqual(Math.max(from, to) + 0.02);
          }
        }
      }),
    );
  });
});

function bezierHeights(a: number, b: number, c: number, d: number): number[] {
  return Array.from({ length: 21 }, (_, step) => {
    const t = step / 20;
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  });
}
