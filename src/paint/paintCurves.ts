import { traceCurve } from '../layout/curvePath.ts';
import { feelingY, pointReach, showsCurves, voicedMark } from '../layout/curves.ts';
import type { Curve, CurvePoint, Rect, Scene } from '../layout/scene.ts';
import { paintStrengthDots } from './paintLinks.ts';
import type { Context, Pens } from './pens.ts';
import type { Theme } from './theme.ts';

/** Side of the square in which a persona's shape stands on its curve, and radius of a moment of truth. */
const POINT_SIZE = 10;
const STAR_RADIUS = 7.5;
/** Single values behind a mean are small and quiet. */
const SINGLE_SIZE = 7;
const BEHIND_MEAN = 0.5;

/** The colour of a persona's curve; everyone's is neutral. */
function curveColor(curve: Curve, theme: Theme): string {
  return curve.look === null ? theme.secondary : theme.colors[curve.look.color].ink;
}

/** Paints the level lines of the lanes of emotion over the width of the area, the neutral one stronger. */
export function paintGuides(ctx: Context, scene: Scene, area: Rect, theme: Theme, scale = 1): void {
  const left = Math.max(area.x, 0);
  const right = Math.min(area.x + area.width, scene.width);
  for (const row of scene.rows.filter(showsCurves)) {
    for (const value of [-2, -1, 0, 1, 2]) {
      const y = feelingY(row, value);
      ctx.beginPath();
      ctx.moveTo(left, y);
      ctx.lineTo(right, y);
      ctx.strokeStyle = value === 0 ? theme.cardLine : theme.line;
      ctx.lineWidth = scale;
      ctx.setLineDash(value === 0 ? [] : [2 * scale, 4 * scale]);
      ctx.stroke();
    }
  }
  ctx.setLineDash([]);
}

/**
 * Paints the curves: a line for each run of values, a persona's shape at each point, a star where it is a moment of
 * truth, a hollow shape where it is a mean; a hollow speech mark, on no line, for what evidence says. `scale` is map pixels for one pixel as meant: more than 1 from afar.
 */
export function paintCurves(ctx: Context, pens: Pens, scene: Scene, theme: Theme, scale = 1): void {
  ctx.lineCap = 'butt';
  ctx.lineJoin = 'round';
  for (const curve of scene.curves) {
    ctx.strokeStyle = curveColor(curve, theme);
    ctx.lineWidth = 1.8 * scale;
    ctx.setLineDash(curve.dash.map((length) => length * scale));
    for (const run of curve.runs) {
      ctx.beginPath();
      traceCurve(run, ctx);
      ctx.stroke();
    }
  }
  ctx.setLineDash([]);
  for (const curve of scene.curves) {
    ctx.fillStyle = curveColor(curve, theme);
    ctx.globalAlpha = BEHIND_MEAN;
    for (const { x, y } of curve.behindMeans) {
      const size = SINGLE_SIZE * scale;
      pens.shape(curve.look?.shape ?? 'circle', x - size / 2, y - size / 2, size);
    }
    ctx.globalAlpha = 1;
  }
  for (const curve of scene.curves) {
    ctx.fillStyle = theme.panel;
    ctx.strokeStyle = curveColor(curve, theme);
    ctx.lineWidth = 1.4 * scale;
    for (const { x, y } of curve.voiced) pens.outline(voicedMark, x, y);
  }
  for (const curve of scene.curves)
    for (const run of curve.runs) for (const point of run) paintPoint(ctx, pens, curve, point, theme, scale);
  // From afar dots are too small to be told apart.
  if (scale > 1) return;
  for (const { runs, behindMeans } of scene.curves) {
    const dots = (point: CurvePoint, isSmall: boolean) =>
      paintStrengthDots(ctx, point.x, point.y, point.strength, pointReach(point, isSmall), theme);
    for (const point of behindMeans) dots(point, true);
    for (const point of runs.flat()) dots(point, false);
  }
}

function paintPoint(ctx: Context, pens: Pens, curve: Curve, point: CurvePoint, theme: Theme, scale: number): void {
  const { x, y } = point;
  const color = curveColor(curve, theme);
  if (point.momentOfTruth) {
    ctx.fillStyle = theme.canvas;
    pens.star(x, y, (STAR_RADIUS + 2) * scale);
    ctx.fillStyle = color;
    pens.star(x, y, STAR_RADIUS * scale);
    return;
  }
  const mark = (size: number, fill: string) => {
    ctx.fillStyle = fill;
    pens.shape(curve.look?.shape ?? 'circle', x - (size * scale) / 2, y - (size * scale) / 2, size * scale);
  };
  mark(POINT_SIZE + 3, theme.canvas);
  mark(POINT_SIZE, color);
  // The mean of several is hollow, and so is everyone's: nobody in particular said it.
  if (point.mean || curve.look === null) mark(POINT_SIZE - 4.5, theme.panel);
}
