import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { placeKey } from '../../analysis/claims.ts';
import { FEW } from '../../analysis/kpi/combine.ts';
import { compareFigures } from '../../analysis/kpi/compareFigures.ts';
import { differenceOf, stateOf } from '../../analysis/kpi/judgeFigure.ts';
import { figureAt } from '../../analysis/kpi/kpiFigures.ts';
import { arithmeticText, countText, differenceText, periodText, valueText } from '../../analysis/kpi/kpiText.ts';
import { periodBefore, periodsOf } from '../../analysis/kpi/periods.ts';
import { useDocuments, useSession } from '../../editor/useEditor.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import { FigureMark } from '../../ui/FigureMark.tsx';

/** Where a KPI stands at a place in the period that is looked at: value, n, arithmetic, and what it is held against. */
export function Standing({
  kpi,
  place,
  personaIds,
  isMeasured,
}: {
  kpi: Kpi;
  place: Place;
  personaIds: readonly string[];
  /** Something was measured at this very place, of these very people. */
  isMeasured: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const map = useDocuments((documents) => documents.map);
  const overlay = useSession((session) => session.overlay);
  const periods = useMemo(
    () => periodsOf(Object.values(map.series).filter(({ kpiId }) => kpiId === kpi.id)),
    [map.series, kpi.id],
  );
  const period = (overlay.kpiId === kpi.id ? overlay.period : null) ?? periods[0];
  const figure = period === undefined ? null : figureAt(map, { kpi, period, personaIds }, place);
  if (period === undefined || figure === null)
    return isMeasured ? null : <p className="hint">{t('kpi.nothingHere')}</p>;
  const before = periodBefore(period, periods);
  const compared = before === null ? null : compareFigures(map, { kpi, period, personaIds }, before);
  const past = compared?.before.get(placeKey(place)) ?? null;
  const present = compared?.now.get(placeKey(place)) ?? null;
  const state = stateOf(kpi, figure.value);
  const held = (reference: number, value = figure.value) => {
    const { by, better } = differenceOf(kpi, value, reference);
    const word = t(`kpi.isBetter.${better === null ? 'same' : better ? 'yes' : 'no'}`);
    const points = (amount: string, count: number) => t('kpi.pointsLong', { amount, count });
    return `${differenceText(kpi, by, language, points, true)} (${word})`;
  };
  const arithmetic = arithmeticText(kpi, figure, language);
  return (
    <div className="kpi-standing" data-few={(figure.n !== null && figure.n < FEW) || undefined}>
      <p>
        <FigureMark state={state} /> {t('kpi.stands', { period: periodText(period, language), value: '' })}
        <b>{valueText(kpi, figure.value, language)}</b> ({t(`kpi.states.${state}`)}),{' '}
        {figure.n === null ? t('kpi.noCount') : t('kpi.count', { n: countText(figure.n, language) })},{' '}
        {t(`kpi.sources.${figure.source}`)}
        {figure.n !== null && figure.n < FEW && ` · ${t('kpi.fewLong', { least: FEW })}`}
      </p>
      {arithmetic !== '' && (
        <p>
          {t('kpi.rolledUp', { rule: t(`kpi.rollUps.${kpi.rollUp}`) })}
          <code>{arithmetic}</code>
        </p>
      )}
      {!isMeasured && <p className="hint">{t('kpi.onlyWithin')}</p>}
      {figure.leftOut > 0 && <p>{t('kpi.leftOut', { count: figure.leftOut })}</p>}
      {figure.alike && <p>{t('kpi.alike')}</p>}
      {kpi.target !== null && (
        <p>
          {t('kpi.against.target', {
            difference: held(kpi.target),
            target: valueText(kpi, kpi.target, language),
          })}
        </p>
      )}
      <p>
        {past === null || present === null || before === null
          ? t('kpi.noneBefore')
          : t('kpi.against.before', {
              difference: held(past.value, present.value),
              period: periodText(before, language),
            })}
      </p>
      {past !== null && present !== null && (present.value !== figure.value || present.n !== figure.n) && (
        <p>
          {t('kpi.samePlaces', {
            now: valueText(kpi, present.value, language),
            before: valueText(kpi, past.value, language),
          })}
        </p>
      )}
    </div>
  );
}
