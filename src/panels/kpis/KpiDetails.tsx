import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { KpiForm } from './KpiForm.tsx';
import { Measurements } from './Measurements.tsx';

const modes = ['badge', 'color'] as const;
const laneRoles = ['kpi', 'trend'] as const;

/** One KPI: whether the map shows it, what was measured at a place, and what it means. */
export function KpiDetails({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const overlay = useSession((session) => session.overlay);
  const lanes = useDocuments(({ map }) => map.lanes);
  const isShown = overlay.kpiId === kpi.id;
  return (
    <div className="kpi-details">
      <div className="chips" role="group" aria-label={t('kpi.showOnMap')}>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            className="chip"
            aria-pressed={isShown && overlay[mode]}
            onClick={() =>
              editor.session.setState({
                overlay: {
                  ...overlay,
                  kpiId: kpi.id,
                  period: isShown ? overlay.period : null,
                  [mode]: !(isShown && overlay[mode]),
                },
              })
            }
          >
            {t(`action.overlay.${mode}`)}
          </button>
        ))}
        {laneRoles.map((role) => {
          const found = Object.values(lanes).find((lane) => lane.role === role && lane.kpiId === kpi.id);
          return (
            <button
              key={role}
              type="button"
              className="chip"
              aria-pressed={found !== undefined && !found.hidden}
              onClick={() =>
                found
                  ? editor.run('setLaneHidden', { id: found.id, hidden: !found.hidden })
                  : editor.run('addLane', { name: kpi.name, side: 'below', role, kpiId: kpi.id })
              }
            >
              {t(`action.overlay.${role}`)}
            </button>
          );
        })}
      </div>
      <Measurements kpi={kpi} />
      <details className="kpi-more" open={kpi.description === '' || undefined}>
        <summary>{t('kpi.edit')}</summary>
        <KpiForm kpi={kpi} />
      </details>
      <Button
        size="xs"
        variant="default"
        onClick={() => editor.run('updateKpi', { id: kpi.id, fields: { archived: !kpi.archived } })}
      >
        {t(kpi.archived ? 'kpi.restore' : 'kpi.archive')}
      </Button>
    </div>
  );
}
