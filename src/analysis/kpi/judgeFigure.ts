import type { Kpi } from '../../model/records/kpi.ts';

export type FigureState = 'good' | 'warning' | 'bad' | 'unknown';
type Marks = Pick<Kpi, 'better' | 'target' | 'warnAt' | 'badAt'>;

/**
 * Where a value stands against the thresholds of its KPI. A threshold belongs to the worse side: at it, it is a warning,
 * or bad. Where there is a target alone, what misses it is a warning; where there is nothing, or the marks contradict
 * the direction, nobody knows.
 */
export function stateOf(kpi: Marks, value: number): FigureState {
  const { target, warnAt, badAt } = kpi;
  if (marksProblem(kpi) !== null) return 'unknown';
  const isWorse = (mark: number) => (kpi.better === 'more' ? value <= mark : value >= mark);
  if (badAt !== null && isWorse(badAt)) return 'bad';
  if (warnAt !== null && isWorse(warnAt)) return 'warning';
  if (warnAt !== null || badAt !== null) return 'good';
  if (target === null) return 'unknown';
  return value === target || !isWorse(target) ? 'good' : 'warning';
}

/** Which two of a KPI's marks contradict its direction, the better one first; null when they make sense. */
export function marksProblem(kpi: Marks): readonly [better: 'target' | 'warnAt', worse: 'warnAt' | 'badAt'] | null {
  const clash = (better: number | null, worse: number | null) =>
    better !== null && worse !== null && (kpi.better === 'more' ? worse > better : worse < better);
  if (clash(kpi.target, kpi.warnAt)) return ['target', 'warnAt'];
  if (clash(kpi.warnAt, kpi.badAt)) return ['warnAt', 'badAt'];
  if (clash(kpi.target, kpi.badAt)) return ['target', 'badAt'];
  return null;
}

/** A value held against another. */
export interface Difference {
  readonly by: number;
  /** Null where both are the same. */
  readonly better: boolean | null;
}

/** `value` held against what it was, or against what is aimed at. */
export function differenceOf({ better }: Pick<Kpi, 'better'>, value: number, reference: number): Difference {
  // 0.3 - 0.1 is 0.2, not 0.19999999999999998.
  const by = Number((value - reference).toPrecision(12));
  return { by, better: by === 0 ? null : by > 0 === (better === 'more') };
}
