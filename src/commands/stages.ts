import { newId } from '../model/ids.ts';
import { inOrder, orderBefore, standBefore } from '../model/order.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { dropSeriesAt } from './series.ts';
import { dropStepContents } from './steps.ts';

/** Adds a stage with one unnamed step, before `beforeId` or last. Returns the ids of both. */
export function addStage(
  { map }: Documents,
  { name = '', beforeId = null }: { name?: string; beforeId?: string | null },
): { stageId: string; stepId: string } {
  const stageId = newId('stage');
  const stepId = newId('step');
  map.stages[stageId] = { id: stageId, order: orderBefore(inOrder(Object.values(map.stages)), beforeId), name };
  map.steps[stepId] = { id: stepId, order: orderBefore([], null), stageId, name: '' };
  return { stageId, stepId };
}

export function renameStage({ map }: Documents, { id, name }: { id: string; name: string }): void {
  need(map.stages, id, 'stage').name = name;
}

/** Moves a stage with its steps before `beforeId`, or last. */
export function moveStage({ map }: Documents, { id, beforeId }: { id: string; beforeId: string | null }): void {
  const stage = need(map.stages, id, 'stage');
  if (beforeId === id) return;
  const siblings = inOrder(Object.values(map.stages));
  if (standBefore(siblings, [id], beforeId)) return;
  stage.order = orderBefore(
    siblings.filter((sibling) => sibling.id !== id),
    beforeId,
  );
}

/** Removes a stage with its steps and all that stands in them. A map keeps at least one stage. */
export function removeStage({ map }: Documents, { id }: { id: string }): void {
  need(map.stages, id, 'stage');
  if (Object.keys(map.stages).length === 1) {
    throw new CommandError(
      'lastStage',
      {},
      'This is the last stage. A map needs at least one, so it cannot be deleted.',
    );
  }
  for (const step of stepsOf(map, id)) {
    dropStepContents(map, step.id);
    delete map.steps[step.id];
  }
  delete map.stages[id];
  for (const dismissal of Object.values(map.dismissals))
    if (dismissal.placeId === id) delete map.dismissals[dismissal.id];
  dropSeriesAt(map, id);
}

/** The steps of a stage in order. */
export function stepsOf(map: MapTables, stageId: string): MapTables['steps'][string][] {
  return inOrder(Object.values(map.steps).filter((step) => step.stageId === stageId));
}
