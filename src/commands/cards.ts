import { newId } from '../model/ids.ts';
import { inOrder, orderBefore, ordersBefore, standBefore } from '../model/order.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { need } from './commandError.ts';

/** Adds a text card to a lane at a step, last in its cell or before `beforeId`. Returns its id. */
export function addCard(
  { map }: Documents,
  { stepId, laneId, text, beforeId = null }: { stepId: string; laneId: string; text: string; beforeId?: string | null },
): string {
  need(map.steps, stepId, 'step');
  need(map.lanes, laneId, 'lane');
  const id = newId('card');
  map.cards[id] = { id, order: orderBefore(cell(map, stepId, laneId), beforeId), stepId, laneId, text };
  return id;
}

export function updateCard({ map }: Documents, { id, text }: { id: string; text: string }): void {
  need(map.cards, id, 'card').text = text;
}

/** Moves cards to the cell of a step and lane, before `beforeId` or last. */
export function moveCards(
  { map }: Documents,
  { ids, stepId, laneId, beforeId = null }: { ids: string[]; stepId: string; laneId: string; beforeId?: string | null },
): void {
  need(map.steps, stepId, 'step');
  need(map.lanes, laneId, 'lane');
  const moving = inOrder(ids.map((id) => need(map.cards, id, 'card')));
  const present = cell(map, stepId, laneId);
  if (standBefore(present, ids, beforeId) || (ids.length === 1 && ids[0] === beforeId)) return;
  const others = present.filter((card) => !ids.includes(card.id));
  const orders = ordersBefore(others, beforeId, moving.length);
  moving.forEach((card, at) => {
    card.stepId = stepId;
    card.laneId = laneId;
    card.order = orders[at] as string;
  });
}

function cell(map: MapTables, stepId: string, laneId: string): MapTables['cards'][string][] {
  return inOrder(Object.values(map.cards).filter((card) => card.stepId === stepId && card.laneId === laneId));
}
