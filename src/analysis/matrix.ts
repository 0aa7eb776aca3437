import { type Lens, lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, Table } from '../model/tables.ts';
import type { Handoff } from './handoffs.ts';
import { type Reading, readingOf } from './reading.ts';

/** The handoffs from one value to another. */
export interface MatrixCell {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The worst state among them: a gap, else unreviewed, else smooth. */
  readonly worst: 'unreviewed' | 'smooth' | 'gap';
  /** The highest severity of its gaps, or null without any. */
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
  const primary = (id: string) => map.touchpoints[id]?.[field][0] ?? '';
  const used = new Set<string>();
  for (const id in map.touchpoints) used.add(primary(id));
  const values = inLibraryOrder(used, library[field]);
  const possible: string[] = [];
  const notSet: string[] = [];
  const cells = new Map<string, Handoff[]>();
  for (const handoff of handoffs.values()) {
    const change = handoff.changes[lens];
    if (change === 'possible') possible.push(handoff.linkId);
    else if (change === 'notSet') notSet.push(handoff.linkId);
    else if (change === 'handoff') {
      const key = `${primary(handoff.from)}>${primary(handoff.to)}`;
      const list = cells.get(key);
      if (list) list.push(handoff);
      else cells.set(key, [handoff]);
    }
  }
  return {
    values,
    cells: values.flatMap((from) =>
      values.flatMap((to) => {
        const list = cells.get(`${from}>${to}`);
        return list === undefined ? [] : [cellOf(from, to, list)];
      }),
    ),
    possible,
    notSet,
  };
}

function cellOf(from: string, to: string, list: readonly Handoff[]): MatrixCell {
  let severity: number | null = null;
  let unreviewed = false;
  let gap = false;
  for (const handoff of list) {
    if (handoff.state === 'gap') gap = true;
    if (handoff.state === 'unreviewed') unreviewed = true;
    if (handoff.severity !== null) severity = Math.max(severity ?? 0, handoff.severity);
  }
  const worst = gap ? 'gap' : unreviewed ? 'unreviewed' : 'smooth';
  return { from, to, count: list.length, worst, severity, linkIds: list.map(({ linkId }) => linkId) };
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
  const used = new Set<string>();
  const byStage = new Map<string, Map<string, number>>(reading.stageIds.map((id) => [id, new Map()]));
  for (const id in map.touchpoints) {
    const touchpoint = map.touchpoints[id] as Touchpoint;
    const counts = byStage.get(map.steps[touchpoint.stepId]?.stageId ?? '');
    const values = touchpoint[field];
    for (const value of values.length === 0 ? [''] : values) {
      used.add(value);
      counts?.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const valueIds = [...inLibraryOrder(used, library[field]), ...(used.has('') ? [''] : [])];
  return {
    stageIds: reading.stageIds,
    valueIds,
    counts: reading.stageIds.map((id) => valueIds.map((value) => byStage.get(id)?.get(value) ?? 0)),
  };
}

function inLibraryOrder(used: ReadonlySet<string>, table: Table<LibraryEntry>): string[] {
  return inOrder(Object.values(table).filter(({ id }) => used.has(id))).map(({ id }) => id);
}
