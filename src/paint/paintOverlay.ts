import { traceLink } from '../layout/linkPath.ts';
import { FONT_FAMILY, ROW_HEAD_WIDTH } from '../layout/metrics.ts';
import type { Ink, InkGroup, OverlayLegend } from '../layout/overlay.ts';
import type { Scene } from '../layout/scene.ts';
import { inkColor, paintFigureMark } from './paintFigureMark.ts';
import type { Context } from './pens.ts';
import { FADED_MARK, type Theme } from './theme.ts';

/** Height of a line of the legend below a map, and the space around it. */
const LEGEND_LINE = 18;
const LEGEND_PADDING = 12;
/** How strongly the bands of volumes are drawn, on the map and in the legend; `overlays.css` has the same. */
const BAND = 0.34;
const FEW_DASH = [7, 4];

/** Paints what overlays draw, under the cards or over them. */
export function paintInk(
  ctx: Context,
  groups: readonly InkGroup[],
  under: boolean,
  faded: ReadonlySet<string>,
  theme: Theme,
): void {
  for (const group of groups) {
    if (group.under !== under) continue;
    ctx.globalAlpha = faded.has(group.recordId ?? '') ? FADED_MARK : 1;
    for (const ink of group.inks) paintOne(ctx, ink, theme);
  }
  ctx.globalAlpha = 1;
}

function paintOne(ctx: Context, ink: Ink, theme: Theme): void {
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  if (ink.kind === 'mark') {
    paintFigureMark(ctx, ink.x, ink.y, ink.size, ink.tone, theme);
    return;
  }
  if (ink.kind === 'volume') {
    const { globalAlpha } = ctx;
    ctx.globalAlpha = globalAlpha * BAND;
    ctx.strokeStyle = ink.few ? theme.tertiary : theme.colors.blue.base;
    ctx.lineCap = 'butt';
    ctx.lineWidth = ink.width;
    ctx.setLineDash(ink.few ? FEW_DASH : []);
    ctx.beginPath();
    traceLink(ink.points, ctx);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.globalAlpha = globalAlpha;
    return;
  }
  if (ink.kind === 'ground') {
    ctx.beginPath();
    ctx.roundRect(ink.x, ink.y, ink.width, ink.height, 3);
    ctx.fillStyle = theme.canvas;
    ctx.fill();
    return;
  }
  const color = inkColor(ink.color, theme);
  if (ink.kind === 'text') {
    ctx.font = `${ink.bold ? 600 : 400} ${ink.size}px ${FONT_FAMILY}`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    if (ink.halo) {
      ctx.strokeStyle = theme.canvas;
      ctx.lineWidth = 3;
      ctx.strokeText(ink.text, ink.x, ink.y);
    }
    ctx.fillStyle = color;
    ctx.fillText(ink.text, ink.x, ink.y);
    return;
  }
  ctx.strokeStyle = color;
  ctx.beginPath();
  if (ink.kind === 'box') {
    ctx.roundRect(ink.x, ink.y, ink.width, ink.height, ink.radius);
    ctx.fillStyle = theme.panel;
    ctx.fill();
    ctx.lineWidth = 1.2;
    ctx.setLineDash(ink.dashed ? [3, 2] : []);
    ctx.stroke();
    ctx.setLineDash([]);
  } else {
    for (const [index, [x, y]] of ink.points.entries()) {
      if (index === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.lineWidth = ink.width;
    ctx.stroke();
  }
}

/** Height that the legend takes below a map; 0 without one. */
export function legendHeight(legend: OverlayLegend | null): number {
  if (legend === null) return 0;
  const lines = 1 + legend.lines.length + (legend.scale.length > 0 ? 1 : 0) + (legend.marks.length > 0 ? 1 : 0);
  return lines * LEGEND_LINE + 2 * LEGEND_PADDING;
}

/** Paints the legend below a map, `top` pixels from its upper edge, at the left of the row heads. */
export function paintLegend(ctx: Context, scene: Scene, legend: OverlayLegend, top: number, theme: Theme): void {
  const x = -ROW_HEAD_WIDTH + LEGEND_PADDING;
  ctx.fillStyle = theme.canvas;
  ctx.fillRect(-ROW_HEAD_WIDTH, top, scene.width + ROW_HEAD_WIDTH + LEGEND_PADDING, legendHeight(legend));
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  let y = top + LEGEND_PADDING + 12;
  const write = (text: string, bold: boolean, at = x) => {
    ctx.font = `${bold ? 600 : 400} ${bold ? 13 : 12}px ${FONT_FAMILY}`;
    ctx.fillStyle = bold ? theme.ink : theme.secondary;
    ctx.fillText(text, at, y);
    return ctx.measureText(text).width;
  };
  write(legend.title, true);
  for (const line of legend.lines) {
    y += LEGEND_LINE;
    write(line, false);
  }
  let left = x;
  if (legend.scale.length > 0) y += LEGEND_LINE;
  for (const { width, text, few } of legend.scale) {
    ctx.lineWidth = width;
    ctx.globalAlpha = BAND;
    ctx.strokeStyle = few ? theme.tertiary : theme.colors.blue.base;
    ctx.setLineDash(few ? FEW_DASH : []);
    ctx.beginPath();
    ctx.moveTo(left, y - 4);
    ctx.lineTo(left + 28, y - 4);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    left += 34 + write(text, false, left + 34) + 14;
  }
  left = x;
  y += LEGEND_LINE;
  for (const { tone, text } of legend.marks) {
    paintFigureMark(ctx, left, y - 10, 12, tone, theme);
    left += 18 + write(text, false, left + 18) + 18;
  }
}
