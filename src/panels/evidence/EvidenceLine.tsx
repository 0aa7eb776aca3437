import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../analysis/figureText.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { evidenceIcons } from '../../model/evidenceIcons.ts';
import { pictograms } from '../../model/pictograms.ts';
import type { Evidence } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { EvidenceDetails } from './EvidenceDetails.tsx';
import { PiecePhotos } from './PiecePhotos.tsx';

interface EvidenceLineProps {
  readonly piece: Evidence;
  readonly places: readonly Place[];
  readonly isOpen: boolean;
  readonly onOpen: (id: string | null) => void;
}

/** One piece of evidence: its words, and where it comes from; opened, all its fields. */
export const EvidenceLine = memo(function EvidenceLine({ piece, places, isOpen, onOpen }: EvidenceLineProps) {
  const { t, i18n } = useTranslation();
  const persona = useDocuments(({ library }) => library.personas[piece.personaId ?? '']?.name);
  const facts = [
    t(`evidence.kinds.${piece.kind}`),
    piece.source,
    piece.date === null ? '' : dayText(`${piece.date}T12:00`, i18n.language),
    persona ?? '',
    piece.sentiment === null ? '' : t('evidence.feels', { value: signed(piece.sentiment, i18n.language) }),
    places.length === 0 ? t('evidence.loose') : t('evidence.places', { count: places.length }),
  ];
  return (
    <li id={`evidence-${piece.id}`}>
      <div className="evidence-row">
        <button
          type="button"
          className="evidence-line"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : piece.id)}
        >
          <Pictogram paths={pictograms[evidenceIcons[piece.kind]]} size={16} />
          <span>
            <q className="evidence-text">{piece.text || t('evidence.noText')}</q>
            <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
          </span>
        </button>
        {!isOpen && <PiecePhotos piece={piece} places={places} />}
      </div>
      {isOpen && <EvidenceDetails piece={piece} places={places} />}
    </li>
  );
});

function signed(value: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(value);
}
