import type { Range } from '../../analysis/cost.ts';

/** Why a text is no figure; the interface says it as `figure.problem.<it>`. */
export type FigureProblem = 'unreadable' | 'order' | 'tooLarge' | 'negative' | 'over100' | 'noPercent' | 'single';

/** What a text says: a range whose ends may be equal, nothing for an empty one, or what is wrong with which part of it. */
export type ParsedFigure =
  | { readonly value: Range | null }
  | { readonly problem: FigureProblem; readonly part: string };

export interface FigureKind {
  /** A share is typed in percent and kept as 0 to 1. */
  readonly style: 'number' | 'share';
  /** Whether "1000-1500" is taken. */
  readonly range: boolean;
  readonly max: number;
}

const dashes = /^(.*?[^\s–—~…-])\s*(?:[-–—~]|\.{2,3})\s*([^\s–—~-].*)$/u;

/**
 * Reads a figure as people of a language (BCP 47) type it: `1000-1500`, `1,000 – 1,500`, `10 %`, with that language's
 * separators and any script's digits. Spaces and apostrophes may group thousands everywhere.
 */
export function parseFigure(typed: string, language: string, { style, range, max }: FigureKind): ParsedFigure {
  const text = latinDigits(
    typed
      .normalize('NFKC')
      // Marks of direction, which some languages put around percent signs.
      .replace(/\p{Cf}/gu, '')
      .replace(/\u2212/g, '-')
      .trim(),
  );
  if (text === '') return { value: null };
  const whole = readNumber(text, language, style);
  const halves = dashes.exec(text);
  if (typeof whole === 'number' || halves === null) {
    return typeof whole === 'number' ? within(whole, whole, max, style, text) : { problem: whole, part: text };
  }
  if (!range) return { problem: 'single', part: text };
  const [, first = '', second = ''] = halves;
  const low = readNumber(first, language, style);
  const high = readNumber(second, language, style);
  if (typeof low !== 'number') return { problem: low, part: first };
  if (typeof high !== 'number') return { problem: high, part: second };
  if (low > high) return { problem: 'order', part: text };
  return within(low, high, max, style, text);
}

/** A range as it is typed, to be read again without loss. */
export function typedFigure({ low, high }: Range, language: string, style: FigureKind['style']): string {
  const format = new Intl.NumberFormat(language, {
    style: style === 'share' ? 'percent' : 'decimal',
    maximumFractionDigits: 12,
  });
  return low === high ? format.format(low) : `${format.format(low)} – ${format.format(high)}`;
}

function within(low: number, high: number, max: number, style: FigureKind['style'], part: string): ParsedFigure {
  if (high > max) return { problem: style === 'share' ? 'over100' : 'tooLarge', part };
  return { value: { low, high } };
}

function readNumber(text: string, language: string, style: FigureKind['style']): number | FigureProblem {
  const percent = /\s*[%\u066a]$/u;
  const bare = text.replace(percent, '').trim();
  if (bare !== text && style !== 'share') return 'noPercent';
  if (/^-\s*\S/.test(bare)) return 'negative';
  const { group, decimal } = separators(language);
  const marks = `[${escaped(group)}\\s'’]`;
  const pattern = new RegExp(
    `^(?:\\d+|\\d{1,3}(?:${marks}\\d{2,3})*${marks}\\d{3})?(?:${escaped(decimal)}\\d+)?$`,
    'u',
  );
  if (bare === '' || !pattern.test(bare)) return 'unreadable';
  const plain = bare.replace(new RegExp(marks, 'gu'), '').replace(decimal, '.');
  const number = Number(plain);
  // 15.5 % is 0.155, not 0.15500000000000003.
  return style === 'share' ? Number((number / 100).toPrecision(15)) : number;
}

function separators(language: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.5);
  const find = (type: string, usual: string) =>
    parts.find((part) => part.type === type)?.value.normalize('NFKC') ?? usual;
  return { group: find('group', ' '), decimal: find('decimal', '.') };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

/** Every script's digits stand in a row, from zero on. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}
