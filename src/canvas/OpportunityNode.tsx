import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '../editor/useEditor.ts';
import { personaOutlines } from '../layout/faces.ts';
import { farLines } from '../layout/farLines.ts';
import { OPPORTUNITY_SIGN } from '../layout/metrics.ts';
import { isGraded, opportunitySigns } from '../layout/opportunityCards.ts';
import { LevelContext } from './canvasContext.ts';
import type { BoxNode } from './feed.ts';
import { useLaid, useMapView } from './mapView.ts';
import { gradesText, kindText } from './opportunityText.ts';

/** An opportunity in its lane, at the first step of what it is tied to: title, kind by sign and word, impact and effort. */
export const OpportunityNode = memo(function OpportunityNode({ data: { recordId } }: NodeProps<BoxNode>) {
  const { t } = useTranslation();
  const { content } = useMapView();
  const faded = useLaid((laid) => laid.shown.faded.has(recordId));
  const level = useContext(LevelContext);
  const box = useLaid((laid) => laid.placementOf.get(recordId));
  const opportunity = useDocuments(({ map }) => map.opportunities[recordId]);
  if (opportunity === undefined) return null;
  const isFar = level === 'title';
  const lines =
    box && isFar
      ? farLines(content, opportunity.title, { width: box.width - 18, height: box.height - 4 })
      : (box?.lines ?? null);
  return (
    <div
      className="opportunity-card"
      data-record={recordId}
      data-faded={faded || undefined}
      data-status={opportunity.status}
    >
      <div className="opportunity-card-title" data-empty={lines?.length === 0 || undefined}>
        {lines?.length === 0 && t('map.untitled')}
        {lines?.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={index} className="line">
            {line.text}
          </div>
        ))}
      </div>
      {!isFar && (
        <>
          <div className="opportunity-card-meta">
            <svg width={OPPORTUNITY_SIGN} height={OPPORTUNITY_SIGN} viewBox="0 0 16 16" aria-hidden="true">
              <path d={personaOutlines[opportunitySigns[opportunity.kind]]} />
            </svg>
            {kindText(opportunity, t)}
          </div>
          {isGraded(opportunity) && <div className="opportunity-card-meta">{gradesText(opportunity, t)}</div>}
        </>
      )}
    </div>
  );
});
