import { useTranslation } from 'react-i18next';
import { inOrder } from '../../model/order.ts';
import { readyKpis } from '../../model/readyKpis.ts';
import { definitions, type Kpi, rollUps, units } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { Choice } from './Choice.tsx';
import { readValueText } from './figureTexts.ts';
import { bareValues, countsPeople, isAllSigned, type KpiCounts, type KpiValues } from './guessKpi.ts';
import { countsOf, factorFor, isNew, type KpiPick, MEAN_CSAT, pickOf, writingOf } from './kpiPicks.ts';

const factors = ['1', '100', 'days', 'minutes', 'seconds', 'milliseconds'] as const;
const factorOf = { 1: 1, 100: 100, days: 24, minutes: 1 / 60, seconds: 1 / 3600, milliseconds: 1 / 3_600_000 } as const;

/**
 * Which KPI the values of each name or column are, and in which unit they stand; of those that are to be made, how they
 * count.
 */
export function KpiRows({
  values,
  picks,
  countOf,
  library,
  onPick,
}: {
  values: ReadonlyMap<string, KpiValues>;
  picks: ReadonlyMap<string, KpiPick>;
  /** The column from which the values of a name take n; null for none. */
  countOf: (name: string) => string | null;
  library: LibraryTables;
  onPick: (name: string, pick: KpiPick) => void;
}) {
  const { t, i18n } = useTranslation();
  const kept = inOrder(Object.values(library.kpis)).filter(({ archived }) => !archived);
  const isKept = (metric: Kpi['metric'], as: readonly Kpi['definition'][]) =>
    kept.some((kpi) => kpi.metric === metric && as.includes(kpi.definition));
  const fields = readyKpis
    .filter(({ metric }) => !isKept(metric, metric === 'csat' ? ['none', 'topTwo'] : definitions))
    .map(({ metric }) => ({ value: `field:${metric}`, label: t(`kpi.fields.${metric}.name`) }));
  const meanCsat = {
    value: MEAN_CSAT,
    label: `${t('kpi.fields.csat.name')} (${t('kpi.definitionShort.mean')})`,
  };
  if (!isKept('csat', ['mean'])) fields.push(meanCsat);
  const options = (name: string) => [
    { value: 'none', label: t('data.kpi.none') },
    { value: 'own', label: t('data.kpi.own', { name }) },
    ...(kept.length === 0
      ? []
      : [{ group: t('data.kpi.library'), items: kept.map(({ id, name: label }) => ({ value: id, label })) }]),
    { group: t('data.kpi.field'), items: fields },
  ];
  // What somebody has looked at is no doubt any more.
  const pickFor = (name: string, own: KpiValues, pick: KpiPick) => {
    const written = writingOf(own);
    onPick(name, written === undefined ? pick : { ...pick, written });
  };
  const countText = (name: string) => {
    const column = countOf(name);
    return column === null ? t('data.n.none') : t('data.n.of', { column });
  };
  return (
    <table className="data-table data-matches data-kpis">
      <thead>
        <tr>
          <th scope="col">{t('data.kpi.inFile')}</th>
          <th scope="col">{t('data.kpi.values')}</th>
          <th scope="col">{t('data.kpi.kpi')}</th>
          <th scope="col">{t('data.kpi.unit')}</th>
        </tr>
      </thead>
      <tbody>
        {[...values].slice(0, 60).map(([name, own]) => {
          const pick = picks.get(name) ?? { kpi: 'none', factor: 1 };
          const { unit, rollUp, better } = countsOf(pick, name, own, library);
          const factor = factors.find((each) => Math.abs(factorOf[each] - pick.factor) < 1e-9) ?? '1';
          return (
            <tr key={name} data-state={pick.kpi === 'none' ? 'open' : 'matched'}>
              <th scope="row">
                {name}
                <small className="data-together">{countText(name)}</small>
              </th>
              <td>
                {own.values
                  .slice(0, 2)
                  .map((value, at) => readValueText(unit, value, own.signed?.[at] ? 1 : pick.factor, i18n.language))
                  .join('; ')}
              </td>
              <td>
                <Choice
                  hidden
                  label={t('data.kpi.kpiOf', { name })}
                  value={pick.kpi}
                  options={options(name)}
                  onChange={(kpi) => pickFor(name, own, pickOf(kpi, name, own, library))}
                />
                {isNew(pick) && (
                  <NewKpi
                    name={name}
                    counts={{ unit, rollUp, better }}
                    onChange={(change) => {
                      const refit =
                        change.unit === undefined ? {} : { factor: factorFor(name, bareValues(own), change.unit) };
                      pickFor(name, own, { ...pick, ...refit, counts: { ...pick.counts, ...change } });
                    }}
                  />
                )}
              </td>
              <td>
                {isAllSigned(own) ? (
                  t('data.kpi.signed')
                ) : (
                  <Choice
                    hidden
                    label={t('data.kpi.unitOf', { name })}
                    value={factor}
                    options={factors.map((value) => ({ value, label: t(`data.kpi.factors.${value}`) }))}
                    onChange={(value) =>
                      pickFor(name, own, { ...pick, factor: factorOf[value as keyof typeof factorOf] })
                    }
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How a KPI that is to be made counts: its unit, what places make together, and which way is better. */
function NewKpi({
  name,
  counts: { unit, rollUp, better },
  onChange,
}: {
  name: string;
  counts: KpiCounts;
  onChange: (change: Partial<KpiCounts>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="data-new-kpi">
      <Choice
        hidden
        label={t('data.kpi.countUnit', { name })}
        value={unit}
        options={units.map((value) => ({ value, label: t(`kpi.units.${value}`) }))}
        onChange={(value) => onChange({ unit: value as KpiCounts['unit'] })}
      />
      <Choice
        hidden
        label={t('data.kpi.rollUp', { name })}
        value={rollUp}
        note={rollUp === 'none' && countsPeople(name) ? t('data.kpi.people') : undefined}
        options={rollUps.map((value) => ({ value, label: t(`kpi.rollUps.${value}`) }))}
        onChange={(value) => onChange({ rollUp: value as KpiCounts['rollUp'] })}
      />
      <Choice
        hidden
        label={t('data.kpi.better', { name })}
        value={better}
        options={(['more', 'less'] as const).map((value) => ({ value, label: t(`kpi.betterShort.${value}`) }))}
        onChange={(value) => onChange({ better: value as KpiCounts['better'] })}
      />
    </div>
  );
}
