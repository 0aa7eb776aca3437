import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FEW } from '../../analysis/kpi/combine.ts';
import { stateOf } from '../../analysis/kpi/judgeFigure.ts';
import { sourceOfPoint } from '../../analysis/kpi/kpiFigures.ts';
import { countText, periodText, valueText } from '../../analysis/kpi/kpiText.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Point } from '../../model/records/series.ts';
import { FigureMark } from '../../ui/FigureMark.tsx';

interface PointLineProps {
  readonly kpi: Kpi;
  readonly point: Point;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One measurement: its period, value and n, and whether it was typed or which file it is from. */
export function PointLine({ kpi, point, onEdit, onDelete }: PointLineProps) {
  const { t, i18n } = useTranslation();
  const file = useDocuments(({ map }) => map.dataImports[point.importId ?? '']?.fileName);
  const { language } = i18n;
  const period = periodText(point, language);
  const state = stateOf(kpi, point.value);
  const isFew = point.n !== null && point.n < FEW;
  const kind = sourceOfPoint(point);
  const source =
    kind === 'typed'
      ? t('kpi.typed')
      : kind === 'walk'
        ? t('kpi.sources.walk')
        : file === undefined
          ? t('kpi.fileGone')
          : t('kpi.file', { name: file });
  return (
    <li className="kpi-point" data-few={isFew || undefined}>
      <FigureMark state={state} />
      <span className="kpi-point-text">
        <b>{valueText(kpi, point.value, language)}</b>{' '}
        <span>{point.n === null ? t('kpi.noCount') : t('kpi.count', { n: countText(point.n, language) })}</span>
        {isFew && <em> {t('kpi.few')}</em>}
        <span className="visually-hidden">{t(`kpi.states.${state}`)}</span>
        <small>
          {period} · {source}
        </small>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('kpi.editPoint', { period })}
        title={t('kpi.editPoint', { period })}
        onClick={onEdit}
      >
        ✎
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('kpi.deletePoint', { period })}
        title={t('kpi.deletePoint', { period })}
        onClick={onDelete}
      >
        ×
      </ActionIcon>
    </li>
  );
}
