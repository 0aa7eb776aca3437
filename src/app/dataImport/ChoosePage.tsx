import { Button, Textarea } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { MapTables } from '../../model/tables.ts';
import { type KeptOfImport, keptOfImports } from './standing.ts';

const accept = '.csv,.tsv,.tab,.txt,.xes,.xml,.gz';

/** Where a file comes from; and what has been put on the map before. */
export function ChoosePage({
  editor,
  map,
  onFile,
}: {
  editor: Editor | null;
  /** The open map; null in the gallery. */
  map: MapTables | null;
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
          {map !== null && (
            <li>
              <b>{t('data.evidence.rows')}</b>
              {t('data.evidence.rowsWhat')}
            </li>
          )}
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
      {editor !== null && map !== null && <Imports editor={editor} map={map} />}
    </div>
  );
}

/** The files whose figures are on the map, with what of them is there now and what was left out. */
function Imports({ editor, map }: { editor: Editor; map: MapTables }) {
  const { t, i18n } = useTranslation();
  const all = inOrder(Object.values(map.dataImports)).reverse();
  const there = keptOfImports(map);
  const [removed, setRemoved] = useState<string | null>(null);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(i18n.language);
  const keptText = ({ points, evidence }: KeptOfImport) =>
    points + evidence === 0
      ? t('data.imports.keptNone')
      : [
          ...(points > 0 || evidence === 0
            ? [t('data.imports.kept', { count: points, all: number.format(points) })]
            : []),
          ...(evidence > 0 ? [t('data.put.evidence', { count: evidence, all: number.format(evidence) })] : []),
        ].join(' · ');
  return (
    <section className="data-card data-imports">
      <h3>{t('data.imports.title')}</h3>
      <div role="status">
        {removed !== null && (
          <p>
            {t('data.imports.removed', { name: removed })}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                editor.undo();
                setRemoved(null);
              }}
            >
              {t('action.undo')}
            </Button>
          </p>
        )}
      </div>
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
              <span>{keptText(there.get(each.id) ?? { points: 0, evidence: 0 })}</span>
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
              onClick={() => {
                editor.run('removeImport', { id: each.id });
                setRemoved(each.fileName);
              }}
            >
              {t('data.imports.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
