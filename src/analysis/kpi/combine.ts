import type { Kpi } from '../../model/records/kpi.ts';

/** Below this many answers or cases a figure is shown in grey: it may be chance. */
export const FEW = 30;

/** A figure, and on how many it rests; null where nobody said. */
export interface Counted {
  readonly value: number;
  readonly n: number | null;
}

/** What several figures make together. */
export interface Combined extends Counted {
  /** How many of them could not be counted in, since nobody said on how many they rest. */
  readonly leftOut: number;
  /** No figure says on how many it rests, so each counted alike. */
  readonly alike: boolean;
}

/**
 * Rolls figures up by a KPI's rule: adds them, averages them by n, or adds the parts (value x n) and the wholes (n) before
 * it divides. A mean needs n: figures without it are left out; where none has it a mean counts each alike, and a ratio of
 * sums cannot be made. What does not roll up (medians, shares of cases that come to several places) makes nothing together.
 * One figure stays what it is. Null where nothing is left.
 */
export function combine(rule: Kpi['rollUp'], figures: readonly Counted[]): Combined | null {
  const [only] = figures;
  if (only === undefined) return null;
  if (figures.length === 1) return { value: only.value, n: only.n, leftOut: 0, alike: false };
  if (rule === 'none') return null;
  const counted = figures.filter((figure): figure is { value: number; n: number } => figure.n !== null);
  const n = counted.length === figures.length ? sum(counted, (figure) => figure.n) : null;
  if (rule === 'sum') return { value: sum(figures, (figure) => figure.value), n, leftOut: 0, alike: false };
  const whole = sum(counted, (figure) => figure.n);
  if (counted.length === 0 && rule === 'weightedMean')
    return { value: sum(figures, (figure) => figure.value) / figures.length, n: null, leftOut: 0, alike: true };
  if (whole === 0) return null;
  const value = sum(counted, (figure) => figure.value * figure.n) / whole;
  return { value, n: whole, leftOut: figures.length - counted.length, alike: false };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
