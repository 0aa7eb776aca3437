import { inOrder } from '../model/order.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import type { MapTables } from '../model/tables.ts';

/** The order in which a map is read: stages, their steps, and the touchpoints of each step. */
export interface Reading {
  readonly stageIds: readonly string[];
  readonly stepIds: readonly string[];
  readonly touchpointIds: readonly string[];
  /** Where a step comes, counted from 0. */
  readonly stepAt: ReadonlyMap<string, number>;
  /** Where a touchpoint comes among all, counted from 0. */
  readonly touchpointAt: ReadonlyMap<string, number>;
}

export function readingOf(map: Pick<MapTables, 'stages' | 'steps' | 'touchpoints'>): Reading {
  const byStep = new Map<string, Touchpoint[]>();
  for (const touchpoint of Object.values(map.touchpoints)) {
    const list = byStep.get(touchpoint.stepId);
    if (list) list.push(touchpoint);
    else byStep.set(touchpoint.stepId, [touchpoint]);
  }
  const stepIds = stepsInOrder(map).map((step) => step.id);
  const touchpointIds = stepIds.flatMap((stepId) =>
    inOrder(byStep.get(stepId) ?? []).map((touchpoint) => touchpoint.id),
  );
  return {
    stageIds: inOrder(Object.values(map.stages)).map((stage) => stage.id),
    stepIds,
    touchpointIds,
    stepAt: new Map(stepIds.map((id, index) => [id, index])),
    touchpointAt: new Map(touchpointIds.map((id, index) => [id, index])),
  };
}

/** Compares two ways (pairs of touchpoints) by where they begin, then by where they lead. For `Array.sort`. */
export function compareWays({ touchpointAt }: Reading) {
  const at = (id: string) => touchpointAt.get(id) ?? Number.MAX_SAFE_INTEGER;
  return (a: { from: string; to: string }, b: { from: string; to: string }): number =>
    at(a.from) - at(b.from) || at(a.to) - at(b.to);
}
