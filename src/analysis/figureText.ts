import type { Range } from './cost.ts';

/**
 * A range as a person reads it: `1,000–1,500`, `10%–15%`, one figure where both ends are equal. `language` is a BCP 47
 * tag; a share is 0 to 1 and shown in percent. Large sums are rounded to three figures when `rough`.
 */
export function rangeText(
  { low, high }: Range,
  language: string,
  style: 'number' | 'share' | 'rough' = 'number',
): string {
  const format = new Intl.NumberFormat(
    language,
    style === 'share'
      ? { style: 'percent', maximumFractionDigits: 2 }
      : style === 'rough'
        ? { maximumSignificantDigits: 3 }
        : { maximumFractionDigits: 2 },
  );
  return low === high ? format.format(low) : `${format.format(low)}–${format.format(high)}`;
}

/** Hours in words: `6 hours`, and from two days on `3 days`. */
export function hoursText(hours: number, language: string): string {
  const inDays = hours >= 48;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inDays ? 'day' : 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(inDays ? hours / 24 : hours);
}

/** The day of an ISO 8601 instant in words; the text itself when it is none. */
export function dayText(instant: string, language: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(date);
}
