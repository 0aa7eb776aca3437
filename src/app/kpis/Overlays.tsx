import { lazy, Suspense } from 'react';
import { useDocuments, useSession } from '../../editor/useEditor.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { loadKpiTexts } from './kpiTexts.ts';

const OverlayLayer = lazy(async () => {
  const texts = loadKpiTexts();
  const { OverlayLayer: layer } = await import('../../canvas/OverlayLayer.tsx');
  await texts;
  return { default: layer };
});

/** The overlays of KPIs, whose code comes when something is to be laid over the map or a lane shows a KPI. */
export function Overlays() {
  const isOn = useSession(({ overlay }) => overlay.badge || overlay.color || overlay.links);
  const hasLanes = useDocuments(({ map }) =>
    Object.values(map.lanes).some((lane) => !lane.hidden && lane.kpiId !== null),
  );
  if (!isOn && !hasLanes) return null;
  return (
    <PartBoundary>
      <Suspense fallback={null}>
        <OverlayLayer />
      </Suspense>
    </PartBoundary>
  );
}
