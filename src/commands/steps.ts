import { newId } from '../model/ids.ts';
import { inOrder, orderBefore, standBefore } from '../model/order.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { dropSeriesAt } from './series.ts';
import { dropTouchpoints } from './touchpoints.ts';

/** Adds a step to a stage, before `beforeId` or last. Returns its id. */
export function addStep(
  { map }: Documents,
  { stageId, name = '', beforeId = null }: { stageId: string; name?: string; beforeId?: string | null },
): string {
  need(map.stages, stageId, 'stage');
  const id = newId('step');
  map.steps[id] = { id, order: orderBefore(siblings(map, stageId), beforeId), stageId, name };
  return id;
}

export function renameStep({ map }: Documents, { id, name }: { id: string; name: string }): void {
  need(map.steps, id, 'step').name = name;
}

/**
 * Moves a step before `beforeId` in `stageId`, or to that stage's end. The stage it leaves keeps at least one step: an
 * emptied one gets a new unnamed step.
 */
export function moveStep(
  { map }: Documents,
  { id, stageId, beforeId = null }: { id: string; stageId: string; beforeId?: string | null },
): void {
  const step = need(map.steps, id, 'step');
  need(map.stages, stageId, 'stage');
  if (beforeId === id) return;
  const others = siblings(map, stageId).filter((sibling) => sibling.id !== id);
  if (standBefore(siblings(map, stageId), [id], beforeId)) return;
  const left = step.stageId;
  step.order = orderBefore(others, beforeId);
  if (left === stageId) return;
  step.stageId = stageId;
  if (siblings(map, left).length === 0) {
    const fresh = newId('step');
    map.steps[fresh] = { id: fresh, order: orderBefore([], null), stageId: left, name: '' };
  }
}

/** Removes a step and all that stands in it. A stage keeps at least one step. */
export function removeStep({ map }: Documents, { id }: { id: string }): void {
  const step = need(map.steps, id, 'step');
  if (siblings(map, step.stageId).length === 1) {
    throw new CommandError(
      'lastStep',
      {},
      'This is the only step of its stage. Delete the stage, or add another step first.',
    );
  }
  dropStepContents(map, id);
  delete map.steps[id];
}

/** Removes the touchpoints and cards of a step, with what hangs on them. */
export function dropStepContents(map: MapTables, stepId: string): void {
  dropSeriesAt(map, stepId);
  dropTouchpoints(
    map,
    Object.values(map.touchpoints)
      .filter((tp) => tp.stepId === stepId)
      .map((tp) => tp.id),
  );
  for (const card of Object.values(map.cards)) if (card.stepId === stepId) delete map.cards[card.id];
}

function siblings(map: MapTables, stageId: string): MapTables['steps'][string][] {
  return inOrder(Object.values(map.steps).filter((step) => step.stageId === stageId));
}
