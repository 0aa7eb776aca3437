import type { Measurer, TextLine } from './measurer.ts';
import { TITLE_LINES, TITLE_WIDTH, TITLE_X, titleStyle } from './metrics.ts';

/** The narrowest third line of a title. */
const LEAST_TITLE = 40;

/**
 * Two lines of title, and a third where no device and no department stand below it: as wide as what stands at the right of
 * that line leaves it.
 */
export function titleLines(
  title: string,
  below: { readonly right: number; readonly isFree: boolean },
  measurer: Measurer,
): readonly TextLine[] {
  const two = measurer.lines(title, titleStyle, TITLE_WIDTH, TITLE_LINES);
  if (!below.isFree || two.length < TITLE_LINES) return two;
  const all = measurer.lines(title, titleStyle, TITLE_WIDTH);
  let at = 0;
  for (const { text } of all.slice(0, TITLE_LINES)) {
    const found = title.indexOf(text.trim(), at);
    if (found < 0) return two;
    at = found + text.trim().length;
  }
  const room = Math.min(TITLE_WIDTH, below.right - TITLE_X);
  const rest = title.slice(at).trim();
  if (all.length <= TITLE_LINES || room < LEAST_TITLE) return two;
  return [...all.slice(0, TITLE_LINES), ...measurer.lines(rest, titleStyle, room, 1)];
}
