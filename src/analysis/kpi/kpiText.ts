import type { Kpi } from '../../model/records/kpi.ts';
import type { KpiFigure } from './kpiFigures.ts';
import type { Period } from './periods.ts';

/** What of a KPI its values are written by. */
type Measured = Pick<Kpi, 'unit' | 'currency'>;

/** Below the first and from the second on, hours are told in smaller and larger units. Seconds suit up to two minutes. */
const SHORT = 1;
const LONG = 48;
const SECONDS = 1 / 30;

/**
 * A value of a KPI with its unit, for a language (BCP 47): `29.8%`, `4.2`, `2.5 hr`. Percentages are 0 to 100. Hours are
 * told in the unit that suits them: `63 sec`, `24 min`, `87 days`. Money has the sign of its currency, if one was said. What
 * is not quite 0% or 100% is never told as that. Less than nothing has a minus sign, which no hyphen is.
 */
export function valueText(kpi: Measured, value: number, language: string, sign = false): string {
  return writeValue(kpi, value, language, sign).replace('-', '−');
}

function writeValue({ unit, currency }: Measured, value: number, language: string, sign: boolean): string {
  let digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const isWhole = (at: number) => value !== at && Number(value.toFixed(digits)) === at;
  if (unit === 'percent') while (digits < 6 && (isWhole(0) || isWhole(100))) digits++;
  const shown = { maximumFractionDigits: digits, ...(sign && { signDisplay: 'exceptZero' as const }) };
  if (unit === 'percent') return new Intl.NumberFormat(language, { ...shown, style: 'percent' }).format(value / 100);
  if (unit === 'currency' && currency) {
    const cents = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 2;
    const money = { ...shown, minimumFractionDigits: cents, maximumFractionDigits: cents, style: 'currency', currency };
    return new Intl.NumberFormat(language, money as Intl.NumberFormatOptions).format(value);
  }
  if (unit !== 'hours') return new Intl.NumberFormat(language, shown).format(value);
  const size = Math.abs(value);
  const [unitOfTime, times] =
    size === 0 || (size >= SHORT && size < LONG)
      ? (['hour', 1] as const)
      : size >= LONG
        ? (['day', 1 / 24] as const)
        : size >= SECONDS
          ? (['minute', 60] as const)
          : (['second', 3600] as const);
  const time = { ...shown, maximumFractionDigits: 1, style: 'unit', unit: unitOfTime, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(language, time).format(value * times);
}

/**
 * By how much two values of a KPI differ, as `valueText`; percentages differ by percentage points, which `points` puts into
 * words: it gets the amount as the language writes it, and as a number.
 */
export function differenceText(
  kpi: Measured,
  by: number,
  language: string,
  points: (amount: string, count: number) => string,
  sign = false,
): string {
  if (kpi.unit !== 'percent') return valueText(kpi, by, language, sign);
  return points(valueText({ unit: 'number' }, by, language, sign), Math.abs(by));
}

/** A whole number as a language writes it. */
export function countText(count: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(count);
}

/** A count in as few signs as a language writes it: `640`, `9.6K`, `13K`. */
export function shortCountText(count: number, language: string): string {
  const digits = count < 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: count < 100_000 ? 2 : 3 };
  return new Intl.NumberFormat(language, { notation: 'compact', ...digits }).format(count);
}

/** Both days of a period in words, as short as they can be told. */
export function periodText({ from, to }: Period, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const [first, last] = [new Date(from), new Date(to)];
  return from === to ? format.format(first) : format.formatRange(first, last);
}

/** Terms of a sum that are written out; after them it says that there are more. */
const MOST_TERMS = 8;

/**
 * How a figure came about, as one reads it: `(31% × 1,200 + 28% × 800) / 2,000 = 29.8%`, for a sum `310 + 280 = 590`, for a
 * ratio of sums `(372 + 224) / 2,000 = 29.8%`. Empty where it is one measurement.
 */
export function arithmeticText(kpi: Measured & Pick<Kpi, 'rollUp'>, figure: KpiFigure, language: string): string {
  const { terms, value, n, alike } = figure;
  if (terms.length === 0 || kpi.rollUp === 'none') return '';
  const plain = (amount: number) => valueText(kpi, amount, language);
  const result = plain(value);
  const counted = kpi.rollUp === 'sum' || alike ? terms : terms.filter((term) => term.n !== null);
  const [first] = counted;
  if (terms.length === 1 || first === undefined) return `${plain(terms[0]?.value ?? value)} = ${result}`;
  const list = (write: (term: (typeof counted)[number]) => string) => {
    const written = counted.slice(0, MOST_TERMS).map(write);
    return [...written, ...(counted.length > MOST_TERMS ? ['…'] : [])].join(' + ');
  };
  if (kpi.rollUp === 'sum') return `${list((term) => plain(term.value))} = ${result}`;
  if (alike) return `(${list((term) => plain(term.value))}) / ${countText(terms.length, language)} = ${result}`;
  if (counted.length === 1) return `${plain(first.value)} = ${result}`;
  const whole = countText(n ?? 0, language);
  if (kpi.rollUp === 'weightedMean')
    return `(${list((term) => `${plain(term.value)} × ${countText(term.n ?? 0, language)}`)}) / ${whole} = ${result}`;
  const part = kpi.unit === 'percent' ? 100 : 1;
  return `(${list((term) => countText((term.value * (term.n ?? 0)) / part, language))}) / ${whole} = ${result}`;
}
