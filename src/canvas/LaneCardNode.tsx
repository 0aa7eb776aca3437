import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useDocuments } from '../editor/useEditor.ts';
import { farLines } from '../layout/farLines.ts';
import { LANE_TEXT_INSET } from '../layout/metrics.ts';
import { LevelContext } from './canvasContext.ts';
import type { BoxNode } from './feed.ts';
import { useLaid, useMapView } from './mapView.ts';

/** A text card of a lane. */
export const LaneCardNode = memo(function LaneCardNode({ data: { recordId } }: NodeProps<BoxNode>) {
  const { content } = useMapView();
  const level = useContext(LevelContext);
  const placement = useLaid((laid) => laid.placementOf.get(recordId));
  const card = useDocuments(({ map }) => map.cards[recordId]);
  const role = useDocuments(({ map }) => (card ? map.lanes[card.laneId]?.role : undefined));
  if (card === undefined) return null;
  const bar = role === 'pains' || role === 'opportunities';
  const width = (placement?.width ?? 0) - LANE_TEXT_INSET - 2;
  const lines =
    placement && level === 'title'
      ? farLines(content, card.text, { width, height: placement.height })
      : (placement?.lines ?? []);
  return (
    <div className="lane-card" data-record={recordId} data-role={bar ? role : undefined}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} className="line">
          {line.text}
        </div>
      ))}
    </div>
  );
});
