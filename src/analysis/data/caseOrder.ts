import { type EventColumns, endRow, otherRow, startRow } from './eventColumns.ts';

/**
 * The events of a log, case by case, each case in the order in which it happened. An event may come from two rows, its
 * start and its end.
 */
export interface OrderedEvents {
  readonly size: number;
  /** Where the events of each case begin; one more than there are cases. */
  readonly caseStart: Int32Array;
  /** The row that says what and where it was. */
  readonly row: Int32Array;
  /** When it began and ended, in milliseconds; both are its one time where only one is known. NaN where none is. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** 1 where start and end are both known, so that it has a duration. */
  readonly timed: Uint8Array;
  /** Rows that are neither start nor end of an activity, where others are: suspended, assigned and the like. */
  readonly otherPhases: number;
  /** Starts without an end and ends without a start. */
  readonly unmatched: number;
  /** Events that end before they start; they have no duration. */
  readonly backwards: number;
}

/**
 * Puts the rows in order: by case, then by the time of the start (of the end, where only that is known). Rows with equal
 * times keep the order of the file; a row without time stays behind the row of its case that precedes it in the file.
 * Starts and ends are joined by what ties them together, else first with first.
 */
export function orderEvents(log: EventColumns): OrderedEvents {
  const byCase = sortRows(log);
  const partner = log.phase === null ? null : joinPhases(log, byCase);
  const { phase } = log;
  const caseStart = new Int32Array(log.cases + 1);
  const row = new Int32Array(log.size);
  const start = new Float64Array(log.size);
  const end = log.end === null ? start : new Float64Array(log.size);
  const timed = new Uint8Array(log.size);
  let [size, otherPhases, unmatched, backwards] = [0, 0, 0, 0];
  let inCase = -1;
  for (const from of byCase) {
    const which = log.caseOf[from] as number;
    // A case may lose all its rows; those that come after it still have to know where it would have begun.
    while (inCase < which) caseStart[++inCase] = size;
    let to = from;
    if (phase !== null && partner !== null) {
      const is = phase[from] as number;
      if (is === otherRow) {
        otherPhases++;
        continue;
      }
      const joined = partner[from] as number;
      if (is === endRow && joined >= 0) continue;
      if (is === startRow) to = joined;
      if ((is === startRow || is === endRow) && joined < 0) unmatched++;
    }
    const began = log.start[from] as number;
    const ended = log.end === null || to < 0 ? Number.NaN : (log.end[to] as number);
    const known = ended >= began;
    if (ended < began) backwards++;
    row[size] = from;
    timed[size] = known ? 1 : 0;
    start[size] = Number.isNaN(began) ? ended : began;
    if (end !== start) end[size] = known || Number.isNaN(began) ? ended : began;
    size++;
  }
  while (inCase < log.cases) caseStart[++inCase] = size;
  return {
    size,
    caseStart,
    row: row.subarray(0, size),
    start: start.subarray(0, size),
    end: end.subarray(0, size),
    timed: timed.subarray(0, size),
    otherPhases,
    unmatched,
    backwards,
  };
}

/** The numbers of all rows: case by case, and in each in the order of time. */
function sortRows(log: EventColumns): Int32Array {
  const next = new Int32Array(log.cases + 1);
  for (let at = 0; at < log.size; at++) (next[(log.caseOf[at] as number) + 1] as number)++;
  for (let which = 0; which < log.cases; which++) (next[which + 1] as number) += next[which] as number;
  const begins = next.slice();
  const rows = new Int32Array(log.size);
  const keys = new Float64Array(log.size);
  for (let at = 0; at < log.size; at++) {
    const which = log.caseOf[at] as number;
    const place = (next[which] as number)++;
    rows[place] = at;
    const began = log.start[at] as number;
    const key = Number.isNaN(began) && log.end !== null ? (log.end[at] as number) : began;
    const before = place > (begins[which] as number) ? (keys[place - 1] as number) : Number.NEGATIVE_INFINITY;
    keys[place] = Number.isNaN(key) ? before : key;
  }
  for (let which = 0; which < log.cases; which++)
    sortPart(rows, keys, begins[which] as number, begins[which + 1] as number);
  return rows;
}

/** Sorts one case's rows by their keys; equal ones stay as they are. Nearly all cases are short and nearly sorted. */
function sortPart(rows: Int32Array, keys: Float64Array, from: number, to: number): void {
  let moved = 0;
  for (let at = from + 1; at < to; at++) {
    const row = rows[at] as number;
    const key = keys[at] as number;
    let place = at - 1;
    while (place >= from && (keys[place] as number) > key) {
      rows[place + 1] = rows[place] as number;
      keys[place + 1] = keys[place] as number;
      place--;
    }
    rows[place + 1] = row;
    keys[place + 1] = key;
    moved += at - 1 - place;
    // A long case in reverse would take for ever this way.
    if (moved > 2000) {
      const rest = Array.from({ length: to - from }, (_, index) => index);
      const [oldRows, oldKeys] = [rows.slice(from, to), keys.slice(from, to)];
      rest.sort((a, b) => compare(oldKeys[a] as number, oldKeys[b] as number) || a - b);
      for (const [index, old] of rest.entries()) {
        rows[from + index] = oldRows[old] as number;
        keys[from + index] = oldKeys[old] as number;
      }
      return;
    }
  }
}

/** Unlike a difference, right for two infinities too. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For each row the other half of its activity, or -1. `byCase` names the rows in order. */
function joinPhases(log: EventColumns, byCase: Int32Array): Int32Array {
  const partner = new Int32Array(log.size).fill(-1);
  const waiting = new Map<number, number[]>();
  /** Ends of the case in hand without a tie that no start precedes. */
  const loose: number[] = [];
  let inCase = -1;
  /** An end may stand before its start in the file where both have the same time. */
  const joinAlike = () => {
    for (const end of waiting.size === 0 ? [] : loose) {
      const starts = waiting.get(log.activityOf[end] as number) ?? [];
      const start = starts.findIndex((each) => log.start[each] === log.end?.[end]);
      if (start < 0) continue;
      const [first = -1] = starts.splice(start, 1);
      partner[first] = end;
      partner[end] = first;
    }
    loose.length = 0;
    waiting.clear();
  };
  for (const at of byCase) {
    if (log.caseOf[at] !== inCase) {
      inCase = log.caseOf[at] as number;
      joinAlike();
    }
    const is = log.phase?.[at];
    if (is !== startRow && is !== endRow) continue;
    const tie = log.instance?.[at] ?? -1;
    const key = (tie + 1) * log.activities.length + (log.activityOf[at] as number);
    const queue = waiting.get(key);
    const first = queue?.[0];
    // Without a tie only an end that comes after a start can belong to it.
    if (first !== undefined && log.phase?.[first] !== is && (tie >= 0 || is === endRow)) {
      queue?.shift();
      partner[first] = at;
      partner[at] = first;
    } else if (tie >= 0 || is === startRow) {
      if (queue === undefined) waiting.set(key, [at]);
      else queue.push(at);
    } else loose.push(at);
  }
  joinAlike();
  return partner;
}
