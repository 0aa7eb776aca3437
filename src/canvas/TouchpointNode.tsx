import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDocuments, useSession } from '../editor/useEditor.ts';
import type { CardFace } from '../layout/cardContent.ts';
import { personaOutlines } from '../layout/faces.ts';
import { OWNER_SIZE } from '../layout/metrics.ts';
import { whoseOf } from '../layout/whoseCards.ts';
import { faceOf, ownFace } from '../model/faces.ts';
import { pictograms } from '../model/pictograms.ts';
import { mapRecord } from '../model/tables.ts';
import { FaceShape } from '../ui/FaceShape.tsx';
import { Pictogram } from '../ui/Pictogram.tsx';
import { personaColor } from '../ui/personaColor.ts';
import { LevelContext } from './canvasContext.ts';
import { EvidenceMark } from './EvidenceMark.tsx';
import { FrictionMark } from './FrictionMark.tsx';
import type { BoxNode } from './feed.ts';
import { furtherValues } from './furtherValues.ts';
import { useLaid, useMapView } from './mapView.ts';
import { ownerNames } from './ownerNames.ts';

/** A touchpoint's card. It reads its own record, so an edit of its text renders this card and no other. */
export const TouchpointNode = memo(function TouchpointNode({ id, data: { recordId } }: NodeProps<BoxNode>) {
  const { t, i18n } = useTranslation();
  const { content: source, tones } = useMapView();
  const tone = useStore(tones, (all) => all.get(recordId));
  const faded = useLaid((laid) => laid.shown.faded.has(recordId));
  const level = useContext(LevelContext);
  const isSource = useSession((session) => session.linkingFrom === recordId);
  const filter = useSession((session) => session.personaFilter);
  const content = useDocuments((documents) => {
    const touchpoint = documents.map.touchpoints[recordId];
    return touchpoint ? source.of(touchpoint, documents, whoseOf(id, filter)) : null;
  });
  if (content === null) return null;
  countRender(recordId);
  const lines = level === 'title' ? content.titleOnlyLines : content.titleLines;
  return (
    <div
      className="touchpoint"
      data-record={recordId}
      data-tone={tone}
      data-faded={faded || undefined}
      data-linking={isSource || undefined}
      title={furtherValues(content, t, i18n.language).join('\n') || undefined}
    >
      <div
        className={level === 'title' ? 'touchpoint-title-only' : 'touchpoint-title'}
        data-empty={lines.length === 0 || undefined}
      >
        {lines.length === 0 && t('map.untitled')}
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <div key={index} className="line">
            {line.text}
          </div>
        ))}
      </div>
      {level === 'card' && (
        <>
          <span
            className="channel-mark"
            style={{ '--mark': `var(--${content.channel?.color ?? 'grey'})` } as React.CSSProperties}
          >
            <Pictogram paths={pictograms[content.channel?.icon ?? 'none']} size={14} />
          </span>
          <div className="touchpoint-meta">
            {content.deviceIcons.map(({ icon, x }) => (
              <span key={x} style={{ left: x }}>
                <Pictogram paths={pictograms[icon]} size={13} />
              </span>
            ))}
            {content.department && (
              <span className="line" style={{ left: content.department.x }}>
                {content.department.text}
              </span>
            )}
            {[...content.further, content.moreFaces].map((line) =>
              line === null ? null : (
                <span key={line.x} className="line" style={{ left: line.x }}>
                  {line.text}
                </span>
              ),
            )}
            {content.faces.map((face) => (
              <FaceIcon key={face.personaId} face={face} />
            ))}
          </div>
          {content.owners.length > 0 && (
            <div className="owners" title={t('cell.onlyFor', { names: ownerNames(content, t, i18n.language) })}>
              {content.owners.map(({ personaId, color, shape }) => (
                <svg key={personaId} width={OWNER_SIZE} height={OWNER_SIZE} viewBox="0 0 16 16" aria-hidden="true">
                  <path d={personaOutlines[shape]} fill={personaColor(color)} />
                </svg>
              ))}
            </div>
          )}
          {content.evidence && <EvidenceMark evidence={content.evidence} />}
          {content.momentOfTruth && (
            <svg className="star" width={15} height={15} viewBox="0 0 24 24" aria-hidden="true">
              <path
                d="M12 1.8 15.2 8.5 22.4 9.4 17.1 14.4 18.5 21.6 12 18.1 5.5 21.6 6.9 14.4 1.6 9.4 8.8 8.5z"
                fill="currentColor"
              />
            </svg>
          )}
        </>
      )}
      <FrictionMark id={recordId} strength={content.evidence?.strength ?? 'assumed'} />
      <Handle type="target" id="in" position={Position.Left} />
      <Handle type="source" id="out" position={Position.Right} />
    </div>
  );
});

function FaceIcon({ face: { x, value, level, shape, color } }: { face: CardFace }) {
  const own = useDocuments(({ map }) => ownFace(mapRecord(map), level));
  return (
    <svg
      className="face"
      data-value={level}
      style={{ left: x }}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <FaceShape {...faceOf(value, own)} />
      {shape !== null && color !== null && (
        <path
          className="face-owner"
          d={personaOutlines[shape]}
          transform="translate(11.5 -2.5) scale(.4375)"
          fill={personaColor(color)}
        />
      )}
    </svg>
  );
}

/** Counted for the benchmark and the browser tests when they ask for it by setting `window.desirepathRenders`. */
function countRender(recordId: string): void {
  const counts = (window as { desirepathRenders?: Record<string, number> }).desirepathRenders;
  if (counts) counts[recordId] = (counts[recordId] ?? 0) + 1;
}
