/** Days, both included, as `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/**
 * The days that a cell such as `2026`, `2026-01`, `Q1 2026`, `2026-W05` or `01.2026` stands for, or null. Whole dates
 * are left to the reader of times.
 */
export function readPeriod(cell: string): Period | null {
  const text = cell.trim();
  let m = /^(\d{4})$/.exec(text);
  if (m !== null) return months(Number(m[1]), 0, 12);
  m = /^(\d{4})[-/.]?\s?Q([1-4])$/i.exec(text);
  if (m !== null) return months(Number(m[1]), Number(m[2]) * 3 - 3, 3);
  m = /^Q([1-4])[-/. ]?(\d{4})$/i.exec(text);
  if (m !== null) return months(Number(m[2]), Number(m[1]) * 3 - 3, 3);
  m = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (m !== null) return months(Number(m[1]), Number(m[2]) - 1, 1);
  m = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (m !== null) return months(Number(m[2]), Number(m[1]) - 1, 1);
  m = /^([a-z]{3,9})\.? (\d{4})$/i.exec(text);
  if (m !== null) {
    const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
    return months(Number(m[2]), names.indexOf((m[1] as string).slice(0, 3).toLowerCase()), 1);
  }
  m = /^(\d{4})-?W(\d{2})$/i.exec(text);
  if (m === null) return null;
  // The week of 4 January is the first.
  const fourth = Date.UTC(Number(m[1]), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const from = monday + (Number(m[2]) - 1) * 7 * DAY;
  return { from: dayOf(from), to: dayOf(from + 6 * DAY) };
}

function months(year: number, month: number, count: number): Period | null {
  if (month < 0 || month > 11 || year < 1900 || year > 2200) return null;
  return { from: dayOf(Date.UTC(year, month, 1)), to: dayOf(Date.UTC(year, month + count, 1) - DAY) };
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
