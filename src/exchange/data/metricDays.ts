import { DataError } from './dataError.ts';
import type { ColumnGuess } from './guessColumn.ts';
import type { TableReport } from './inspectTable.ts';
import { monthOf } from './monthNames.ts';
import { isBlank, readNumber } from './readNumber.ts';
import { dayOf, isMonthName, isWeekName, nthDay, type Period, readPeriod } from './readPeriod.ts';
import { createDayReader, type DateOrder, isEitherWay, looksLikeTime, type NumberTime } from './readTime.ts';

/** How the days of a table's rows are read. `from` and `to` are names of columns, null where there is none. */
export interface DaySettings {
  readonly from: string | null;
  readonly to: string | null;
  /** Taken where no column says when. */
  readonly period: Period | null;
  /** `from` counts days from the start of the period. */
  readonly nthDay: boolean;
  readonly order: DateOrder | null;
  /** What bare numbers in `from` and `to` count; null where they are no times. */
  readonly numbers: NumberTime | null;
}

const DAY = 86_400_000;

/**
 * What a day in a column stands for. Under a name of months, quarters or years it is the whole of one where all days seen
 * there are first ones of such, or all are last ones; under a name of weeks the seven days from it on, or up to it where
 * the name says that weeks end, if all days seen are the same of the week. Otherwise it is just that day.
 */
function createSpanReader(
  column: ColumnGuess | undefined,
  readDay: (cell: string) => string | null,
): (day: string) => Period {
  const alone = (day: string): Period => ({ from: day, to: day });
  if (column === undefined) return alone;
  const seen = (column.values.length > 0 ? column.values : column.examples).flatMap((cell) => readDay(cell) ?? []);
  if (seen.length === 0) return alone;
  if (isWeekName(column.name)) {
    if (new Set(seen.map(weekday)).size > 1) return alone;
    return /end|bis|fin\b|оконч|结束/i.test(column.name)
      ? (day) => ({ from: shifted(day, -6), to: day })
      : (day) => ({ from: day, to: shifted(day, 6) });
  }
  const length = monthsIn(column.name);
  if (length === 0) return alone;
  const spans = seen.map((day) => spanAround(day, length));
  const isWhole = seen.every((day, at) => day === spans[at]?.from) || seen.every((day, at) => day === spans[at]?.to);
  return isWhole ? (day) => spanAround(day, length) : alone;
}

/** How many months are in one of what a column is called after; 0 where it is called after something else. */
export function monthsIn(heading: string): 0 | 1 | 3 | 12 {
  const text = heading.replaceAll('_', ' ').trim();
  if (isMonthName(heading)) return 1;
  if (/\bquarter\b|quartal|trimestre|квартал|季|ไตรมาส/i.test(text)) return 3;
  return /^(?:year|jahr|année|annee|año|anno|год|年|ปี)$/i.test(text) ? 12 : 0;
}

/** The month, quarter or year in which a day lies. */
function spanAround(day: string, length: 1 | 3 | 12): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = month - (month % length);
  return { from: dayOf(Date.UTC(year, first, 1)), to: dayOf(Date.UTC(year, first + length, 1) - DAY) };
}

function weekday(day: string): number {
  return new Date(day).getUTCDay();
}

function shifted(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY);
}

/**
 * True for a column under whatever name whose cells are months, quarters or weeks, such as `2025-09`. Numbers are that
 * only under a name that says so.
 */
export function namesPeriods({ name, kind, examples }: ColumnGuess): boolean {
  if (kind !== 'text' && !(kind === 'number' && /month|monat|yyyymm|\bmois\b|\bmes\b|месяц|月|เดือน/i.test(name)))
    return false;
  const isPeriod = (cell: string) => cell.trim().length > 4 && readPeriod(cell, name) !== null;
  return examples.length > 0 && examples.every((cell) => isPeriod(cell) || endsOf(cell)?.every(looksLikeTime));
}

/**
 * The days of a month, given without its year as `01` or `January`, as far as they lie in the period of the report; null
 * where none of them does, or those of several years do.
 */
function monthWithin(cell: string, heading: string, period: Period | null): Period | null {
  const text = cell.trim();
  if (period === null || !isMonthName(heading)) return null;
  const month = /^\d{1,2}$/.test(text) ? Number(text) : monthOf(text);
  if (month === null || month < 1 || month > 12) return null;
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  const spans = Array.from({ length: Math.min(last - first, 2) + 1 }, (_, at) => spanOfMonth(first + at, month));
  const within = spans.filter(({ from, to }) => from <= period.to && to >= period.from);
  const [span] = within;
  if (span === undefined || within.length > 1) return null;
  return {
    from: span.from < period.from ? period.from : span.from,
    to: span.to > period.to ? period.to : span.to,
  };
}

function spanOfMonth(year: number, month: number): Period {
  return { from: dayOf(Date.UTC(year, month - 1, 1)), to: dayOf(Date.UTC(year, month, 1) - DAY) };
}

/** True for a column some cells of which name days, under whatever name; `period` is that of the report. */
export function namesDays({ name, time, values, examples }: ColumnGuess, period: Period | null): boolean {
  const cells = values.length > 0 ? values : examples;
  const isDays = (cell: string) => readPeriod(cell, name) !== null || looksLikeTime(cell);
  if (cells.length > 0 && cells.every((cell) => monthWithin(cell, name, period) !== null)) return true;
  return time !== null || cells.some((cell) => isDays(cell) || endsOf(cell)?.every(isDays));
}

const whenName =
  /^(?:date|day|month|week|quarter|year|period|nth day|nth week|дата|период|日期|期间|วันที่|zeitraum|datum|tag|woche|monat|quartal|jahr|période|date de début|mois|semaine|fecha|periodo|período|mes|месяц|неделя|день|год|квартал)$/i;
/** Words that head a first day as well as a place from which people come. */
const firstName = /^(?:from|start|start date|von|beginn)$/i;

/** True for the name of a column of days, months or the like; `orFirst` for one of first days too. */
export function isWhenName(name: string, orFirst = false): boolean {
  return whenName.test(name.trim()) || (orFirst && firstName.test(name.trim()));
}

/** The two days that a cell such as `2026-01-01 - 2026-01-31` names, as they stand there; null for any other. */
function endsOf(cell: string): readonly [string, string] | null {
  const m =
    /^(.*\d.*?)(?:\s*[–—~～至]\s*|\s+(?:-|to|bis|au|al|a|до)\s+)(.*\d.*)$/.exec(cell.trim()) ??
    /^(\d{8})-(\d{8})$/.exec(cell.trim());
  return m === null ? null : [m[1] as string, m[2] as string];
}

/**
 * The days that a cell of one of the columns of days of a table stands for; null where it is blank and nothing else says
 * them, `unread` where it says something that names none, or is blank where others of its column name first days. Throws
 * `DataError` where the order of day and month is open.
 */
export function createDaysReader(
  report: TableReport,
  settings: DaySettings,
): (cell: string, column: string) => Period | null | 'unread' {
  const readDay = createDayReader({ order: settings.order ?? 'dayFirst', numbers: settings.numbers });
  const first = report.columns.find(({ name }) => name === settings.from);
  const dates = first !== undefined && namesDays(first, settings.period);
  const alone = settings.to === null ? first : undefined;
  const spanOf = createSpanReader(alone, readDay);
  const dayIn = (cell: string, column: string): string | null => {
    const day = readDay(cell);
    if (day !== null && settings.order === null && isEitherWay(cell))
      throw new DataError('dateOrder', { example: cell.trim(), column });
    return day;
  };
  return (cell, column) => {
    // A merged cell leaves the rows below it blank: where the column names days, nobody knows which are theirs.
    if (isBlank(cell)) return dates && column === settings.from ? 'unread' : settings.period;
    const count = settings.nthDay && settings.period !== null ? readNumber(cell, report.settings.decimal) : null;
    if (count !== null && settings.period !== null) {
      const day = nthDay(settings.period, count);
      return { from: day, to: day };
    }
    const period = readPeriod(cell, column) ?? monthWithin(cell, column, settings.period);
    if (period !== null) return period;
    const ends = endsOf(cell);
    if (ends === null) {
      const day = dayIn(cell, column);
      return day === null ? 'unread' : spanOf(day);
    }
    const [from, to] = [dayIn(ends[0], column), dayIn(ends[1], column)];
    return from === null || to === null || from > to ? 'unread' : { from, to };
  };
}
