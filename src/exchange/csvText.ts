/** Nothing is an empty cell. Numbers stay numbers; everything else is text. */
export type CsvCell = string | number | null;

/**
 * What a spreadsheet may take for a formula: signs that begin one, also full-width or after blanks, and control characters
 * that some programs pass over. One that is guarded already counts too, so that taking one apostrophe off gives back
 * every text as it was.
 */
const formula = /^'* *(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/;

/**
 * Rows as a CSV file by RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. A text that could be
 * taken for a formula begins with an apostrophe.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : '';
  const guarded = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
