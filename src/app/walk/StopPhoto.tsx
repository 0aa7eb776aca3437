import { useTranslation } from 'react-i18next';
import { usePictureAddress } from '../../editor/pictures.ts';
import { Photo } from '../../ui/Photo.tsx';

/** The photo of a stop where the stop is told of, small; nothing where none was taken. */
export function StopPhoto({ photo, title, wide }: { photo: string | null; title: string; wide?: boolean }) {
  const { t } = useTranslation();
  const address = usePictureAddress(photo);
  if (address === null) return null;
  const texts = { alt: t('walk.photoOf', { title }), hint: t('walk.photoLarge'), close: t('walk.photoClose') };
  return <Photo address={address} {...texts} wide={wide} />;
}
