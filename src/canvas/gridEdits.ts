import type { TFunction } from 'i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce, type Cursor } from '../editor/session.ts';
import { cellKey } from '../layout/scene.ts';
import { lensField } from '../model/lens.ts';
import type { MapView } from './mapView.ts';

/** Opens the text of a touchpoint or card for editing in place; `initial` replaces it (typing), null keeps it. */
export function editRecord(editor: Editor, id: string, initial: string | null = null): void {
  editor.seal();
  editor.session.setState({ editing: { kind: 'record', id, initial }, selection: [id] });
}

/** Opens an empty text at the end of a cell. What is typed becomes a touchpoint or card, linked from `linkFrom`. */
export function editCell(
  editor: Editor,
  view: MapView,
  cell: { stepId: string; rowKey: string },
  initial: string,
  linkFrom: string | null,
): void {
  const { cells, scene } = view.laid.getState();
  const column = scene.columns.find((candidate) => candidate.stepId === cell.stepId);
  const row = scene.rows.find((candidate) => candidate.key === cell.rowKey);
  if (!column || !row || column.collapsed || row.collapsed) return;
  const index = cells.get(cellKey(cell.stepId, cell.rowKey))?.length ?? 0;
  const cursor: Cursor = { stepId: cell.stepId, rowKey: cell.rowKey, index };
  editor.seal();
  editor.session.setState({ cursor, selection: [], editing: { kind: 'new', cursor, initial, linkFrom } });
}

/** Takes over what was typed in place: a new record, a new title, or nothing when nothing changed. Returns the record's id. */
export function commitText(editor: Editor, view: MapView, typed: string, t: TFunction): string | null {
  const { editing, lens } = editor.session.getState();
  if (editing === null) return null;
  const text = typed.trim();
  editor.session.setState({ editing: null });
  const { map } = editor.documents();
  if (editing.kind === 'record') {
    if (map.touchpoints[editing.id]) {
      if (map.touchpoints[editing.id]?.title !== text)
        editor.run('updateTouchpoint', { id: editing.id, fields: { title: text } });
    } else if (map.cards[editing.id] && map.cards[editing.id]?.text !== text) {
      editor.run('updateCard', { id: editing.id, text });
    }
    return editing.id;
  }
  if (text === '') return null;
  const { stepId, rowKey } = editing.cursor;
  const row = view.laid.getState().scene.rows.find((candidate) => candidate.key === rowKey);
  if (row === undefined || map.steps[stepId] === undefined) return null;
  let id: string;
  if (row.kind === 'lane') {
    id = editor.run('addCard', { stepId, laneId: row.laneId as string, text });
  } else {
    const fields = { title: text, ...(row.valueId === null ? {} : { [lensField[lens]]: [row.valueId] }) };
    const linkFrom = editing.linkFrom !== null && map.touchpoints[editing.linkFrom] ? editing.linkFrom : null;
    id = editor.run('addTouchpoint', { stepId, fields, linkFrom });
  }
  placeCursorOn(editor, view, id);
  announce(editor.session, t('said.added', { text }));
  return id;
}

/** Puts the cursor on a record and selects it. */
export function placeCursorOn(editor: Editor, view: MapView, id: string): void {
  const placement = view.laid.getState().placementOf.get(id);
  if (!placement) return;
  const { stepId, rowKey, index } = placement;
  editor.session.setState({ cursor: { stepId, rowKey, index }, selection: [id] });
}

/** The record the cursor stands on, or null in an empty place. */
export function recordAtCursor(editor: Editor, view: MapView): string | null {
  const { cursor } = editor.session.getState();
  if (cursor === null) return null;
  return view.laid.getState().cells.get(cellKey(cursor.stepId, cursor.rowKey))?.[cursor.index]?.recordId ?? null;
}

/** Opens the next touchpoint in the same row, at the next step (adding a step at the end), to be linked from this one. */
export function continueFrom(editor: Editor, view: MapView, id: string): void {
  const placement = view.laid.getState().placementOf.get(id);
  if (!placement) return;
  const columns = view.laid.getState().scene.columns;
  const index = columns.findIndex((column) => column.stepId === placement.stepId);
  let next = columns[index + 1]?.stepId;
  if (next === undefined) {
    const stageId = columns[index]?.stageId;
    if (stageId === undefined) return;
    next = editor.run('addStep', { stageId });
  }
  editCell(editor, view, { stepId: next, rowKey: placement.rowKey }, '', placement.kind === 'touchpoint' ? id : null);
}
