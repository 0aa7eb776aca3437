import type { Place } from '../model/records/place.ts';
import type { Verdict } from '../model/records/verdict.ts';
import type { Documents } from '../model/tables.ts';
import { departmentsOf } from './answering.ts';

/** A figure as far as it is known: somewhere from `low` to `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A sum of ranges. Unknown ones are left out of it and counted. */
export interface RangeSum extends Range {
  readonly known: number;
  readonly unknown: number;
}

/**
 * What a gap costs in a year: customers who come there x share of them lost x what one is worth, the low ends and the
 * high ends multiplied apart. Null unless all three are given.
 */
export function costOf({ customers, shareLost, customerValue }: Verdict): Range | null {
  if (customers === null || shareLost === null || customerValue === null) return null;
  return {
    low: customers.low * shareLost.low * customerValue.low,
    high: customers.high * shareLost.high * customerValue.high,
  };
}

/**
 * What mending a gap returns in the first year once its price is paid: at worst the lowest return less the highest
 * price, which may be below zero. Null unless both are given.
 */
export function returnOf({ mendingCost, mendingReturn }: Verdict): Range | null {
  if (mendingCost === null || mendingReturn === null) return null;
  return { low: mendingReturn.low - mendingCost.high, high: mendingReturn.high - mendingCost.low };
}

/** What mending gaps costs once, returns in a year, and leaves in the first year where both are known. */
export function mendingOf(
  gaps: readonly { readonly verdict: Verdict }[],
): Readonly<Record<'mendingCost' | 'mendingReturn' | 'mendingNet', RangeSum>> {
  return {
    mendingCost: sumRanges(gaps.map(({ verdict }) => verdict.mendingCost)),
    mendingReturn: sumRanges(gaps.map(({ verdict }) => verdict.mendingReturn)),
    mendingNet: sumRanges(gaps.map(({ verdict }) => returnOf(verdict))),
  };
}

export function sumRanges(ranges: readonly (Range | null)[]): RangeSum {
  let low = 0;
  let high = 0;
  let known = 0;
  for (const range of ranges) {
    if (range === null) continue;
    low += range.low;
    high += range.high;
    known++;
  }
  return { low, high, known, unknown: ranges.length - known };
}

/** What is summed: a gap, by where it is and what it costs. */
interface Costly {
  readonly place: Place;
  readonly cost: Range | null;
}

export interface DepartmentCost<G extends Costly> {
  /** Empty where no department answers for either end. */
  readonly departmentId: string;
  readonly gaps: readonly G[];
  readonly sum: RangeSum;
}

/**
 * What gaps cost, for each department that answers for one of their ends, alone or with others, the dearest first, and in
 * all. A gap between two departments counts for both, since both can mend it, and once in `total`: the parts may add up to more.
 */
export function costsByDepartment<G extends Costly>(
  { map }: Documents,
  gaps: readonly G[],
): { departments: DepartmentCost<G>[]; total: RangeSum } {
  const byDepartment = new Map<string, G[]>();
  for (const gap of gaps) {
    const named = departmentsOf(map, gap);
    for (const departmentId of named.length > 0 ? named : ['']) {
      const list = byDepartment.get(departmentId);
      if (list) list.push(gap);
      else byDepartment.set(departmentId, [gap]);
    }
  }
  const departments = [...byDepartment].map(([departmentId, list]) => ({
    departmentId,
    gaps: list,
    sum: sumRanges(list.map((gap) => gap.cost)),
  }));
  departments.sort((a, b) => b.sum.high - a.sum.high || (a.departmentId < b.departmentId ? -1 : 1));
  return { departments, total: sumRanges(gaps.map((gap) => gap.cost)) };
}
