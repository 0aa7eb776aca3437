import { monthOf } from './monthNames.ts';
import { type WallToInstant, wallToInstant, zoneAbbreviations } from './zones.ts';

/** Which comes first in dates such as 03/04/2026. */
export type DateOrder = 'dayFirst' | 'monthFirst';
/** What a bare number counts: from 1970, or Excel's days from 1900. */
export const numberTimes = ['seconds', 'milliseconds', 'microseconds', 'nanoseconds', 'excel'] as const;
export type NumberTime = (typeof numberTimes)[number];

export interface TimeSettings {
  readonly order: DateOrder;
  /** Null where bare numbers are no times. */
  readonly numbers: NumberTime | null;
  /** IANA name of the zone in which times without one were written down. */
  readonly zone: string;
}

/** The instant in milliseconds since 1970 UTC, or NaN when the cell cannot be read as one. */
export type TimeReader = (cell: string) => number;

const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[A-Z]{3,4}|(?:UTC|GMT)?\s?[-+]\d{2}(?::?\d{2})?)?$/i;
const basic = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(?:(\d{2})(\d{2})?)?)?(Z)?$/;
/** `2026013117` is an hour of a day; as seconds from 1970 it would be one of 2030 to 2036. */
const dayAndHour = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])$/;
const twoWays =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?)?\s*(Z|[A-Z]{3,4}|(?:UTC|GMT)?\s?[-+]\d{2}:?\d{2})?$/i;
/** `3 Jan 2026`, `January 3, 2026 10:00`, `3. März 2026`, `3 de enero de 2026`. */
const named =
  /^(?:\p{L}{2,14}\.?,?\s+)?(?:(\d{1,2})(?:\.?[-\s]|\s+de\s+)(\p{L}[\p{L}\p{M}.]{1,14}?)\.?|(\p{L}[\p{L}\p{M}.]{1,14}?)\.?\s+(\d{1,2}),?)(?:[-\s,]+|\s+de\s+)(\d{4})(?:\s?г\.?)?(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?)?\s*(Z|[A-Z]{3,4}|(?:UTC|GMT)?\s?[-+]\d{2}:?\d{2})?$/iu;
/** `03-Jan-26`: two digits are a year behind a day and the name of a month, set off alike. */
const namedShort =
  /^(\d{1,2})\.?([-/. ])(\p{L}[\p{L}\p{M}]{1,14})\.?\2'?(\d{2})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?)?$/iu;
const eastern = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日(?: ?(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const plainNumber = /^\d{4,19}(?:[.,]\d+)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const DAY = 86_400_000;
/** Days have years of four digits. */
const FIRST_DAY = Date.UTC(1000, 0, 1);
const LAST_DAY = Date.UTC(10_000, 0, 1);
/** Day 0 of Excel as days from 1970; from 1 March 1900 on it counts right, before that it has a day too many. */
const EXCEL_START = -25_569;

/** Reads times by their shape; only what a shape leaves open is taken from the settings. */
export function createTimeReader(settings: TimeSettings): TimeReader {
  const toInstant = wallToInstant(settings.zone);
  const fast = createPlainReader(toInstant);
  return (cell) => {
    const quick = fast(cell);
    return Number.isNaN(quick) ? readAny(cell.trim(), settings, toInstant) : quick;
  };
}

/**
 * Reads the day of a time as `YYYY-MM-DD`, or null. A time that names its offset is of the day that it names there, one
 * without is of the day as it was written; what counts from 1970 is of the day in UTC.
 */
export function createDayReader(settings: Omit<TimeSettings, 'zone'>): (cell: string) => string | null {
  const readTime = createTimeReader({ ...settings, zone: 'UTC' });
  return (cell) => {
    const text = cell.trim();
    const zone = text.includes(':')
      ? (iso.exec(text)?.[8] ?? twoWays.exec(text)?.[9] ?? named.exec(text)?.[10])
      : undefined;
    const wall = readTime(text) + (zone === undefined ? 0 : offsetMinutes(zone) * 60_000);
    return wall >= FIRST_DAY && wall < LAST_DAY ? new Date(wall).toISOString().slice(0, 10) : null;
  };
}

function readAny(text: string, settings: TimeSettings, toInstant: WallToInstant): number {
  if (text.length < 4 || text.length > 60) return Number.NaN;
  if (plainNumber.test(text)) {
    if (settings.numbers !== null) return fromNumber(Number(text.replace(',', '.')), settings.numbers, toInstant);
    const m = basic.exec(text);
    return m === null ? Number.NaN : at(m[1], m[2], m[3], m[4], m[5], m[6], undefined, m[7], undefined, toInstant);
  }
  let m = iso.exec(text);
  if (m !== null) return at(m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], undefined, toInstant);
  m = basic.exec(text);
  if (m !== null) return at(m[1], m[2], m[3], m[4], m[5], m[6], undefined, m[7], undefined, toInstant);
  m = twoWays.exec(text);
  if (m !== null) {
    const [day, month] = settings.order === 'dayFirst' ? [m[1], m[2]] : [m[2], m[1]];
    return at(fullYear(m[3] as string), month, day, m[4], m[5], m[6], m[7], m[9], m[8], toInstant);
  }
  m = named.exec(text);
  if (m === null) {
    m = namedShort.exec(text);
    const month = m === null ? null : monthOf(m[3] as string);
    if (m !== null && month !== null)
      return at(fullYear(m[4] as string), String(month), m[1], m[5], m[6], m[7], undefined, undefined, m[8], toInstant);
    m = eastern.exec(text);
    return m === null ? Number.NaN : at(m[1], m[2], m[3], m[4], m[5], m[6], undefined, undefined, undefined, toInstant);
  }
  const word = m[2] ?? m[3] ?? '';
  // In Thai the years are mostly those of the Buddhist era.
  const year = /[\u0e00-\u0e7f]/.test(word) && Number(m[5]) > 2400 ? String(Number(m[5]) - 543) : m[5];
  return at(year, String(monthNamed(word)), m[1] ?? m[4], m[6], m[7], m[8], undefined, m[10], m[9], toInstant);
}

/** 1 to 12, or 0. A word that only begins like an English month is taken for it: many are misspelt. */
function monthNamed(word: string): number {
  return monthOf(word) ?? (/^[a-z]+$/i.test(word) ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0);
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
}

type Part = string | undefined;

/** Puts the parts together; NaN when they name no real moment, such as 31 February. */
function at(
  year: Part,
  month: Part,
  day: Part,
  hour: Part,
  minute: Part,
  second: Part,
  fraction: Part,
  zone: Part,
  half: Part,
  toInstant: WallToInstant,
): number {
  let h = Number(hour ?? 0);
  const [y, mo, d, mi, s] = [Number(year), Number(month), Number(day), Number(minute ?? 0), Number(second ?? 0)];
  if (half !== undefined) {
    if (h < 1 || h > 12) return Number.NaN;
    h = (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (h > 24 || mi > 59 || s > 60 || (h === 24 && mi + s > 0)) return Number.NaN;
  const date = Date.UTC(y, mo - 1, d);
  const check = new Date(date);
  if (check.getUTCMonth() !== mo - 1 || check.getUTCDate() !== d) return Number.NaN;
  const milliseconds = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000;
  const wall = date + h * 3_600_000 + mi * 60_000 + s * 1000 + milliseconds;
  if (zone === undefined) return toInstant(wall);
  const offset = offsetMinutes(zone);
  return wall - offset * 60_000;
}

/** Minutes east of Greenwich, or NaN for a zone that is not known. */
function offsetMinutes(zone: string): number {
  const signed = /([-+])(\d{2}):?(\d{2})?$/.exec(zone);
  if (signed === null) return zoneAbbreviations.get(zone.toUpperCase()) ?? Number.NaN;
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
  return signed[1] === '-' ? -minutes : minutes;
}

function fromNumber(value: number, counts: NumberTime, toInstant: WallToInstant): number {
  if (counts === 'seconds') return value * 1000;
  if (counts === 'milliseconds') return value;
  if (counts === 'microseconds') return value / 1000;
  if (counts === 'nanoseconds') return value / 1e6;
  // Half a millisecond of noise comes from days being fractions.
  return toInstant(Math.round((value + EXCEL_START) * DAY));
}

/**
 * The one shape nearly all logs have, `YYYY-MM-DD?HH:MM:SS[.fff][Z|+HH:MM]`, without regular expressions: a million
 * times are read in a tenth of a second. NaN for any other. The day is kept, since the next row mostly has the same.
 */
function createPlainReader(toInstant: WallToInstant): TimeReader {
  let lastKey = -1;
  let lastDate = 0;
  return (text) => {
    const length = text.length;
    if (length < 19 || length > 35 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
    if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
    const separator = text.charCodeAt(10);
    if (separator !== 84 && separator !== 32) return Number.NaN;
    const year = two(text, 0) * 100 + two(text, 2);
    const month = two(text, 5);
    const day = two(text, 8);
    const hour = two(text, 11);
    const minute = two(text, 14);
    const second = two(text, 17);
    // NaN makes each comparison false, so this also refuses what is no digit.
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60))
      return Number.NaN;
    const key = (year * 100 + month) * 100 + day;
    if (key !== lastKey) {
      const date = Date.UTC(year, month - 1, day);
      if (Number.isNaN(key) || (day > 28 && new Date(date).getUTCDate() !== day)) return Number.NaN;
      lastKey = key;
      lastDate = date;
    }
    let wall = lastDate + hour * 3_600_000 + minute * 60_000 + second * 1000;
    let next = 19;
    if (text.charCodeAt(19) === 46) {
      let scale = 100;
      next = 20;
      for (; next < length; next++) {
        const digit = text.charCodeAt(next) - 48;
        if (digit < 0 || digit > 9) break;
        wall += digit * scale;
        scale /= 10;
      }
      if (next === 20) return Number.NaN;
    }
    if (next === length) return toInstant(wall);
    const sign = text.charCodeAt(next);
    if (sign === 90 && next + 1 === length) return wall;
    if ((sign !== 43 && sign !== 45) || next + 6 !== length || text.charCodeAt(next + 3) !== 58) return Number.NaN;
    const offset = (two(text, next + 1) * 60 + two(text, next + 4)) * 60_000;
    return sign === 43 ? wall - offset : wall + offset;
  };
}

/** The number that two digits make, NaN when one is none. */
function two(text: string, at: number): number {
  const high = text.charCodeAt(at) - 48;
  const low = text.charCodeAt(at + 1) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

export interface TimeGuess {
  /** Share of the cells that are no blanks which read as times, 0 to 1. */
  readonly share: number;
  /** `either` where no cell settles it and one is needed: ask. Null where no cell needs it. */
  readonly order: DateOrder | 'either' | null;
  readonly numbers: NumberTime | null;
  /** How many cells name their zone. */
  readonly zones: 'all' | 'some' | 'none';
  /** A cell whose order of day and month is open. */
  readonly example: string | null;
}

/** What the cells of one column say about how times are written in it. Blanks are to be left out beforehand. */
export function guessTimes(cells: readonly string[]): TimeGuess {
  const texts = cells.map((cell) => cell.trim());
  const numbers = guessNumbers(texts);
  let dayFirst = 0;
  let monthFirst = 0;
  let example: string | null = null;
  let withZone = 0;
  for (const text of texts) {
    if (/(?:Z|[-+]\d{2}:?\d{2}|\d\s[A-Z]{3,4}|[-+]\d{2})$/i.test(text) && /:/.test(text) && !/[ap]m$/i.test(text))
      withZone++;
    const m = twoWays.exec(text);
    if (m === null) continue;
    const [first, second] = [Number(m[1]), Number(m[2])];
    if (first > 12 && second <= 12) dayFirst++;
    else if (second > 12 && first <= 12) monthFirst++;
    else if (first !== second) example ??= text;
  }
  const settled = dayFirst > 0 || monthFirst > 0;
  const order = settled ? (dayFirst >= monthFirst ? 'dayFirst' : 'monthFirst') : example === null ? null : 'either';
  const read = createTimeReader({ order: order === 'monthFirst' ? order : 'dayFirst', numbers, zone: 'UTC' });
  const readable = texts.filter((text) => !Number.isNaN(read(text))).length;
  const zones = withZone === 0 ? 'none' : withZone === texts.length ? 'all' : 'some';
  return { share: texts.length === 0 ? 0 : readable / texts.length, order, numbers, zones, example };
}

/** What bare numbers count, by how many digits they have; null when they are no times, or dates such as 20260131. */
function guessNumbers(texts: readonly string[]): NumberTime | null {
  const numeric = texts.filter((text) => plainNumber.test(text));
  if (numeric.length === 0 || numeric.length < texts.length * 0.9) return null;
  const whole = numeric.map((text) => text.replace(/[.,].*$/, ''));
  if (whole.every((text) => dayAndHour.test(text))) return null;
  const isAll = (from: number, to: number) => whole.every((text) => Number(text) >= from && Number(text) < to);
  // 1990 to 2100, or in Excel's days 1954 to 2119: outside that a number is more likely something else.
  if (isAll(6.3e8, 4.2e9)) return 'seconds';
  if (isAll(6.3e11, 4.2e12)) return 'milliseconds';
  if (isAll(6.3e14, 4.2e15)) return 'microseconds';
  if (isAll(6.3e17, 4.2e18)) return 'nanoseconds';
  return isAll(20_000, 80_000) ? 'excel' : null;
}

/** True for a cell that has the shape of a date, whatever its order; bare numbers are none. */
export function looksLikeTime(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 6 || text.length > 60 || !/\d/.test(text)) return false;
  if (iso.test(text) || twoWays.test(text) || eastern.test(text)) return true;
  const m = named.exec(text);
  if (m !== null) return monthNamed(m[2] ?? m[3] ?? '') > 0;
  return monthOf(namedShort.exec(text)?.[3] ?? '') !== null;
}

/** True for a date that can be read as day first and as month first, and is another day each way. */
export function isEitherWay(cell: string): boolean {
  const text = cell.trim();
  // A year that comes first is told without the pattern, a million times.
  if (text.charCodeAt(1) > 0x2f && text.charCodeAt(2) > 0x2f) return false;
  const m = twoWays.exec(text);
  return m !== null && Number(m[1]) <= 12 && Number(m[2]) <= 12 && Number(m[1]) !== Number(m[2]);
}
