import { useTranslation } from 'react-i18next';
import { useDocuments } from '../editor/useEditor.ts';
import { feelingY, voicedMark } from '../layout/curves.ts';
import { personaOutlines } from '../layout/faces.ts';
import type { Row } from '../layout/scene.ts';
import { feelingLevels, feelingWord } from '../model/feelingWord.ts';
import { mapRecord } from '../model/tables.ts';
import { curveColor, feelerName } from './feelingText.ts';
import { useLaid } from './mapView.ts';

/** Whose curves a lane of emotion shows, and the words for the levels beside their lines. */
export function CurveLegend({ row }: { row: Row }) {
  const { t } = useTranslation();
  const curves = useLaid((laid) => laid.curves);
  const docs = useDocuments((documents) => documents);
  const record = mapRecord(docs.map);
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
      {feelingLevels.map((level) => (
        <span
          key={level}
          className="curve-word"
          style={{ '--down': feelingY(row, level) - row.y } as React.CSSProperties}
        >
          {feelingWord(record, level, t(`sentiment.words.${level}`))}
        </span>
      ))}
    </>
  );
}
