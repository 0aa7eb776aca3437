import { newId } from '../model/ids.ts';
import { inOrder, orderBefore, standBefore } from '../model/order.ts';
import type { Lane } from '../model/records/lane.ts';
import type { Documents } from '../model/tables.ts';
import { need } from './commandError.ts';

/** Adds a lane above or below the touchpoints: of text cards, or drawn as its role says, for a KPI or none. Returns its id. */
export function addLane(
  { map, library }: Documents,
  {
    name,
    side,
    role = 'notes',
    kpiId = null,
    beforeId = null,
  }: { name: string; side: Lane['side']; role?: Lane['role']; kpiId?: string | null; beforeId?: string | null },
): string {
  if (kpiId !== null) need(library.kpis, kpiId, 'KPI');
  const id = newId('lane');
  const siblings = inOrder(Object.values(map.lanes).filter((lane) => lane.side === side));
  map.lanes[id] = { id, order: orderBefore(siblings, beforeId), name, role, side, hidden: false, kpiId };
  return id;
}

export function renameLane({ map }: Documents, { id, name }: { id: string; name: string }): void {
  need(map.lanes, id, 'lane').name = name;
}

/** Moves a lane before `beforeId` on one side of the touchpoints, or last there. */
export function moveLane(
  { map }: Documents,
  { id, side, beforeId = null }: { id: string; side: Lane['side']; beforeId?: string | null },
): void {
  const lane = need(map.lanes, id, 'lane');
  if (beforeId === id) return;
  const siblings = inOrder(Object.values(map.lanes).filter((other) => other.side === side));
  if (standBefore(siblings, [id], beforeId)) return;
  lane.order = orderBefore(
    siblings.filter((other) => other.id !== id),
    beforeId,
  );
  lane.side = side;
}

export function setLaneHidden({ map }: Documents, { id, hidden }: { id: string; hidden: boolean }): void {
  need(map.lanes, id, 'lane').hidden = hidden;
}

/** Says whose values a lane shows. */
export function setLaneKpi({ map, library }: Documents, { id, kpiId }: { id: string; kpiId: string | null }): void {
  const lane = need(map.lanes, id, 'lane');
  if (kpiId !== null) need(library.kpis, kpiId, 'KPI');
  lane.kpiId = kpiId;
}

/** Removes a lane with its cards. */
export function removeLane({ map }: Documents, { id }: { id: string }): void {
  need(map.lanes, id, 'lane');
  for (const card of Object.values(map.cards)) if (card.laneId === id) delete map.cards[card.id];
  delete map.lanes[id];
}
