import type { ReactFlowInstance } from '@xyflow/react';
import type { Cursor } from '../editor/session.ts';
import { CARD_WIDTH, HEAD_HEIGHT } from '../layout/metrics.ts';
import { cursorRect } from './cursorRect.ts';
import type { BoxNode } from './feed.ts';
import { rowHeadWidth } from './levels.ts';
import type { Laid } from './mapView.ts';
import { FOOT_HEIGHT } from './panBounds.ts';

const MARGIN = 16;

/** Pans as little as needed for the cursor's place, or the head it is on, to be seen. */
export function bringIntoView(
  laid: Laid,
  cursor: Cursor,
  flow: ReactFlowInstance<BoxNode> | null,
  area: HTMLElement | null,
): void {
  if (flow === null || area === null) return;
  const cell = cursorRect(laid, cursor);
  const column = laid.scene.columns.find((candidate) => candidate.stepId === cursor.stepId);
  const across = cell ?? (column && { x: column.cardX, width: CARD_WIDTH });
  const down = cell ?? laid.scene.rows.find((candidate) => candidate.key === cursor.rowKey);
  const { x, y, zoom } = flow.getViewport();
  const dx = across
    ? shift(across.x * zoom + x, across.width * zoom, rowHeadWidth() + MARGIN, area.clientWidth - MARGIN)
    : 0;
  const bottom = area.clientHeight - Math.max(FOOT_HEIGHT, coveredBelow(area) + MARGIN);
  const dy = down ? shift(down.y * zoom + y, down.height * zoom, HEAD_HEIGHT + MARGIN, bottom) : 0;
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
}

/** Pans as little as needed for a field in a head to be seen: sideways for stages and steps, up and down for rows. */
export function bringFieldIntoView(
  field: HTMLElement,
  flow: ReactFlowInstance<BoxNode> | null,
  area: HTMLElement | null,
): void {
  if (flow === null || area === null) return;
  const map = area.getBoundingClientRect();
  // What holds the name stays in view at the near edge by itself, where the field reaches a little beyond it.
  const box = (field.parentElement ?? field).getBoundingClientRect();
  const { x, y, zoom } = flow.getViewport();
  const isAcross = field.closest('.heads-top') !== null;
  const bottom = area.clientHeight - Math.max(FOOT_HEIGHT, coveredBelow(area) + MARGIN);
  const by = isAcross
    ? shift(box.left - map.left, box.width, rowHeadWidth(), area.clientWidth - MARGIN)
    : shift(box.top - map.top, box.height, HEAD_HEIGHT, bottom);
  // Less than a pixel is how numbers are rounded.
  if (Math.abs(by) >= 1) void flow.setViewport({ x: x + (isAcross ? by : 0), y: y + (isAcross ? 0 : by), zoom });
}

function shift(from: number, length: number, low: number, high: number): number {
  return from < low ? low - from : from + length > high ? Math.max(low - from, high - from - length) : 0;
}

/** How much of the foot of the map's area lies under a panel: on a narrow screen panels are sheets over it. In pixels. */
export function coveredBelow(area: HTMLElement): number {
  const sheet = document.querySelector('.side-panel')?.getBoundingClientRect();
  const map = area.getBoundingClientRect();
  if (sheet === undefined || sheet.left > map.left || sheet.top <= map.top + HEAD_HEIGHT) return 0;
  return Math.max(0, map.bottom - sheet.top);
}
