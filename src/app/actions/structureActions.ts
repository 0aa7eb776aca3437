import { beginName } from '../../canvas/beginName.ts';
import { continueFrom, editCell, recordAtCursor } from '../../canvas/gridEdits.ts';
import { type HeadKind, headPlaceBeside, moveHead } from '../../canvas/headMoves.ts';
import { ROW_HEADS, STAGE_HEADS, STEP_HEADS } from '../../canvas/navigate.ts';
import { announce } from '../../editor/session.ts';
import { outOfBand } from '../../layout/scene.ts';
import { inOrder } from '../../model/order.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import type { Action, ActionContext } from './action.ts';
import { chosen } from './editActions.ts';

/** The step an action is about: the menu's, or the cursor's. */
function stepOf({ editor, target }: ActionContext) {
  const { map } = editor.documents();
  const id =
    target?.kind === 'step'
      ? target.id
      : target?.kind === 'cell'
        ? target.stepId
        : (editor.session.getState().cursor?.stepId ?? '');
  return map.steps[id] ?? stepsInOrder(map)[0];
}

function stageOf(context: ActionContext) {
  const { map } = context.editor.documents();
  if (context.target?.kind === 'stage') return map.stages[context.target.id];
  const step = stepOf(context);
  return step && map.stages[step.stageId];
}

function neighbours(list: readonly { id: string }[], id: string | undefined) {
  const index = list.findIndex((item) => item.id === id);
  return {
    index,
    before: list[index - 1]?.id,
    after: list[index + 1]?.id ?? null,
    afterNext: list[index + 2]?.id ?? null,
  };
}

const stages = ({ editor }: ActionContext) => inOrder(Object.values(editor.documents().map.stages));
const stepsOfStage = ({ editor }: ActionContext, stageId: string) =>
  inOrder(Object.values(editor.documents().map.steps).filter((step) => step.stageId === stageId));

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function addStep({ editor, t }: ActionContext, stageId: string, beforeId: string | null): void {
  const stepId = editor.run('addStep', { stageId, beforeId });
  beginName(editor, STEP_HEADS, { id: stepId, stepId });
  announce(editor.session, t('said.stepAdded'));
}

function addStage({ editor, t }: ActionContext, beforeId: string | null): void {
  const { stageId, stepId } = editor.run('addStage', { beforeId });
  beginName(editor, STAGE_HEADS, { id: stageId, stepId });
  announce(editor.session, t('said.stageAdded'));
}

/** What "move" in a head's menu does, and whether it can. */
function headMove(kind: HeadKind, by: -1 | 1, idOf: (context: ActionContext) => string | undefined) {
  const place = (context: ActionContext) => {
    const { editor, view } = context;
    const { lens } = editor.session.getState();
    return headPlaceBeside(editor.documents(), view.laid.getState().scene, lens, kind, idOf(context) ?? '', by);
  };
  return {
    enabled: (context: ActionContext) => place(context) !== null,
    run: (context: ActionContext) => {
      const found = place(context);
      if (found === null) return;
      moveHead(context.editor, idOf(context) as string, found);
      announce(context.editor.session, context.t('said.moved', { count: 1 }));
    },
  };
}

function laneOf({ editor, target }: ActionContext) {
  const { map } = editor.documents();
  const key = target?.kind === 'lane' ? target.id : editor.session.getState().cursor?.rowKey.replace(/^lane:/, '');
  return map.lanes[key ?? ''];
}

/** The cell an action is about: the menu's, or the cursor's. Null on a head. */
function cellOf({ editor, view, target }: ActionContext) {
  const cell = target?.kind === 'cell' ? target : editor.session.getState().cursor;
  const { columns, rows } = view.laid.getState().scene;
  const isCell =
    columns.some(({ stepId, collapsed }) => stepId === cell?.stepId && !collapsed) &&
    rows.some(({ key, collapsed }) => key === cell?.rowKey && !collapsed);
  return isCell ? cell : null;
}

/** The row an action is about, by its key: the menu's, or the cursor's. */
function rowKeyOf({ editor, view, target }: ActionContext): string | null {
  const key =
    target?.kind === 'lane'
      ? `lane:${target.id}`
      : target?.kind === 'row'
        ? `row:${target.id}`
        : outOfBand(editor.session.getState().cursor?.rowKey ?? '');
  return view.laid.getState().scene.rows.some((row) => outOfBand(row.key) === key) ? key : null;
}

const stepId = (context: ActionContext) => stepOf(context)?.id;
const stageId = (context: ActionContext) => stageOf(context)?.id;
const laneId = (context: ActionContext) => laneOf(context)?.id;
/** The value of the lens whose row an action is about. */
const rowId = ({ editor, target }: ActionContext) =>
  target?.kind === 'row' ? target.id : outOfBand(editor.session.getState().cursor?.rowKey ?? '').replace(/^row:/, '');

export const structureActions: readonly Action[] = [
  {
    id: 'addHere',
    group: 'structure',
    menu: ['cell'],
    enabled: (context) => cellOf(context) !== null,
    run: (context) => {
      const cell = cellOf(context);
      if (cell) editCell(context.editor, context.view, cell, '', null);
    },
  },
  {
    id: 'addNext',
    group: 'structure',
    menu: ['record'],
    enabled: (context) => chosen(context).length === 1,
    run: (context) => continueFrom(context.editor, context.view, chosen(context)[0] as string),
  },
  {
    id: 'addStepAfter',
    group: 'structure',
    keys: ['mod+shift+ArrowRight'],
    menu: ['step', 'cell'],
    run: (context) => {
      const step = stepOf(context);
      if (!step) return;
      addStep(context, step.stageId, neighbours(stepsOfStage(context, step.stageId), step.id).after);
    },
  },
  {
    id: 'addStepBefore',
    group: 'structure',
    keys: ['mod+shift+ArrowLeft'],
    menu: ['step'],
    run: (context) => {
      const step = stepOf(context);
      if (step) addStep(context, step.stageId, step.id);
    },
  },
  { id: 'moveStepLeft', group: 'structure', menu: ['step'], ...headMove('step', -1, stepId) },
  { id: 'moveStepRight', group: 'structure', menu: ['step'], ...headMove('step', 1, stepId) },
  {
    id: 'deleteStep',
    group: 'structure',
    menu: ['step'],
    enabled: (context) => stepsOfStage(context, stepOf(context)?.stageId ?? '').length > 1,
    run: (context) => {
      const step = stepOf(context);
      if (step) context.editor.run('removeStep', { id: step.id });
    },
  },
  {
    id: 'addStageAfter',
    group: 'structure',
    keys: ['mod+shift+alt+ArrowRight'],
    menu: ['stage', 'step'],
    run: (context) => addStage(context, neighbours(stages(context), stageOf(context)?.id).after),
  },
  {
    id: 'addStageBefore',
    group: 'structure',
    menu: ['stage'],
    run: (context) => addStage(context, stageOf(context)?.id ?? null),
  },
  {
    id: 'addStageLast',
    group: 'structure',
    menu: ['map'],
    run: (context) => addStage(context, null),
  },
  { id: 'moveStageLeft', group: 'structure', menu: ['stage'], ...headMove('stage', -1, stageId) },
  { id: 'moveStageRight', group: 'structure', menu: ['stage'], ...headMove('stage', 1, stageId) },
  {
    id: 'collapseStage',
    group: 'structure',
    menu: ['stage'],
    run: (context) => {
      const stage = stageOf(context);
      if (stage)
        context.editor.session.setState(({ collapsedStages }) => ({
          collapsedStages: toggled(collapsedStages, stage.id),
        }));
    },
  },
  {
    id: 'deleteStage',
    group: 'structure',
    menu: ['stage'],
    enabled: (context) => stages(context).length > 1,
    run: (context) => {
      const stage = stageOf(context);
      if (stage) context.editor.run('removeStage', { id: stage.id });
    },
  },
  {
    id: 'collapseRow',
    group: 'structure',
    menu: ['row', 'lane'],
    enabled: (context) => rowKeyOf(context) !== null,
    run: (context) => {
      const key = rowKeyOf(context);
      if (key === null) return;
      context.editor.session.setState(({ collapsedRows }) => ({ collapsedRows: toggled(collapsedRows, key) }));
    },
  },
  { id: 'rowUp', group: 'structure', menu: ['row'], ...headMove('row', -1, rowId) },
  { id: 'rowDown', group: 'structure', menu: ['row'], ...headMove('row', 1, rowId) },
  { id: 'laneUp', group: 'structure', menu: ['lane'], ...headMove('lane', -1, laneId) },
  { id: 'laneDown', group: 'structure', menu: ['lane'], ...headMove('lane', 1, laneId) },
  {
    id: 'hideLane',
    group: 'structure',
    menu: ['lane'],
    enabled: (context) => laneOf(context) !== undefined,
    run: (context) => {
      const lane = laneOf(context);
      if (lane) context.editor.run('setLaneHidden', { id: lane.id, hidden: true });
    },
  },
  {
    id: 'addLane',
    group: 'structure',
    menu: ['lane', 'map'],
    run: (context) => {
      const lane = laneOf(context);
      const id = context.editor.run('addLane', { name: context.t('lane.newName'), side: lane?.side ?? 'below' });
      context.editor.session.setState({ cursor: { stepId: ROW_HEADS, rowKey: `lane:${id}`, index: 0 } });
    },
  },
  {
    id: 'deleteLane',
    group: 'structure',
    menu: ['lane'],
    enabled: (context) => laneOf(context) !== undefined,
    run: (context) => {
      const lane = laneOf(context);
      if (lane) context.editor.run('removeLane', { id: lane.id });
    },
  },
  {
    id: 'split',
    group: 'structure',
    menu: ['record'],
    enabled: (context) => {
      const touchpoint = context.editor.documents().map.touchpoints[chosen(context)[0] ?? ''];
      const { lens } = context.editor.session.getState();
      return (touchpoint?.[`${lens}s`].length ?? 0) > 1;
    },
    run: (context) => {
      const { lens } = context.editor.session.getState();
      context.editor.run('splitTouchpoint', { id: chosen(context)[0] as string, lens });
    },
  },
  {
    id: 'linkTo',
    group: 'link',
    keys: ['mod+L'],
    menu: ['record'],
    enabled: (context) => {
      const id = recordAtCursor(context.editor, context.view) ?? chosen(context)[0];
      return id !== undefined && context.editor.documents().map.touchpoints[id] !== undefined;
    },
    run: (context) => {
      const { editor, t } = context;
      editor.session.setState({ linkingFrom: chosen(context)[0] ?? null });
      announce(editor.session, t('said.linking'));
    },
  },
];
