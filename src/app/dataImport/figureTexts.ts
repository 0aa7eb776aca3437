import type { CountedLog } from '../../analysis/data/countedLog.ts';
import { draftFrom } from '../../analysis/data/draftFrom.ts';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import type { Kpi } from '../../model/records/kpi.ts';

/** A time as values of KPIs in hours are told. Milliseconds. */
export function timeText(milliseconds: number, language: string): string {
  return valueText({ unit: 'hours' }, milliseconds / 3_600_000, language);
}

/**
 * A value of a file as it was read, with all its digits: fractions as percentages, times in the unit in which they stand.
 * `factor` is what a value is multiplied by to be in the unit.
 */
export function readValueText(unit: Kpi['unit'], value: number, factor: number, language: string): string {
  // Beyond these digits there is but noise of the multiplication.
  const digits = { maximumSignificantDigits: 12 };
  if (unit === 'percent')
    return new Intl.NumberFormat(language, { ...digits, style: 'percent' }).format((value * factor) / 100);
  if (unit !== 'hours') return new Intl.NumberFormat(language, digits).format(value * factor);
  const units = [
    ['millisecond', 1e-6] as const,
    ['second', 1e-3] as const,
    ['minute', 0.1] as const,
    ['hour', 2] as const,
  ];
  const unitName = units.find(([, below]) => factor < below)?.[0] ?? 'day';
  return new Intl.NumberFormat(language, { ...digits, style: 'unit', unit: unitName, unitDisplay: 'short' }).format(
    value,
  );
}

/** A share from 0 to 1 as values of KPIs in percent are told. */
export function percentText(share: number, language: string): string {
  return valueText({ unit: 'percent' }, share * 100, language);
}

/** A map that can be taken in at a glance has no more. */
const TOUCHPOINTS = 20;
const LINKS = 36;

/** The greatest share of the cases whose ways make a map that can still be read. */
export function readableShare(log: CountedLog): number {
  let [from, to] = [0, log.drawnShares.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    const { touchpoints, links } = draftFrom(log, log.drawnShares[middle] as number);
    if (touchpoints.length <= TOUCHPOINTS && links.length <= LINKS) from = middle;
    else to = middle - 1;
  }
  return log.drawnShares[from] ?? 1;
}
