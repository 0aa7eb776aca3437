import { Button, Modal, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFigures } from '../../commands/dataImports.ts';
import { announce } from '../../editor/session.ts';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { TableReport, TableSettings } from '../../exchange/data/inspectTable.ts';
import { readPieces } from '../../exchange/data/readPieces.ts';
import { FileSettings } from '../dataImport/FileSettings.tsx';
import { problemText } from '../dataImport/problemText.ts';
import { ReadingBox } from '../dataImport/ReadingBox.tsx';
import '../dataImport/dataImport.css';
import './tableDialog.css';
import { TableColumns } from './TableColumns.tsx';
import { TablePreview } from './TablePreview.tsx';
import { evidenceImportsOf, figuresOf, leftOutOf, withoutImports } from './tableImport.ts';
import { useTable } from './useTable.ts';

/** Guesses that are worth a look before the pieces are. */
const asked = ['encoding', 'delimiter', 'table'] as const;

interface TableDialogProps {
  /** A file that is in hand already, and what was said of how it is read. */
  readonly file?: File;
  readonly overrides?: Partial<TableSettings>;
  readonly onClose: () => void;
  /** Called when its rows have been added. */
  readonly onAdded?: () => void;
  /** Reads the rows as figures after all. */
  readonly onNumbers?: () => void;
}

/** Evidence from a table, pasted or chosen: what each column holds, what will be added, and what could not be read. */
export function TableDialog({ file, overrides = {}, onClose, onAdded, onNumbers }: TableDialogProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const documents = useDocuments((docs) => docs);
  const isSmall = useMediaQuery('(max-width: 700px)') ?? false;
  const { table, problem, busy, read, readAgain, cancel, change, forget } = useTable(file ?? null, overrides);
  const [text, setText] = useDraft('evidenceTable');
  const picker = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const replaces = table === null ? [] : evidenceImportsOf(documents.map, table.rows);
  const result =
    table === null
      ? null
      : readPieces(table.rows, table.settings, table.report.settings.decimal, withoutImports(documents, replaces));

  const add = () => {
    if (table === null || result === null) return;
    if (replaces.length > 0 && !asking) return setAsking(true);
    const leftOut = leftOutOf(result.problems, table.rows, t);
    const figures = figuresOf(result.pieces, table.rows, leftOut, new Date().toISOString());
    editor.transact('addManyEvidence', (docs) => importFigures(docs, { figures, replaces }));
    announce(editor.session, t('evidenceTable.added', { count: result.pieces.length }));
    editor.session.setState({ panel: 'evidence' });
    setText('');
    onAdded?.();
    onClose();
  };
  return (
    <Modal
      opened
      size={860}
      fullScreen={isSmall}
      onClose={onClose}
      title={t('evidenceTable.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      {busy === null && table === null && (
        <form
          className="evidence-paste"
          onSubmit={(event) => {
            event.preventDefault();
            void read(new File([text], t('evidenceTable.pasted')));
          }}
        >
          <p>{t('evidenceTable.intro')}</p>
          <Textarea
            data-autofocus
            rows={8}
            value={text}
            aria-label={t('evidenceTable.paste')}
            placeholder={t('evidenceTable.example')}
            styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="evidence-buttons">
            <Button type="submit" disabled={text.trim() === ''}>
              {t('evidenceTable.read')}
            </Button>
            <Button variant="default" onClick={() => picker.current?.click()}>
              {t('evidenceTable.choose')}
            </Button>
          </div>
          <input
            ref={picker}
            hidden
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-label={t('evidenceTable.file')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file) void read(file);
            }}
          />
        </form>
      )}
      {table !== null && (
        <>
          <TableColumns table={table} onChange={change} />
          <FileDetails report={table.report} onChange={(next) => void readAgain(table, next)} />
          {result !== null && <TablePreview table={table} result={result} />}
          {asking && (
            <p role="alert" className="evidence-again">
              {t('evidenceTable.again')}
            </p>
          )}
          <div className="evidence-buttons evidence-foot">
            <Button disabled={busy !== null || (result?.pieces.length ?? 0) === 0} onClick={add}>
              {t(asking ? 'evidenceTable.replace' : 'evidenceTable.add', { count: result?.pieces.length ?? 0 })}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setAsking(false);
                forget();
              }}
            >
              {t('evidenceTable.back')}
            </Button>
            {onNumbers !== undefined && (
              <Button variant="default" onClick={onNumbers}>
                {t('evidenceTable.numbers')}
              </Button>
            )}
          </div>
        </>
      )}
      {busy !== null && <ReadingBox busy={busy} onAside={null} onCancel={cancel} />}
      {problem !== null && (
        <p className="problem" role="alert">
          {problemText(problem)}
        </p>
      )}
    </Modal>
  );
}

/** How the file is read: open from the beginning where that is in doubt, and from then on as it was left. */
function FileDetails({
  report,
  onChange,
}: {
  report: TableReport;
  onChange: (change: Partial<TableSettings>) => void;
}) {
  const { t } = useTranslation();
  const [isOpen] = useState(asked.some((key) => report.unsure.includes(key)));
  return (
    <details className="evidence-file" open={isOpen}>
      <summary>{t('data.understood.file')}</summary>
      <FileSettings isTitled={false} report={report} onChange={onChange} />
    </details>
  );
}
