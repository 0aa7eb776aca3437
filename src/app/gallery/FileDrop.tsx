import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { useTranslation } from 'react-i18next';

/** Files dropped anywhere on the window are imported. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  return (
    <Dropzone.FullScreen active onDrop={onFiles} activateOnKeyboard={false} inputProps={{ 'aria-hidden': true }}>
      <div className="drop-note">{t('gallery.dropHere')}</div>
    </Dropzone.FullScreen>
  );
}
