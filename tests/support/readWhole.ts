import { inspectTable, type TableSettings } from '../../src/exchange/data/inspectTable.ts';
import { readTable } from '../../src/exchange/data/readTable.ts';
import { bytesAs } from './bytesAs.ts';

/** All rows of a table as they are read, with their lines, what was guessed, and what was counted. */
export async function readWhole(content: string | Uint8Array, overrides: Partial<TableSettings> = {}) {
  const source = bytesAs('file.csv', content);
  const report = await inspectTable(source, overrides);
  const rows: string[][] = [];
  const lines: number[] = [];
  const counts = await readTable(source, report, (cells, line) => {
    rows.push([...cells]);
    lines.push(line);
  });
  return { report, rows, lines, counts, names: report.columns.map((column) => column.name) };
}
