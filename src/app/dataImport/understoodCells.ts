import type { Inspection } from '../../exchange/data/dataApi.ts';
import { createDaysReader } from '../../exchange/data/metricDays.ts';
import { isBlank, readDuration, readNumber } from '../../exchange/data/readNumber.ts';
import { createDayReader, createTimeReader, isEitherWay } from '../../exchange/data/readTime.ts';
import type { Reading, Role } from './reading.ts';

/** What a cell was read as, in the reader's language; `unread` when it was not; null where the cell says it itself. */
export type CellReader = (role: Role, cell: string) => string | 'unread' | null;

const times: readonly Role[] = ['time', 'end'];
const days: readonly Role[] = ['date', 'from', 'to'];
const figures: readonly Role[] = ['value', 'n'];
/** Plain digits are read in one way only. */
const plainDigits = /^-?\d{1,15}$/;

/** Reads cells as the settings say it: times as instants in UTC, days, and figures whose signs could mean another number. */
export function cellReader(seen: Inspection, reading: Reading, language: string): CellReader {
  const { kind, settings } = reading;
  const decimal = seen.format === 'table' ? seen.table.settings.decimal : '.';
  const { order, numbers } = settings;
  const asTime = createTimeReader({
    order: order ?? 'dayFirst',
    numbers,
    zone: kind === 'events' ? settings.zone : 'UTC',
  });
  const asDay = createDayReader({ order: order ?? 'dayFirst', numbers });
  const instants = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const hours = new Intl.NumberFormat(language, { style: 'unit', unit: 'hour', maximumFractionDigits: 4 });
  const daysOf =
    seen.format === 'table' && (reading.kind === 'metrics' || reading.kind === 'analytics')
      ? createDaysReader(seen.table, { ...reading.settings, order: order ?? 'dayFirst' })
      : null;
  return (role, cell) => {
    // What is asked about is not read yet.
    if (isBlank(cell) || (order === null && isEitherWay(cell))) return null;
    if (times.includes(role)) {
      const time = asTime(cell.trim());
      return Number.isNaN(time) ? 'unread' : `${instants.format(time)} UTC`;
    }
    if (days.includes(role)) {
      const day = daysOf === null ? asDay(cell) : null;
      const column = (role === 'to' || role === 'from') && 'to' in settings ? settings[role] : null;
      const span = day === null ? daysOf?.(cell, column ?? '') : { from: day, to: day };
      if (span == null || span === 'unread') return 'unread';
      return dates.formatRange(Date.parse(span.from), Date.parse(span.to));
    }
    if (!figures.includes(role) || plainDigits.test(cell.trim())) return null;
    const duration = role === 'value' ? readDuration(cell) : null;
    if (duration !== null) return hours.format(duration);
    const value = readNumber(cell, decimal);
    return value === null ? 'unread' : number.format(value);
  };
}
