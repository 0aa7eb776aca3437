import { ViewportPortal } from '@xyflow/react';
import { useSession } from '../editor/useEditor.ts';
import { CARD_GAP, CARD_WIDTH, ROW_PADDING } from '../layout/metrics.ts';
import { cellKey } from '../layout/scene.ts';
import { useLaid } from './mapView.ts';

/** Where the dragged boxes would fall: the cell, and a line between the boxes there. */
export function DropTarget() {
  const target = useSession((session) => session.drag?.target ?? null);
  const laid = useLaid((state) => state);
  if (target === null) return null;
  const column = laid.scene.columns.find((candidate) => candidate.stepId === target.stepId);
  const row = laid.scene.rows.find((candidate) => candidate.key === target.rowKey);
  if (!column || !row) return null;
  const cell = laid.cells.get(cellKey(target.stepId, target.rowKey)) ?? [];
  const before = cell.find((placement) => placement.recordId === target.beforeId);
  const last = cell.at(-1);
  const y = before ? before.y - CARD_GAP / 2 : last ? last.y + last.height + CARD_GAP / 2 : row.y + ROW_PADDING;
  return (
    <ViewportPortal>
      <div
        className="drop-cell"
        style={{ transform: `translate(${column.x}px, ${row.y}px)`, width: column.width, height: row.height }}
      />
      <div className="drop-line" style={{ transform: `translate(${column.cardX}px, ${y}px)`, width: CARD_WIDTH }} />
    </ViewportPortal>
  );
}
