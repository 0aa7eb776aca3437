import { lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { Lane } from '../model/records/lane.ts';
import type { LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents } from '../model/tables.ts';
import { BAND_HEAD_HEIGHT, EMOTION_HEIGHT, LANE_PADDING } from './metrics.ts';
import { KPI_LANE_HEIGHT, TREND_LANE_HEIGHT } from './overlay.ts';
import type { PlannedRow } from './plan.ts';
import { type BandSource, inBand, type View } from './scene.ts';

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
 * is needed, lanes below; with bands, the rows of each below its head. `used` holds the keys of rows with touchpoints.
 */
export function planRows(docs: Documents, view: View, used: ReadonlySet<string>): PlannedRow[] {
  const lanes = inOrder(Object.values(docs.map.lanes).filter((lane) => !lane.hidden));
  const laneRows = (side: Lane['side']) =>
    lanes.filter((lane) => lane.side === side).map((lane) => laneRow(lane, view));
  const extra = new Set(view.extraRows ?? []);
  const entries = inOrder(Object.values(docs.library[lensField[view.lens]]));
  const valueRows = (personaId: string | null): PlannedRow[] => {
    const isUsed = (key: string) => used.has(inBand(key, personaId));
    const values = entries
      .filter((entry) => isUsed(`row:${entry.id}`) || extra.has(entry.id))
      .map((entry) => valueRow(`row:${entry.id}`, entry, personaId, view));
    // Where there is no touchpoint one row is kept, or there would be nowhere to put the first.
    if (isUsed(NOT_SET_ROW) || values.length === 0) values.push(valueRow(NOT_SET_ROW, null, personaId, view));
    return values;
  };
  const bands = view.bands ?? [];
  const rows =
    bands.length === 0 ? valueRows(null) : bands.flatMap((band) => [bandHead(band), ...valueRows(band.personaId)]);
  return [...laneRows('above'), ...rows, ...laneRows('below')];
}

function bandHead({ personaId, name }: BandSource): PlannedRow {
  return {
    key: `band:${personaId}`,
    kind: 'band',
    personaId,
    laneId: null,
    laneRole: null,
    valueId: null,
    name,
    icon: null,
    color: null,
    collapsed: false,
    count: 0,
    contentHeight: BAND_HEAD_HEIGHT,
  };
}

/** Heights of lanes that are drawn rather than written. */
const drawnHeights: Partial<Record<Lane['role'], number>> = {
  emotion: EMOTION_HEIGHT,
  kpi: KPI_LANE_HEIGHT,
  trend: TREND_LANE_HEIGHT,
};

/** Height of what is drawn in a lane, without its padding; 0 in one of text cards. */
export function drawnHeight(role: Lane['role'] | null): number {
  const height = role === null ? undefined : drawnHeights[role];
  return height === undefined ? 0 : height - 2 * LANE_PADDING;
}

function laneRow(lane: Lane, view: View): PlannedRow {
  const key = `lane:${lane.id}`;
  const collapsed = view.collapsedRows.has(key);
  return {
    key,
    kind: 'lane',
    personaId: null,
    laneId: lane.id,
    laneRole: lane.role,
    valueId: null,
    name: lane.name,
    icon: null,
    color: null,
    collapsed,
    count: 0,
    // Curves and figures have a height of their own; texts that a file has put there too stand below them.
    contentHeight: collapsed ? 0 : drawnHeight(lane.role),
  };
}

function valueRow(key: string, entry: LibraryEntry | null, personaId: string | null, view: View): PlannedRow {
  return {
    key: inBand(key, personaId),
    kind: 'touchpoints',
    personaId,
    laneId: null,
    laneRole: null,
    valueId: entry?.id ?? null,
    name: entry?.name ?? '',
    icon: entry?.icon ?? null,
    color: entry?.color ?? null,
    // By value: what is collapsed in one band is so in all.
    collapsed: view.collapsedRows.has(key),
    count: 0,
    contentHeight: 0,
  };
}
