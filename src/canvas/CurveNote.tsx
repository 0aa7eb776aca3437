import { useStore as useFlow } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { worstFall } from '../analysis/emotion.ts';
import { useDocuments, useSession } from '../editor/useEditor.ts';
import { CARD_WIDTH } from '../layout/metrics.ts';
import { type Curve, type CurvePoint, type CurveSource, cellKey, type Row } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import type { Documents } from '../model/tables.ts';
import { useCanvas } from './canvasContext.ts';
import { feelerOf, feltAt } from './curveKeys.ts';
import { feelerName, feelingText } from './feelingText.ts';
import { useLaid } from './mapView.ts';

/**
 * Beside the curves, while one is pointed at or the cursor stands in their lane: where it falls most and what happens
 * there, and in the cursor's cell whose feeling the keys change.
 */
export function CurveNote({ hovered }: { hovered: string | null }) {
  const { area } = useCanvas();
  const { hasFocus, byKeys } = useFocusOf(area());
  const { t } = useTranslation();
  const laid = useLaid((state) => state);
  const cursor = useSession((session) => session.cursor);
  const feelingOf = useSession((session) => session.feelingOf);
  const docs = useDocuments((documents) => documents);
  const row = laid.scene.rows.find(({ key, laneRole }) => hasFocus && key === cursor?.rowKey && laneRole === 'emotion');
  const here = row !== undefined && cursor !== null && laid.feelings.has(cellKey(cursor.stepId, cursor.rowKey));
  const feeler = hovered ?? (row === undefined ? null : feelerOf(laid, { feelingOf }));
  const curve = laid.scene.curves.find(
    ({ personaId, rowKey }) => personaId === feeler && (row === undefined || hovered !== null || rowKey === row.key),
  );
  const source = laid.curves.find(({ personaId }) => personaId === feeler);
  const fall = source && curve && fallOf(source, curve);
  const column = laid.scene.columns.find(({ stepId }) => stepId === cursor?.stepId);
  const felt = here && hovered === null ? feltAt(laid, cursor) : null;
  return (
    <>
      {fall && feeler && (hovered !== null || byKeys) && (
        <>
          <svg className="curves" width={1} height={1} aria-hidden="true">
            <path className="curve-fall" d={`M${fall.from.x} ${fall.from.y}L${fall.to.x} ${fall.to.y}`} />
          </svg>
          <FallNote at={fall.to}>
            {t('curve.fall', {
              name: feelerName(docs, feeler, t),
              by: Math.round((fall.from.value - fall.to.value) * 10) / 10,
              from: placeName(docs, fall.from),
              to: placeName(docs, fall.to),
            })}
          </FallNote>
        </>
      )}
      {felt !== null && row && column && feeler && (
        <p
          className="curve-note"
          data-cell
          style={{ transform: besidePoint(column.cardX, row, valueAt(docs, felt, feeler)), width: CARD_WIDTH }}
        >
          <b>{docs.map.touchpoints[felt]?.title || t('map.untitled')}</b>{' '}
          {t('curve.value', {
            name: feelerName(docs, feeler, t),
            value: feelingText(docs, valueAt(docs, felt, feeler), t),
          })}
        </p>
      )}
    </>
  );
}

/** Within the lane, where the point is not: above a bad feeling, else below; so it covers no card. */
function besidePoint(x: number, { y, height }: Row, value: number | null): string {
  return value !== null && value < 0
    ? `translate(${x}px, ${y + 9}px)`
    : `translate(${x}px, ${y + height - 9}px) translateY(-100%)`;
}

const NOTE_WIDTH = 230;

/** Beside a point: at its right, or at its left where the window ends there. */
function FallNote({ at: { x, y }, children }: { at: CurvePoint; children: React.ReactNode }) {
  const isLeft = useFlow(({ transform: [left, , zoom], width }) => (x + 12 + NOTE_WIDTH) * zoom + left > width);
  const from = isLeft ? x - 12 - NOTE_WIDTH : x + 12;
  return (
    <p
      className="curve-note"
      style={{ transform: `translate(${from}px, ${y}px) translateY(-100%)`, width: NOTE_WIDTH }}
    >
      {children}
    </p>
  );
}

/** Whether the focus is on the map's cells, and the keys are in use: what is said of the cursor's place goes when it is elsewhere. */
function useFocusOf(area: HTMLElement | null): { hasFocus: boolean; byKeys: boolean } {
  const [hasFocus, setFocus] = useState(false);
  const [byKeys, setKeys] = useState(false);
  useEffect(() => {
    if (area === null) return;
    const look = () => setFocus(document.activeElement?.matches('[data-cursor]') === true);
    const later = () => requestAnimationFrame(look);
    look();
    area.addEventListener('focusin', look);
    area.addEventListener('focusout', later);
    const onKey = () => setKeys(true);
    const onPointer = () => setKeys(false);
    area.addEventListener('keydown', onKey);
    area.addEventListener('pointerdown', onPointer, true);
    return () => {
      area.removeEventListener('focusin', look);
      area.removeEventListener('focusout', later);
      area.removeEventListener('keydown', onKey);
      area.removeEventListener('pointerdown', onPointer, true);
    };
  }, [area]);
  return { hasFocus, byKeys };
}

function valueAt(docs: Documents, touchpointId: string, personaId: string): number | null {
  return docs.map.sentiments[pairId('sentiment', touchpointId, personaId)]?.value ?? null;
}

/** What happens at a point: the touchpoint, or those of the step whose mean it is. */
function placeName({ map }: Documents, { touchpointId, stepId }: CurvePoint): string {
  if (touchpointId !== null) return map.touchpoints[touchpointId]?.title ?? '';
  const titles = Object.values(map.touchpoints).flatMap((each) => (each.stepId === stepId ? [each.title] : []));
  return map.steps[stepId]?.name || titles.join(', ');
}

function fallOf(source: CurveSource, { runs }: Curve): { from: CurvePoint; to: CurvePoint } | null {
  const worst = worstFall(source.points);
  if (worst === null) return null;
  const isAt = (value: { stepId: string; touchpointId: string | null }) => (point: CurvePoint) =>
    point.stepId === value.stepId && point.touchpointId === value.touchpointId;
  const points = runs.flat();
  const [from, to] = [points.find(isAt(worst.from)), points.find(isAt(worst.to))];
  return from && to ? { from, to } : null;
}
