import type { Documents } from '../model/tables.ts';
import { keepList } from './keepIdentity.ts';
import { CARD_WIDTH, EMOTION_INSET, FEELING_STEP, SUMMARY_WIDTH } from './metrics.ts';
import type { Column, Curve, CurvePoint, CurveSource, CurveValue, Row, Scene } from './scene.ts';

/** Strokes of the curves, by the place of their personas in the map. */
const dashes: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [14, 6],
  [8, 3, 2, 3, 2, 3],
  [4, 4],
  [18, 3, 6, 3],
];
const everyoneDash: readonly number[] = [1, 4];
/** Curves of the same values stand this far beside each other, so that each point is seen. */
const CURVE_SHIFT = 7;

/** A small speech mark around (0, 0) as SVG path data, to be stroked: what evidence says. */
export const voicedMark =
  'M-3.5-5H3.5A2 2 0 0 1 5.5-3V1A2 2 0 0 1 3.5 3H0L-2.5 5.5V3H-3.5A2 2 0 0 1-5.5 1V-3A2 2 0 0 1-3.5-5Z';

/** How far the mark of a point reaches to its upper right corner: a star, a persona's shape, or a small one behind a mean. */
export function pointReach({ momentOfTruth }: Pick<CurvePoint, 'momentOfTruth'>, isSmall: boolean): number {
  if (isSmall) return 2.5;
  return momentOfTruth ? 6.4 : 4;
}

/** Height of a feeling from -2 to 2 in a row of emotion, in map pixels. */
export function feelingY(row: Pick<Row, 'y'>, value: number): number {
  return row.y + EMOTION_INSET + (2 - value) * FEELING_STEP;
}

/** The feeling at a height in a row of emotion: the nearest half from -2 to 2. */
export function feelingAt(row: Pick<Row, 'y'>, y: number): number {
  const value = 2 - (y - row.y - EMOTION_INSET) / FEELING_STEP;
  const half = Math.round(Math.max(-2, Math.min(2, value)) * 2) / 2;
  return half === 0 ? 0 : half;
}

/** True for a row that shows curves now. */
export function showsCurves(row: Row): boolean {
  return row.laneRole === 'emotion' && !row.collapsed;
}

/** A scene with other curves and nothing else changed: for edits that move no box. What stays the same keeps its identity. */
export function withCurves(scene: Scene, docs: Documents, sources: readonly CurveSource[]): Scene {
  const curves = keepList(scene.curves, placeCurves(docs, scene.columns, scene.rows, sources), (curve) => curve.key);
  return curves === scene.curves ? scene : { ...scene, curves };
}

/** Places the points of each curve in each lane of emotion, and breaks it where a value is not set. */
export function placeCurves(
  docs: Documents,
  columns: readonly Column[],
  rows: readonly Row[],
  sources: readonly CurveSource[],
): Curve[] {
  const lanes = rows.filter(showsCurves);
  if (lanes.length === 0) return [];
  const curves: Curve[] = [];
  for (const [at, source] of sources.entries()) {
    const shift = (at - (sources.length - 1) / 2) * CURVE_SHIFT;
    const dash = source.look === null ? everyoneDash : (dashes[source.place % dashes.length] as readonly number[]);
    const xs = pointXs(docs, columns, source.points);
    const singleXs = pointXs(docs, columns, source.behindMeans);
    const voicedXs = pointXs(docs, columns, source.voiced ?? []);
    for (const row of lanes) {
      const point = (value: CurveValue, x: number | null | undefined) => placePoint(value, x, shift, row);
      const runs = runsOf(source.points.map((value, index) => point(value, xs[index])));
      const voiced = (source.voiced ?? []).flatMap((value, index) => {
        const placed = point(value, voicedXs[index]);
        return placed === null ? [] : [{ ...placed, n: value.n }];
      });
      if (runs.length === 0 && voiced.length === 0) continue;
      const behindMeans = source.behindMeans.flatMap((value, index) => point(value, singleXs[index]) ?? []);
      const { personaId, look } = source;
      curves.push({
        key: `${row.key}|${personaId}`,
        rowKey: row.key,
        personaId,
        look,
        dash,
        runs,
        behindMeans,
        voiced,
      });
    }
  }
  return curves;
}

/** Where each point stands, left to right; those of a collapsed stage share its narrow column. */
function pointXs(docs: Documents, columns: readonly Column[], points: readonly CurveValue[]): (number | null)[] {
  const ofStep = new Map(columns.map((column) => [column.stepId, column]));
  const ofStage = new Map(columns.filter((column) => column.collapsed).map((column) => [column.stageId, column]));
  const columnOf = (stepId: string) => ofStage.get(docs.map.steps[stepId]?.stageId ?? '') ?? ofStep.get(stepId);
  const counts = new Map<Column, number>();
  for (const { stepId } of points) {
    const column = columnOf(stepId);
    if (column?.collapsed) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const seen = new Map<Column, number>();
  return points.map(({ stepId, slot, slots }) => {
    const column = columnOf(stepId);
    if (column === undefined) return null;
    if (!column.collapsed) return column.cardX + ((slot + 0.5) / slots) * CARD_WIDTH;
    const at = seen.get(column) ?? 0;
    seen.set(column, at + 1);
    return column.cardX + ((at + 0.5) / (counts.get(column) ?? 1)) * SUMMARY_WIDTH;
  });
}

function placePoint(
  { stepId, touchpointId, value, strength, mean, momentOfTruth }: CurveValue,
  x: number | null | undefined,
  shift: number,
  row: Row,
): CurvePoint | null {
  if (value === null || x === null || x === undefined) return null;
  const at = { x: x + shift, y: feelingY(row, value), stepId, touchpointId, value, mean, momentOfTruth };
  return strength === undefined ? at : { ...at, strength };
}

function runsOf(points: readonly (CurvePoint | null)[]): CurvePoint[][] {
  const runs: CurvePoint[][] = [];
  for (const [index, point] of points.entries()) {
    if (point === null) continue;
    const before = index === 0 ? null : points[index - 1];
    if (before === null || before === undefined) runs.push([point]);
    else runs.at(-1)?.push(point);
  }
  return runs;
}
