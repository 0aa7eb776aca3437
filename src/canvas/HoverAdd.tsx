import { ViewportPortal } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { cellAt } from '../layout/cellAt.ts';
import { holdsTexts } from '../model/records/lane.ts';
import { useCanvas } from './canvasContext.ts';
import { cursorRect } from './cursorRect.ts';
import { editCell } from './gridEdits.ts';
import { useLaid, useMapView } from './mapView.ts';

/** A quiet "+" in the empty place of the cell under the pointer. By keys the same is Enter. */
export function HoverAdd() {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const { area, mapPoint } = useCanvas();
  const laid = useLaid((state) => state);
  const busy = useSession((session) => session.drag !== null || session.editing !== null);
  const [cell, setCell] = useState<{ stepId: string; rowKey: string } | null>(null);

  useEffect(() => {
    const element = area();
    if (element === null) return;
    const onMove = (event: PointerEvent) => {
      const inMap = event.target instanceof Element && event.target.closest('.react-flow__pane, .hover-add');
      const found =
        inMap && event.buttons === 0 ? cellAt(view.laid.getState().scene, ...pointOf(mapPoint(event))) : null;
      setCell((before) => (before?.stepId === found?.stepId && before?.rowKey === found?.rowKey ? before : found));
    };
    const onLeave = () => setCell(null);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [area, mapPoint, view]);

  if (cell === null || busy) return null;
  const count = laid.cells.get(`${cell.stepId}|${cell.rowKey}`)?.length ?? 0;
  const column = laid.scene.columns.find((candidate) => candidate.stepId === cell.stepId);
  const row = laid.scene.rows.find((candidate) => candidate.key === cell.rowKey);
  if (!column || !row || column.collapsed || row.collapsed || !holdsTexts(row.laneRole)) return null;
  const rect = cursorRect(laid, { ...cell, index: count });
  if (rect === null) return null;
  // In a cell without room for another the sign stands beside its last, over nothing.
  const isFull = rect.y + rect.height > row.y + row.height;
  return (
    <ViewportPortal>
      <button
        type="button"
        tabIndex={-1}
        className="hover-add nodrag nopan"
        data-full={isFull || undefined}
        aria-label={t('map.addHere')}
        style={{
          transform: isFull
            ? `translate(${rect.x + rect.width + 6}px, ${row.y + row.height - 26}px)`
            : `translate(${rect.x}px, ${rect.y}px)`,
          width: isFull ? 22 : rect.width,
          height: isFull ? 22 : rect.height,
        }}
        onClick={() => editCell(editor, view, cell, '', null)}
      >
        {/* Only the sign takes the click: around it a marquee can begin. */}
        <span className="hover-plus">+</span>
      </button>
    </ViewportPortal>
  );
}

function pointOf({ x, y }: { x: number; y: number }): [number, number] {
  return [x, y];
}
