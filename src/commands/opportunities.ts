import { blankOpportunity } from '../model/blanks.ts';
import { newId, tieId } from '../model/ids.ts';
import { inOrder, orderBefore, standBefore } from '../model/order.ts';
import type { Opportunity } from '../model/records/opportunity.ts';
import type { Place } from '../model/records/place.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { need } from './commandError.ts';
import { setFields } from './setFields.ts';

/** What may be set on an opportunity: everything but its identity and place in the list. */
export type OpportunityFields = Omit<Opportunity, 'id' | 'order' | 'extra'>;

/** Adds an opportunity at the end of the list, tied to the given places. Returns its id. */
export function addOpportunity(
  docs: Documents,
  { fields, places = [] }: { fields?: Partial<OpportunityFields>; places?: readonly Place[] },
): string {
  const { map } = docs;
  const id = newId('opportunity');
  map.opportunities[id] = {
    ...blankOpportunity,
    id,
    order: orderBefore(inOrder(Object.values(map.opportunities)), null),
  };
  if (fields) updateOpportunity(docs, { id, fields });
  for (const place of places) tieOpportunity(docs, { id, place });
  return id;
}

/** Sets fields of an opportunity. A value that does not pass its schema throws a CommandError. */
export function updateOpportunity(
  { map }: Documents,
  { id, fields }: { id: string; fields: Partial<OpportunityFields> },
): void {
  const opportunity = need(map.opportunities, id, 'opportunity');
  setFields(opportunity, fields, blankOpportunity, schemas.map.opportunities, 'an opportunity');
}

/** Moves an opportunity before another, or last. */
export function moveOpportunity({ map }: Documents, { id, beforeId }: { id: string; beforeId: string | null }): void {
  const opportunity = need(map.opportunities, id, 'opportunity');
  const all = inOrder(Object.values(map.opportunities));
  if (beforeId === id || standBefore(all, [id], beforeId)) return;
  opportunity.order = orderBefore(
    all.filter((other) => other.id !== id),
    beforeId,
  );
}

/** Ties an opportunity to a touchpoint, or to the way from one touchpoint to another. */
export function tieOpportunity({ map }: Documents, { id, place }: { id: string; place: Place }): void {
  need(map.opportunities, id, 'opportunity');
  need(map.touchpoints, place.placeId, 'touchpoint');
  if (place.toId !== null) need(map.touchpoints, place.toId, 'touchpoint');
  const tie = tieId(id, place);
  if (map.ties[tie] === undefined)
    map.ties[tie] = { id: tie, opportunityId: id, placeId: place.placeId, toId: place.toId };
}

/** Takes a tie away; where there is none nothing changes. */
export function untieOpportunity({ map }: Documents, { id, place }: { id: string; place: Place }): void {
  delete map.ties[tieId(id, place)];
}

/** Removes an opportunity with its ties. */
export function dropOpportunity(map: MapTables, id: string): void {
  for (const tie of Object.values(map.ties)) if (tie.opportunityId === id) delete map.ties[tie.id];
  delete map.opportunities[id];
}
