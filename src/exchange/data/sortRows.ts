import { nameKey } from '../../model/nameKey.ts';
import { isBlank, readNumber } from './readNumber.ts';
import { saysDays } from './readPeriod.ts';
import { looksLikeTime } from './readTime.ts';

/**
 * What a row of a file is. A row of kind `row` belongs to the table in hand; `header` begins the next table; a `note` stands
 * below a table and belongs to none: when it was exported, how many rows it has.
 */
export type RowKind = 'row' | 'header' | 'blank' | 'comment' | 'title' | 'total' | 'note';

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
      'total général',
      'totale',
      'gesamtsumme',
      'endsumme',
      'insgesamt',
    ],
    ...['итого', 'всего', 'общий итог', '合计', '总计', '小计', '合計', '総計', 'รวม', 'รวมทั้งหมด', 'ผลรวม'],
  ].map((word) => word.toLowerCase()),
);

/** `cells` may be used again for the next row, `line` is where the row begins. */
export type OnSortedRow = (kind: RowKind, cells: readonly string[], line: number) => void;

export interface RowSorter {
  add(cells: readonly string[], line: number): void;
  /** Gives the rows that waited for those behind them. */
  end(): void;
}

/** Lone lines that wait for what follows them, at most. */
const HELD = 8;
/** Ends with a number, as `Total responses: 3`, or says a day: what a tool writes below a table. */
const footer = /[:=]\s*[\d.,%]+$|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
/** An answer with its words before it, as `Extremely likely - 10`. */
const answer = /(?:\s[-–—]\s*|[([]\s*)\d{1,2}\s*[)\]]?$/;

/** What lies between the table in hand and the next row: one blank row, several, or lines of comment. */
type Gap = 'none' | 'blank' | 'blanks' | 'comment';

interface HeldRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Tells, row by row, what belongs to which table of a file: files hold comments, titles, totals, and several tables one
 * below the other, with blank or comment lines between them. Only rows behind such a line may have to wait for the few
 * next ones, so that a stream can be sorted. In doubt a row stays in the table in hand: what a row is must not follow from a
 * blank line above it.
 */
export function createRowSorter(settings: SortSettings, onRow: OnSortedRow): RowSorter {
  let inTable = false;
  let gap: Gap = 'none';
  /** Columns of the table in hand that have a name, and cells of its header as they stand in the file. */
  let width = 0;
  let cellsWide = 0;
  /** The name of its first column, to be compared. */
  let firstName = '';
  let seen = 0;
  let figures = false;
  /** The columns of the table in hand in which every cell so far is a figure. */
  let figureColumns: number[] = [];
  /** Whether the blank row has no cells at all: one of a spreadsheet has as many as the others. */
  let isEmptyLine = false;
  /** What may be a title, a header, or one above the other. */
  let held: HeldRow[] = [];
  /** A row before the first table that begins with # and is as wide as the table: its header, if figures stand right below. */
  let marked: HeldRow | null = null;

  const begin = (cells: readonly string[], line: number) => {
    inTable = true;
    gap = 'none';
    width = filledWidth(cells);
    cellsWide = cells.length;
    firstName = nameKey(cells[0] ?? '');
    seen = 0;
    figures = false;
    figureColumns = [];
    onRow('header', cells, line);
  };
  const giveRow = (cells: readonly string[], line: number) => {
    gap = 'none';
    if (settings.totals && isTotal(cells)) return onRow('total', cells, line);
    if (seen < LOOK_AT) {
      const isFirst = seen === 0;
      seen++;
      figures ||= cells.some(isFigure);
      figureColumns = isFirst
        ? cells.flatMap((cell, at) => (isFigure(cell) ? [at] : []))
        : figureColumns.filter((at) => isFigure(cells[at] ?? ''));
    }
    onRow('row', cells, line);
  };
  /** A lone text below a table where it had figures so far; or, at the end of the file, what a tool writes there. */
  const isNote = (cells: readonly string[], isEnd: boolean): boolean => {
    const at = cells.findIndex((cell) => cell.trim() !== '');
    const text = (cells[at] ?? '').trim();
    if (cells.filter((cell) => cell.trim() !== '').length !== 1 || isFigure(text)) return false;
    if (figureColumns.includes(at)) return /[\s:]/.test(text) && !answer.test(text);
    return isEnd && width > 1 && footer.test(text);
  };
  const giveHeld = (isEnd = false) => {
    const rows = held;
    held = [];
    for (const { cells, line } of rows) {
      if (isNote(cells, isEnd)) onRow('note', cells, line);
      else giveRow(cells, line);
    }
  };
  /** Whether the last row held, with the one below it, is the header of another table. */
  const isHeader = (below: readonly string[]): boolean => {
    const names = held.at(-1)?.cells ?? [];
    const [named, filled] = [filledWidth(names), filledWidth(below)];
    if (named < 2 || filled > named) return false;
    if (firstName !== '' && nameKey(names[0] ?? '') === firstName) return true;
    const other = named !== width || held.length > 1;
    if (gap !== 'blank') return (other || figures) && below.some(isFigure);
    const isOfOtherShape = names.length !== cellsWide && below.length === names.length;
    if (other) return below.some(isFigure) || (isOfOtherShape && filled === named);
    // As many columns, but names where the table in hand has nothing but figures, and figures right below them.
    return isEmptyLine && figureColumns.length > 0 && figureColumns.every((at) => isFigure(below[at] ?? ''));
  };
  const behindGap = (cells: readonly string[], line: number) => {
    if (held.length > 0 && isHeader(cells)) {
      const header = held.at(-1) as HeldRow;
      const above = held.slice(0, -1);
      held = [];
      for (const { cells: title, line: at } of above) onRow('title', title, at);
      begin(header.cells, header.line);
      return giveRow(cells, line);
    }
    const isText = !cells.some(isFigure);
    if (gap === 'comment' && held.length === 0 && isText && !cells.some(saysNothing)) {
      const filled = filledWidth(cells);
      if (filled === 1 && settings.width > 1) return onRow('title', cells, line);
      return filled !== width || figures ? begin(cells, line) : giveRow(cells, line);
    }
    const isBelowTitles = held.length < HELD && held.every((row) => filledWidth(row.cells) === 1);
    const mayBeHeader = isText && cells.slice(0, filledWidth(cells)).every((cell) => !isBlank(cell));
    if (mayBeHeader && isBelowTitles) {
      held.push({ cells: [...cells], line });
      return;
    }
    giveHeld();
    giveRow(cells, line);
  };
  /** Whether a row whose first cell begins with # is a comment. A column may be called so (Typeform), and cells begin so. */
  const isComment = (cells: readonly string[]): boolean => {
    const first = (cells[0] as string).trim();
    const isLone = filledWidth(cells) === 1;
    if (first === '#') return isLone;
    if (isLone && saysDays(first.slice(1).trim())) return true;
    if (!inTable || gap === 'comment') return true;
    // A blank line alone makes no comment of a row that is as wide as the others.
    return (
      gap !== 'none' && (cells.length !== cellsWide || (/^#[\s=_*#-]/.test(first) && !cells.slice(1).some(isFigure)))
    );
  };

  const giveComment = (cells: readonly string[], line: number) => {
    giveHeld();
    gap = 'comment';
    onRow('comment', cells, line);
  };
  const giveMarked = (below: readonly string[]) => {
    if (marked === null) return;
    const { cells, line } = marked;
    marked = null;
    if (below.some(isFigure) && !(below[0] as string).startsWith('#')) begin(cells, line);
    else giveComment(cells, line);
  };

  return {
    add(cells, line) {
      const first = cells[0] as string;
      giveMarked(cells);
      if (first.trim() === '' && cells.every((cell) => cell.trim() === '')) {
        // Below a title a blank line may stand; a header has its rows right below it.
        if (held.length > 0 && filledWidth((held.at(-1) as HeldRow).cells) > 1) giveHeld();
        if (gap !== 'comment' && held.length === 0) gap = gap === 'none' ? 'blank' : 'blanks';
        isEmptyLine = cells.length === 1 && cellsWide > 1;
        return onRow('blank', cells, line);
      }
      if (settings.comments && first.charCodeAt(0) === 0x23 && isComment(cells)) {
        const isWide = settings.width > 1 && filledWidth(cells) === settings.width && !cells.some(isFigure);
        if (inTable || !isWide) return giveComment(cells, line);
        marked = { cells: [...cells], line };
        return;
      }
      if (inTable) return gap === 'none' ? giveRow(cells, line) : behindGap(cells, line);
      if (filledWidth(cells) === 1 && settings.width > 1) return onRow('title', cells, line);
      begin(cells, line);
    },
    end() {
      giveMarked(['']);
      giveHeld(true);
    },
  };
}

/** A cell that says there is nothing, such as n/a: no name of a column. */
function saysNothing(cell: string): boolean {
  return cell.trim() !== '' && isBlank(cell);
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
