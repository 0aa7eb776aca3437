import type { ByteSource } from './byteBlocks.ts';
import type { TableReport } from './inspectTable.ts';
import { type ReadTableOptions, readTable, type TableCounts } from './readTable.ts';

/** The rows of a table as they stand, with the lines on which they begin. */
export interface TableRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** Rows beyond the limit, which were counted and not taken. */
  readonly tooMany: number;
  readonly counts: TableCounts;
}

/** Takes the rows of a table, `limit` at most: for tables small enough to be looked at. Throws `DataError`. */
export async function readRows(
  source: ByteSource,
  report: TableReport,
  limit: number,
  options: ReadTableOptions = {},
): Promise<TableRows> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let tooMany = 0;
  const counts = await readTable(
    source,
    report,
    (cells, line) => {
      if (rows.length >= limit) {
        tooMany++;
        return;
      }
      rows.push([...cells]);
      lines.push(line);
    },
    options,
  );
  return { rows, lines, tooMany, counts };
}
