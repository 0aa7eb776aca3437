import { DataError } from './dataError.ts';
import { createRowSplitter, type Delimiter, delimiters, withLineFeeds } from './splitRows.ts';

const ROWS = 200;

export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  readonly sure: boolean;
  /** How many cells most rows have with it. */
  readonly width: number;
  /** The file names its delimiter in a first line such as `sep=;`, which is no row. */
  readonly named: boolean;
}

/** Guesses from the beginning of a text: the delimiter with which rows come out alike, header included. */
export function guessDelimiter(sample: string): DelimiterGuess {
  const named = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  const known = delimiters.find((delimiter) => delimiter === named);
  if (known !== undefined) return { delimiter: known, sure: true, named: true, width: shapeOf(sample, known).width };
  const scores = delimiters.map((delimiter) => ({ delimiter, ...shapeOf(sample, delimiter) }));
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores as [(typeof scores)[0], (typeof scores)[0]];
  // One column only: nothing to tell them apart, and nothing that could go wrong.
  if (best.width < 2) return { delimiter: ',', sure: true, named: false, width: 1 };
  return { delimiter: best.delimiter, sure: best.score > second.score * 1.2, named: false, width: best.width };
}

/** Whether rows come out more alike when a return alone ends a line, too, as it does where files were put together. */
export function endsWithReturns(sample: string): boolean {
  if (!/\r(?!\n)./.test(sample)) return false;
  const evenness = (text: string) => Math.max(...delimiters.map((delimiter) => shapeOf(text, delimiter).score));
  return !sample.includes('\n') || evenness(withLineFeeds(sample)) > evenness(sample);
}

/** How evenly a delimiter cuts the sample: 0 to 1, a little more for more columns. */
function shapeOf(sample: string, delimiter: Delimiter): { score: number; width: number } {
  const widths: number[] = [];
  try {
    const splitter = createRowSplitter(delimiter, (cells) => {
      if (widths.length < ROWS && !isEmptyRow(cells) && !(cells[0] as string).startsWith('#'))
        widths.push(cells.length);
    });
    splitter.push(sample.slice(0, 200_000));
    if (sample.length <= 200_000) splitter.end();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (count === 0) return { score: 0, width: 1 };
  const header = widths.find((candidate) => candidate > 1) === widths[0] && widths[0] === width ? 1 : 0.6;
  return { score: (count / widths.length) * header + Math.min(width, 40) / 400, width };
}

function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
