import type { Editor } from '../editor/createEditor.ts';
import { HEAD_HEIGHT } from '../layout/metrics.ts';
import type { Rect } from '../layout/scene.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import { bringIntoView } from './bringIntoView.ts';
import type { MapFlow } from './feed.ts';
import { placeCursorOn } from './gridEdits.ts';
import { rowHeadWidth, TITLE_ZOOM, viewportFor } from './levels.ts';
import type { MapView } from './mapView.ts';

const MARGIN = 24;

/**
 * Selects touchpoints, cards and links, opens what hides them and shows them all where that leaves their titles readable,
 * else the first. A step stands for its first cell, a stage for its first step. Ids of what is gone are passed over.
 */
export function showRecords(
  editor: Editor,
  view: MapView,
  ids: readonly string[],
  flow: MapFlow | null,
  area: HTMLElement | null,
): void {
  const { map } = editor.documents();
  const head = ids.find((id) => map.stages[id] !== undefined || map.steps[id] !== undefined);
  const boxes = ids.flatMap((id) => {
    const link = map.links[id];
    if (link) return [link.from, link.to];
    return map.touchpoints[id] || map.cards[id] ? [id] : [];
  });
  if (boxes.length === 0) {
    const step = stepsInOrder(map).find(({ id, stageId }) => id === head || stageId === head);
    const row = view.laid.getState().scene.rows.find(({ kind }) => kind === 'touchpoints');
    if (!step || !row) return;
    editor.session.setState({ cursor: { stepId: step.id, rowKey: row.key, index: 0 }, selection: [] });
  }
  // Backwards, so that the cursor ends on the first.
  for (const id of boxes.toReversed()) placeCursorOn(editor, view, id);
  if (boxes.length > 0) editor.session.setState({ selection: [...ids] });
  const { placementOf } = view.laid.getState();
  const rects = boxes.flatMap((id) => placementOf.get(id) ?? []);
  if (rects.length > 1 && showAll(rects, flow, area)) return;
  const { cursor } = editor.session.getState();
  if (cursor !== null) bringIntoView(view.laid.getState(), cursor, flow, area);
}

/** Pans, and zooms out as far as titles stay readable; false when that does not do. */
function showAll(rects: readonly Rect[], flow: MapFlow | null, area: HTMLElement | null): boolean {
  if (flow === null || area === null) return false;
  const left = Math.min(...rects.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...rects.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...rects.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...rects.map(({ y, height }) => y + height)) + MARGIN;
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  const { x, y, zoom } = flow.getViewport();
  const isSeen =
    left * zoom + x >= rowHeadWidth() &&
    right * zoom + x <= area.clientWidth &&
    top * zoom + y >= HEAD_HEIGHT &&
    bottom * zoom + y <= area.clientHeight;
  if (isSeen && zoom >= TITLE_ZOOM) return true;
  const next = viewportFor(
    rect,
    { width: area.clientWidth, height: area.clientHeight },
    Math.max(1, zoom),
    rowHeadWidth(),
  );
  if (next.zoom < TITLE_ZOOM) return false;
  void flow.setViewport(next);
  return true;
}
