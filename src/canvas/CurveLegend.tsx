import { useTranslation } from 'react-i18next';
import { useDocuments } from '../editor/useEditor.ts';
import { feelingY, voicedMark } from '../layout/curves.ts';
import { personaOutlines } from '../layout/faces.ts';
import type { Row } from '../layout/scene.ts';
import { faceOf, ownFace } from '../model/faces.ts';
import { feelingLevels, wordAlone } from '../model/feelingWord.ts';
import { mapRecord } from '../model/tables.ts';
import { FaceShape } from '../ui/FaceShape.tsx';
import { curveColor, feelerName } from './feelingText.ts';
import { useLaid } from './mapView.ts';

/** Whose curves a lane of emotion shows. */
export function CurveLegend() {
  const { t } = useTranslation();
  const curves = useLaid((laid) => laid.curves);
  const docs = useDocuments((documents) => documents);
  return (
    <>
      {curves.map(({ personaId, look }) => (
        <span key={personaId} className="curve-name">
          <svg width={10} height={10} viewBox="0 0 16 16" aria-hidden="true" style={{ color: curveColor(look) }}>
            <path d={personaOutlines[look?.shape ?? 'circle']} fill="currentColor" />
          </svg>
          <span className="line">{feelerName(docs, personaId, t)}</span>
        </span>
      ))}
      {curves.some(({ voiced = [] }) => voiced.length > 0) && (
        <span className="curve-name">
          <svg className="curve-voiced" width={10} height={10} viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={voicedMark} />
          </svg>
          <span className="line" title={t('curve.fromEvidence')}>
            {t('curve.evidence')}
          </span>
        </span>
      )}
    </>
  );
}

/** The scale of a lane of emotion: a face and a word for each level, beside its line. */
export function CurveScale({ row }: { row: Row }) {
  const { t } = useTranslation();
  const record = useDocuments(({ map }) => mapRecord(map));
  return feelingLevels.map((level) => {
    const own = ownFace(record, level);
    const word = wordAlone(record, level, t(`sentiment.words.${level}`));
    return (
      <span
        key={level}
        className="curve-word"
        data-level={level}
        data-own={own !== '' || undefined}
        title={word}
        style={{ '--at': feelingY(row, level), '--top': row.y, '--span': row.height } as React.CSSProperties}
      >
        <svg className="face" data-value={level} width={13} height={13} viewBox="0 0 16 16" aria-hidden="true">
          <FaceShape {...faceOf(level, own)} />
        </svg>
        <span>{word}</span>
      </span>
    );
  });
}
