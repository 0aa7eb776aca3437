import { blankTouchpoint } from '../model/blanks.ts';
import { newId } from '../model/ids.ts';
import { type Lens, lensField } from '../model/lens.ts';
import { inOrder, orderBefore, ordersBefore, standBefore } from '../model/order.ts';
import type { Place } from '../model/records/place.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import { type Documents, type MapTables, schemas, type Table } from '../model/tables.ts';
import { need } from './commandError.ts';
import { addLibraryEntry, type EntryTable } from './libraryEntries.ts';
import { addLink, dropLinks } from './links.ts';
import { setFields } from './setFields.ts';

/** What may be set on a touchpoint: everything but its identity and place. */
export type TouchpointFields = Omit<Touchpoint, 'id' | 'order' | 'stepId' | 'extra'>;

/**
 * Adds a touchpoint to a step, before the touchpoint `beforeId` or last, and with `linkFrom` a link to it. Returns its id.
 * A field that does not pass its schema throws a CommandError.
 */
export function addTouchpoint(
  docs: Documents,
  args: { stepId: string; beforeId?: string | null; linkFrom?: string | null; fields?: Partial<TouchpointFields> },
): string {
  const { map } = docs;
  need(map.steps, args.stepId, 'step');
  const id = newId('touchpoint');
  const [order] = ordersIn(map, args.stepId, args.beforeId ?? null, 1, new Set());
  map.touchpoints[id] = { ...blankTouchpoint, id, order: order as string, stepId: args.stepId };
  if (args.fields) updateTouchpoint(docs, { id, fields: args.fields });
  if (args.linkFrom) addLink(docs, { from: args.linkFrom, to: id });
  return id;
}

/** Sets fields of a touchpoint. Unknown fields, library entries that do not exist and unsafe web links are refused. */
export function updateTouchpoint(
  { map, library }: Documents,
  { id, fields }: { id: string; fields: Partial<TouchpointFields> },
): void {
  const touchpoint = need(map.touchpoints, id, 'touchpoint');
  setFields(touchpoint, fields, blankTouchpoint, schemas.map.touchpoints, 'a touchpoint');
  for (const table of ['channels', 'devices', 'departments'] as const) {
    for (const entry of fields[table] ?? []) need(library[table], entry, table.slice(0, -1));
  }
  if (fields.promiseKeptAt != null) need(map.touchpoints, fields.promiseKeptAt, 'touchpoint');
}

/**
 * Moves touchpoints, in their present order, to a step before `beforeId` or to its end. With `primary` their first value
 * of that lens's property is replaced (or cleared with null); further values stay.
 */
export function moveTouchpoints(
  { map, library }: Documents,
  args: { ids: string[]; stepId: string; beforeId?: string | null; primary?: { lens: Lens; value: string | null } },
): void {
  need(map.steps, args.stepId, 'step');
  const moving = args.ids.map((id) => need(map.touchpoints, id, 'touchpoint'));
  const set = new Set(args.ids);
  const before = args.beforeId ?? null;
  const column = inOrder(Object.values(map.touchpoints).filter((tp) => tp.stepId === args.stepId));
  if (!standBefore(column, args.ids, before) && !(args.ids.length === 1 && args.ids[0] === before)) {
    const orders = ordersIn(map, args.stepId, before, moving.length, set);
    inColumnOrder(map, moving).forEach((touchpoint, index) => {
      touchpoint.stepId = args.stepId;
      touchpoint.order = orders[index] as string;
    });
  }
  if (args.primary !== undefined) setPrimary({ map, library }, { ids: args.ids, ...args.primary });
}

/** Replaces the first value of a lens's property, or clears the property with null; further values stay. */
export function setPrimary(
  { map, library }: Documents,
  { ids, lens, value }: { ids: string[]; lens: Lens; value: string | null },
): void {
  const field = lensField[lens];
  if (value !== null) need(library[field], value, lens);
  for (const touchpoint of ids.map((id) => need(map.touchpoints, id, 'touchpoint'))) {
    const values = touchpoint[field];
    if ((values[0] ?? null) === value) continue;
    touchpoint[field] = value === null ? [] : [value, ...values.slice(1).filter((other) => other !== value)];
  }
}

/** Marks touchpoints as moments of truth, or takes the mark away. */
export function setMomentOfTruth({ map }: Documents, { ids, value }: { ids: string[]; value: boolean }): void {
  for (const id of ids) need(map.touchpoints, id, 'touchpoint').momentOfTruth = value;
}

/** Gives a touchpoint one more channel, device or department by name; the library gets it when it has none of that name. */
export function addValue(docs: Documents, { id, field, name }: { id: string; field: EntryTable; name: string }): void {
  const touchpoint = need(docs.map.touchpoints, id, 'touchpoint');
  const entry = addLibraryEntry(docs, { table: field, name });
  if (!touchpoint[field].includes(entry)) touchpoint[field] = [...touchpoint[field], entry];
}

/** Moves one touchpoint a place up (-1) or down (+1) among the given neighbours, the touchpoints of its cell in order. */
export function reorderTouchpoint(docs: Documents, { id, cell, by }: { id: string; cell: string[]; by: -1 | 1 }): void {
  const index = cell.indexOf(id);
  const target = index + by;
  if (index < 0 || target < 0 || target >= cell.length) return;
  const before = by < 0 ? (cell[target] as string) : (cell[target + 1] ?? null);
  const touchpoint = need(docs.map.touchpoints, id, 'touchpoint');
  const after = before === null ? (cell[target] as string) : null;
  const siblings = inOrder(
    Object.values(docs.map.touchpoints).filter((tp) => tp.stepId === touchpoint.stepId && tp.id !== id),
  );
  const at =
    before !== null ? siblings.findIndex((tp) => tp.id === before) : siblings.findIndex((tp) => tp.id === after) + 1;
  touchpoint.order = orderBefore(siblings, siblings[at]?.id ?? null);
}

/** Removes touchpoints with everything that hangs on them. */
export function dropTouchpoints(map: MapTables, ids: readonly string[]): void {
  const gone = new Set(ids);
  const dropWhere = <T extends { id: string }>(table: Table<T>, hangs: (record: T) => boolean) => {
    for (const record of Object.values(table)) if (hangs(record)) delete table[record.id];
  };
  const joins = ({ from, to }: { from: string; to: string }) => gone.has(from) || gone.has(to);
  const stands = ({ placeId, toId }: Place) => gone.has(placeId) || (toId !== null && gone.has(toId));
  dropLinks(
    map,
    Object.values(map.links)
      .filter(joins)
      .map((link) => link.id),
  );
  dropWhere(map.verdicts, joins);
  dropWhere(map.pastVerdicts, joins);
  dropWhere(map.sentiments, ({ touchpointId }) => gone.has(touchpointId));
  dropWhere(map.memberships, ({ recordId }) => gone.has(recordId));
  dropWhere(map.dismissals, stands);
  dropWhere(map.ties, stands);
  dropWhere(map.series, stands);
  dropWhere(map.citations, stands);
  dropWhere(map.walkSteps, ({ touchpointId }) => gone.has(touchpointId));
  for (const profile of Object.values(map.matchProfiles)) {
    if (profile.rules.some(({ touchpointId }) => gone.has(touchpointId)))
      profile.rules = profile.rules.filter(({ touchpointId }) => !gone.has(touchpointId));
  }
  for (const touchpoint of Object.values(map.touchpoints)) {
    if (touchpoint.promiseKeptAt !== null && gone.has(touchpoint.promiseKeptAt)) touchpoint.promiseKeptAt = null;
  }
  for (const id of gone) delete map.touchpoints[id];
}

function inColumnOrder(map: MapTables, touchpoints: readonly Touchpoint[]): Touchpoint[] {
  const stepRank = new Map(stepsInOrder(map).map((step, index) => [step.id, index]));
  const rank = (touchpoint: Touchpoint) => stepRank.get(touchpoint.stepId) ?? 0;
  return [...touchpoints].sort((a, b) => rank(a) - rank(b) || (a.order < b.order ? -1 : 1));
}

function ordersIn(
  map: MapTables,
  stepId: string,
  beforeId: string | null,
  count: number,
  leaving: ReadonlySet<string>,
): string[] {
  const siblings = inOrder(Object.values(map.touchpoints).filter((tp) => tp.stepId === stepId && !leaving.has(tp.id)));
  return ordersBefore(siblings, beforeId, count);
}
