import type { TFunction } from 'i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce, type Cursor, type Editing, showBeside, showEvidence } from '../editor/session.ts';
import { rowKeyOf } from '../layout/planRows.ts';
import { cellKey, inBand, type Placement } from '../layout/scene.ts';
import { lensField } from '../model/lens.ts';
import { holdsTexts } from '../model/records/lane.ts';
import { type MapView, placementNear } from './mapView.ts';
import { NEXT_STEP, settleCursor } from './navigate.ts';
import { openOpportunity } from './openOpportunity.ts';
import type { Shown } from './shown.ts';

/** Puts the cursor on a record and opens the panel in which everything about it stands. */
export function showDetails({ session }: Editor, { kind, recordId, stepId, rowKey, index }: Placement): void {
  const cursor = { stepId, rowKey, index };
  if (kind === 'evidence') showEvidence(session, recordId);
  else showBeside(session, kind === 'opportunity' ? 'opportunities' : 'inspector');
  session.setState({ cursor });
}

/**
 * Opens the text of a touchpoint or card for editing in place; `initial` replaces it (typing), null keeps it. An
 * opportunity and a piece of evidence are edited in their panels.
 */
export function editRecord(editor: Editor, id: string, initial: string | null = null): void {
  if (editor.documents().map.opportunities[id] !== undefined) {
    openOpportunity(editor, id);
    return;
  }
  if (editor.documents().map.evidence[id] !== undefined) {
    editor.session.setState({ selection: [id] });
    showEvidence(editor.session, id);
    return;
  }
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
  if (!column || !row || column.collapsed || row.collapsed || !holdsTexts(row.laneRole)) return;
  const index = cells.get(cellKey(cell.stepId, cell.rowKey))?.length ?? 0;
  const cursor: Cursor = { stepId: cell.stepId, rowKey: cell.rowKey, index };
  editor.seal();
  editor.session.setState({ cursor, selection: [], editing: { kind: 'new', cursor, initial, linkFrom } });
}

/** Takes over what was typed in place: a new record, a new title, or nothing when nothing changed. Returns the record's id. */
export function commitText(editor: Editor, view: MapView, typed: string, t: TFunction): string | null {
  const { editing } = editor.session.getState();
  if (editing === null) return null;
  const text = typed.trim();
  // What a command refuses stays open, with what was typed.
  const id = editing.kind === 'record' ? retitle(editor, editing.id, text) : addTyped(editor, view, editing, text);
  editor.session.setState({ editing: null });
  if (id === null) return id;
  if (editing.kind === 'new') {
    placeCursorOn(editor, view, id);
    announce(editor.session, t('said.added', { text }));
  }
  // Only after what is new: who mends a text may want to type over it.
  if (editing.kind === 'new')
    editor.session.setState(({ cursor }) => {
      const writtenAt = cursor && { ...cursor };
      return { cursor: writtenAt, writtenAt };
    });
  return id;
}

function retitle(editor: Editor, id: string, text: string): string {
  const { map } = editor.documents();
  if (map.touchpoints[id]) {
    if (map.touchpoints[id].title !== text) editor.run('updateTouchpoint', { id, fields: { title: text } });
  } else if (map.cards[id] && map.cards[id].text !== text) {
    editor.run('updateCard', { id, text });
  }
  return id;
}

/** One gesture, also when it makes a step to stand in. */
function addTyped(
  editor: Editor,
  view: MapView,
  { cursor, linkFrom }: Extract<Editing, { kind: 'new' }>,
  text: string,
): string | null {
  const { map } = editor.documents();
  const { columns, rows } = view.laid.getState().scene;
  const row = rows.find((candidate) => candidate.key === cursor.rowKey);
  const lastStage = columns.at(-1)?.stageId;
  const isNext = cursor.stepId === NEXT_STEP && lastStage !== undefined;
  if (text === '' || row === undefined || !(isNext || map.steps[cursor.stepId])) return null;
  editor.seal();
  const gesture = 'addTyped';
  const stepId = isNext ? editor.run('addStep', { stageId: lastStage }, gesture) : cursor.stepId;
  let id: string;
  if (row.kind === 'lane') {
    id = editor.run('addCard', { stepId, laneId: row.laneId as string, text }, gesture);
  } else {
    const field = lensField[editor.session.getState().lens];
    const fields = { title: text, ...(row.valueId === null ? {} : { [field]: [row.valueId] }) };
    const from = linkFrom !== null && map.touchpoints[linkFrom] ? linkFrom : null;
    id = editor.run('addTouchpoint', { stepId, fields, linkFrom: from }, gesture);
    // What is added in a persona's band is this persona's.
    if (row.personaId !== null) editor.run('setMembers', { recordIds: [id], personaIds: [row.personaId] }, gesture);
  }
  editor.seal();
  return id;
}

/** Opens what hides a record: a collapsed stage or row, or a folded cell. */
function reveal(editor: Editor, view: MapView, id: string): void {
  const documents = editor.documents();
  const touchpoint = documents.map.touchpoints[id];
  const card = documents.map.cards[id];
  const stepId = touchpoint?.stepId ?? card?.stepId;
  if (stepId === undefined || view.laid.getState().placementOf.has(id)) return;
  const { shown } = view.laid.getState();
  editor.session.setState((session) => {
    const rowKey = touchpoint ? rowKeyOf(touchpoint, documents, session) : `lane:${card?.laneId}`;
    const rowKeys = [rowKey, ...shown.bands.map(({ personaId }) => inBand(rowKey, personaId))];
    const without = (set: ReadonlySet<string>, key: string) => new Set([...set].filter((other) => other !== key));
    return {
      collapsedStages: without(session.collapsedStages, documents.map.steps[stepId]?.stageId ?? ''),
      collapsedRows: without(session.collapsedRows, rowKey),
      unfolded: new Set([...session.unfolded, ...rowKeys.map((key) => cellKey(stepId, key))]),
      // What the filter leaves out is looked for all the same: then everybody is shown again.
      ...(isLeftOut(shown, id) ? { personaFilter: [], sideBySide: false } : {}),
    };
  });
}

function isLeftOut({ leftOut, bands }: Shown, id: string): boolean {
  return bands.length === 0 ? leftOut.has(id) : bands.every((band) => band.leftOut.has(id));
}

/** Puts the cursor on a record, opens what hides it, and selects it. */
export function placeCursorOn(editor: Editor, view: MapView, id: string): void {
  reveal(editor, view, id);
  const placement = placementNear(view.laid.getState(), id, editor.session.getState().cursor?.rowKey);
  if (!placement) return;
  const { stepId, rowKey, index } = placement;
  editor.session.setState({ cursor: { stepId, rowKey, index }, selection: [id] });
}

/** The record the cursor stands on, or null in an empty place. */
export function recordAtCursor(editor: Editor, view: MapView): string | null {
  const { cursor } = editor.session.getState();
  const laid = view.laid.getState();
  const settled = cursor && settleCursor(laid, cursor);
  return settled ? (laid.cells.get(cellKey(settled.stepId, settled.rowKey))?.[settled.index]?.recordId ?? null) : null;
}

/**
 * What typing in a cell does: in an empty place it begins a record, on a record it replaces its text. On one that
 * has just been written it begins the next one, as Enter would, so that nothing is lost by writing on.
 */
export function typeAt(editor: Editor, view: MapView, cell: Cursor, text: string): void {
  const id = recordAtCursor(editor, view);
  const { cursor, writtenAt } = editor.session.getState();
  if (id === null) editCell(editor, view, cell, text, null);
  else if (cursor !== null && cursor === writtenAt) continueFrom(editor, view, id, text);
  else editRecord(editor, id, text);
}

/** Opens the next touchpoint in the same row, at the next step (or one to be added at the end), to be linked from this one. */
export function continueFrom(editor: Editor, view: MapView, id: string, initial = ''): void {
  const placement = placementNear(view.laid.getState(), id, editor.session.getState().cursor?.rowKey);
  if (!placement) return;
  if (placement.kind === 'opportunity' || placement.kind === 'evidence') {
    editRecord(editor, id);
    return;
  }
  const columns = view.laid.getState().scene.columns;
  const index = columns.findIndex((column) => column.stepId === placement.stepId);
  const next = columns.slice(index + 1).find((column) => !column.collapsed);
  const linkFrom = placement.kind === 'touchpoint' ? id : null;
  if (next) {
    editCell(editor, view, { stepId: next.stepId, rowKey: placement.rowKey }, initial, linkFrom);
    return;
  }
  editor.seal();
  const cursor: Cursor = { stepId: NEXT_STEP, rowKey: placement.rowKey, index: 0 };
  editor.session.setState({ selection: [], editing: { kind: 'new', cursor, initial, linkFrom } });
}
