import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { KpiForm } from './KpiForm.tsx';
import { Measurements } from './Measurements.tsx';
import { overlayChips, overlayKeys } from './overlayChips.ts';

const laneRoles = ['kpi', 'trend'] as const;

/** One KPI: whether the map shows it, what was measured at a place, and what it means. */
export function KpiDetails({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const overlay = useSession((session) => session.overlay);
  const documents = useDocuments((docs) => docs);
  const { lanes } = documents.map;
  // The first letter of its description must not fold the form it is typed in.
  const [isNew] = useState(kpi.description === '');
  return (
    <div className="kpi-details">
      <div className="kpi-overlays" role="group" aria-label={t('kpi.showOnMap')}>
        {overlayChips(documents, overlay, kpi.id).map(({ mode, isOn, next }) => (
          <button
            key={mode}
            type="button"
            className="chip"
            aria-pressed={isOn}
            onClick={() => editor.session.setState({ overlay: next })}
          >
            {t(`action.overlay.${mode}`)}
            <span className="kpi-key" aria-hidden="true">
              {overlayKeys[mode]}
            </span>
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
              <span className="kpi-key" aria-hidden="true">
                {overlayKeys[role]}
              </span>
            </button>
          );
        })}
      </div>
      <Measurements kpi={kpi} />
      <details className="kpi-more" open={isNew || undefined}>
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
