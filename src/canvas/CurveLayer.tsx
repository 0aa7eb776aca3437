import { useStore as useFlow, ViewportPortal } from '@xyflow/react';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor/useEditor.ts';
import { curvePath } from '../layout/curvePath.ts';
import { feelingY, pointReach, showsCurves, voicedMark } from '../layout/curves.ts';
import { personaOutlines } from '../layout/faces.ts';
import type { Curve, CurvePoint, VoicedPoint } from '../layout/scene.ts';
import { feelingLevels } from '../model/feelingWord.ts';
import { CurveNote } from './CurveNote.tsx';
import { curveColor, feelerName, feelingText, pointText } from './feelingText.ts';
import { useLaid } from './mapView.ts';
import { StrengthDots } from './StrengthDots.tsx';
import { type FeelingDrag, useFeelingDrag } from './useFeelingDrag.ts';
import './curves.css';

const TILE = 800;
const STAR = 'M8 .6 10.2 5.4 15.4 6 11.5 9.6 12.6 14.8 8 12.2 3.4 14.8 4.5 9.6.6 6 5.8 5.4z';

/** The curves of the lanes of emotion. Points of single touchpoints can be dragged up and down; by keys the cell cursor does it. */
export const CurveLayer = memo(function CurveLayer({ hidden }: { hidden: boolean }) {
  const curves = useLaid((laid) => laid.scene.curves);
  const rows = useLaid((laid) => laid.scene.rows);
  const width = useLaid((laid) => laid.scene.width);
  const [hovered, setHovered] = useState<string | null>(null);
  const [drag, startDrag] = useFeelingDrag();
  const isDragged = drag !== null;
  useEffect(() => {
    if (!isDragged) return;
    // A point that was dragged may have left the pointer behind without being told.
    const onUp = ({ target }: PointerEvent) => {
      const curve = target instanceof Element ? target.closest<SVGElement>('.curve') : null;
      setHovered(curve?.dataset.persona ?? null);
    };
    window.addEventListener('pointerup', onUp);
    return () => window.removeEventListener('pointerup', onUp);
  }, [isDragged]);
  // Where the window begins and ends, in whole tiles: changes seldom, so panning renders nothing here.
  const tiles = useFlow(({ transform: [x, , zoom], width: seen }) => {
    return `${Math.floor(-x / zoom / TILE)},${Math.ceil((-x + seen) / zoom / TILE)}`;
  });
  const lanes = useMemo(() => rows.filter(showsCurves), [rows]);
  if (hidden || lanes.length === 0) return null;
  const [left, right] = tiles.split(',').map((tile) => Number(tile) * TILE) as [number, number];
  return (
    <ViewportPortal>
      <svg className="curves" width={1} height={1} aria-hidden="true">
        {lanes.flatMap((row) =>
          feelingLevels.map((level) => (
            <line
              key={`${row.key} ${level}`}
              className="curve-guide"
              data-level={level}
              x1={0}
              x2={width}
              y1={feelingY(row, level)}
              y2={feelingY(row, level)}
            />
          )),
        )}
        {curves.map((curve) => (
          <CurveShape
            key={curve.key}
            curve={curve}
            left={left}
            right={right}
            drag={drag?.personaId === curve.personaId ? drag : null}
            onHover={setHovered}
            onDrag={startDrag}
          />
        ))}
      </svg>
      <CurveNote hovered={drag?.personaId ?? hovered} />
    </ViewportPortal>
  );
});

interface CurveShapeProps {
  readonly curve: Curve;
  readonly left: number;
  readonly right: number;
  readonly drag: FeelingDrag | null;
  readonly onHover: (personaId: string | null) => void;
  readonly onDrag: (event: React.PointerEvent, curve: Curve, point: CurvePoint) => void;
}

const CurveShape = memo(function CurveShape({ curve, left, right, drag, onHover, onDrag }: CurveShapeProps) {
  const dragged = useCallback(
    (point: CurvePoint): CurvePoint =>
      drag !== null && point.touchpointId === drag.touchpointId ? { ...point, y: drag.y, value: drag.value } : point,
    [drag],
  );
  const runs = useMemo(() => curve.runs.map((run) => run.map(dragged)), [curve, dragged]);
  const isSeen = ({ x }: CurvePoint) => x >= left - 20 && x <= right + 20;
  return (
    <g
      className="curve"
      data-persona={curve.personaId}
      style={{ color: curveColor(curve.look) }}
      onPointerEnter={() => onHover(curve.personaId)}
      onPointerLeave={() => onHover(null)}
    >
      {runs.map((run) => (
        <g key={run[0]?.stepId}>
          <path className="curve-hit" d={curvePath(run)} />
          <path className="curve-line" d={curvePath(run)} strokeDasharray={curve.dash.join(' ')} />
        </g>
      ))}
      {curve.behindMeans.filter(isSeen).map((point) => (
        <Point key={`${point.touchpointId}`} curve={curve} point={dragged(point)} small onDrag={onDrag} />
      ))}
      {curve.voiced.filter(isSeen).map((point) => (
        <VoicedMark key={`voiced ${point.touchpointId}`} curve={curve} point={point} />
      ))}
      {runs.flatMap((run) =>
        run
          .filter(isSeen)
          .map((point) => (
            <Point key={point.touchpointId ?? point.stepId} curve={curve} point={point} onDrag={onDrag} />
          )),
      )}
    </g>
  );
});

/** What evidence says: a hollow speech mark, on no line. It cannot be dragged. */
function VoicedMark({ curve, point }: { curve: Curve; point: VoicedPoint }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const docs = editor.documents();
  const name = feelerName(docs, curve.personaId, t);
  const title = docs.map.touchpoints[point.touchpointId ?? '']?.title || t('map.untitled');
  return (
    <g className="curve-voiced" data-touchpoint={point.touchpointId ?? undefined} data-value={point.value}>
      <title>{t('curve.voiced', { name, title, value: feelingText(docs, point.value, t), n: point.n })}</title>
      <path d={voicedMark} transform={`translate(${point.x} ${point.y})`} />
    </g>
  );
}

function Point({
  curve,
  point,
  small = false,
  onDrag,
}: {
  curve: Curve;
  point: CurvePoint;
  small?: boolean;
  onDrag: CurveShapeProps['onDrag'];
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  const size = small ? 7 : 10;
  const outline = personaOutlines[curve.look?.shape ?? 'circle'];
  const isStar = point.momentOfTruth && !small;
  const place = (side: number) => `translate(${point.x - side / 2} ${point.y - side / 2}) scale(${side / 16})`;
  const canMove = point.touchpointId !== null;
  return (
    <g
      className="curve-point nodrag nopan"
      data-touchpoint={point.touchpointId ?? undefined}
      data-small={small || undefined}
      data-value={point.value}
      onPointerDown={canMove ? (event) => onDrag(event, curve, point) : undefined}
    >
      <title>{pointText(editor.documents(), curve, point, t)}</title>
      <circle className="curve-grip" cx={point.x} cy={point.y} r={small ? 8 : 11} />
      {isStar ? (
        <path className="curve-star" d={STAR} transform={place(17)} />
      ) : (
        <path className="curve-mark" d={outline} transform={place(size)} strokeWidth={(1.5 * 16) / size} />
      )}
      {!small && !isStar && (point.mean || curve.look === null) && (
        <path className="curve-hollow" d={outline} transform={place(5.5)} />
      )}
      {point.strength !== undefined && (
        <g transform={`translate(${point.x} ${point.y})`}>
          <StrengthDots strength={point.strength} reach={pointReach(point, small)} />
        </g>
      )}
    </g>
  );
}
