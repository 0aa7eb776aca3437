import { readPeriod } from './readPeriod.ts';
import { looksLikeTime } from './readTime.ts';

export type DecimalMark = '.' | ',';

/** Words and signs that stand for "no value". Compared in lower case, without spaces around. */
const blanks = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '-', '–', '—', '?', '.', '(not set)']);

const blankStart = /^[\s\u200B#nN\-–—?.(]/;

/** A cell without the marks that nobody sees, which reports put before some of theirs. */
export function seenText(cell: string): string {
  return (cell.includes('\u200B') ? cell.replaceAll('\u200B', '') : cell).trim();
}

/** True for a cell that says there is no value: it is not counted, and is no mistake. */
export function isBlank(cell: string): boolean {
  // Each cell of a log is asked: nearly all are told apart by their first sign.
  return cell === '' || (cell.length < 10 && blankStart.test(cell) && blanks.has(seenText(cell).toLowerCase()));
}

/** What a spreadsheet writes where a formula has no result, in the languages of its usual editions. */
const formulaErrors = new Set([
  ...['#div/0!', '#value!', '#ref!', '#name?', '#num!', '#null!', '#spill!', '#calc!', '#error!', '#wert!', '#bezug!'],
  ...['#zahl!', '#nv', '#überlauf!', '#valeur!', '#nom?', '#nombre!', '#nul!', '#valor!', '#¡div/0!', '#¡valor!'],
  ...[
    '#¡ref!',
    '#¿nombre?',
    '#¡num!',
    '#n/d',
    '#valore!',
    '#rif!',
    '#дел/0!',
    '#знач!',
    '#ссылка!',
    '#имя?',
    '#число!',
  ],
]);

/** True for a formula without a result: it is no value, and yet its column may hold numbers. */
export function isFormulaError(cell: string): boolean {
  return cell.length < 16 && cell.includes('#') && formulaErrors.has(seenText(cell).toLowerCase());
}

const spaces = /[\s\u00a0\u2007\u2009\u202f'’]/g;
const currency = /^[-+−]?\s*(?:[$€£¥₽฿₴₹]|[A-Z]{3}\s)|(?:[$€£¥₽฿₴₹]|\s(?:[A-Z]{3}|руб\.?|zł|kr))$/u;
/** As SAP writes what is below zero, `1.234,50-`; a lone digit with a dash is more likely a mark or the start of a range. */
const minusBehind = /^[^-+−]*\d[^-+−]*[\d,.][^-+−]*[-−]$/;

function withoutCurrency(text: string): string {
  return currency.test(text) ? text.replace(/[$€£¥₽฿₴₹]|[A-Z]{3}(?=\s)|\s[A-Z]{3}$|руб\.?|zł|kr/gu, '').trim() : text;
}

/** Thousands in groups of three, or no groups at all; then a decimal part. */
const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d{1,3})?$/i,
  ',': /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d{1,3})?$/i,
};

/**
 * The number in a cell, or null when it cannot be read: never 0 for what is no number. Thousands may be set apart by the
 * other mark, spaces or apostrophes; a percentage comes as a fraction (`0.18%` is 0.0018); a currency sign is passed
 * over; figures in brackets are below zero, as in accounts, and those with a minus behind them, as in SAP.
 */
export function readNumber(cell: string, decimal: DecimalMark): number | null {
  let text = seenText(cell);
  if (text === '' || text.length > 60) return null;
  const brackets = text.startsWith('(') && text.endsWith(')');
  if (brackets) text = text.slice(1, -1).trim();
  const percent = text.endsWith('%') || text.endsWith('٪');
  if (percent) text = text.slice(0, -1).trim();
  text = withoutCurrency(text);
  if (minusBehind.test(text)) text = `-${withoutCurrency(text.slice(0, -1).trim())}`;
  if (
    /\d[\s\u00a0\u2007\u2009\u202f'’]\d/.test(text) &&
    !/^[-+−]?\s*\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f'’]\d{3})+(?!\d)/.test(text)
  )
    return null;
  text = text.replace(spaces, '').replace('−', '-');
  if (!/\d/.test(text) || !shapes[decimal].test(text)) return null;
  const plain = decimal === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  const signed = brackets ? -value : value;
  return percent ? signed / 100 : signed;
}

/**
 * The hours of a duration such as `00:05:00` or `-1:30:00.5`, or null. Two parts alone (`05:30`) may be minutes or hours and
 * are not read.
 */
export function readDuration(cell: string): number | null {
  const m = /^([-−])?(\d{1,5}):([0-5]\d):([0-5]\d(?:[.,]\d{1,9})?)$/.exec(seenText(cell));
  if (m === null) return null;
  const hours = Number(m[2]) + Number(m[3]) / 60 + Number((m[4] as string).replace(',', '.')) / 3600;
  return m[1] === undefined ? hours : -hours;
}

/** True for a duration in whatever parts, be it one that is not read. */
export function looksLikeDuration(cell: string): boolean {
  return /^[-−]?\d{1,5}:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?$/.test(seenText(cell));
}

export interface DecimalGuess {
  readonly decimal: DecimalMark;
  /** False where the numbers fit either reading, such as 1,234 alone. */
  readonly sure: boolean;
}

/**
 * Guesses the decimal mark of a table from the cells of its columns; `expected` is taken where nothing tells. Columns of
 * dates and periods say nothing, however many dots stand in them. Three digits behind one mark are thousands in an amount
 * of money, whose parts have two; that is a guess.
 */
export function guessDecimal(columns: readonly (readonly string[])[], expected: DecimalMark): DecimalGuess {
  const votes = { comma: 0, point: 0, either: 0, money: 0 };
  for (const cells of columns) if (!holdsDays(cells)) for (const cell of cells) vote(cell, votes);
  const { comma, point, either, money } = votes;
  if (comma !== point) return { decimal: comma > point ? ',' : '.', sure: Math.min(comma, point) === 0 };
  if (comma === 0 && money !== 0) return { decimal: money > 0 ? ',' : '.', sure: false };
  return { decimal: expected, sure: comma + either === 0 };
}

/** True for a column nearly all of whose cells are dates or periods, such as `01.2026`. */
function holdsDays(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const days = filled.filter((cell) => readPeriod(cell) !== null || looksLikeTime(cell)).length;
  return days > 0 && days >= filled.length * 0.8;
}

function vote(cell: string, votes: { comma: number; point: number; either: number; money: number }): void {
  if (cell.length > 40 || !(cell.includes('.') || cell.includes(','))) return;
  const bare = seenText(cell)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\s?%$/, '')
    .replace(/[-−]$/, '');
  const amount = withoutCurrency(bare);
  const text = amount.replace(/^[-+−]\s*/, '');
  if (!/^\d[\d.,\s\u00a0\u202f'’]*$/.test(text)) return;
  if (/^\d{1,3}(?:\.\d{3})+,\d*$|^\d+,\d{1,2}$|^\d+,\d{4,}$|^0,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) votes.comma++;
  else if (/^\d{1,3}(?:,\d{3})+\.\d*$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^0\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(text))
    votes.point++;
  else if (/^\d{1,3}[.,]\d{3}$/.test(text)) {
    votes.either++;
    if (amount !== bare) votes.money += text.includes('.') ? 1 : -1;
  } else if (/^\d+,\d{3}$/.test(text)) votes.comma++;
  else if (/^\d+\.\d{3}$/.test(text)) votes.point++;
}
