import { type Lens, lenses } from '../model/lens.ts';
import type { MapRecord } from '../model/records/map.ts';
import { type Check, checks, type Verdict } from '../model/records/verdict.ts';

/** How a gap's severity comes about. Parts are 0 to 1. */
export interface Severity {
  /** 1 to 5: what counts. */
  readonly value: number;
  /** 1 to 5 as it follows from the parts. */
  readonly computed: number;
  /** `computed` was overruled by hand. */
  readonly byHand: boolean;
  /** Weight of the kinds that change over the weight of all; null for friction inside one touchpoint. */
  readonly kinds: number | null;
  /** Mean of the checks: no 1, unknown 0.5, yes 0. */
  readonly checks: number;
  readonly no: readonly Check[];
  readonly unknown: readonly Check[];
  /** Importance of the target, 1 to 5. */
  readonly importance: number;
  /** The target's importance is not set, so the middle was taken. */
  readonly importanceAssumed: boolean;
}

const MIDDLE = 3;
const points = { no: 1, unknown: 0.5, yes: 0 } as const;

/**
 * The severity of a gap, 1 to 5: four tenths for the kinds handed over by their weights, four for the checks, two for the
 * importance of the target. Inside one touchpoint nothing is handed over: there the other two parts share the whole.
 * `changed` is null there. All weights zero count every kind alike.
 */
export function severityOf(
  verdict: Pick<Verdict, 'severity' | Check>,
  changed: readonly Lens[] | null,
  importance: number | null,
  weights: MapRecord['kindWeights'],
): Severity {
  const kinds = changed === null ? null : shareOfWeights(changed, weights);
  const mean = checks.reduce((sum, check) => sum + points[verdict[check]], 0) / checks.length;
  const target = ((importance ?? MIDDLE) - 1) / 4;
  const part = kinds === null ? (0.4 * mean + 0.2 * target) / 0.6 : 0.4 * kinds + 0.4 * mean + 0.2 * target;
  // Sums of tenths come out a hair under a half; the bound of rounding is meant exactly.
  const computed = Math.min(5, Math.max(1, Math.round(1 + 4 * part + 1e-9)));
  return {
    value: verdict.severity ?? computed,
    computed,
    byHand: verdict.severity !== null,
    kinds,
    checks: mean,
    no: checks.filter((check) => verdict[check] === 'no'),
    unknown: checks.filter((check) => verdict[check] === 'unknown'),
    importance: importance ?? MIDDLE,
    importanceAssumed: importance === null,
  };
}

function shareOfWeights(changed: readonly Lens[], weights: MapRecord['kindWeights']): number {
  const all = lenses.reduce((sum, lens) => sum + weights[lens], 0);
  if (all === 0) return changed.length / lenses.length;
  return changed.reduce((sum, lens) => sum + weights[lens], 0) / all;
}
