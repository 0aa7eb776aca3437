import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePictureAddress, usePictures } from '../../editor/pictures.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { download, fileName } from '../download.ts';
import { failureText } from '../failureText.ts';
import { SheetPage } from './SheetPage.tsx';
import { sheetContent } from './sheetContent.ts';
import '../../ui/choices.css';

/** The sheet of a persona over the whole screen, to be read and saved as a picture. */
export function SheetDialog({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  useReturnFocus();
  const persona = useDocuments(({ library }) => library.personas[id]);
  const pictures = usePictures();
  const address = usePictureAddress(persona?.picture ?? null);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  if (persona === undefined) return null;
  const sheet = sheetContent(persona, t, i18n.language);
  const save = async () => {
    setBusy(true);
    setProblem('');
    try {
      const { sheetPng } = await import('./sheetPng.ts');
      const asset = persona.picture === null ? null : await pictures.getAsset(persona.picture);
      download(await sheetPng(sheet, theme, asset), fileName(sheet.name, 'png'));
    } catch (error) {
      setProblem(failureText(error, t, 'otherExport'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      fullScreen
      onClose={() => editor.session.setState({ personaSheet: null })}
      title={t('profile.sheetTitle')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div className="sheet-tools">
        <span id="sheet-theme">{t('export.theme')}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="sheet-theme"
          value={theme}
          onChange={(value) => setTheme(value as 'light' | 'dark')}
          data={(['light', 'dark'] as const).map((value) => ({ value, label: t(`export.themes.${value}`) }))}
        />
        <Button size="xs" loading={busy} onClick={save}>
          {t('export.savePng')}
        </Button>
      </div>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <SheetPage sheet={sheet} picture={address} />
    </Modal>
  );
}
