import { mapPersonaId } from '../model/ids.ts';
import { inOrder, orderBefore } from '../model/order.ts';
import type { MapRecord } from '../model/records/map.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { need } from './commandError.ts';
import { removeMembershipsOf } from './memberships.ts';
import { removeSentimentsOf } from './sentiments.ts';

/** Sets the map's name, state, scenario, the weights of severity or the words and faces of sentiments. */
export function updateMap(
  { map }: Documents,
  fields: Partial<Pick<MapRecord, 'name' | 'state' | 'scenario' | 'kindWeights' | 'sentimentScale'>>,
): void {
  Object.assign(mapRecord(map), fields);
}

/** Lets a persona of the library take part in this map. */
export function addPersonaToMap({ map, library }: Documents, { personaId }: { personaId: string }): void {
  need(library.personas, personaId, 'persona');
  const id = mapPersonaId(personaId);
  if (map.mapPersonas[id] !== undefined) return;
  map.mapPersonas[id] = { id, order: orderBefore(inOrder(Object.values(map.mapPersonas)), null), personaId };
}

/** Takes a persona out of this map, with its sentiments and memberships here. The library keeps it. */
export function removePersonaFromMap({ map }: Documents, { personaId }: { personaId: string }): void {
  need(map.mapPersonas, mapPersonaId(personaId), 'persona');
  delete map.mapPersonas[mapPersonaId(personaId)];
  removeSentimentsOf(map, personaId);
  removeMembershipsOf(map, personaId);
}
