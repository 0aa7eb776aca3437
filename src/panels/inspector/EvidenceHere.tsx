import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClaimKind, claimAt, evidenceByPlace, placeKey } from '../../analysis/claims.ts';
import { walkPhotos } from '../../analysis/walkPhotos.ts';
import { usePictureAddress } from '../../editor/pictures.ts';
import { showEvidence } from '../../editor/session.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { evidenceIcons } from '../../model/evidenceIcons.ts';
import { pictograms } from '../../model/pictograms.ts';
import { Photo } from '../../ui/Photo.tsx';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { StrengthMark } from '../../ui/StrengthMark.tsx';
import '../../ui/recordLine.css';
import './evidenceHere.css';

/** As many pieces are shown here; the panel has all. */
const MOST = 4;

interface EvidenceHereProps {
  readonly kind: Exclude<ClaimKind, 'sentiment'>;
  readonly placeId: string;
  readonly toId: string | null;
}

/** What is attached to a touchpoint or way, how strong that makes the claim, and the button that adds to it. */
export function EvidenceHere({ kind, placeId, toId }: EvidenceHereProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const citations = useDocuments(({ map }) => map.citations);
  const evidence = useDocuments(({ map }) => map.evidence);
  const walkSteps = useDocuments(({ map }) => map.walkSteps);
  const title = useDocuments(({ map }) => map.touchpoints[placeId]?.title);
  const claims = useAnalysis((analysis) => analysis.claims);
  const byPlace = useMemo(() => evidenceByPlace({ citations, evidence }), [citations, evidence]);
  const place = { placeId, toId };
  const pieces = byPlace.get(placeKey(place)) ?? [];
  const claim = claimAt(claims, kind, place);
  return (
    <div className="evidence-here" role="group" aria-label={t('evidence.here')}>
      <Text component="div" className="field-label">
        {t('evidence.here')}
      </Text>
      {claim !== undefined && (
        <p className="evidence-strength">
          <StrengthMark strength={claim.strength} />
          {t(`evidence.claim.${kind}`, { strength: t(`evidence.strengths.${claim.strength}`) })}
          {pieces.length > 0 && ` (${t('evidence.pieces', { count: pieces.length })})`}
        </p>
      )}
      <ul className="evidence-pieces">
        {pieces.slice(0, MOST).map(({ id, kind: pieceKind, text, importId }) => (
          <li key={id}>
            <button
              type="button"
              className="record-line"
              title={t('evidence.open', { text })}
              onClick={() => showEvidence(editor.session, id)}
            >
              <Pictogram paths={pictograms[evidenceIcons[pieceKind]]} size={14} />
              <span className="evidence-short">{text || t('evidence.noText')}</span>
            </button>
            {walkPhotos({ walkSteps }, { kind: pieceKind, importId }, [place]).map(({ photo }) => (
              <PhotoHere key={photo} photo={photo} title={title || t('map.untitled')} />
            ))}
          </li>
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => showEvidence(editor.session, editor.run('addEvidence', { places: [place] }))}
      >
        {t('evidence.addHere')}
      </Button>
    </div>
  );
}

function PhotoHere({ photo, title }: { photo: string; title: string }) {
  const { t } = useTranslation();
  const address = usePictureAddress(photo);
  if (address === null) return null;
  const texts = { hint: t('evidence.photoLarge'), close: t('evidence.photoClose') };
  return <Photo address={address} alt={t('evidence.photoOf', { title })} {...texts} />;
}
