import { DataError } from './dataError.ts';
import { isBlank } from './readNumber.ts';
import { isFigure } from './sortRows.ts';
import { createRowSplitter, type Delimiter } from './splitRows.ts';

/** A row at the beginning of a file that may be its header. */
export interface FirstRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that are offered as a header, and characters in which they are looked for. */
const ROWS = 20;
const CHARACTERS = 100_000;

/** The first rows of a text, blank ones left out. */
export function firstRows(text: string, delimiter: Delimiter): FirstRow[] {
  const rows: FirstRow[] = [];
  try {
    const splitter = createRowSplitter(delimiter, (cells, line) => {
      if (rows.length < ROWS && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: [...cells] });
    });
    splitter.push(text.slice(0, CHARACTERS));
    if (text.length <= CHARACTERS) splitter.end();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return rows;
}

/**
 * On which line the header stands where lines such as `Project;CX` go before it; 0 where the table begins as it seems to.
 * `isOpen` where such lines may go before it, but rows of a table may be written so too. `width` is how many cells most rows
 * have.
 */
export function guessStart(rows: readonly FirstRow[], width: number): { line: number; isOpen: boolean } {
  const figures = rows.findIndex(({ cells }) => cells.some(isFigure));
  const [header, ...above] = rows.slice(0, Math.max(0, figures)).reverse();
  // More than a header of three rows, right above figures, with a name for every column, and no comments.
  const isNames = header !== undefined && header.cells.length === width && header.cells.every((cell) => !isBlank(cell));
  if (!isNames || above.length < 2 || above.some(({ cells }) => cells[0]?.startsWith('#'))) return none;
  const filled = ({ cells }: FirstRow) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  // Lines of one cell are titles, which need no telling.
  const isShort = width > 2 && above.every((row) => filled(row) < width) && above.some((row) => filled(row) > 1);
  if (isShort) return { line: header.line, isOpen: true };
  const isPair = ({ cells }: FirstRow) => cells.length === 2 && cells.every((cell) => !isBlank(cell));
  return { line: 0, isOpen: above.length > 2 && above.every(isPair) };
}

const none = { line: 0, isOpen: false };
