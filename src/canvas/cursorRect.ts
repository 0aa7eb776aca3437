import type { Cursor } from '../editor/session.ts';
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, MIN_GUTTER, ROW_PADDING } from '../layout/metrics.ts';
import { cellKey, type Rect } from '../layout/scene.ts';
import type { Laid } from './mapView.ts';
import { NEXT_STEP } from './navigate.ts';

/** Where the cursor stands: the box of its record, or the empty place of its cell. Null when it is on a head. */
export function cursorRect(laid: Laid, cursor: Cursor): Rect | null {
  const cell = laid.cells.get(cellKey(cursor.stepId, cursor.rowKey)) ?? [];
  const placement = cell[cursor.index];
  if (placement) return placement;
  const last = laid.scene.columns.at(-1);
  const column =
    cursor.stepId === NEXT_STEP && last
      ? { ...last, cardX: last.x + last.width + MIN_GUTTER / 2, collapsed: false }
      : laid.scene.columns.find((candidate) => candidate.stepId === cursor.stepId);
  const row = laid.scene.rows.find((candidate) => candidate.key === cursor.rowKey);
  if (!column || !row) return null;
  const above = cell.at(-1);
  const y = above ? above.y + above.height + CARD_GAP : row.y + ROW_PADDING;
  const room = Math.max(24, row.height - 2 * ROW_PADDING);
  return {
    x: column.cardX,
    y,
    width: column.collapsed ? column.width : CARD_WIDTH,
    height: above || row.kind === 'touchpoints' ? Math.min(CARD_HEIGHT, Math.max(room, 24)) : room,
  };
}
