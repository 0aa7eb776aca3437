import type { TextStyle } from './metrics.ts';

export interface TextLine {
  readonly text: string;
  /** CSS pixels at zoom 1. */
  readonly width: number;
}

/** Breaks text into lines. The browser's own breaks in the browser; a plain stand-in in Node, which has no fonts. */
export interface Measurer {
  /** Lines of `text` no wider than `width`. With `maxLines`, the rest is cut and the last line ends in "…". */
  lines(text: string, style: TextStyle, width: number, maxLines?: number): readonly TextLine[];
}
