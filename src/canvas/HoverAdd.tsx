import { ViewportPortal } from '@xyflow/react';
import { useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { cellAt } from '../layout/cellAt.ts';
import { cellKey } from '../layout/scene.ts';
import { holdsTexts } from '../model/records/lane.ts';
import { LevelContext, useCanvas } from './canvasContext.ts';
import { cursorRect } from './cursorRect.ts';
import { editCell } from './gridEdits.ts';
import { useLaid, useMapView } from './mapView.ts';

/**
 * A quiet "+" in the empty place of the cell under the pointer, or of the one that a finger has tapped. By keys the same is
 * Enter.
 */
export function HoverAdd() {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const { area, mapPoint } = useCanvas();
  const laid = useLaid((state) => state);
  const busy = useSession((session) => session.drag !== null || session.editing !== null);
  const [hovered, setHovered] = useState<{ stepId: string; rowKey: string } | null>(null);
  const isTouch = useMemo(() => window.matchMedia('(pointer: coarse)').matches, []);
  const isFar = useContext(LevelContext) === 'overview';
  const tapped = useSession(({ cursor }) => (isTouch && !isFar ? cursor : null));

  useEffect(() => {
    const element = area();
    if (element === null) return;
    const onMove = (event: PointerEvent) => {
      const inMap = event.target instanceof Element && event.target.closest('.react-flow__pane, .hover-add');
      const found =
        inMap && event.buttons === 0 ? cellAt(view.laid.getState().scene, ...pointOf(mapPoint(event))) : null;
      setHovered((before) => (before?.stepId === found?.stepId && before?.rowKey === found?.rowKey ? before : found));
    };
    const onLeave = () => setHovered(null);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [area, mapPoint, view]);

  const countIn = ({ stepId, rowKey }: { stepId: string; rowKey: string }) =>
    laid.cells.get(cellKey(stepId, rowKey))?.length ?? 0;
  const cell = hovered ?? (tapped !== null && tapped.index >= countIn(tapped) ? tapped : null);
  if (cell === null || busy) return null;
  const count = countIn(cell);
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
        // A finger may begin to pan anywhere, and takes the whole place for the sign.
        className={isTouch ? 'hover-add nodrag' : 'hover-add nodrag nopan'}
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
