import type { TFunction } from 'i18next';
import type { TableReport, TableSettings } from '../../exchange/data/inspectTable.ts';

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const labels = {
  table: 'table',
  delimiter: 'delimiter',
  decimal: 'decimal',
  encoding: 'encoding',
  headerRows: 'header',
  headerLine: 'headerLine',
  comments: 'comments',
  totals: 'totals',
} as const;

/** What a value of a setting is called. */
export function settingText<K extends keyof TableSettings>(
  setting: K,
  value: TableSettings[K],
  tables: TableReport['tables'],
  t: TFunction,
): string {
  const set: Partial<TableSettings> = { [setting]: value };
  if (set.delimiter !== undefined) return t(`data.delimiters.${delimiterNames[set.delimiter]}`);
  if (set.decimal !== undefined) return t(`data.decimals.${set.decimal === '.' ? 'point' : 'comma'}`);
  if (set.headerRows !== undefined) return t('data.file.headerRows', { count: set.headerRows });
  if (set.headerLine === 0) return t('data.file.headerFound');
  const table = set.table === undefined ? undefined : tables[set.table];
  if (table !== undefined) {
    const names = (table.title || table.names.filter((name) => name !== '').join(', ')).slice(0, 60);
    return t('data.file.tableAt', { line: table.line, names });
  }
  return typeof value === 'boolean' ? t(`data.file.${value ? 'yes' : 'no'}`) : String(value);
}

/** What was not taken of a change to the settings of a table, and what holds in its stead. */
export function refusedText(change: Partial<TableSettings>, { settings, tables }: TableReport, t: TFunction): string {
  const lines = (Object.keys(labels) as (keyof TableSettings)[]).flatMap((setting) => {
    const wanted = change[setting];
    if (wanted === undefined) return [];
    const [to, kept] = [wanted, settings[setting]].map((value) => settingText(setting, value as never, tables, t));
    return [t('data.file.refused', { setting: t(`data.file.${labels[setting]}`), wanted: to, kept })];
  });
  return lines.join(' ');
}
