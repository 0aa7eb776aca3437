import { inOrder } from './order.ts';
import type { Step } from './records/step.ts';
import type { MapTables } from './tables.ts';

/** The steps of a map in reading order: by stage, then within the stage. */
export function stepsInOrder(map: Pick<MapTables, 'stages' | 'steps'>): Step[] {
  const byStage = new Map<string, Step[]>();
  for (const id in map.steps) {
    const step = map.steps[id] as Step;
    const list = byStage.get(step.stageId);
    if (list) list.push(step);
    else byStage.set(step.stageId, [step]);
  }
  return inOrder(Object.values(map.stages)).flatMap((stage) => inOrder(byStage.get(stage.id) ?? []));
}
