import { FONT_FAMILY } from '../layout/metrics.ts';
import { opportunityOutlines } from '../model/opportunityOutlines.ts';
import { SUMMARY_MARK, type SummaryLayout } from './layOutSummary.ts';
import { paintLines } from './paintLines.ts';
import { type Context, createPens, type Pens } from './pens.ts';
import type { SummaryMark } from './summaryPage.ts';
import type { Theme } from './theme.ts';

/** Paints a summary with its top left corner at (0, 0). The fonts must be loaded. Needs `Path2D`. */
export function paintSummary(ctx: Context, layout: SummaryLayout, theme: Theme): void {
  ctx.fillStyle = theme.panel;
  ctx.fillRect(0, 0, layout.width, layout.height);
  ctx.save();
  ctx.scale(layout.scale, layout.scale);
  ctx.fillStyle = theme.line;
  for (const { x, y, width } of layout.rules) ctx.fillRect(x, y, width, 1);
  const pens = createPens(ctx);
  for (const { mark, x, y } of layout.marks) paintMark(ctx, pens, mark, x, y, theme);
  for (const curve of layout.curves) paintCurve(ctx, curve, theme);
  paintLines(ctx, layout.lines, theme);
  ctx.restore();
}

function paintMark(ctx: Context, pens: Pens, mark: SummaryMark, x: number, y: number, theme: Theme): void {
  const half = SUMMARY_MARK / 2;
  const [cx, cy] = [x + half, y + half - 2];
  if (mark.kind === 'persona') {
    ctx.fillStyle = theme.colors[mark.color].ink;
    pens.shape(mark.shape, x + 3, y + 1, 16);
    return;
  }
  if (mark.kind === 'gap') {
    ctx.beginPath();
    ctx.moveTo(cx, cy - half);
    ctx.lineTo(cx + half, cy);
    ctx.lineTo(cx, cy + half);
    ctx.lineTo(cx - half, cy);
    ctx.closePath();
    ctx.fillStyle = theme.gap;
    ctx.fill();
  } else {
    ctx.fillStyle = theme.panel;
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5;
    pens.outline(opportunityOutlines[mark.of], cx - 12, cy - 12);
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.font = `600 12px ${FONT_FAMILY}`;
  ctx.fillStyle = mark.kind === 'gap' ? theme.onGap : theme.ink;
  ctx.fillText(String(mark.kind === 'gap' ? mark.severity : mark.number), cx, cy + 4.3);
}

/** A curve of feelings in small: the line of neither good nor bad, the way of the feelings, and the fall in the colour of gaps. */
function paintCurve(
  ctx: Context,
  { curve: { values, fallsAt }, x, y, width, height }: SummaryLayout['curves'][number],
  theme: Theme,
): void {
  const at = (index: number, value: number) =>
    [x + 4 + (index / Math.max(1, values.length - 1)) * (width - 8), y + height * (0.5 - value / 4.6)] as const;
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, y + height / 2);
  ctx.lineTo(x + width, y + height / 2);
  ctx.stroke();
  ctx.lineCap = 'round';
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (value === null || before === undefined || before === null) continue;
    ctx.strokeStyle = index === fallsAt ? theme.gap : theme.link;
    ctx.lineWidth = index === fallsAt ? 3 : 1.8;
    ctx.beginPath();
    ctx.moveTo(...at(index - 1, before));
    ctx.lineTo(...at(index, value));
    ctx.stroke();
  }
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    ctx.fillStyle = index === fallsAt ? theme.gap : theme.link;
    ctx.beginPath();
    ctx.arc(...at(index, value), index === fallsAt ? 3.6 : 2.2, 0, 2 * Math.PI);
    ctx.fill();
  }
}
