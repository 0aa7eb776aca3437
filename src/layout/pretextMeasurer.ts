import { clearCache, layoutNextLine, type PreparedTextWithSegments, prepareWithSegments } from '@chenglou/pretext';
import type { Measurer, TextLine } from './measurer.ts';
import { cssFont, type TextStyle } from './metrics.ts';

const ELLIPSIS = '…';
const MOST_PREPARED = 8000;

/** A measurer with the browser's own fonts. */
export interface PretextMeasurer extends Measurer {
  /** Forgets all widths: to be called when a font has arrived, since they were measured with another. */
  clear(): void;
}

/**
 * Makes the browser's measurer. It needs a canvas (a page or a worker) and the fonts of `FONT_FAMILY` loaded: measured
 * before they are, widths are those of a substitute.
 */
export function createPretextMeasurer(): PretextMeasurer {
  const prepared = new Map<string, PreparedTextWithSegments>();
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

  const prepare = (text: string, style: TextStyle): PreparedTextWithSegments => {
    const font = cssFont(style);
    const key = `${font}\n${text}`;
    const known = prepared.get(key);
    if (known !== undefined) {
      // Moved to the end: the first one is the one unused for longest.
      prepared.delete(key);
      prepared.set(key, known);
      return known;
    }
    const fresh = prepareWithSegments(text, font);
    prepared.set(key, fresh);
    if (prepared.size > MOST_PREPARED) prepared.delete(prepared.keys().next().value as string);
    return fresh;
  };

  const widthOf = (text: string, style: TextStyle) =>
    layoutNextLine(prepareWithSegments(text, cssFont(style)), Number.POSITIVE_INFINITY)?.width ?? 0;

  /** The longest start of `text`, whole graphemes only, that fits with an ellipsis behind it. */
  const cut = (text: string, style: TextStyle, width: number): TextLine => {
    const parts = [...graphemes.segment(text.trimEnd())].map((part) => part.segment);
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (widthOf(parts.slice(0, middle).join('').trimEnd() + ELLIPSIS, style) <= width) low = middle;
      else high = middle - 1;
    }
    const short = parts.slice(0, low).join('').trimEnd() + ELLIPSIS;
    return { text: short, width: widthOf(short, style) };
  };

  return {
    lines(text, style, width, maxLines = Number.POSITIVE_INFINITY) {
      if (text === '') return [];
      const lines: TextLine[] = [];
      for (const paragraph of text.split(/\r\n|\r|\n/u)) {
        const source = prepare(paragraph, style);
        let line = layoutNextLine(source, width);
        if (line === null) {
          if (lines.length >= maxLines) return cutLast(lines, style, width, cut);
          lines.push({ text: '', width: 0 });
        }
        while (line !== null) {
          if (lines.length >= maxLines) return cutLast(lines, style, width, cut);
          lines.push({ text: line.text.trimEnd(), width: line.width });
          line = layoutNextLine(source, width, line.end);
        }
      }
      return lines;
    },
    clear() {
      prepared.clear();
      clearCache();
    },
  };
}

function cutLast(
  lines: TextLine[],
  style: TextStyle,
  width: number,
  cut: (text: string, style: TextStyle, width: number) => TextLine,
): TextLine[] {
  const last = lines.pop();
  if (last !== undefined) lines.push(cut(last.text, style, width));
  return lines;
}
