import { BLOCK, type ByteSource, byteBlocks } from './byteBlocks.ts';
import { DataError } from './dataError.ts';
import { createDecoder, type Encoding, guessEncoding } from './decodeText.ts';
import { type ColumnGuess, guessColumn, withOneOrder } from './guessColumn.ts';
import { endsWithReturns, guessDelimiter } from './guessDelimiter.ts';
import { guessHeaderRows, nameColumns } from './guessHeader.ts';
import { withLogTimes } from './guessRoles.ts';
import { type FirstRow, firstRows, guessStart } from './guessStart.ts';
import { type DecimalMark, guessDecimal } from './readNumber.ts';
import { createRowSorter, isFigure, type OnSortedRow } from './sortRows.ts';
import { createRowSplitter, type Delimiter, withLineFeeds } from './splitRows.ts';
import { joined } from './unpackGzip.ts';

/** How a file is read as a table. Each is guessed and may be said otherwise. */
export interface TableSettings {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Lines that begin with # are comments. */
  readonly comments: boolean;
  /** Which of the file's tables, counted from 0. */
  readonly table: number;
  readonly headerRows: 0 | 1 | 2 | 3;
  /** The line on which the header begins, so that what stands above is left aside; 0 where rows tell it. */
  readonly headerLine: number;
  readonly decimal: DecimalMark;
  /** Rows of totals are left out. */
  readonly totals: boolean;
}

/** One of the tables of a file. */
export interface TableOutline {
  /** The line of its first row, counted from 1. */
  readonly line: number;
  /** What stands above it. */
  readonly title: string;
  /** Comment lines above it, without their #. */
  readonly comments: readonly string[];
  /** The tables below one another are counted; those that lie beside each other have one number. */
  readonly section: number;
  /** Its first column and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
  /** How many rows were seen in the beginning of the file, header included. */
  readonly rowsSeen: number;
}

export interface TableReport {
  readonly settings: TableSettings;
  /** Which settings are a guess that could be wrong: to be shown as questions. */
  readonly unsure: readonly (keyof TableSettings)[];
  readonly tables: readonly TableOutline[];
  readonly columns: readonly ColumnGuess[];
  /** The first rows below the header, as they will be read, and the lines on which they begin. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** True when the file was seen to its end. */
  readonly whole: boolean;
  /** What the reader of the rows needs besides the settings. */
  readonly width: number;
  readonly sepLine: boolean;
  /** Rows that may be the header. */
  readonly firstRows: readonly FirstRow[];
  readonly newline: '\n' | '\r';
  /** What follows may still show that it is another one. */
  readonly encodingGuessed: boolean;
}

/** Rows of one table that are looked at. */
const ROWS = 1000;
const PREVIEW = 20;
/** More than the longest row that is read, in bytes. */
const MAX_SAMPLE = 20 << 20;

/**
 * Looks at the beginning of a file (1 MB, or more where the first row below the header is longer) and says how it can be read
 * as a table. What `overrides` names is taken as it is. Throws `DataError` when there is no table to be found.
 */
export async function inspectTable(
  source: ByteSource,
  overrides: Partial<TableSettings> = {},
  blockSize?: number,
): Promise<TableReport> {
  let sample: Uint8Array = new Uint8Array();
  let report: TableReport | null = null;
  const options = { blockSize: BLOCK, ...(blockSize === undefined ? {} : { blockSize }) };
  for await (const block of byteBlocks(source, options)) {
    sample = sample.length === 0 ? block : joined(sample, block);
    // What is left at the end of the last block is a row, whatever ends it.
    const whole = block.length < options.blockSize || sample.length === source.size;
    try {
      report = inspectSample(sample, whole, overrides);
      if (whole || report.rows.length > 0) return report;
    } catch (error) {
      if (whole || !(error instanceof DataError && error.code === 'noTable')) throw error;
    }
    // A row that is longer than rows may be has been refused by now.
    if (sample.length > MAX_SAMPLE) break;
  }
  if (report === null) throw new DataError(sample.length === 0 ? 'empty' : 'noTable');
  return report;
}

function inspectSample(sample: Uint8Array, whole: boolean, overrides: Partial<TableSettings>): TableReport {
  const guess = guessEncoding(sample);
  const encoding = overrides.encoding ?? guess.encoding;
  const text = createDecoder(encoding, overrides.encoding === undefined && guess.sure).decode(sample);
  const newline = endsWithReturns(text) ? '\r' : '\n';
  const lines = newline === '\r' ? withLineFeeds(text) : text;
  const byName = guessDelimiter(lines);
  const delimiter = overrides.delimiter ?? byName.delimiter;
  const width = byName.delimiter === delimiter ? byName.width : 2;
  const beginning = firstRows(lines, delimiter);
  const start = guessStart(beginning, width);
  const headerLine = overrides.headerLine ?? start.line;
  const comments = overrides.comments ?? /^\uFEFF?#/m.test(lines);
  const sorted = sortSample(
    lines,
    whole,
    { delimiter, comments, totals: overrides.totals ?? true, width, headerLine },
    byName.named,
  );
  const tables = outlines(sorted.sections);
  const table = overrides.table ?? largest(tables);
  const outline = tables[table];
  if (outline === undefined) throw new DataError('noTable');
  const section = sorted.sections[outline.section] as Section;
  const rows = section.rows.map((row) => row.slice(outline.from, outline.to));
  const headerRows = overrides.headerRows ?? guessHeaderRows(rows);
  const body = rows.slice(headerRows);
  const columnCells = Array.from({ length: outline.to - outline.from }, (_, at) => body.map((row) => row[at] ?? ''));
  const decimalGuess = guessDecimal(columnCells, delimiter === ',' ? '.' : delimiter === ';' ? ',' : '.');
  const decimal = overrides.decimal ?? decimalGuess.decimal;
  const names = nameColumns(rows, headerRows, outline.to - outline.from);
  const unsure: (keyof TableSettings)[] = [];
  const ask = (key: keyof TableSettings, sure: boolean) => {
    if (!sure && overrides[key] === undefined) unsure.push(key);
  };
  ask('encoding', guess.sure);
  ask('delimiter', byName.sure);
  ask('table', tables.length === 1);
  ask('decimal', decimalGuess.sure);
  ask('headerLine', !start.isOpen);
  ask('totals', sorted.totals === 0);
  return {
    settings: {
      encoding,
      delimiter,
      comments,
      table,
      headerRows,
      headerLine,
      decimal,
      totals: overrides.totals ?? true,
    },
    unsure,
    tables,
    columns: withLogTimes(
      withOneOrder(
        names.map(({ name, question }, at) =>
          guessColumn(
            name,
            question,
            at,
            body.map((row) => row[at] ?? ''),
            decimal,
          ),
        ),
      ),
    ),
    rows: body.slice(0, PREVIEW),
    lines: section.lines.slice(headerRows, headerRows + PREVIEW),
    whole,
    width,
    sepLine: byName.named,
    firstRows: beginning,
    newline,
    // UTF-8 with mistakes in it was told by all of the sample: a single mistake does not speak against it.
    encodingGuessed: overrides.encoding === undefined && !guess.bom && guess.sure,
  };
}

interface Section {
  readonly rows: string[][];
  readonly lines: number[];
  readonly comments: readonly string[];
  readonly title: string;
}

function sortSample(
  text: string,
  whole: boolean,
  settings: { delimiter: Delimiter; comments: boolean; totals: boolean; width: number; headerLine: number },
  sepLine: boolean,
): { sections: Section[]; totals: number } {
  const sections: Section[] = [];
  let comments: string[] = [];
  let title = '';
  let totals = 0;
  const give: OnSortedRow = (kind, cells, line) => {
    if (kind === 'comment') {
      // A spreadsheet fills the line up to the width of the table.
      const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
      const words = filled.join(settings.delimiter).replace(/^#\s*/, '').trim();
      if (/[^-=_\s]/.test(words)) comments.push(words);
    } else if (kind === 'title') title = (cells.find((cell) => cell.trim() !== '') as string).trim();
    else if (kind === 'total') totals++;
    else if (kind === 'header') {
      sections.push({ rows: [[...cells]], lines: [line], comments, title });
      comments = [];
      title = '';
    } else if (kind === 'row') {
      const section = sections.at(-1) as Section;
      if (section.rows.length >= ROWS) return;
      section.rows.push([...cells]);
      section.lines.push(line);
    }
  };
  const sorter = createRowSorter(settings, give);
  const splitter = createRowSplitter(settings.delimiter, (cells, line) => {
    if (line < settings.headerLine) give('comment', cells, line);
    else if (line > 1 || !sepLine) sorter.add(cells, line);
  });
  splitter.push(text);
  if (whole) {
    splitter.end();
    sorter.end();
  }
  return { sections, totals };
}

/**
 * The tables below one another. Where a column without name and cells stands between others there may be two beside each
 * other, or one with a column that only makes room: then all of it is offered too, and comes first where the parts alone
 * would say little.
 */
function outlines(sections: readonly Section[]): TableOutline[] {
  return sections.flatMap(({ rows, lines, comments, title }, section) => {
    const header = rows[0] as string[];
    const width = Math.max(...rows.slice(0, 100).map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1));
    const isEmpty = (at: number) => rows.every((row) => (row[at] ?? '').trim() === '');
    const parts: Range[] = [];
    let from = 0;
    for (let at = 0; at <= width; at++) {
      if (at < width && !(rows.length > 1 && isEmpty(at))) continue;
      // A column that is empty at the edge, or between names that are no header, is just that: an empty column.
      const isBorder = at === width || (header[at - 1]?.trim() && header[at + 1]?.trim());
      if (!isBorder) continue;
      if (at > from) parts.push([from, at]);
      from = at + 1;
    }
    return rangesOf(rows, parts).map(([first, end]) => ({
      line: lines[0] as number,
      // A line that only says which days it is of names no table.
      title: title || (comments.find((line) => !/\d{8}$/.test(line)) ?? ''),
      comments,
      section,
      from: first,
      to: end,
      names: header.slice(first, end).map((name) => name.trim()),
      rowsSeen: rows.length,
    }));
  });
}

/** A first column and the one after the last. */
type Range = readonly [from: number, to: number];

/** The parts, and all of them as one where none runs empty below the others. */
function rangesOf(rows: readonly (readonly string[])[], parts: readonly Range[]): readonly Range[] {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return parts;
  const says = (row: readonly string[], [from, to]: Range) => row.slice(from, to).some((cell) => cell.trim() !== '');
  if (parts.some((part) => !says(rows.at(-1) ?? [], part))) return parts;
  const all: Range = [first[0], (parts.at(-1) as Range)[1]];
  // A table of its own has two columns at least, and begins with what names its rows.
  const isOne = parts.some(
    ([from, to], at) => to - from === 1 || (at > 0 && rows.slice(1).every((row) => isFigure(row[from] ?? ''))),
  );
  return isOne ? [all, ...parts] : [...parts, all];
}

/** The one with the most rows; the first of those that have equally many. */
function largest(tables: readonly TableOutline[]): number {
  const rows = tables.map((table) => table.rowsSeen);
  return Math.max(0, rows.indexOf(Math.max(...rows)));
}
