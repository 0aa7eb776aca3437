import { Button, Textarea } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { MapTables } from '../../model/tables.ts';

const accept = '.csv,.tsv,.tab,.txt,.xes,.xml,.gz';

/** Where a file comes from; and what has been put on the map before. */
export function ChoosePage({
  editor,
  imports,
  onFile,
}: {
  editor: Editor | null;
  imports: MapTables['dataImports'];
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  return (
    <div className="data-choose">
      <section className="data-card">
        <h3>{t('data.choose.file')}</h3>
        <p>{t('data.choose.what')}</p>
        <ul className="data-formats">
          {(['log', 'metrics', 'analytics', 'survey'] as const).map((kind) => (
            <li key={kind}>
              <b>{t(`data.choose.${kind}`)}</b>
              {t(`data.choose.${kind}What`)}
            </li>
          ))}
        </ul>
        <Button size="xs" leftSection={<IconUpload size={15} />} data-autofocus onClick={() => picker.current?.click()}>
          {t('data.choose.pick')}
        </Button>
        <p className="hint">{t('data.choose.private')}</p>
        <input
          ref={picker}
          type="file"
          hidden
          accept={accept}
          aria-label={t('data.choose.pick')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      </section>
      <section className="data-card">
        <h3>{t('data.choose.paste')}</h3>
        <Textarea
          size="xs"
          minRows={7}
          maxRows={7}
          rows={7}
          value={pasted}
          label={t('data.choose.pasteHere')}
          placeholder={t('data.choose.pasteExample')}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          mt={8}
          disabled={pasted.trim() === ''}
          onClick={() => onFile(new File([pasted], t('data.choose.pastedName')))}
        >
          {t('data.choose.usePasted')}
        </Button>
      </section>
      {editor !== null && <Imports editor={editor} imports={imports} />}
    </div>
  );
}

/** The files whose figures are on the map, with what was left out of them. */
function Imports({ editor, imports }: { editor: Editor; imports: MapTables['dataImports'] }) {
  const { t, i18n } = useTranslation();
  const all = inOrder(Object.values(imports)).reverse();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className="data-card data-imports">
      <h3>{t('data.imports.title')}</h3>
      {all.length === 0 && <p className="hint">{t('data.imports.none')}</p>}
      <ul>
        {all.map((each) => (
          <li key={each.id}>
            <div>
              <b>{each.fileName}</b>
              <span>
                {t(`data.kinds.${each.kind}`)} · {when.format(new Date(each.importedAt))} ·{' '}
                {t('data.imports.rows', {
                  count: each.rows,
                  taken: number.format(each.rowsTaken),
                  all: number.format(each.rows),
                })}
              </span>
              {each.leftOut !== '' && (
                <details>
                  <summary>{t('data.imports.leftOut')}</summary>
                  {each.leftOut.split('\n').map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </details>
              )}
            </div>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconTrash size={13} />}
              aria-label={t('data.imports.removeOf', { name: each.fileName })}
              onClick={() => editor.run('removeImport', { id: each.id })}
            >
              {t('data.imports.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
