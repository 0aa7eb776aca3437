import { useTranslation } from 'react-i18next';
import { type StopPhoto, walkPhotos } from '../../analysis/walkPhotos.ts';
import { usePictureAddress } from '../../editor/pictures.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import type { Evidence } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';
import { Photo } from '../../ui/Photo.tsx';

interface PiecePhotosProps {
  readonly piece: Evidence;
  readonly places: readonly Place[];
  readonly wide?: boolean;
}

/** What was photographed at the stops that a piece came from. */
export function PiecePhotos({ piece, places, wide }: PiecePhotosProps) {
  const walkSteps = useDocuments(({ map }) => map.walkSteps);
  return walkPhotos({ walkSteps }, piece, places).map((photo) => (
    <PiecePhoto key={photo.touchpointId} {...photo} wide={wide} />
  ));
}

function PiecePhoto({ touchpointId, photo, wide }: StopPhoto & Pick<PiecePhotosProps, 'wide'>) {
  const { t } = useTranslation();
  const title = useDocuments(({ map }) => map.touchpoints[touchpointId]?.title);
  const address = usePictureAddress(photo);
  if (address === null) return null;
  const alt = t('evidence.photoOf', { title: title || t('map.untitled') });
  return (
    <Photo address={address} alt={alt} hint={t('evidence.photoLarge')} close={t('evidence.photoClose')} wide={wide} />
  );
}
