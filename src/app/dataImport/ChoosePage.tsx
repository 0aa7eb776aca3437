import { Button, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { MapTables } from '../../model/tables.ts';
import { OnMap } from './OnMap.tsx';
import type { Pasted } from './usePasted.ts';

const accept = '.csv,.tsv,.tab,.txt,.xes,.xml,.gz';

/** Where a file comes from; and what has been put on the map before. */
export function ChoosePage({
  editor,
  map,
  pasted,
  onFile,
}: {
  editor: Editor | null;
  /** The open map; null in the gallery. */
  map: MapTables | null;
  pasted: Pasted;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
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
          value={pasted.text}
          label={t('data.choose.pasteHere')}
          placeholder={t('data.choose.pasteExample')}
          onChange={(event) => pasted.set(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          mt={8}
          disabled={pasted.text.trim() === ''}
          onClick={() => onFile(pasted.asFile(t('data.choose.pastedName')))}
        >
          {t('data.choose.usePasted')}
        </Button>
      </section>
      {editor !== null && map !== null && <OnMap editor={editor} map={map} />}
    </div>
  );
}
