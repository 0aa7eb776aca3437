import type { Measurer, TextLine } from './measurer.ts';
import type { TextStyle } from './metrics.ts';

const ELLIPSIS = '…';

/**
 * A measurer without fonts, for Node and tests: every character has the advance of its class, so the same text breaks
 * alike everywhere. Breaks at spaces and hyphens, anywhere in Chinese and Japanese, and between Thai words.
 */
export function createPlainMeasurer(): Measurer {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
  const split = (text: string) => [...graphemes.segment(text)].map((part) => part.segment);
  const widthOf = (text: string, style: TextStyle) => {
    let ems = 0;
    for (const grapheme of split(text)) ems += advance(grapheme);
    return ems * style.size * (style.weight === 600 ? 1.05 : 1);
  };
  const cut = (text: string, style: TextStyle, width: number): TextLine => {
    const parts = split(text.trimEnd());
    while (parts.length > 0 && widthOf(parts.join('') + ELLIPSIS, style) > width) parts.pop();
    const short = parts.join('').trimEnd() + ELLIPSIS;
    return { text: short, width: widthOf(short, style) };
  };

  /** Pieces that must not be broken, each with the spaces that follow it. */
  const pieces = (text: string): string[] => {
    const found: string[] = [];
    for (const word of text.match(/[^\s-]+-*\s*|-+\s*|\s+/gu) ?? []) {
      for (const run of word.match(
        /[\u0e00-\u0e7f]+\s*|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]\s*|[^\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]+/gu,
      ) ?? []) {
        if (/^[\u0e00-\u0e7f]/.test(run)) found.push(...[...thaiWords.segment(run)].map((part) => part.segment));
        else found.push(run);
      }
    }
    return found;
  };

  const breakLine = (text: string, style: TextStyle, width: number): string[] => {
    const lines: string[] = [];
    let line = '';
    const add = (piece: string) => {
      if (line === '' || widthOf((line + piece).trimEnd(), style) <= width) line += piece;
      else {
        lines.push(line);
        line = piece;
      }
    };
    for (const piece of pieces(text)) {
      if (widthOf(piece.trimEnd(), style) <= width) add(piece);
      else for (const grapheme of split(piece)) add(grapheme);
    }
    lines.push(line);
    return lines;
  };

  return {
    lines(text, style, width, maxLines) {
      if (text === '') return [];
      const broken = text.split(/\r\n|\r|\n/u).flatMap((part) => breakLine(part, style, width));
      const shown = maxLines === undefined ? broken : broken.slice(0, Math.max(1, maxLines));
      return shown.map((line, index) => {
        if (index === shown.length - 1 && shown.length < broken.length) return cut(line, style, width);
        const trimmed = line.trimEnd();
        return { text: trimmed, width: widthOf(trimmed, style) };
      });
    },
  };
}

/** Width of one grapheme in ems, roughly as in Noto Sans. */
function advance(grapheme: string): number {
  const code = grapheme.codePointAt(0) as number;
  if (/^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/u.test(grapheme)) return 0;
  if (code >= 0x2e80) return 1;
  if (/^[\s.,:;!'|ijl]/u.test(grapheme)) return 0.28;
  if (/^[mwMW@]/u.test(grapheme)) return 0.9;
  return /^\p{Lu}/u.test(grapheme) ? 0.65 : 0.56;
}
