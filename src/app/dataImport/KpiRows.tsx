import { useTranslation } from 'react-i18next';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import { inOrder } from '../../model/order.ts';
import { readyKpis } from '../../model/readyKpis.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { Choice } from './Choice.tsx';
import { type KpiPick, unitOf } from './kpiPicks.ts';

const factors = ['1', '100', 'minutes', 'seconds'] as const;
const factorOf = { 1: 1, 100: 100, minutes: 1 / 60, seconds: 1 / 3600 } as const;

/** Which KPI the values of each name or column are, and in which unit they stand. */
export function KpiRows({
  values,
  picks,
  library,
  onPick,
}: {
  values: ReadonlyMap<string, readonly number[]>;
  picks: ReadonlyMap<string, KpiPick>;
  library: LibraryTables;
  onPick: (name: string, pick: KpiPick) => void;
}) {
  const { t, i18n } = useTranslation();
  const kept = inOrder(Object.values(library.kpis)).filter(({ archived }) => !archived);
  const fields = readyKpis
    .filter(({ metric }) => !kept.some((kpi) => kpi.metric === metric))
    .map(({ metric }) => ({ value: `field:${metric}`, label: t(`kpi.fields.${metric}.name`) }));
  const options = (name: string) => [
    { value: 'none', label: t('data.kpi.none') },
    { value: 'own', label: t('data.kpi.own', { name }) },
    ...(kept.length === 0
      ? []
      : [{ group: t('data.kpi.library'), items: kept.map(({ id, name: label }) => ({ value: id, label })) }]),
    { group: t('data.kpi.field'), items: fields },
  ];
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
          const factor = factors.find((each) => Math.abs(factorOf[each] - pick.factor) < 1e-9) ?? '1';
          return (
            <tr key={name} data-state={pick.kpi === 'none' ? 'open' : 'matched'}>
              <th scope="row">{name}</th>
              <td>
                {own
                  .slice(0, 2)
                  .map((value) =>
                    valueText({ unit: unitOf(pick, name, own, library) }, value * pick.factor, i18n.language),
                  )
                  .join('; ')}
              </td>
              <td>
                <Choice
                  hidden
                  label={t('data.kpi.kpiOf', { name })}
                  value={pick.kpi}
                  options={options(name)}
                  onChange={(kpi) => onPick(name, { ...pick, kpi })}
                />
              </td>
              <td>
                <Choice
                  hidden
                  label={t('data.kpi.unitOf', { name })}
                  value={factor}
                  options={factors.map((value) => ({ value, label: t(`data.kpi.factors.${value}`) }))}
                  onChange={(value) => onPick(name, { ...pick, factor: factorOf[value as keyof typeof factorOf] })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
