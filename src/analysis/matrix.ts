import { type Lens, lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Documents, Table } from '../model/tables.ts';
import type { Handoff } from './handoffs.ts';
import { markOf } from './mark.ts';
import { type Reading, readingOf } from './reading.ts';

/** The handoffs from one value to another. */
export interface MatrixCell {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The worst state among them: a gap to mend, else unreviewed, else a gap that is accepted or closed, else smooth. */
  readonly worst: 'unreviewed' | 'smooth' | 'settled' | 'gap';
  /** The worst is unreviewed, and all that is so has been judged before: it is to be judged again. */
  readonly again: boolean;
  /** The highest severity of the gaps that make it the worst, or null without any. */
  readonly severity: number | null;
  readonly linkIds: readonly string[];
}

/** Who hands to whom, by primary channel, device or department. */
export interface Matrix {
  /** The values that touchpoints have as their primary one, in the library's order. */
  readonly values: readonly string[];
  /** Only pairs with at least one handoff, in the order of `values`: by `from`, then `to`. */
  readonly cells: readonly MatrixCell[];
  /** Links whose ends overlap without being equal, and links with an end that has no value. */
  readonly possible: readonly string[];
  readonly notSet: readonly string[];
}

export function handoffMatrix({ map, library }: Documents, lens: Lens, handoffs: ReadonlyMap<string, Handoff>): Matrix {
  const field = lensField[lens];
  const touchpoints = Object.values(map.touchpoints);
  const values = inLibraryOrder(new Set(touchpoints.map((touchpoint) => touchpoint[field][0] ?? '')), library[field]);
  const at = new Map(values.map((value, index) => [value, index]));
  // Where the primary value of a touchpoint stands in `values`.
  const primaryAt = new Map(touchpoints.map((touchpoint) => [touchpoint.id, at.get(touchpoint[field][0] ?? '')]));
  const possible: string[] = [];
  const notSet: string[] = [];
  // By place in the table, row after row.
  const cells: Handoff[][] = [];
  for (const handoff of handoffs.values()) {
    const change = handoff.changes[lens];
    if (change === 'possible') possible.push(handoff.linkId);
    else if (change === 'notSet') notSet.push(handoff.linkId);
    else if (change === 'handoff') {
      const row = primaryAt.get(handoff.from);
      const column = primaryAt.get(handoff.to);
      if (row === undefined || column === undefined) continue;
      const index = row * values.length + column;
      const list = cells[index];
      if (list) list.push(handoff);
      else cells[index] = [handoff];
    }
  }
  return {
    values,
    cells: values.flatMap((from, row) =>
      values.flatMap((to, column) => {
        const list = cells[row * values.length + column];
        return list === undefined ? [] : [cellOf(from, to, list)];
      }),
    ),
    possible,
    notSet,
  };
}

const worstFirst = ['gap', 'unreviewed', 'settled'] as const;

function cellOf(from: string, to: string, list: readonly Handoff[]): MatrixCell {
  const marks = list.map(markOf);
  const worst = worstFirst.find((state) => marks.some((mark) => mark.state === state)) ?? 'smooth';
  const severities = marks.flatMap((mark) => (mark.state === worst ? (mark.severity ?? []) : []));
  const severity = severities.length === 0 ? null : Math.max(...severities);
  const asked = marks.filter(({ state }) => state === 'unreviewed');
  const again = worst === 'unreviewed' && asked.every(({ was }) => was !== undefined);
  return { from, to, count: list.length, worst, again, severity, linkIds: list.map(({ linkId }) => linkId) };
}

/** Where the journey takes place: how many touchpoints of each stage have each value. A zero is a hole. */
export interface Coverage {
  /** In the order of the map. */
  readonly stageIds: readonly string[];
  /** The values that touchpoints of the map have, in the library's order; last, where some have none, `''`. */
  readonly valueIds: readonly string[];
  /** By stage, then by value. A touchpoint with several values counts for each. */
  readonly counts: readonly (readonly number[])[];
}

export function coverage({ map, library }: Documents, lens: Lens, reading: Reading = readingOf(map)): Coverage {
  const field = lensField[lens];
  const touchpoints = Object.values(map.touchpoints);
  const used = new Set<string>();
  for (const { [field]: values } of touchpoints) for (const value of values) used.add(value);
  const isNotSet = touchpoints.some(({ [field]: values }) => values.length === 0);
  const valueIds = [...inLibraryOrder(used, library[field]), ...(isNotSet ? [''] : [])];
  const columnOf = new Map(valueIds.map((value, index) => [value, index]));
  const counts = reading.stageIds.map(() => valueIds.map(() => 0));
  const rowOf = new Map(
    reading.stepIds.map((stepId) => [stepId, counts[reading.stageIds.indexOf(map.steps[stepId]?.stageId ?? '')]]),
  );
  for (const touchpoint of touchpoints) {
    const row = rowOf.get(touchpoint.stepId);
    const values = touchpoint[field];
    for (const value of values.length === 0 ? [''] : values) {
      const column = columnOf.get(value);
      if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
  }
  return { stageIds: reading.stageIds, valueIds, counts };
}

function inLibraryOrder(used: ReadonlySet<string>, table: Table<LibraryEntry>): string[] {
  return inOrder(Object.values(table).filter(({ id }) => used.has(id))).map(({ id }) => id);
}
