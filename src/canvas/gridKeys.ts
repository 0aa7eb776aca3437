import type { ReactFlowInstance } from '@xyflow/react';
import type { TFunction } from 'i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce, type Cursor } from '../editor/session.ts';
import { cellKey, type Row } from '../layout/scene.ts';
import { holdsTexts } from '../model/records/lane.ts';
import { bringIntoView } from './bringIntoView.ts';
import { feelingKeys } from './curveKeys.ts';
import { moveRecords } from './dragGesture.ts';
import type { BoxNode } from './feed.ts';
import { focusCell } from './focusCell.ts';
import { continueFrom, editCell, editRecord, placeCursorOn, recordAtCursor, typeAt } from './gridEdits.ts';
import { type HeadKind, headPlaceBeside, moveHead } from './headMoves.ts';
import { type Laid, type MapView, placementAtCursor } from './mapView.ts';
import {
  type Direction,
  firstCursor,
  moveCursor,
  ROW_HEADS,
  STAGE_HEADS,
  STEP_HEADS,
  settleCursor,
} from './navigate.ts';

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
};

/** Typed in a cell these are hotkeys of actions: the lenses, the overlays, fit, zoom to selection, the list of keys. */
const hotkey = /^[\d!@?()]$/;

/** The keys of the grid of cells: they work while its cell has the focus. Everything else is in the registry of actions. */
export function gridKeys(
  event: React.KeyboardEvent,
  editor: Editor,
  view: MapView,
  flow: ReactFlowInstance<BoxNode> | null,
  area: HTMLElement | null,
  t: TFunction,
): void {
  const target = event.target as HTMLElement;
  if (!target.closest('[data-cursor], [data-head]') || target.closest('input, textarea')) return;
  // Keys that an input method takes are its own: it says so by this code, or by being at work already.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const cursor = settleCursor(view.laid.getState(), editor.session.getState().cursor);
  if (cursor === null) return;
  const record = recordAtCursor(editor, view);
  const isHead = cursor.stepId === ROW_HEADS || cursor.rowKey === STAGE_HEADS || cursor.rowKey === STEP_HEADS;
  const direction = arrows[event.key];
  const chord = event.ctrlKey || event.metaKey;
  if (!isHead && feelingKeys(event, editor, view, cursor, t)) return;

  if (direction !== undefined && !chord) {
    event.preventDefault();
    if (event.altKey) {
      if (isHead) moveFocusedHead(target, direction, editor, view, area, t);
      if (record === null) return;
      nudge(editor, view, cursor, record, direction, t);
      const { cursor: moved } = editor.session.getState();
      if (moved) bringIntoView(view.laid.getState(), moved, flow, area);
      return;
    }
    // A new object, also where it stays at the edge: who has moved no longer writes on.
    const next = { ...moveCursor(view.laid.getState(), cursor, direction) };
    const { cells } = view.laid.getState();
    const id = cells.get(cellKey(next.stepId, next.rowKey))?.[next.index]?.recordId;
    const { selection } = editor.session.getState();
    const kept = event.shiftKey ? selection : [];
    editor.session.setState({ cursor: next, selection: id ? [...new Set([...kept, id])] : [...kept] });
    bringIntoView(view.laid.getState(), next, flow, area);
    // From a head into the cells the focus has to be taken along.
    if (isHead) focusCell(area);
    return;
  }
  if (chord || event.altKey || isHead) return;
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    event.preventDefault();
    const { left, top, width, height } = target.getBoundingClientRect();
    const place = { clientX: left + width / 2, clientY: top + height / 2 };
    // After this press: a menu that opens during it would take it for its own.
    const open = () =>
      target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
    setTimeout(open, 0);
    return;
  }
  const { linkingFrom } = editor.session.getState();
  if (event.key === 'Enter') {
    event.preventDefault();
    if (linkingFrom !== null && record !== null) finishLink(editor, linkingFrom, record, t);
    else if (record === null) {
      editor.session.setState({ linkingFrom: null });
      editCell(editor, view, cursor, '', linkingFrom);
    } else continueFrom(editor, view, record);
  } else if (linkingFrom !== null && (event.key === 'F2' || (event.key.length === 1 && !hotkey.test(event.key)))) {
    // A card is being chosen, not written on.
    event.preventDefault();
    announce(editor.session, t('said.linking'));
  } else if (event.key === 'F2') {
    event.preventDefault();
    if (record !== null) editRecord(editor, record);
    else editCell(editor, view, cursor, '', null);
  } else if (event.key.length === 1 && event.key !== ' ' && !hotkey.test(event.key)) {
    event.preventDefault();
    typeAt(editor, view, cursor, event.key);
  }
}

/** Links the touchpoint chosen before to this one, and ends the choosing. */
export function finishLink(editor: Editor, from: string, to: string, t: TFunction): void {
  editor.session.setState({ linkingFrom: null });
  if (from === to || !editor.documents().map.touchpoints[to]) return;
  editor.run('addLink', { from, to });
  announce(editor.session, t('said.linked'));
}

/**
 * Moves the record under the cursor a place (Alt and an arrow): within its cell, to the next row or the next step. Moves
 * of one record in quick succession are one gesture.
 */
function nudge(
  editor: Editor,
  view: MapView,
  cursor: Cursor,
  record: string,
  direction: Direction,
  t: TFunction,
): void {
  const laid = view.laid.getState();
  const placement = placementAtCursor(laid, cursor);
  if (!placement) return;
  if (placement.kind === 'opportunity') {
    announce(editor.session, t('opportunityCard.stays'));
    return;
  }
  if (placement.kind === 'evidence') {
    announce(editor.session, t('evidenceCard.stays'));
    return;
  }
  const isTouchpoint = placement.kind === 'touchpoint';
  const gesture = `nudge:${record}`;
  if (direction === 'up' || direction === 'down') {
    const cell = (laid.cells.get(cellKey(cursor.stepId, cursor.rowKey)) ?? []).map((other) => other.recordId);
    const by = direction === 'up' ? -1 : 1;
    const within = placement.index + by;
    if (isTouchpoint && within >= 0 && within < cell.length) {
      editor.run('reorderTouchpoint', { id: record, cell, by }, gesture);
      announce(editor.session, t('said.moved', { count: 1 }));
    } else {
      const rows = laid.scene.rows;
      let at = rows.findIndex((row) => row.key === cursor.rowKey) + by;
      const fits = (row: Row) =>
        (row.kind === 'touchpoints') === isTouchpoint &&
        holdsTexts(row.laneRole) &&
        row.personaId === rowOf(laid, cursor)?.personaId;
      while (rows[at] !== undefined && !fits(rows[at] as Row)) at += by;
      const row = rows[at];
      const place = row && { stepId: cursor.stepId, rowKey: row.key, beforeId: null };
      if (place) moveRecords(editor, view, t, [record], place, gesture);
    }
  } else {
    const columns = laid.scene.columns;
    const at = columns.findIndex((column) => column.stepId === cursor.stepId) + (direction === 'left' ? -1 : 1);
    const column = columns[at];
    const place = column && { stepId: column.stepId, rowKey: cursor.rowKey, beforeId: null };
    if (place) moveRecords(editor, view, t, [record], place, gesture);
  }
  placeCursorOn(editor, view, record);
}

/** Moves the head that has the focus (Alt and an arrow): stages and steps sideways, lanes and rows up and down. */
function moveFocusedHead(
  target: HTMLElement,
  direction: Direction,
  editor: Editor,
  view: MapView,
  area: HTMLElement | null,
  t: TFunction,
): void {
  const { head, id = '' } = target.closest<HTMLElement>('[data-head]')?.dataset ?? {};
  const isAcross = head === 'stage' || head === 'step';
  const by = direction === (isAcross ? 'left' : 'up') ? -1 : direction === (isAcross ? 'right' : 'down') ? 1 : null;
  if (head === undefined || by === null) return;
  const { lens } = editor.session.getState();
  const { scene } = view.laid.getState();
  const place = headPlaceBeside(editor.documents(), scene, lens, head as HeadKind, id, by);
  if (place === null) return;
  moveHead(editor, id, place, `head:${id}`);
  announce(editor.session, t('said.moved', { count: 1 }));
  focusGrid(editor, view, area);
}

function rowOf(laid: Laid, cursor: Cursor): Row | undefined {
  return laid.scene.rows.find((row) => row.key === cursor.rowKey);
}

/** Puts the focus into the grid: on its cell, or on the head where the cursor stands. */
export function focusGrid(editor: Editor, view: MapView, area: HTMLElement | null): void {
  const { cursor } = editor.session.getState();
  if (cursor === null) editor.session.setState({ cursor: firstCursor(view.laid.getState().scene) });
  const place = '[data-cursor], .head-title[tabindex="0"]';
  const focus = () => area?.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
  // At once where it can be, so that the next key already counts; a cell that is only now made has the focus a frame later.
  focus();
  const owner = document.activeElement;
  requestAnimationFrame(() => {
    // What took the focus meanwhile (a text that was begun, a dialog) keeps it.
    const free = document.activeElement === owner || document.activeElement === document.body;
    if (free && editor.session.getState().editing === null) focus();
  });
}
