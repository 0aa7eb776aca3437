import { endsLikeTime, namesLabels, namesTime } from './columnNames.ts';
import {
  type DecimalMark,
  isBlank,
  isFormulaError,
  looksLikeDuration,
  readDuration,
  readNumber,
} from './readNumber.ts';
import { guessTimes, type NumberTime, type TimeGuess } from './readTime.ts';

export interface ColumnGuess {
  readonly name: string;
  /** The question a survey asked there; empty where there is none. */
  readonly question: string;
  /** Which column of its table, counted from 0. */
  readonly at: number;
  readonly kind: 'number' | 'time' | 'text' | 'empty';
  /** Numbers are written with a percent sign; they are read as fractions. */
  readonly percent: boolean;
  /** Texts that are durations: `hours` where they can be read, `open` where two parts may be minutes or hours. */
  readonly durations: 'hours' | 'open' | null;
  /** How times are written, or would be if they are; null where the column holds none. Numbers may be something else. */
  readonly time: TimeGuess | null;
  /** Different cells among those seen, and how many were seen that are no blanks. */
  readonly different: number;
  readonly filled: number;
  /** Least and greatest number, where it holds numbers. */
  readonly range: readonly [least: number, greatest: number] | null;
  /** Least and greatest of the numbers from 0 to 10, and which share of all numbers they are. */
  readonly onScale: { readonly share: number; readonly range: readonly [least: number, greatest: number] } | null;
  readonly examples: readonly string[];
  /** All different cells, where they are few (at most 200). */
  readonly values: readonly string[];
}

/** What a column holds, judged by its first cells. A few that cannot be read do not change it; they are told later. */
export function guessColumn(
  name: string,
  question: string,
  at: number,
  cells: readonly string[],
  decimal: DecimalMark,
): ColumnGuess {
  const filled = cells.filter((cell) => !isBlank(cell));
  const values = new Set(filled);
  const numbers = filled.map((cell) => readNumber(cell, decimal)).filter((value) => value !== null);
  const time = filled.length === 0 ? null : guessTimes(filled);
  const isReadable = time !== null && time.share >= 0.8;
  const isNamed = (counts: NumberTime | null) =>
    namesTime(name, counts !== 'excel') || (endsLikeTime(name) && countFrom1970(filled, counts));
  const isTime = isReadable && (!filled.some(isDigits) || isNamed(time.numbers) || isDays(name, time, filled));
  // A formula without a result says nothing about the others, however often it comes.
  const faulty = filled.filter(isFormulaError).length;
  const isNumber = numbers.length > 0 && numbers.length >= (filled.length - faulty) * 0.8;
  const onScale = numbers.filter((value) => value >= 0 && value <= 10);
  const durations = isTime || isNumber || namesTime(name, true) ? null : durationsIn(filled);
  const kind = filled.length === 0 ? 'empty' : isTime ? 'time' : isNumber || durations === 'hours' ? 'number' : 'text';
  return {
    name,
    question,
    at,
    kind,
    percent: isNumber && filled.some((cell) => cell.trim().endsWith('%')),
    durations,
    time: isReadable ? time : null,
    different: values.size,
    filled: filled.length,
    range: isNumber ? [Math.min(...numbers), Math.max(...numbers)] : null,
    onScale:
      isNumber && onScale.length > 0
        ? { share: onScale.length / numbers.length, range: [Math.min(...onScale), Math.max(...onScale)] }
        : null,
    examples: [...values].slice(0, 3).map((cell) => cell.slice(0, 60)),
    values: values.size <= 200 ? [...values] : [],
  };
}

/**
 * The columns, where those whose dates can be read either way follow the ones that settle it: dates of one shape in one file
 * are written alike. Where columns contradict each other each stands for itself.
 */
export function withOneOrder(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const shapeOf = ({ examples }: ColumnGuess) => /^\D*\d{1,2}([-/.])\d/.exec(examples[0] ?? '')?.[1] ?? '';
  return columns.map((column) => {
    const { time } = column;
    if (time?.order !== 'either') return column;
    const orders = new Set(
      columns.flatMap((other) =>
        other.time?.order && other.time.order !== 'either' && shapeOf(other) === shapeOf(column)
          ? other.time.order
          : [],
      ),
    );
    const [order] = orders;
    return order === undefined || orders.size > 1 ? column : { ...column, time: { ...time, order } };
  });
}

/** True for numbers that count from 1970 and lie between 2000 and 2033; such as a phone has begin with 0, or with more. */
export function countFrom1970(cells: readonly string[], counts: NumberTime | null): boolean {
  const per = { seconds: 1, milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9, excel: 0 }[counts ?? 'excel'];
  return (
    per > 0 &&
    cells.length > 0 &&
    cells.every((cell) => /^\s*[1-9]/.test(cell) && Number.parseFloat(cell) >= 946_684_800 * per) &&
    cells.every((cell) => Number.parseFloat(cell) < 2_000_000_000 * per)
  );
}

function durationsIn(cells: readonly string[]): ColumnGuess['durations'] {
  const enough = (fits: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(fits).length >= cells.length * 0.8;
  if (enough((cell) => readDuration(cell) !== null)) return 'hours';
  return enough(looksLikeDuration) ? 'open' : null;
}

/** Any number may be as large as one that counts from 1970: what else it could be, only a name tells. */
function isDigits(cell: string): boolean {
  return /^\d+(?:[.,]\d+)?$/.test(cell.trim());
}

/** Days such as 20260131 are known by themselves; names of ten digits and more are not. */
function isDays(name: string, time: TimeGuess, cells: readonly string[]): boolean {
  return (
    time.numbers === null && !namesLabels(name) && cells.every((cell) => cell.trim().length !== 10 || !isDigits(cell))
  );
}
