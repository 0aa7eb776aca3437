import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useDocuments } from '../editor/useEditor.ts';
import { farLines } from '../layout/farLines.ts';
import { EVIDENCE_SIGN, EVIDENCE_WIDTH } from '../layout/metrics.ts';
import { evidenceIcons } from '../model/evidenceIcons.ts';
import { pictograms } from '../model/pictograms.ts';
import { Pictogram } from '../ui/Pictogram.tsx';
import { LevelContext } from './canvasContext.ts';
import type { BoxNode } from './feed.ts';
import { useLaid, useMapView } from './mapView.ts';

/** A piece of evidence in its lane, at a step where it is about something: the sign of its kind and its words, shortened. */
export const EvidenceNode = memo(function EvidenceNode({ id, data: { recordId } }: NodeProps<BoxNode>) {
  const { content } = useMapView();
  const faded = useLaid((laid) => laid.shown.faded.has(recordId));
  const level = useContext(LevelContext);
  const box = useLaid((laid) => laid.boxOf.get(id));
  const kind = useDocuments(({ map }) => map.evidence[recordId]?.kind);
  const text = useDocuments(({ map }) => map.evidence[recordId]?.text);
  if (kind === undefined || text === undefined) return null;
  const lines =
    box && level === 'title' ? farLines(content, text, { width: EVIDENCE_WIDTH, height: box.height }) : box?.lines;
  return (
    <div className="evidence-card" data-record={recordId} data-faded={faded || undefined}>
      <Pictogram paths={pictograms[evidenceIcons[kind]]} size={EVIDENCE_SIGN} />
      {lines?.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} className="line">
          {line.text}
        </div>
      ))}
    </div>
  );
});
