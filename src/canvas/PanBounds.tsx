import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { rowHeadWidth } from './levels.ts';
import { useLaid } from './mapView.ts';
import { panExtent, shownAgain } from './panBounds.ts';

/** Keeps the map from being panned out of the window by wheel, pointer or finger, and in it when it becomes smaller. */
export function PanBounds() {
  const flow = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  const across = useLaid((laid) => laid.scene.width);
  const down = useLaid((laid) => laid.scene.height);
  const zoom = useStore(({ transform }) => transform[2]);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    if (width === 0 || height === 0) return;
    const area = { width, height, heads: rowHeadWidth() };
    flow.getState().setTranslateExtent(panExtent({ width: across, height: down }, zoom, area));
  }, [flow, across, down, zoom, width, height]);
  useEffect(() => {
    const now = getViewport();
    const next = shownAgain(now, { width: across, height: down }, { width, height, heads: rowHeadWidth() });
    if (width > 0 && height > 0 && (next.x !== now.x || next.y !== now.y)) void setViewport(next);
  }, [across, down, width, height, getViewport, setViewport]);
  return null;
}
