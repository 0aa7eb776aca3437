import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../editor/session.ts';
import { useEditor } from '../editor/useEditor.ts';
import { feelingAt, feelingY } from '../layout/curves.ts';
import { type Curve, type CurvePoint, cellKey, type Row } from '../layout/scene.ts';
import { useCanvas } from './canvasContext.ts';
import { setFeeling } from './curveKeys.ts';
import { focusCell } from './focusCell.ts';
import { useMapView } from './mapView.ts';

/** A point that is being dragged: where it would fall. The document changes on the drop only. */
export interface FeelingDrag {
  readonly personaId: string;
  readonly touchpointId: string;
  readonly value: number;
  readonly y: number;
}

/** Dragging a point of a curve up and down, in halves of a level: one gesture, which Esc takes back without a trace. */
export function useFeelingDrag() {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const { mapPoint, area } = useCanvas();
  const [drag, setDrag] = useState<FeelingDrag | null>(null);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);

  const start = useCallback(
    (event: React.PointerEvent, curve: Curve, point: CurvePoint) => {
      const row = view.laid.getState().scene.rows.find(({ key }) => key === curve.rowKey);
      const { touchpointId, stepId } = point;
      if (event.button !== 0 || row === undefined || touchpointId === null) return;
      event.stopPropagation();
      // A click on a point is no drag, but says whose feeling the keys change from now on.
      editor.session.setState({ feelingOf: curve.personaId });
      let now: FeelingDrag = { personaId: curve.personaId, touchpointId, value: point.value, y: point.y };
      const onMove = (move: PointerEvent) => {
        const value = feelingAt(row as Row, mapPoint(move).y);
        if (value === now.value) return;
        now = { ...now, value, y: feelingY(row as Row, value) };
        setDrag(now);
      };
      const toCell = () => {
        const felt = view.laid.getState().feelings.get(cellKey(stepId, curve.rowKey)) ?? [];
        const index = Math.max(0, felt.indexOf(touchpointId));
        editor.session.setState({ cursor: { stepId, rowKey: curve.rowKey, index } });
        focusCell(area());
      };
      const onUp = () => {
        end.current?.();
        // The keys go on where the pointer left off.
        toCell();
        if (now.value !== point.value) setFeeling(editor, touchpointId, curve.personaId, now.value, t);
      };
      const onCancel = () => end.current?.();
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        end.current?.();
        toCell();
        announce(editor.session, t('said.dragCancelled'));
      };
      end.current = () => {
        window.removeEventListener('pointermove', onMove);
        window.removeEventListener('pointerup', onUp);
        window.removeEventListener('pointercancel', onCancel);
        window.removeEventListener('keydown', onKey, true);
        end.current = null;
        setDrag(null);
      };
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', onCancel);
      window.addEventListener('keydown', onKey, true);
      setDrag(now);
    },
    [editor, view, mapPoint, area, t],
  );
  return [drag, start] as const;
}
