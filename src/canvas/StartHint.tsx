import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../editor/useEditor.ts';
import { emptyRows } from './emptyRows.ts';
import { useLaid } from './mapView.ts';

/** What to do first, in the first row of a map that holds no touchpoint, and in every other empty row. */
export function StartHint() {
  const { t } = useTranslation();
  const scene = useLaid((laid) => laid.scene);
  const empty = useMemo(() => emptyRows(scene), [scene]);
  const isStart = scene.placements.every((placement) => placement.kind !== 'touchpoint');
  const start = isStart ? scene.rows.find((candidate) => candidate.kind === 'touchpoints') : undefined;
  const [first, second] = scene.columns;
  const busy = useSession((session) => session.editing !== null);
  const isTouch = matchMedia('(pointer: coarse)').matches;
  if (busy || first === undefined || first.collapsed) return null;
  return (
    <ViewportPortal>
      {start !== undefined && second !== undefined && (
        <p
          className="start-hint"
          style={{ transform: `translate(${second.cardX}px, ${start.y}px)`, height: start.height }}
        >
          {t(isTouch ? 'map.startTouch' : 'map.start')}
        </p>
      )}
      {empty
        .filter((row) => row !== start)
        .map((row) => (
          <p
            key={row.key}
            className="start-hint row-hint"
            style={{ transform: `translate(${first.cardX}px, ${row.y}px)`, height: row.height }}
          >
            {t(isTouch ? 'map.rowHintTouch' : 'map.rowHint')}
          </p>
        ))}
    </ViewportPortal>
  );
}
