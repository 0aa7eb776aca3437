import { blankWalk, blankWalkStep } from '../model/blanks.ts';
import { newId, pairId } from '../model/ids.ts';
import { inOrder, orderBefore } from '../model/order.ts';
import type { Walk, WalkStep } from '../model/records/walk.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { need } from './commandError.ts';
import { setFields } from './setFields.ts';

export type WalkFields = Omit<Walk, 'id' | 'order' | 'extra'>;
export type WalkStepFields = Omit<WalkStep, 'id' | 'walkId' | 'touchpointId' | 'extra'>;

/** Adds a walk, last. Returns its id. */
export function addWalk(docs: Documents, { fields }: { fields?: Partial<WalkFields> }): string {
  const { map } = docs;
  const id = newId('walk');
  map.walks[id] = { ...blankWalk, id, order: orderBefore(inOrder(Object.values(map.walks)), null) };
  if (fields) updateWalk(docs, { id, fields });
  return id;
}

/** Sets fields of a walk. */
export function updateWalk(
  { map, library }: Documents,
  { id, fields }: { id: string; fields: Partial<WalkFields> },
): void {
  setFields(need(map.walks, id, 'walk'), fields, blankWalk, schemas.map.walks, 'a walk');
  if (fields.personaId != null) need(library.personas, fields.personaId, 'persona');
}

/** Sets what was met at a touchpoint of a walk. */
export function recordStop(
  { map }: Documents,
  { walkId, touchpointId, fields }: { walkId: string; touchpointId: string; fields: Partial<WalkStepFields> },
): void {
  need(map.walks, walkId, 'walk');
  need(map.touchpoints, touchpointId, 'touchpoint');
  const id = pairId('walkStep', walkId, touchpointId);
  if (map.walkSteps[id] === undefined) map.walkSteps[id] = { ...blankWalkStep, id, walkId, touchpointId };
  setFields(map.walkSteps[id] as WalkStep, fields, blankWalkStep, schemas.map.walkSteps, 'a stop of a walk');
}

/** Removes a walk with its stops. */
export function dropWalk(map: MapTables, id: string): void {
  for (const stop of Object.values(map.walkSteps)) if (stop.walkId === id) delete map.walkSteps[stop.id];
  delete map.walks[id];
}
