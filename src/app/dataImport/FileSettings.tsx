import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { encodings } from '../../exchange/data/decodeText.ts';
import type { TableReport, TableSettings } from '../../exchange/data/inspectTable.ts';
import { delimiters } from '../../exchange/data/splitRows.ts';
import { Choice } from './Choice.tsx';
import { settingText } from './settingTexts.ts';
import '../../ui/choices.css';

/** How the bytes of a file become a table. What could well be otherwise is marked. */
export function FileSettings({
  report,
  isTitled = true,
  onChange,
}: {
  report: TableReport;
  /** False where what is around says it. */
  isTitled?: boolean;
  onChange: (change: Partial<TableSettings>) => void;
}) {
  const { t } = useTranslation();
  const { settings, unsure, tables } = report;
  const mark = (key: keyof TableSettings) => (unsure.includes(key) ? ('ask' as const) : undefined);
  return (
    <section>
      {isTitled && <h3>{t('data.understood.file')}</h3>}
      {tables.length > 1 && (
        <Choice
          label={t('data.file.table')}
          value={String(settings.table)}
          mark={mark('table')}
          options={tables.map((_, at) => ({
            value: String(at),
            label: settingText('table', at, tables, t),
          }))}
          onChange={(value) => onChange({ table: Number(value) })}
        />
      )}
      <div className="data-pair">
        <Choice
          label={t('data.file.delimiter')}
          value={settings.delimiter}
          mark={mark('delimiter')}
          options={delimiters.map((value) => ({ value, label: settingText('delimiter', value, tables, t) }))}
          onChange={(value) => onChange({ delimiter: value as TableSettings['delimiter'] })}
        />
        <Choice
          label={t('data.file.decimal')}
          value={settings.decimal}
          mark={mark('decimal')}
          options={(['.', ','] as const).map((value) => ({ value, label: settingText('decimal', value, tables, t) }))}
          onChange={(value) => onChange({ decimal: value as TableSettings['decimal'] })}
        />
        <Choice
          label={t('data.file.encoding')}
          value={settings.encoding}
          mark={mark('encoding')}
          options={encodings.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ encoding: value as TableSettings['encoding'] })}
        />
        <Choice
          label={t('data.file.header')}
          value={String(settings.headerRows)}
          mark={mark('headerRows')}
          options={([0, 1, 2, 3] as const).map((value) => ({
            value: String(value),
            label: settingText('headerRows', value, tables, t),
          }))}
          onChange={(value) => onChange({ headerRows: Number(value) as TableSettings['headerRows'] })}
        />
      </div>
      <Choice
        label={t('data.file.headerLine')}
        value={String(settings.headerLine)}
        mark={mark('headerLine')}
        options={[
          { value: '0', label: settingText('headerLine', 0, tables, t) },
          ...report.firstRows.map(({ line, cells }) => ({
            value: String(line),
            label: t('data.file.headerAt', { line, names: cells.join(', ').slice(0, 60) }),
          })),
        ]}
        onChange={(value) => onChange({ headerLine: Number(value) })}
      />
      <Checkbox
        size="xs"
        checked={settings.comments}
        label={t('data.file.comments')}
        onChange={(event) => onChange({ comments: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        checked={settings.totals}
        label={t('data.file.totals')}
        onChange={(event) => onChange({ totals: event.currentTarget.checked })}
      />
      <Comments lines={tables[settings.table]?.comments ?? []} />
    </section>
  );
}

/** What stands above the table. */
function Comments({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details className="data-comments">
      <summary>{t('data.file.commentLines', { count: lines.length })}</summary>
      {lines.slice(0, 12).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other name than their place
        <p key={at}>{line}</p>
      ))}
    </details>
  );
}
