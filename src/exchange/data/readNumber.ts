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

const spaces = /[\s\u00a0\u2007\u2009\u202f'’]/g;
const currency = /^[-+−]?\s*(?:[$€£¥₽฿₴₹]|[A-Z]{3}\s)|(?:[$€£¥₽฿₴₹]|\s(?:[A-Z]{3}|руб\.?|zł|kr))$/u;
/** Thousands in groups of three, or no groups at all; then a decimal part. */
const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d{1,3})?$/i,
  ',': /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d{1,3})?$/i,
};

/**
 * The number in a cell, or null when it cannot be read: never 0 for what is no number. Thousands may be set apart by the
 * other mark, spaces or apostrophes; a percentage comes as a fraction (`0.18%` is 0.0018); a currency sign is passed
 * over; figures in brackets are below zero, as in accounts.
 */
export function readNumber(cell: string, decimal: DecimalMark): number | null {
  let text = seenText(cell);
  if (text === '' || text.length > 60) return null;
  const brackets = text.startsWith('(') && text.endsWith(')');
  if (brackets) text = text.slice(1, -1).trim();
  const percent = text.endsWith('%') || text.endsWith('٪');
  if (percent) text = text.slice(0, -1).trim();
  if (currency.test(text)) text = text.replace(/[$€£¥₽฿₴₹]|[A-Z]{3}(?=\s)|\s[A-Z]{3}$|руб\.?|zł|kr/gu, '');
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

export interface DecimalGuess {
  readonly decimal: DecimalMark;
  /** False where the numbers fit either reading, such as 1,234 alone. */
  readonly sure: boolean;
}

/** Guesses the decimal mark of a table from its cells; `expected` is taken where nothing tells. */
export function guessDecimal(cells: Iterable<string>, expected: DecimalMark): DecimalGuess {
  let comma = 0;
  let point = 0;
  let either = 0;
  for (const cell of cells) {
    const text = cell
      .trim()
      .replace(/\s?%$/, '')
      .replace(/^[-+$€£]/, '');
    if (text.length > 40 || !/^\d[\d.,\s\u00a0\u202f'’]*$/.test(text)) continue;
    if (/^\d{1,3}(?:\.\d{3})+,\d*$|^\d+,\d{1,2}$|^\d+,\d{4,}$|^0,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) comma++;
    else if (/^\d{1,3}(?:,\d{3})+\.\d*$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^0\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(text))
      point++;
    else if (/^\d{1,3}[.,]\d{3}$/.test(text)) either++;
    else if (/^\d+,\d{3}$/.test(text)) comma++;
    else if (/^\d+\.\d{3}$/.test(text)) point++;
  }
  if (comma !== point) return { decimal: comma > point ? ',' : '.', sure: Math.min(comma, point) === 0 };
  return { decimal: expected, sure: comma + either === 0 };
}
