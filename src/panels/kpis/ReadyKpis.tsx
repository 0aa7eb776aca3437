import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import { readyKpis } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';

interface ReadyKpisProps {
  readonly kpis: readonly Kpi[];
  /** Whether the list begins open. */
  readonly open: boolean;
  readonly onAdded: (id: string) => void;
}

/** The field's own KPIs that the library lacks, each to be added as it is usually meant. */
export function ReadyKpis({ kpis, open, onAdded }: ReadyKpisProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const taken = new Set(kpis.map(({ metric }) => metric));
  const free = readyKpis.filter(({ metric }) => !taken.has(metric));
  return (
    <details className="kpi-more" open={open || undefined}>
      <summary>{t('kpi.ready')}</summary>
      <p className="hint">{free.length === 0 ? t('kpi.allTaken') : t('kpi.readyHint')}</p>
      <ul className="kpi-list">
        {free.map((fields) => {
          const name = t(`kpi.fields.${fields.metric}.name`);
          const description = t(`kpi.fields.${fields.metric}.text`);
          return (
            <li key={fields.metric}>
              <button
                type="button"
                className="kpi-line"
                aria-label={t('kpi.addReady', { name })}
                onClick={() => onAdded(editor.run('addKpi', { fields: { ...fields, name, description } }))}
              >
                <b>+ {name}</b>
                <small>{description}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
