import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '../editor/useEditor.ts';
import type { CurveSource } from '../layout/scene.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import type { Documents } from '../model/tables.ts';
import { feelerName, feelingText } from './feelingText.ts';
import { useLaid } from './mapView.ts';

/** The values of the curves as a table, for those who hear the map instead of seeing it. */
export function CurveTable() {
  const curves = useDeferredValue(useLaid((laid) => laid.curves));
  const isShown = useLaid((laid) => laid.scene.rows.some(({ laneRole }) => laneRole === 'emotion'));
  // Long tables must not hold up the typing of a title.
  const docs = useDeferredValue(useDocuments((documents) => documents));
  return isShown && curves.length > 0 ? <Values curves={curves} docs={docs} /> : null;
}

const Values = memo(function Values({ curves, docs }: { curves: readonly CurveSource[]; docs: Documents }) {
  const { t } = useTranslation();
  const at = new Map(stepsInOrder(docs.map).map(({ id }, index) => [id, index]));
  const lines = curves
    .flatMap(({ personaId, points, behindMeans }) =>
      [...points, ...behindMeans].flatMap((point) =>
        point.value === null ? [] : [{ personaId, ...point, value: point.value, step: at.get(point.stepId) ?? 0 }],
      ),
    )
    .sort((a, b) => a.step - b.step);
  const said = curves
    .flatMap(({ personaId, voiced = [] }) =>
      voiced.map((value) => ({ personaId, ...value, step: at.get(value.stepId) ?? 0 })),
    )
    .sort((a, b) => a.step - b.step);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{t('curve.table')}</caption>
        <thead>
          <tr>
            {(['step', 'touchpoint', 'persona', 'feeling'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`curve.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ personaId, stepId, touchpointId, value, mean, strength }) => (
            <tr key={`${personaId} ${stepId} ${touchpointId}`}>
              <td>{docs.map.steps[stepId]?.name || t('map.unnamed')}</td>
              <td>
                {touchpointId === null || mean
                  ? t('curve.mean', { count: countBehind(curves, personaId, stepId) })
                  : docs.map.touchpoints[touchpointId]?.title || t('map.untitled')}
              </td>
              <td>{feelerName(docs, personaId, t)}</td>
              <td>
                {feelingText(docs, value, t)}
                {strength !== undefined && `, ${t(`strength.${strength}`)}`}
              </td>
            </tr>
          ))}
          {said.map(({ personaId, stepId, touchpointId, value, n }) => (
            <tr key={`said ${personaId} ${touchpointId}`}>
              <td>{docs.map.steps[stepId]?.name || t('map.unnamed')}</td>
              <td>{docs.map.touchpoints[touchpointId]?.title || t('map.untitled')}</td>
              <td>{feelerName(docs, personaId, t)}</td>
              <td>{t('curve.saysEvidence', { value: feelingText(docs, value, t), n })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function countBehind(curves: readonly CurveSource[], personaId: string, stepId: string): number {
  const curve = curves.find((candidate) => candidate.personaId === personaId);
  return curve?.behindMeans.filter((value) => value.stepId === stepId).length ?? 0;
}
