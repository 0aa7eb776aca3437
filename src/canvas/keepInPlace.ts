import type { Editor } from '../editor/createEditor.ts';
import { HEAD_HEIGHT } from '../layout/metrics.ts';
import type { MapFlow } from './feed.ts';
import { recordAtCursor } from './gridEdits.ts';
import { rowHeadWidth } from './levels.ts';
import { type MapView, placementNear } from './mapView.ts';
import { keptOnScreen, type Place, withoutHole } from './panBounds.ts';

/**
 * Runs a change after which the map is laid out otherwise, and pans so that the eye finds its place again: the card the
 * cursor stands on (else the one chosen) stays where it is on the screen. When none is seen, the column in the middle
 * stays where it is across. Where that would leave an empty band above the map, the map moves up to its heads.
 */
export function keepInPlace(
  editor: Editor,
  view: MapView,
  flow: MapFlow | null,
  area: HTMLElement | null,
  change: () => void,
): void {
  if (flow === null || area === null) {
    change();
    return;
  }
  const { x, y, zoom } = flow.getViewport();
  const before = view.laid.getState();
  const { cursor, selection } = editor.session.getState();
  const isSeen = (id: string | undefined) => {
    const box = id === undefined ? undefined : placementNear(before, id, cursor?.rowKey);
    if (box === undefined) return null;
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const isIn =
      left < area.clientWidth &&
      left + box.width * zoom > rowHeadWidth() &&
      top < area.clientHeight &&
      top + box.height * zoom > HEAD_HEIGHT;
    return isIn ? box : null;
  };
  const card = isSeen(recordAtCursor(editor, view) ?? undefined) ?? isSeen(selection[0]);
  const middle = ((rowHeadWidth() + area.clientWidth) / 2 - x) / zoom;
  const column = before.scene.columns.find((each) => middle < each.x + each.width) ?? before.scene.columns.at(-1);
  change();
  const after = view.laid.getState();
  const seen = { width: area.clientWidth, height: area.clientHeight, heads: rowHeadWidth() };
  const go = (next: Place) => {
    const { y: top } = withoutHole(next, { x, y, zoom }, seen);
    const settled = keptOnScreen({ ...next, y: top }, after.scene, seen);
    if (settled.x !== x || settled.y !== y) void flow.setViewport(settled);
  };
  const moved = card && placementNear(after, card.recordId, card.rowKey);
  const now = after.scene.columns.find((each) => each.stepId === column?.stepId);
  if (card && moved) go({ x: x + (card.x - moved.x) * zoom, y: y + (card.y - moved.y) * zoom, zoom });
  else go({ x: column && now ? x + (column.cardX - now.cardX) * zoom : x, y, zoom });
}
