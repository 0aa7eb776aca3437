import type { CountedLog } from '../../analysis/data/countedLog.ts';
import { draftFrom } from '../../analysis/data/draftFrom.ts';

const units = [
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1],
  ['second', 1000, 0],
] as const;

/** A time in the unit that suits it: `2.5 hr`, `3 days`. Milliseconds. */
export function timeText(milliseconds: number, language: string): string {
  const [unit, length] = units.find(([, size, least]) => milliseconds >= size * least) ?? units[3];
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 },
  }).format(milliseconds / length);
}

export function percentText(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(
    share,
  );
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
