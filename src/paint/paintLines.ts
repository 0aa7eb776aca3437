import type { TextLine } from '../layout/measurer.ts';
import { cssFont, type TextStyle } from '../layout/metrics.ts';
import { baseline } from './paintCards.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

/** A line of text that has been placed; `y` is its top. */
interface PlacedLine extends Pick<TextLine, 'text'> {
  readonly x: number;
  readonly y: number;
  readonly style: TextStyle;
  readonly ink: 'ink' | 'secondary' | 'tertiary' | 'stageInk' | 'accent';
}

/** Writes lines of text where they were placed. The fonts must be loaded. */
export function paintLines(ctx: Context, lines: readonly PlacedLine[], theme: Theme): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const { text, x, y, style, ink } of lines) {
    ctx.font = cssFont(style);
    ctx.fillStyle = theme[ink];
    ctx.fillText(text, x, y + baseline(style));
  }
}
