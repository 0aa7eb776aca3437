import { monthOf } from './monthNames.ts';

/** Days, both included, as `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Two digits are no year where they only go on with a number. */
const year = "(\\d{4}|'\\d{2}|(?<!\\d)\\d{2})";
const gap = '[-/., ]{0,2}';
/** Words before the number of a week, and those before or behind the number of a quarter. */
const weekWord = '(?:W|KW|CW|WK|Week|Woche|Kalenderwoche|Semaine|Sem\\.?|Semana|Settimana|неделя|нед\\.?|สัปดาห์ที่)';
const quarterWord = '(?:Q|Quarter|Quartal|Trimestre|Trim\\.?|T|кв\\.?|квартал|ไตรมาส(?:ที่)?)';

const halfWord = '(?:H|HY|HJ|Half|Halbjahr|Semestre|Semester|полугодие)';

const yearHalf = new RegExp(`^(\\d{4})${gap}${halfWord} ?([12])$`, 'iu');
const halfYear = new RegExp(`^(?:${halfWord} ?([12])|([12])[.-]? ?${halfWord})${gap}${year}$`, 'iu');
const yearQuarter = new RegExp(`^(\\d{4})${gap}${quarterWord} ?([1-4])$`, 'iu');
const quarterYear = new RegExp(`^(?:${quarterWord} ?([1-4])|([1-4])[.-]? ?${quarterWord})${gap}${year}$`, 'iu');
const yearWeek = new RegExp(`^(\\d{4})${gap}${weekWord} ?(\\d{1,2})$`, 'iu');
const weekYear = new RegExp(`^(?:${weekWord}${gap}(\\d{1,2})|(\\d{1,2})\\.? ?${weekWord})${gap}${year}$`, 'iu');
const eastern = /^(\d{4}) ?年 ?(?:第? ?([1-4]|[一二三四]) ?季度?|第 ?(\d{1,2}) ?[周週]|(\d{1,2}) ?月)$/u;
/** A name with the year set off by more than a space, since "Jan 26" may be a day. */
const namedShort = /^(\p{L}[\p{L}\p{M}.]{1,14}?)\.?(?:[-/]|[-/ ]?')(\d{2})$/u;
/** The same with a space, and a month and a year as numbers: only the heading tells that they are no days. */
const spacedShort = /^(\p{L}[\p{L}\p{M}.]{1,14}?)\.? (\d{2})$/u;
const twoNumbers = /^(\d{1,2})[-/.](\d{2})$/;
const namedMonth = /^(\p{L}[\p{L}\p{M}.]{1,14}?)(?:\.? de|\.? del)?\.?[-/, ]{1,2}(\d{4})(?: ?г\.?)?$/u;
const yearNamed = /^(\d{4}) ?年?[-/, ]{0,2}(\p{L}[\p{L}\p{M}.]{1,14}?)\.?$/u;

/**
 * The days that a cell such as `2026`, `2026-01`, `202601`, `Jan-26`, `février 2026`, `Q1 26`, `2026-W05` or `KW 1 2026`
 * stands for, or null. Weeks are those of ISO 8601. `heading` is the name of the column: six digits are a month, except
 * where it names weeks; `Jan 26` is one where it names months, and `1/26` also where it names periods. Whole dates are left
 * to the reader of times.
 */
export function readPeriod(cell: string, heading = ''): Period | null {
  const text = cell.trim();
  // The longest that is read is "Kalenderwoche 53, 2026".
  if (text.length < 4 || text.length > 30 || !/\d/.test(text)) return null;
  if (/^\d+$/.test(text)) return digits(text, heading);
  let m = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})-?M(\d{1,2})$/i.exec(text);
  if (m !== null) return months(m[1], Number(m[2]) - 1, 1);
  m = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? /^M(\d{1,2})[-/. ](\d{4})$/i.exec(text);
  if (m !== null) return months(m[2], Number(m[1]) - 1, 1);
  m = twoNumbers.exec(text);
  // What may be two months, or a day of one, is left open.
  if (m !== null && Number(m[2]) > 12 && (isMonthName(heading) || isPeriodName(heading)))
    return months(m[2], Number(m[1]) - 1, 1);
  // Neither shape nor word of a period is without a letter.
  if (!/\p{L}/u.test(text)) return null;
  m = yearQuarter.exec(text);
  if (m !== null) return months(m[1], Number(m[2]) * 3 - 3, 3);
  m = quarterYear.exec(text);
  if (m !== null) return months(m[3], Number(m[1] ?? m[2]) * 3 - 3, 3);
  m = yearHalf.exec(text);
  if (m !== null) return months(m[1], Number(m[2]) * 6 - 6, 6);
  m = halfYear.exec(text);
  if (m !== null) return months(m[3], Number(m[1] ?? m[2]) * 6 - 6, 6);
  m = yearWeek.exec(text);
  if (m !== null) return week(m[1], Number(m[2]));
  m = weekYear.exec(text);
  if (m !== null) return week(m[3], Number(m[1] ?? m[2]));
  m = eastern.exec(text);
  if (m !== null) {
    if (m[4] !== undefined) return months(m[1], Number(m[4]) - 1, 1);
    if (m[3] !== undefined) return week(m[1], Number(m[3]));
    const quarter = '一二三四'.indexOf(m[2] ?? '') + 1 || Number(m[2]);
    return months(m[1], quarter * 3 - 3, 3);
  }
  m = namedMonth.exec(text) ?? namedShort.exec(text) ?? (isMonthName(heading) ? spacedShort.exec(text) : null);
  if (m !== null) return named(m[1] ?? '', m[2] ?? '');
  m = yearNamed.exec(text);
  return m === null ? null : named(m[2] ?? '', m[1] ?? '');
}

/** A year, or a month as `202601`; weeks are written so too, which only the name of their column tells. */
function digits(text: string, heading: string): Period | null {
  if (text.length === 4) return months(text, 0, 12);
  if (text.length !== 6) return null;
  if (!isWeekName(heading)) return months(text.slice(0, 4), Number(text.slice(4)) - 1, 1);
  // Weeks of analytics begin on Sundays and are counted otherwise: only those that are said to be ISO weeks are read.
  return /\biso\b|kw\b|kalenderwoche/i.test(heading) ? week(text.slice(0, 4), Number(text.slice(4))) : null;
}

function named(word: string, yearText: string): Period | null {
  const month = monthOf(word);
  if (month === null) return null;
  // In Thai the years are mostly those of the Buddhist era; of two digits nobody could tell.
  if (!/[\u0e00-\u0e7f]/.test(word)) return months(yearText, month - 1, 1);
  if (yearText.length !== 4) return null;
  return months(Number(yearText) > 2400 ? String(Number(yearText) - 543) : yearText, month - 1, 1);
}

/** True for the name of a column of months. */
export function isMonthName(heading: string): boolean {
  return /\bmonths?\b|monat|\bmois\b|\bmes\b|\bmese\b|месяц|月|เดือน/i.test(heading.replaceAll('_', ' '));
}

function isPeriodName(heading: string): boolean {
  return /^\s*(?:period|zeitraum|période|per[ií]odo|период|期间)\s*$/i.test(heading);
}

/** True for the name of a column of weeks. */
export function isWeekName(heading: string): boolean {
  return /\bweeks?\b|\b(?:kw|cw)\b|woche|semaine|semana|settimana|недел|周|週|สัปดาห์/i.test(
    heading.replaceAll('_', ' '),
  );
}

/** The year that four digits or the last two name. */
function yearOf(text: string | undefined): number {
  const figures = (text ?? '').replace("'", '');
  const count = Number(figures);
  return figures.length > 2 ? count : count + (count < 70 ? 2000 : 1900);
}

/** A week from Monday on; the one of 4 January is the first. Null where the year has none of that number. */
function week(yearText: string | undefined, count: number): Period | null {
  const ofYear = yearOf(yearText);
  if (count < 1 || ofYear < 1900 || ofYear > 2200) return null;
  const fourth = Date.UTC(ofYear, 0, 4);
  const from = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (count - 1) * 7 * DAY;
  // A week is of the year in which its Thursday lies.
  if (new Date(from + 3 * DAY).getUTCFullYear() !== ofYear) return null;
  return { from: dayOf(from), to: dayOf(from + 6 * DAY) };
}

function months(yearText: string | undefined, month: number, count: number): Period | null {
  const ofYear = yearOf(yearText);
  if (month < 0 || month > 11 || ofYear < 1900 || ofYear > 2200) return null;
  return { from: dayOf(Date.UTC(ofYear, month, 1)), to: dayOf(Date.UTC(ofYear, month + count, 1) - DAY) };
}

/** Words, a colon and a day, as Google Analytics writes it in every language: `Startdatum: 20250101`. */
const dayLine = /^\D{0,80}\p{L}\s*[:：]\s*(\d{4})-?(\d{2})-?(\d{2})$/u;
/** First and last day of an exploration: `20250101-20251030`. */
const rangeLine = /^(\d{4})(\d{2})(\d{2})\s*[-–—]\s*(\d{4})(\d{2})(\d{2})$/;

/** True for the words of a comment line that says from when or until when a table is. */
export function saysDays(comment: string): boolean {
  return /^(?:start|end) date\b/i.test(comment) || dayLine.test(comment) || rangeLine.test(comment);
}

/** The days that comment lines name, as reports of analytics do. */
export function periodOfComments(comments: readonly string[]): Period | null {
  return namedDays(comments) ?? shapedDays(comments);
}

/** `Start date: 20250101` and `End date: 20251030`. */
export function namedDays(comments: readonly string[]): Period | null {
  const day = (pattern: RegExp) =>
    dayIn(comments.map((comment) => pattern.exec(comment)).findLast((match) => match !== null));
  return periodFrom(day(/^start date:?\s*(\d{4})-?(\d{2})-?(\d{2})/i), day(/^end date:?\s*(\d{4})-?(\d{2})-?(\d{2})/i));
}

/** The same by its shape alone, whatever the words: the first of the last two days is the start, or there is a range. */
function shapedDays(comments: readonly string[]): Period | null {
  const range = comments.map((comment) => rangeLine.exec(comment)).findLast((match) => match !== null);
  if (range) return periodFrom(dayIn(range), dayIn(range.slice(3)));
  const days = comments.flatMap((comment) => dayIn(dayLine.exec(comment)) ?? []);
  return periodFrom(days.at(-2) ?? null, days.at(-1) ?? null);
}

/** The day of which the parts stand at 1 to 3, or null where there is none such. */
function dayIn(match: readonly string[] | null | undefined): string | null {
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day ? dayOf(+instant) : null;
}

function periodFrom(from: string | null, to: string | null): Period | null {
  return from === null || to === null || from > to ? null : { from, to };
}

/** Some day counted from the first of a period, as reports do that say "Nth day". */
export function nthDay(period: Period, count: number): string {
  return dayOf(Date.parse(period.from) + count * DAY);
}
