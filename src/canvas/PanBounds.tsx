import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { rowHeadWidth } from './levels.ts';
import { useLaid } from './mapView.ts';
import { panExtent } from './panBounds.ts';

/** Keeps the map from being panned out of the window by wheel, pointer or finger. */
export function PanBounds() {
  const flow = useStoreApi();
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
  return null;
}
