import type { FigureTone, InkColor } from '../layout/overlay.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

/** The colour of a palette that a stroke or text is drawn in. */
export function inkColor(color: InkColor, theme: Theme): string {
  if (color === 'ink' || color === 'secondary' || color === 'tertiary') return theme[color];
  if (color === 'line') return theme.cardLine;
  if (color === 'good') return theme.smooth;
  if (color === 'warning') return theme.star;
  return color === 'bad' ? theme.gap : theme.unreviewed;
}

/** Paints the mark of a figure's state with its top left corner at (x, y): a tick, a warning triangle, a cross, a dashed ring. */
export function paintFigureMark(
  ctx: Context,
  x: number,
  y: number,
  size: number,
  tone: FigureTone,
  theme: Theme,
): void {
  const unit = size / 16;
  const at = (points: readonly (readonly [number, number])[]) => {
    for (const [index, [px, py]] of points.entries()) {
      if (index === 0) ctx.moveTo(x + px * unit, y + py * unit);
      else ctx.lineTo(x + px * unit, y + py * unit);
    }
  };
  const sign = (color: string, ...lines: readonly (readonly [number, number])[][]) => {
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.9 * unit;
    ctx.beginPath();
    for (const line of lines) at(line);
    ctx.stroke();
  };
  ctx.fillStyle = inkColor(tone, theme);
  ctx.beginPath();
  if (tone === 'unknown') {
    ctx.arc(x + size / 2, y + size / 2, 6.2 * unit, 0, 2 * Math.PI);
    ctx.strokeStyle = theme.unreviewed;
    ctx.lineWidth = 1.6 * unit;
    ctx.setLineDash([2.6 * unit, 2.2 * unit]);
    ctx.stroke();
    ctx.setLineDash([]);
  } else if (tone === 'good') {
    ctx.arc(x + size / 2, y + size / 2, 7 * unit, 0, 2 * Math.PI);
    ctx.fill();
    sign(theme.panel, [
      [4.6, 8.3],
      [7, 10.7],
      [11.5, 5.6],
    ]);
  } else if (tone === 'warning') {
    at([
      [8, 1.2],
      [15.2, 14.4],
      [0.8, 14.4],
    ]);
    ctx.closePath();
    ctx.fill();
    sign(
      theme.panel,
      [
        [8, 6],
        [8, 9.6],
      ],
      [
        [8, 12],
        [8, 12.1],
      ],
    );
  } else {
    ctx.roundRect(x + unit, y + unit, 14 * unit, 14 * unit, 2.5 * unit);
    ctx.fill();
    sign(
      theme.onGap,
      [
        [5.2, 5.2],
        [10.8, 10.8],
      ],
      [
        [10.8, 5.2],
        [5.2, 10.8],
      ],
    );
  }
}
