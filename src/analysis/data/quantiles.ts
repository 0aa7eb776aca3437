/** The middle and the 90th percentile of `n` values, in their unit. */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly p90: number;
}

/**
 * Median and 90th percentile, exact: between two values they are interpolated, as spreadsheets' PERCENTILE does. Null
 * for none. The values are put in another order.
 */
export function spreadOf(values: Float64Array): Spread | null {
  const n = values.length;
  return n === 0 ? null : { n, median: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

function quantile(values: Float64Array, share: number): number {
  const place = (values.length - 1) * share;
  const below = Math.floor(place);
  select(values, below);
  const low = values[below] as number;
  if (place === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let at = below + 1; at < values.length; at++) if ((values[at] as number) < high) high = values[at] as number;
  return low + (high - low) * (place - below);
}

/** Puts the value of rank `rank` in its place, smaller ones before it and greater ones behind. */
function select(values: Float64Array, rank: number): void {
  let from = 0;
  let to = values.length - 1;
  // Twice the rounds that even halves would take: what needs more is a bad case, for which sorting is quicker.
  for (let rounds = 2 * Math.log2(values.length + 1) + 8; from < to; rounds--) {
    if (rounds < 0) {
      values.subarray(from, to + 1).sort();
      return;
    }
    const [a, b, c] = [values[from] as number, values[(from + to) >> 1] as number, values[to] as number];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let low = from;
    let high = to;
    while (low <= high) {
      while ((values[low] as number) < pivot) low++;
      while ((values[high] as number) > pivot) high--;
      if (low > high) break;
      const swap = values[low] as number;
      values[low++] = values[high] as number;
      values[high--] = swap;
    }
    if (rank <= high) to = high;
    else if (rank >= low) from = low;
    else return;
  }
}

/**
 * Spreads of `values` by group: `groupOf` names the group of each, -1 for none; values that are NaN are left out. One
 * null or spread for each of `groups`.
 */
export function spreadsByGroup(groups: number, groupOf: Int32Array, values: Float64Array): (Spread | null)[] {
  const next = new Int32Array(groups + 1);
  for (let at = 0; at < values.length; at++) {
    const group = groupOf[at] as number;
    if (group >= 0 && !Number.isNaN(values[at])) (next[group + 1] as number)++;
  }
  for (let group = 0; group < groups; group++) (next[group + 1] as number) += next[group] as number;
  const begins = next.slice();
  const grouped = new Float64Array(begins[groups] as number);
  for (let at = 0; at < values.length; at++) {
    const group = groupOf[at] as number;
    if (group >= 0 && !Number.isNaN(values[at])) grouped[(next[group] as number)++] = values[at] as number;
  }
  return Array.from({ length: groups }, (_, group) =>
    spreadOf(grouped.subarray(begins[group] as number, begins[group + 1] as number)),
  );
}
