import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useDocuments } from '../editor/useEditor.ts';
import { EVIDENCE_SIGN } from '../layout/metrics.ts';
import { evidenceIcons } from '../model/evidenceIcons.ts';
import { pictograms } from '../model/pictograms.ts';
import { Pictogram } from '../ui/Pictogram.tsx';
import type { BoxNode } from './feed.ts';
import { useLaid } from './mapView.ts';

/** A piece of evidence in its lane, at a step where it is about something: the sign of its kind and its words, shortened. */
export const EvidenceNode = memo(function EvidenceNode({ id, data: { recordId } }: NodeProps<BoxNode>) {
  const lines = useLaid((laid) => laid.boxOf.get(id)?.lines ?? null);
  const kind = useDocuments(({ map }) => map.evidence[recordId]?.kind);
  if (kind === undefined) return null;
  return (
    <div className="evidence-card" data-record={recordId}>
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
