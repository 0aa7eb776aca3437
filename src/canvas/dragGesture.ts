import type { TFunction } from 'i18next';
import type { Editor } from '../editor/createEditor.ts';
import { announce } from '../editor/session.ts';
import { cellAt } from '../layout/cellAt.ts';
import { inBand, outOfBand } from '../layout/scene.ts';
import { holdsTexts } from '../model/records/lane.ts';
import type { BoxNode } from './feed.ts';
import { placeCursorOn } from './gridEdits.ts';
import type { MapView } from './mapView.ts';
import { rowName } from './names.ts';

/**
 * Dragging boxes: while it lasts only the session's preview changes; the drop runs one command, and none when nothing
 * moves or Esc was pressed.
 */
export function createDragGesture(editor: Editor, view: MapView, t: TFunction) {
  let cancelled = true;
  const { session } = editor;
  const kindOf = (id: string) => {
    const { touchpoints, cards } = editor.documents().map;
    return touchpoints[id] ? 'touchpoint' : cards[id] ? 'card' : 'other';
  };
  return {
    start(recordId: string): void {
      cancelled = false;
      const { selection } = session.getState();
      const ids = (selection.includes(recordId) ? selection : [recordId]).filter(
        (id) => kindOf(id) === kindOf(recordId) && view.laid.getState().placementOf.has(id),
      );
      session.setState({ drag: { ids, dx: 0, dy: 0, target: null }, selection: ids, editing: null });
    },
    move(node: BoxNode, point: { x: number; y: number }): void {
      const { drag } = session.getState();
      const { boxOf, scene } = view.laid.getState();
      const placement = boxOf.get(node.id);
      if (cancelled || drag === null || placement === undefined) return;
      const cell = cellAt(scene, point.x, point.y, new Set(drag.ids));
      const row = scene.rows.find((candidate) => candidate.key === cell?.rowKey);
      const isCard = kindOf(node.data.recordId) === 'card';
      // A card stays in its persona's band: whose it is changes elsewhere.
      const fits =
        row !== undefined &&
        (row.kind === 'lane') === isCard &&
        holdsTexts(row.laneRole) &&
        (isCard || placement.rowKey.endsWith(inBand('', row.personaId)));
      const target = fits && cell ? { stepId: cell.stepId, rowKey: cell.rowKey, beforeId: cell.beforeId } : null;
      session.setState({
        drag: { ids: drag.ids, dx: node.position.x - placement.x, dy: node.position.y - placement.y, target },
      });
    },
    drop(): void {
      const { drag } = session.getState();
      session.setState({ drag: null });
      if (cancelled || drag?.target == null) return;
      cancelled = true;
      moveRecords(editor, view, t, [...drag.ids], drag.target);
      const [first] = drag.ids;
      if (first !== undefined) placeCursorOn(editor, view, first);
      session.setState({ selection: drag.ids });
    },
    cancel(): void {
      cancelled = true;
      session.setState({ drag: null });
      announce(session, t('said.dragCancelled'));
    },
  };
}

/** Moves touchpoints or cards (all of one kind) to a cell; a touchpoint that changes row changes its primary value. */
export function moveRecords(
  editor: Editor,
  view: MapView,
  t: TFunction,
  ids: string[],
  target: { stepId: string; rowKey: string; beforeId: string | null },
  merge?: string,
): void {
  const { placementOf, scene } = view.laid.getState();
  const { lens } = editor.session.getState();
  const row = scene.rows.find((candidate) => candidate.key === target.rowKey);
  if (row === undefined) return;
  const before = editor.documents();
  if (row.kind === 'lane') {
    const { stepId, beforeId } = target;
    editor.run('moveCards', { ids, stepId, laneId: row.laneId as string, beforeId }, merge);
  } else {
    const changesRow = ids.some((id) => outOfBand(placementOf.get(id)?.rowKey ?? '') !== outOfBand(target.rowKey));
    const primary = changesRow ? { primary: { lens, value: row.valueId } } : {};
    editor.run('moveTouchpoints', { ids, stepId: target.stepId, beforeId: target.beforeId, ...primary }, merge);
    if (changesRow && editor.documents() !== before) {
      announce(
        editor.session,
        t('said.rowChanged', { count: ids.length, lens: t(`lens.${lens}`), row: rowName(row, t) }),
      );
      return;
    }
  }
  if (editor.documents() !== before) announce(editor.session, t('said.moved', { count: ids.length }));
}
