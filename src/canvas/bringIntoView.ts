import type { ReactFlowInstance } from '@xyflow/react';
import type { Cursor } from '../editor/session.ts';
import { HEAD_HEIGHT, ROW_HEAD_WIDTH } from '../layout/metrics.ts';
import { cursorRect } from './cursorRect.ts';
import type { BoxNode } from './feed.ts';
import type { Laid } from './mapView.ts';

const MARGIN = 16;

/** Pans as little as needed for the cursor's place to be seen beside the heads. */
export function bringIntoView(
  laid: Laid,
  cursor: Cursor,
  flow: ReactFlowInstance<BoxNode> | null,
  area: HTMLElement | null,
): void {
  const rect = cursorRect(laid, cursor);
  if (rect === null || flow === null || area === null) return;
  const { x, y, zoom } = flow.getViewport();
  const shift = (from: number, length: number, low: number, high: number) =>
    from < low ? low - from : from + length > high ? Math.max(low - from, high - from - length) : 0;
  const dx = shift(rect.x * zoom + x, rect.width * zoom, ROW_HEAD_WIDTH + MARGIN, area.clientWidth - MARGIN);
  const dy = shift(rect.y * zoom + y, rect.height * zoom, HEAD_HEIGHT + MARGIN, area.clientHeight - MARGIN);
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
}
