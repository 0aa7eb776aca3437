import type { Cursor } from '../editor/session.ts';
import { cellKey, type Scene } from '../layout/scene.ts';
import type { Laid } from './mapView.ts';

/** The heads are part of the grid: these stand where a row's key or a step's id would. */
export const STAGE_HEADS = 'stages';
export const STEP_HEADS = 'steps';
export const ROW_HEADS = 'rows';

/** Stands for a step that is made, after the last one, only when what is typed there is taken over. */
export const NEXT_STEP = 'next';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd';

/** How many places of a cell the arrow keys reach: its records, or the feelings it holds, or one empty place. */
export function placesIn(laid: Laid, stepId: string, rowKey: string): number {
  const felt = laid.feelings.get(cellKey(stepId, rowKey))?.length ?? 0;
  return Math.max(1, felt, recordsIn(laid, stepId, rowKey));
}

function recordsIn(laid: Laid, stepId: string, rowKey: string): number {
  return laid.cells.get(cellKey(stepId, rowKey))?.length ?? 0;
}

/** The first cell of the map: first step, first row of touchpoints. */
export function firstCursor(scene: Scene): Cursor | null {
  const column = scene.columns[0];
  const row = scene.rows.find((candidate) => candidate.kind === 'touchpoints') ?? scene.rows[0];
  return column && row ? { stepId: column.stepId, rowKey: row.key, index: 0 } : null;
}

/** The nearest cursor that exists: after an edit the cell may be gone or hold fewer records. */
export function settleCursor(laid: Laid, cursor: Cursor | null): Cursor | null {
  if (cursor === null) return firstCursor(laid.scene);
  const columns = [ROW_HEADS, ...laid.scene.columns.map((column) => column.stepId)];
  const rows = [STAGE_HEADS, STEP_HEADS, ...laid.scene.rows.map((row) => row.key)];
  if (!columns.includes(cursor.stepId) || !rows.includes(cursor.rowKey)) return firstCursor(laid.scene);
  const head = headAt(laid.scene, cursor);
  if (head !== null) return head;
  // The empty place after the records is a place too: a click beside them leads there.
  const felt = laid.feelings.get(cellKey(cursor.stepId, cursor.rowKey))?.length ?? 0;
  const last = Math.max(felt - 1, recordsIn(laid, cursor.stepId, cursor.rowKey));
  const index = Math.min(cursor.index, last);
  return index === cursor.index ? cursor : { ...cursor, index };
}

/** The head that is shown where the cursor stands on the stages or steps: a collapsed stage has no heads of steps. */
function headAt(scene: Scene, cursor: Cursor): Cursor | null {
  if (cursor.rowKey !== STAGE_HEADS && cursor.rowKey !== STEP_HEADS) return null;
  const column = scene.columns.find((candidate) => candidate.stepId === cursor.stepId);
  if (column === undefined) return null;
  if (cursor.rowKey === STEP_HEADS && !column.collapsed) return cursor;
  const first = scene.columns.find((candidate) => candidate.stageId === column.stageId) ?? column;
  const isHere = cursor.rowKey === STAGE_HEADS && cursor.stepId === first.stepId;
  return isHere ? cursor : { stepId: first.stepId, rowKey: STAGE_HEADS, index: 0 };
}

/** Where an arrow key leads, or the same cursor at an edge. */
export function moveCursor(laid: Laid, cursor: Cursor, direction: Direction): Cursor {
  const columns = [ROW_HEADS, ...laid.scene.columns.map((column) => column.stepId)];
  const rows = [STAGE_HEADS, STEP_HEADS, ...laid.scene.rows.map((row) => row.key)];
  const column = columns.indexOf(cursor.stepId);
  const row = rows.indexOf(cursor.rowKey);
  if (direction === 'left' || direction === 'right') {
    const toHead = cursor.rowKey === STAGE_HEADS || cursor.rowKey === STEP_HEADS ? 1 : 0;
    let next = Math.min(columns.length - 1, Math.max(toHead, column + (direction === 'left' ? -1 : 1)));
    if (cursor.rowKey === STAGE_HEADS) next = otherStage(laid.scene, column, direction) ?? column;
    if (cursor.rowKey === STEP_HEADS) next = otherStepHead(laid.scene, column, direction) ?? column;
    const stepId = columns[next] as string;
    return next === column
      ? cursor
      : { stepId, rowKey: cursor.rowKey, index: Math.min(cursor.index, placesIn(laid, stepId, cursor.rowKey) - 1) };
  }
  if (direction === 'rowStart' || direction === 'rowEnd') {
    const stepId = (direction === 'rowStart' ? columns[1] : columns.at(-1)) ?? cursor.stepId;
    return { stepId, rowKey: cursor.rowKey, index: 0 };
  }
  const step = direction === 'down' ? 1 : -1;
  const within = cursor.index + step;
  const isCell = row > 1 && column > 0;
  if (isCell && within >= 0 && within < placesIn(laid, cursor.stepId, cursor.rowKey))
    return { ...cursor, index: within };
  const nextRow = row + step;
  if (nextRow < (column === 0 ? 2 : 0) || nextRow >= rows.length) return cursor;
  const rowKey = rows[nextRow] as string;
  const index = step > 0 || nextRow < 2 ? 0 : placesIn(laid, cursor.stepId, rowKey) - 1;
  const next = { stepId: cursor.stepId, rowKey, index };
  // Down from a collapsed stage there is no head of a step on the way.
  if (rowKey === STEP_HEADS && step > 0 && headAt(laid.scene, next)?.rowKey !== STEP_HEADS)
    return moveCursor(laid, next, direction);
  return headAt(laid.scene, next) ?? next;
}

function otherStepHead(scene: Scene, column: number, direction: Direction): number | null {
  const by = direction === 'left' ? -1 : 1;
  let index = column - 1 + by;
  while (scene.columns[index]?.collapsed) index += by;
  return scene.columns[index] === undefined ? null : index + 1;
}

function otherStage(scene: Scene, column: number, direction: Direction): number | null {
  const here = scene.columns[column - 1]?.stageId;
  const order = scene.stages.map((stage) => stage.id);
  const target = order[order.indexOf(here ?? '') + (direction === 'left' ? -1 : 1)];
  const index = scene.columns.findIndex((candidate) => candidate.stageId === target);
  return index < 0 ? null : index + 1;
}
