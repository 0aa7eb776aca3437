import { lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { Lane } from '../model/records/lane.ts';
import type { LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents } from '../model/tables.ts';
import type { PlannedRow } from './plan.ts';
import type { View } from './scene.ts';

/** The key of the row of touchpoints that lack the lens's property. */
export const NOT_SET_ROW = 'row:';

/** The key of the row in which a touchpoint stands: the row of its primary value. */
export function rowKeyOf(touchpoint: Touchpoint, docs: Documents, view: View): string {
  const field = lensField[view.lens];
  const value = touchpoint[field][0];
  return value === undefined || docs.library[field][value] === undefined ? NOT_SET_ROW : `row:${value}`;
}

/**
 * The rows of a view, top to bottom: lanes above, one row for each value in use (and those asked for), "not set" while it
 * is needed, lanes below. `used` holds the keys of rows with touchpoints.
 */
export function planRows(docs: Documents, view: View, used: ReadonlySet<string>): PlannedRow[] {
  const lanes = inOrder(Object.values(docs.map.lanes).filter((lane) => !lane.hidden));
  const laneRows = (side: Lane['side']) =>
    lanes.filter((lane) => lane.side === side).map((lane) => laneRow(lane, view));
  const extra = new Set(view.extraRows ?? []);
  const values = inOrder(Object.values(docs.library[lensField[view.lens]]))
    .filter((entry) => used.has(`row:${entry.id}`) || extra.has(entry.id))
    .map((entry) => valueRow(`row:${entry.id}`, entry, view));
  // A map without touchpoints keeps one row, or there would be nowhere to put the first.
  if (used.has(NOT_SET_ROW) || values.length === 0) values.push(valueRow(NOT_SET_ROW, null, view));
  return [...laneRows('above'), ...values, ...laneRows('below')];
}

function laneRow(lane: Lane, view: View): PlannedRow {
  const key = `lane:${lane.id}`;
  return {
    key,
    kind: 'lane',
    laneId: lane.id,
    laneRole: lane.role,
    valueId: null,
    name: lane.name,
    icon: null,
    color: null,
    collapsed: view.collapsedRows.has(key),
    count: 0,
    contentHeight: 0,
  };
}

function valueRow(key: string, entry: LibraryEntry | null, view: View): PlannedRow {
  return {
    key,
    kind: 'touchpoints',
    laneId: null,
    laneRole: null,
    valueId: entry?.id ?? null,
    name: entry?.name ?? '',
    icon: entry?.icon ?? null,
    color: entry?.color ?? null,
    collapsed: view.collapsedRows.has(key),
    count: 0,
    contentHeight: 0,
  };
}
