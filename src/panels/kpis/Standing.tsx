import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { placeKey } from '../../analysis/claims.ts';
import { FEW } from '../../analysis/kpi/combine.ts';
import { compareFigures } from '../../analysis/kpi/compareFigures.ts';
import { differenceOf, stateOf } from '../../analysis/kpi/judgeFigure.ts';
import { figureAt, type KpiFigure } from '../../analysis/kpi/kpiFigures.ts';
import { arithmeticText, countText, differenceText, periodText, valueText } from '../../analysis/kpi/kpiText.ts';
import { periodBefore, periodsShown } from '../../analysis/kpi/periods.ts';
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
    () =>
      periodsShown(
        Object.values(map.series).filter(({ kpiId }) => kpiId === kpi.id),
        kpi.rollUp,
      ),
    [map.series, kpi.id, kpi.rollUp],
  );
  const period = (overlay.kpiId === kpi.id ? overlay.period : null) ?? periods[0];
  const figure = period === undefined ? null : figureAt(map, { kpi, period, personaIds }, place);
  if (period === undefined || figure === null) {
    if (isMeasured) return null;
    const other = periods.find((each) => figureAt(map, { kpi, period: each, personaIds }, place) !== null);
    return (
      <p className="hint">
        {period === undefined || other === undefined
          ? t('kpi.nothingHere')
          : t('kpi.nothingThen', { period: periodText(period, language), other: periodText(other, language) })}
      </p>
    );
  }
  const before = periodBefore(period, periods);
  const compared = before === null ? null : compareFigures(map, { kpi, period, personaIds }, before);
  const past = compared?.before.get(placeKey(place)) ?? null;
  const present = compared?.now.get(placeKey(place)) ?? null;
  const plainPast = past === null || before === null ? null : figureAt(map, { kpi, period: before, personaIds }, place);
  const isOther = (over: KpiFigure | null, plain: KpiFigure | null) =>
    over !== null && (over.value !== plain?.value || over.n !== plain.n);
  const isFew = figure.n !== null && figure.n < FEW;
  // What may be chance is neither good nor bad.
  const state = isFew ? 'unknown' : stateOf(kpi, figure.value);
  const held = (reference: number, value = figure.value) => {
    const { by, better } = differenceOf(kpi, value, reference);
    const word = t(`kpi.isBetter.${better === null ? 'same' : better ? 'yes' : 'no'}`);
    const points = (amount: string, count: number) => t('kpi.pointsLong', { amount, count });
    return `${differenceText(kpi, by, language, points, true)} (${word})`;
  };
  const { outcome } = kpi;
  const behind = [
    outcome === null ? '' : t('kpi.said', { field: t('kpi.outcome'), value: t(`kpi.outcomes.${outcome}`) }),
    ...(['source', 'owner'] as const).map((field) =>
      kpi[field] === '' ? '' : t('kpi.said', { field: t(`kpi.${field}`), value: kpi[field] }),
    ),
  ].filter((text) => text !== '');
  const arithmetic = arithmeticText(kpi, figure, language);
  return (
    <div className="kpi-standing" data-few={isFew || undefined}>
      <p>
        <FigureMark state={state} /> {t('kpi.stands', { period: periodText(period, language), value: '' })}
        <b>{valueText(kpi, figure.value, language)}</b>
        {isFew ? '' : ` (${t(`kpi.states.${state}`)})`},{' '}
        {figure.n === null ? t('kpi.noCount') : t('kpi.count', { n: countText(figure.n, language) })},{' '}
        {t(`kpi.sources.${figure.source}`)}
        {isFew && ` · ${t('kpi.fewLong', { least: FEW })}`}
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
      {past !== null && present !== null && (isOther(present, figure) || isOther(past, plainPast)) && (
        <p>
          {t('kpi.samePlaces', {
            now: valueText(kpi, present.value, language),
            before: valueText(kpi, past.value, language),
          })}
        </p>
      )}
      {behind.length > 0 && <p>{behind.join(' · ')}</p>}
    </div>
  );
}
