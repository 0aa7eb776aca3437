import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type EvidenceSettings,
  evidenceRoles,
  type FeelingScale,
  feelingScales,
} from '../../exchange/data/evidenceTable.ts';
import type { EvidenceTable } from './useTable.ts';
import '../../ui/lists.css';

/** Which column holds what, and what a date or a figure means where that can be read in more than one way. */
export function TableColumns({
  table: { report, settings },
  onChange,
}: {
  table: EvidenceTable;
  onChange: (settings: EvidenceSettings) => void;
}) {
  const { t } = useTranslation();
  const columns = report.columns.map(({ at, name }) => ({
    value: String(at),
    label: name || t('evidenceTable.column', { number: at + 1 }),
  }));
  return (
    <fieldset className="evidence-columns">
      <legend>{t('evidenceTable.columns')}</legend>
      {evidenceRoles.map((role) => (
        <Select
          key={role}
          size="xs"
          clearable={role !== 'text'}
          allowDeselect={role !== 'text'}
          label={t(role === 'touchpoint' ? 'evidence.place' : `evidence.${role}`)}
          placeholder={t('evidenceTable.none')}
          value={settings.columns[role] === null ? null : String(settings.columns[role])}
          data={columns}
          onChange={(value) =>
            onChange({ ...settings, columns: { ...settings.columns, [role]: value === null ? null : Number(value) } })
          }
        />
      ))}
      {settings.columns.sentiment !== null && (
        <Select
          size="xs"
          allowDeselect={false}
          label={t('evidenceTable.scale')}
          value={settings.scale}
          data={feelingScales.map((value) => ({ value, label: t(`evidenceTable.scales.${value}`) }))}
          onChange={(scale) => scale && onChange({ ...settings, scale: scale as FeelingScale })}
        />
      )}
      {settings.columns.date !== null && (
        <Select
          size="xs"
          label={t('evidenceTable.order')}
          placeholder={t('evidenceTable.orderAsk')}
          error={settings.order === null}
          allowDeselect={false}
          value={settings.order}
          data={(['dayFirst', 'monthFirst'] as const).map((value) => ({
            value,
            label: t(`evidenceTable.orders.${value}`),
          }))}
          onChange={(order) => order && onChange({ ...settings, order: order as EvidenceSettings['order'] })}
        />
      )}
    </fieldset>
  );
}
