import { isBlank, readNumber } from './readNumber.ts';
import { saysDays } from './readPeriod.ts';
import { looksLikeTime } from './readTime.ts';

/** What a row of a file is. A row of kind `row` belongs to the table in hand; `header` begins the next table. */
export type RowKind = 'row' | 'header' | 'blank' | 'comment' | 'title' | 'total';

export interface SortSettings {
  /** Lines that begin with # before a table are comments. */
  readonly comments: boolean;
  /** Rows of totals are told apart. */
  readonly totals: boolean;
  /** How many columns most rows have: a lone cell before a table that has more is its title. */
  readonly width: number;
}

/** Rows of a table whose cells are looked at to tell its body from the header of another one. */
const LOOK_AT = 20;

const totalWords = new Set(
  [
    ...[
      'total',
      'totals',
      'grand total',
      'subtotal',
      'sum',
      'overall',
      'gesamt',
      'summe',
      'gesamtergebnis',
      'total general',
    ],
    ...['итого', 'всего', 'общий итог', '合计', '总计', '小计', '合計', '総計', 'รวม', 'รวมทั้งหมด', 'ผลรวม'],
  ].map((word) => word.toLowerCase()),
);

/**
 * Tells, row by row, what belongs to which table of a file: files hold comments, titles, totals, and several tables one
 * below the other, with blank or comment lines between them. It looks back only, so that a stream can be sorted.
 */
export function createRowSorter(settings: SortSettings): (cells: readonly string[]) => RowKind {
  let inTable = false;
  let apart = true;
  let width = 0;
  let seen = 0;
  let figures = false;

  const begin = (cells: readonly string[]): RowKind => {
    inTable = true;
    apart = false;
    width = filledWidth(cells);
    seen = 0;
    figures = false;
    return 'header';
  };

  return (cells) => {
    const first = cells[0] as string;
    if (first.trim() === '' && cells.every((cell) => cell.trim() === '')) {
      apart = true;
      return 'blank';
    }
    if (settings.comments && first.charCodeAt(0) === 0x23 && isComment(cells, apart)) {
      apart = true;
      return 'comment';
    }
    if (apart) {
      const filled = filledWidth(cells);
      if (filled === 1 && settings.width > 1) return 'title';
      if (!inTable) return begin(cells);
      // A stray blank line inside a table is followed by figures or dates, as all its rows are.
      if ((filled !== width || figures) && !cells.some(isFigure)) return begin(cells);
      apart = false;
    }
    if (settings.totals && isTotal(cells)) return 'total';
    if (seen < LOOK_AT) {
      seen++;
      figures ||= cells.some(isFigure);
    }
    return 'row';
  };
}

/** The first cell begins with #. A column may be called so (Typeform), and cells may begin so. */
function isComment(cells: readonly string[], apart: boolean): boolean {
  const first = (cells[0] as string).trim();
  if (first === '#') return cells.slice(1).every((cell) => cell.trim() === '');
  return apart || (cells.slice(1).every((cell) => cell.trim() === '') && saysDays(first.slice(1).trim()));
}

function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  if (first.length <= 24 && totalWords.has(first.trim().toLowerCase().replace(/:$/, ''))) return true;
  return (cells.at(-1) as string).toLowerCase() === 'grand total';
}

export function isFigure(cell: string): boolean {
  return !isBlank(cell) && (readNumber(cell, '.') !== null || readNumber(cell, ',') !== null || looksLikeTime(cell));
}

/** How many cells a row has up to its last that is not blank. */
function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
