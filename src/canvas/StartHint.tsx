import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../editor/useEditor.ts';
import { useLaid } from './mapView.ts';

/** What to do first, in the first row of a map that holds no touchpoint. */
export function StartHint() {
  const { t } = useTranslation();
  const empty = useLaid((laid) => laid.scene.placements.every((placement) => placement.kind !== 'touchpoint'));
  const row = useLaid((laid) => laid.scene.rows.find((candidate) => candidate.kind === 'touchpoints'));
  const column = useLaid((laid) => laid.scene.columns[1]);
  const busy = useSession((session) => session.editing !== null);
  if (!empty || busy || !row || !column) return null;
  return (
    <ViewportPortal>
      <p className="start-hint" style={{ transform: `translate(${column.cardX}px, ${row.y}px)`, height: row.height }}>
        {t('map.start')}
      </p>
    </ViewportPortal>
  );
}
