import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../editor/useEditor.ts';
import type { Band } from '../layout/scene.ts';
import { faceOf, ownFace } from '../model/faces.ts';
import { feelingLevel } from '../model/feelingWord.ts';
import { mapRecord } from '../model/tables.ts';
import { FaceShape } from '../ui/FaceShape.tsx';
import { PersonaMark } from '../ui/PersonaMark.tsx';
import { feelingText } from './feelingText.ts';
import { useLaid } from './mapView.ts';

/** What a row of touchpoints holds: its gaps, its count, and how it feels on the whole. */
export function RowDetail({ rowKey }: { rowKey: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const facts = useLaid((laid) => laid.facts.get(rowKey));
  const { count, of, mean, gaps } = facts ?? { count: 0, of: 0, mean: null, gaps: 0 };
  const own = useDocuments(({ map }) => (mean === null ? '' : ownFace(mapRecord(map), feelingLevel(mean))));
  const felt = mean === null ? '' : feelingText(editor.documents(), Math.round(mean * 10) / 10, t);
  return (
    <span className="head-facts">
      {gaps > 0 && (
        <b className="head-gaps" title={t('map.gapsToMend')}>
          {t('map.gaps', { count: gaps })}
        </b>
      )}
      <span className="head-cards">
        {gaps > 0 && <span>{' · '}</span>}
        {count === of ? t('map.cards', { count }) : t('map.cardsOf', { shown: count, count: of })}
      </span>
      {mean !== null && (
        <span className="head-face" title={t('row.mean', { value: felt })}>
          <svg
            className="face"
            data-value={feelingLevel(mean)}
            width={14}
            height={14}
            viewBox="0 0 16 16"
            aria-hidden="true"
          >
            <FaceShape {...faceOf(mean, own)} />
          </svg>
          <span className="visually-hidden">{t('row.mean', { value: felt })}</span>
        </span>
      )}
    </span>
  );
}

/** The head of a persona's band. */
export function BandHead({ band: { name, look, y, height } }: { band: Band }) {
  const { t } = useTranslation();
  return (
    <div
      className="head-band"
      style={{ '--at': y, '--span': height, '--mark': `var(--${look.color})` } as React.CSSProperties}
    >
      <PersonaMark shape={look.shape} color={look.color} size={12} />
      <span className="line">{name || t('map.unnamed')}</span>
    </div>
  );
}
