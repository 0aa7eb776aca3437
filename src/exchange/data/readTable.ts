import { type BlockOptions, type ByteSource, byteBlocks } from './byteBlocks.ts';
import { DataError } from './dataError.ts';
import { createDecoder, type Encoding } from './decodeText.ts';
import type { TableOutline, TableReport } from './inspectTable.ts';
import { createRowSorter } from './sortRows.ts';
import { createRowSplitter, type SwallowedRows } from './splitRows.ts';

/** What was read, and what was left out and why. Counts are of rows unless they say otherwise. */
export interface TableCounts {
  readonly rows: number;
  readonly comments: number;
  readonly totals: number;
  /** Rows of the file's other tables. */
  readonly otherTables: number;
  /** Rows with fewer or more cells than the header; they were read all the same. */
  readonly uneven: number;
  readonly encoding: Encoding;
  readonly badBytes: number;
  readonly strayQuotes: number;
  /** Rows that may be several, since a quotation mark in them seems not to be closed. */
  readonly swallowed: SwallowedRows | null;
  /** Rows that say something beyond the names of the header; the first of them. */
  readonly tooWide: {
    readonly count: number;
    readonly line: number;
    readonly cells: number;
    readonly names: number;
  } | null;
  /** Lone lines below the table that are no rows of it; the first of them. */
  readonly notes: { readonly count: number; readonly line: number; readonly example: string } | null;
}

export interface ReadTableOptions extends BlockOptions {
  /** Called after each block of bytes. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Reads the rows below the header of one table, in their order, without keeping any. `onRow` gets the cells of the
 * report's columns (fewer when the row is short) and the line; the array is used again for the next row. Throws
 * `DataError`.
 */
export async function readTable(
  source: ByteSource,
  report: TableReport,
  onRow: (cells: readonly string[], line: number) => void,
  options: ReadTableOptions = {},
): Promise<TableCounts> {
  const { settings } = report;
  const outline = report.tables[settings.table] as TableOutline;
  const { comments, totals } = settings;
  const width = outline.to - outline.from;
  const isPart =
    outline.from > 0 || report.tables.some((other) => other !== outline && other.section === outline.section);
  const counts = { rows: 0, comments: 0, totals: 0, otherTables: 0, uneven: 0 };
  let section = -1;
  let header = 0;
  /** Cells of the header, names or not: rows that say something beyond them may have been cut in the wrong place. */
  let headerCells = 0;
  let tooWide: TableCounts['tooWide'] = null;
  let notes: TableCounts['notes'] = null;
  const sorter = createRowSorter({ comments, totals, width: report.width }, (kind, cells, line) => {
    if (kind === 'header') {
      section++;
      header = settings.headerRows;
      headerCells = 0;
    }
    if (kind === 'comment') counts.comments++;
    if (kind === 'total') counts.totals++;
    if (kind === 'note' && section === outline.section) {
      const example = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
      notes = { line, example: example.slice(0, 60), ...notes, count: (notes?.count ?? 0) + 1 };
    }
    if (kind !== 'row' && kind !== 'header') return;
    if (header > 0) {
      header--;
      headerCells = Math.max(headerCells, cells.length);
      return;
    }
    if (section !== outline.section) {
      counts.otherTables++;
      return;
    }
    if (headerCells > 0 && cells.length > headerCells && cells.slice(headerCells).some((cell) => cell.trim() !== ''))
      tooWide = { line, cells: cells.length, ...tooWide, count: (tooWide?.count ?? 0) + 1, names: headerCells };
    const part = isPart ? cells.slice(outline.from, outline.to) : cells;
    // Beside a longer table the rows of a shorter one run empty.
    if (isPart && part.every((cell) => cell.trim() === '')) return;
    if (part.length !== width) counts.uneven++;
    counts.rows++;
    onRow(part, line);
  });
  const addRow = (cells: readonly string[], line: number) => {
    if (line < settings.headerLine) counts.comments++;
    else if (line > 1 || !report.sepLine) sorter.add(cells, line);
  };
  const splitter = createRowSplitter(settings.delimiter, addRow, report.newline);
  const decoder = createDecoder(settings.encoding, report.encodingGuessed);
  for await (const block of byteBlocks(source, options)) {
    splitter.push(decoder.decode(block));
    options.onRows?.(counts.rows);
  }
  splitter.push(decoder.end());
  splitter.end();
  sorter.end();
  if (section < 0) throw new DataError('noTable');
  options.onRows?.(counts.rows);
  return {
    ...counts,
    encoding: decoder.encoding(),
    badBytes: decoder.badBytes(),
    strayQuotes: splitter.strayQuotes(),
    swallowed: splitter.swallowed(),
    tooWide,
    notes,
  };
}
