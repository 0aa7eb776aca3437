import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorState, useSession } from '../../editor/useEditor.ts';
import { summaryMarkdown } from '../../exchange/summaryMarkdown.ts';
import { download, fileName } from '../download.ts';
import { failureText } from '../failureText.ts';
import { SummaryView } from './SummaryView.tsx';
import { summaryContent } from './summaryContent.ts';
import './summary.css';
import '../../ui/choices.css';

/** The executive summary over the whole screen, to be read and taken out as a picture or as Markdown. */
export function SummaryDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const documents = useEditorState((state) => state.documents);
  const personaIds = useSession((session) => session.personaFilter);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const page = useMemo(
    () => summaryContent(documents, t, i18n.language, new Date().toISOString(), personaIds),
    [documents, personaIds, t, i18n.language],
  );
  const name = `${page.title} ${t('summary.file')}`;
  const markdown = () => summaryMarkdown(page, (value) => t('summary.severity', { value }));
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setSaid('');
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(failureText(error, t, 'otherExport'));
    } finally {
      setBusy(false);
    }
  };
  const savePng = () =>
    attempt(async () => {
      const { summaryPng } = await import('./summaryPng.ts');
      download(await summaryPng(page, theme), fileName(name, 'png'));
    });
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(markdown()).catch(() => {
        throw new Error(t('said.copyRefused'));
      });
      setSaid(t('summary.copied'));
    });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t('summary.heading')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div className="summary-tools">
        <SegmentedControl
          size="xs"
          aria-label={t('export.theme')}
          value={theme}
          onChange={(value) => setTheme(value as 'light' | 'dark')}
          data={(['light', 'dark'] as const).map((value) => ({ value, label: t(`export.themes.${value}`) }))}
        />
        <Button size="xs" loading={busy} onClick={savePng}>
          {t('export.savePng')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => download(new Blob([markdown()], { type: 'text/markdown' }), fileName(name, 'md'))}
        >
          {t('summary.saveMarkdown')}
        </Button>
        <Button size="xs" variant="default" onClick={copy}>
          {t('summary.copyMarkdown')}
        </Button>
        <span className="hint" role="status">
          {said}
        </span>
      </div>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <SummaryView page={page} />
    </Modal>
  );
}
