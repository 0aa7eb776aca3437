import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePictureAddress, usePictures } from '../../editor/pictures.ts';
import { type PictureProblem, readPicture } from '../../panels/personas/readPicture.ts';
import { shrink } from './shrink.ts';

interface WalkPhotoProps {
  readonly photo: string | null;
  readonly title: string;
  readonly onSet: (photo: string | null) => void;
}

/** The photo of a stop: taken or chosen, made smaller, kept with the pictures of the workspace. */
export function WalkPhoto({ photo, title, onSet }: WalkPhotoProps) {
  const { t } = useTranslation();
  const pictures = usePictures();
  const address = usePictureAddress(photo);
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<PictureProblem | 'notKept' | null>(null);
  const choose = async (file: File) => {
    const read = await readPicture(file);
    if (typeof read === 'string') {
      setProblem(read);
      return;
    }
    const small = await shrink(read);
    read.close();
    setProblem(small === null ? 'broken' : null);
    if (small === null) return;
    try {
      onSet(await pictures.putAsset(await small.arrayBuffer(), small.type));
    } catch {
      setProblem('notKept');
    }
  };
  return (
    <div className="walk-photo">
      {address !== null && <img src={address} alt={t('walk.photoOf', { title })} />}
      <div className="walk-photo-tools">
        <button type="button" className="large-button" onClick={() => picker.current?.click()}>
          {t(photo === null ? 'walk.takePhoto' : 'walk.otherPhoto')}
        </button>
        {photo !== null && (
          <button type="button" className="large-button" onClick={() => onSet(null)}>
            {t('walk.removePhoto')}
          </button>
        )}
      </div>
      <input
        ref={picker}
        hidden
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={t('walk.photo')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
      {problem !== null && (
        <p className="problem" role="alert">
          {t(`walk.photoProblems.${problem}`)}
        </p>
      )}
    </div>
  );
}
