import type { Cursor } from '../editor/session.ts';
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, ROW_PADDING } from '../layout/metrics.ts';
import { cellKey, type Rect } from '../layout/scene.ts';
import type { Laid } from './mapView.ts';

/** Where the cursor stands: the box of its record, or the empty place of its cell. Null when it is on a head. */
export function cursorRect(laid: Laid, cursor: Cursor): Rect | null {
  const cell = laid.cells.get(cellKey(cursor.stepId, cursor.rowKey)) ?? [];
  const placement = cell[cursor.index];
  if (placement) return placement;
  const column = laid.scene.columns.find((candidate) => candidate.stepId === cursor.stepId);
  const row = laid.scene.rows.find((candidate) => candidate.key === cursor.rowKey);
  if (!column || !row) return null;
  const last = cell.at(-1);
  const y = last ? last.y + last.height + CARD_GAP : row.y + ROW_PADDING;
  const room = Math.max(24, row.height - 2 * ROW_PADDING);
  return {
    x: column.cardX,
    y,
    width: column.collapsed ? column.width : CARD_WIDTH,
    height: last || row.kind === 'touchpoints' ? Math.min(CARD_HEIGHT, Math.max(room, 24)) : room,
  };
}
