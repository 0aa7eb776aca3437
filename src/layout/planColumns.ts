import { compareOrder, inOrder } from '../model/order.ts';
import type { Step } from '../model/records/step.ts';
import type { Documents } from '../model/tables.ts';
import { CARD_WIDTH, SUMMARY_WIDTH } from './metrics.ts';
import type { PlannedColumn } from './plan.ts';
import type { View } from './scene.ts';

export interface PlannedColumns {
  readonly columns: PlannedColumn[];
  /** The column's index by step id; all steps of a collapsed stage share one. */
  readonly ofStep: ReadonlyMap<string, number>;
}

/** The columns of a view, left to right: the steps of each stage in order, or one narrow column for a collapsed stage. */
export function planColumns(docs: Documents, view: View): PlannedColumns {
  const stepsOf = new Map<string, Step[]>();
  for (const step of Object.values(docs.map.steps)) {
    const steps = stepsOf.get(step.stageId);
    if (steps === undefined) stepsOf.set(step.stageId, [step]);
    else steps.push(step);
  }
  const columns: PlannedColumn[] = [];
  const ofStep = new Map<string, number>();
  for (const stage of inOrder(Object.values(docs.map.stages))) {
    const steps = (stepsOf.get(stage.id) ?? []).sort(compareOrder);
    const collapsed = view.collapsedStages.has(stage.id);
    for (const [index, step] of steps.entries()) {
      if (!collapsed || index === 0) {
        const name = collapsed ? '' : step.name;
        columns.push({
          stepId: step.id,
          stageId: stage.id,
          name,
          collapsed,
          boxWidth: collapsed ? SUMMARY_WIDTH : CARD_WIDTH,
        });
      }
      ofStep.set(step.id, columns.length - 1);
    }
  }
  return { columns, ofStep };
}
