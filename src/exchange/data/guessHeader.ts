import { isBlank } from './readNumber.ts';
import { readPeriod } from './readPeriod.ts';
import { isFigure } from './sortRows.ts';

const importId = /^\s*\{\s*"+ImportId"+\s*:/;
const surveyMonkey = /^(?:open-ended response|response|other \(please specify\)|first name)$/i;

/** How many of a table's first rows name its columns: 0 to 3. */
export function guessHeaderRows(rows: readonly (readonly string[])[]): 0 | 1 | 2 | 3 {
  const [first, second, third] = rows;
  if (first === undefined) return 0;
  if (third?.some((cell) => importId.test(cell))) return 3;
  if (second?.some((cell) => importId.test(cell))) return 2;
  if (second !== undefined && third !== undefined && isSecondHeader(first, second, third)) return 2;
  if (!first.some(isFigure)) return 1;
  if (second !== undefined && namesYears(first, second)) return 1;
  // Years and numbers may name columns; then the rows below look otherwise in some other column.
  return second !== undefined &&
    first.some((cell, at) => !isBlank(cell) && !isFigure(cell) && isFigure(second[at] ?? ''))
    ? 1
    : 0;
}

/** True where columns are called after different years or months, with other numbers than such below them. */
function namesYears(first: readonly string[], second: readonly string[]): boolean {
  const figures = first.flatMap((cell, at) => (isFigure(cell) ? [{ cell: cell.trim(), below: second[at] ?? '' }] : []));
  if (isFigure(first[0] ?? '') || figures.length < 2) return false;
  return (
    figures.every(({ cell }) => readPeriod(cell) !== null) &&
    new Set(figures.map(({ cell }) => cell)).size === figures.length &&
    figures.some(({ below }) => isFigure(below) && readPeriod(below) === null)
  );
}

/** SurveyMonkey: questions above, and below them the answers one could give; what is no question has nothing below. */
function isSecondHeader(first: readonly string[], second: readonly string[], third: readonly string[]): boolean {
  if (second.some(isFigure)) return false;
  if (second.some((cell) => surveyMonkey.test(cell.trim()))) return true;
  const spans = first.some((cell, at) => at > 0 && cell.trim() === '' && (second[at] ?? '').trim() !== '');
  const leading = second.findIndex((cell) => cell.trim() !== '');
  return spans && leading > 0 && third.slice(0, leading).some((cell) => cell.trim() !== '');
}

export interface ColumnName {
  /** Unique in its table. */
  readonly name: string;
  /** The question that a survey asked there; empty where there is none. */
  readonly question: string;
}

/** Names for all columns from `count` rows of header: blank ones get a number, doubled ones too. */
export function nameColumns(rows: readonly (readonly string[])[], count: number, width: number): ColumnName[] {
  const header = rows.slice(0, count);
  const isQualtrics = header.some((row) => row.some((cell) => importId.test(cell)));
  const used = new Map<string, number>();
  let above = '';
  return Array.from({ length: width }, (_, at) => {
    const top = clean(header[0]?.[at] ?? '');
    const below = isQualtrics ? '' : clean(header[1]?.[at] ?? '');
    if (top !== '') above = top;
    // A question with several answers stands above the first of them only.
    const base =
      below !== '' && !surveyMonkey.test(below) ? `${top || above} / ${below}` : top || (count > 1 ? above : '');
    const question = isQualtrics ? clean(header[1]?.[at] ?? '') : count > 1 ? top || above : '';
    return { name: unique(base || `Column ${at + 1}`, used), question };
  });
}

function unique(name: string, used: Map<string, number>): string {
  const times = (used.get(name) ?? 0) + 1;
  used.set(name, times);
  return times === 1 ? name : unique(`${name} (${times})`, used);
}

/** Without the invisible signs with which cells of Google Analytics begin. */
function clean(cell: string): string {
  return cell
    .replace(/[\uFEFF\u200B]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
