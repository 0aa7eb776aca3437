import { Button, Checkbox, Group, Modal, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../layout/scene.ts';
import { mapRecord } from '../../model/tables.ts';
import { useActions } from '../actions/actionsContext.ts';
import { download, fileName } from '../download.ts';
import { paintPng, pngSizeOf, titleOf } from '../exportMap.ts';
import { failureText } from '../failureText.ts';
import { overlayPicture } from '../kpis/overlayPicture.ts';
import { layOutWhole } from '../wholeMap.ts';
import '../../ui/choices.css';

/** How large the picture of the map is to be, and what it will really measure. */
export function PngDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { editor } = useActions();
  const [scale, setScale] = useState(2);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [laid, setLaid] = useState<{ scene: Scene; title: number; legend: number } | null>(null);
  const [titled, setTitled] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  // As it stands when the dialog opens.
  const [session] = useState(() => editor.session.getState());
  const { lens, overlay } = session;

  useEffect(() => {
    const layOut = async () => {
      const docs = editor.documents();
      const whole = await layOutWhole(docs, lens, session);
      const { height: title } = await titleOf(docs, whole, lens, session);
      const { height: legend } = await overlayPicture(docs, whole.scene, whole.measurer, session);
      setLaid({ scene: whole.scene, title, legend });
    };
    void layOut();
  }, [editor, lens, session]);

  const size = laid === null ? null : pngSizeOf(laid.scene, scale, (titled ? laid.title : 0) + laid.legend);
  const number = new Intl.NumberFormat(i18n.language);
  const save = async () => {
    setBusy(true);
    try {
      const options = { scale, lens, theme, looked: session, title: titled, overlay };
      const { blob } = await paintPng(editor.documents(), options);
      download(blob, fileName(mapRecord(editor.documents().map).name, 'png'));
      onClose();
    } catch (error) {
      setProblem(failureText(error, t, 'otherExport'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('export.pngTitle')} closeButtonProps={{ 'aria-label': t('panel.close') }}>
      <div className="field-label" id="png-scale">
        {t('export.scale')}
      </div>
      <SegmentedControl
        fullWidth
        aria-labelledby="png-scale"
        value={String(scale)}
        onChange={(value) => setScale(Number(value))}
        data={['1', '2', '3', '4'].map((value) => ({ value, label: `${value}×` }))}
      />
      <div className="field-label" id="png-theme">
        {t('export.theme')}
      </div>
      <SegmentedControl
        fullWidth
        aria-labelledby="png-theme"
        value={theme}
        onChange={(value) => setTheme(value as 'light' | 'dark')}
        data={(['light', 'dark'] as const).map((value) => ({ value, label: t(`export.themes.${value}`) }))}
      />
      <Checkbox
        mt="md"
        label={t('export.title')}
        checked={titled}
        onChange={(event) => setTitled(event.currentTarget.checked)}
      />
      {size !== null && (
        <p className="hint" role="status">
          {t('export.size', { width: number.format(size.width), height: number.format(size.height) })}
          {size.clamped && ` ${t('export.clamped', { scale: number.format(Math.round(size.scale * 100) / 100) })}`}
        </p>
      )}
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button loading={busy} disabled={laid === null} onClick={save}>
          {t('export.savePng')}
        </Button>
      </Group>
    </Modal>
  );
}
