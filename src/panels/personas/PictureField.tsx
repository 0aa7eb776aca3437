import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePictureAddress, usePictures } from '../../editor/pictures.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Persona } from '../../model/records/persona.ts';
import { type PictureProblem, readPicture } from './readPicture.ts';

const CropDialog = lazy(() => import('./CropDialog.tsx').then((module) => ({ default: module.CropDialog })));

/** The picture of a persona: chosen from a file, cut to a square, taken away. */
export function PictureField({ persona }: { persona: Persona }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const pictures = usePictures();
  const address = usePictureAddress(persona.picture);
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ImageBitmap | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const set = (picture: string | null) => editor.run('updatePersona', { id: persona.id, fields: { picture } });
  const choose = async (file: File) => {
    const read = await readPicture(file);
    setProblem(typeof read === 'string' ? read : null);
    setChosen(typeof read === 'string' ? null : read);
  };
  const close = () => {
    chosen?.close();
    setChosen(null);
  };
  return (
    <div className="picture-field">
      {address !== null && <img className="persona-picture" src={address} alt="" />}
      <div className="persona-actions">
        <Button size="compact-xs" variant="default" onClick={() => picker.current?.click()}>
          {t(persona.picture === null ? 'profile.choosePicture' : 'profile.otherPicture')}
        </Button>
        {persona.picture !== null && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => set(null)}>
            {t('profile.removePicture')}
          </Button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        aria-label={t('profile.picture')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
      {problem !== null && (
        <p className="problem" role="alert">
          {t(`profile.pictureProblems.${problem}`)}
        </p>
      )}
      <Suspense fallback={null}>
        {chosen !== null && (
          <CropDialog
            picture={chosen}
            onClose={close}
            onKeep={async (part) => {
              set(await pictures.putAsset(await part.arrayBuffer(), part.type));
              close();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
