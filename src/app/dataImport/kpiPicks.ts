import { readyKpis } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { guessCounts, isFraction, isReportTime, type KpiCounts, type KpiValues } from './guessKpi.ts';
import { type KpiWish, kpiNamed, meaningOf } from './putFigures.ts';

/**
 * Which KPI the values of a name are: `kp_…` one of the library, `field:<metric>` one made from the field's definitions,
 * `own` one under the name in the file, `none` for not at all. Values are multiplied by `factor`.
 */
export interface KpiPick {
  readonly kpi: string;
  readonly factor: number;
  /** Of a KPI that is to be made: what is said otherwise than guessed. */
  readonly counts?: Partial<KpiCounts>;
  /** What a profile says that the KPI was, in the words of `meaningOf`; absent where nothing is kept of it. */
  readonly was?: string;
}

/** Whether a pick that is kept still is the KPI that it was. One that is to be made is. */
export function isStill({ kpi, was }: KpiPick, library: LibraryTables): boolean {
  const known = library.kpis[kpi];
  if (known === undefined) return isNew({ kpi }) || kpi === 'none';
  return !known.archived && (was === undefined || was === meaningOf(known));
}

type FieldMetric = (typeof readyKpis)[number]['metric'];

/** A KPI of the field with its usual unit, direction, definition and way of rolling up. */
export function readyKpi(metric: string): (typeof readyKpis)[number] {
  const found = readyKpis.find((each) => each.metric === metric);
  if (found === undefined) throw new Error(`There is no KPI ${metric} of the field.`);
  return found;
}

const fieldNames: readonly (readonly [FieldMetric, RegExp])[] = [
  ['bounceRate', /bounce|показатель отказов|跳出率/i],
  ['checkoutAbandonment', /abandon/i],
  ['conversion', /conversion|key event rate|конверси|转化率/i],
  ['scrollRate', /scroll/i],
  ['clickThrough', /click.?through|^ctr$|点击率/i],
  ['nps', /\bnps\b|promoter/i],
  ['csat', /\bcsat\b|satisfaction/i],
  ['ces', /\bces\b|effort score/i],
  ['churn', /churn|отток|流失/i],
  ['lifetimeValue', /lifetime value|\bclv\b|\bltv\b/i],
  ['timeToAnswer', /time to (?:answer|respond)|(?:first )?response time/i],
  ['supportContacts', /support (?:contacts|tickets|calls)|contacts to support/i],
  ['onboardingEase', /onboarding/i],
  ['referrals', /referral/i],
  ['revenue', /revenue|выручка|营收|รายได้/i],
];
/** Unknown KPIs that are taken unasked: a report has many columns, a map few KPIs. */
const UNASKED = 4;

/** What each KPI name of a file seems to be: first by name in the library, then by the field's definitions. */
export function guessPicks(values: ReadonlyMap<string, KpiValues>, library: LibraryTables): Map<string, KpiPick> {
  let unknown = 0;
  return new Map(
    [...values].map(([name, own]): [string, KpiPick] => {
      const same = kpiNamed(library.kpis, name);
      const metric = fieldNames.find(([, pattern]) => pattern.test(name))?.[0];
      const kept = metric && Object.values(library.kpis).find((kpi) => kpi.metric === metric && !kpi.archived);
      const kpi = same ?? kept;
      if (kpi !== undefined) return [name, pickOf(kpi.id, name, own, library)];
      if (metric !== undefined) return [name, pickOf(`field:${metric}`, name, own, library)];
      unknown++;
      return [name, pickOf(unknown <= UNASKED ? 'own' : 'none', name, own, library)];
    }),
  );
}

/** Fractions become percentages, seconds and minutes hours, as far as the values and the name tell. */
export function factorFor(name: string, values: readonly number[], unit: Kpi['unit']): number {
  if (unit === 'percent') return isFraction(values) ? 100 : 1;
  if (unit !== 'hours') return 1;
  return /sec|\(s\)/i.test(name) || isReportTime(name) ? 1 / 3600 : /min/i.test(name) ? 1 / 60 : 1;
}

/** The values of a name as those of a KPI, which it says by its unit how they are read. */
export function pickOf(kpi: string, name: string, own: KpiValues, library: LibraryTables): KpiPick {
  return { kpi, factor: factorFor(name, own.values, countsOf({ kpi }, name, own, library).unit) };
}

/** Whether a KPI is to be made. */
export function isNew({ kpi }: Pick<KpiPick, 'kpi'>): boolean {
  return kpi === 'own' || kpi.startsWith('field:');
}

/** The unit, roll-up and direction of what is picked; of what is left out, those that it would have by itself. */
export function countsOf(
  { kpi, counts }: Pick<KpiPick, 'kpi' | 'counts'>,
  name: string,
  own: KpiValues,
  library: LibraryTables,
): KpiCounts {
  const known = library.kpis[kpi];
  if (known !== undefined) return known;
  const { unit, rollUp, better } = kpi.startsWith('field:') ? readyKpi(kpi.slice(6)) : guessCounts(name, own);
  return { unit, rollUp, better, ...counts };
}

/** What is wished for by a pick; `fieldName` gives the field's KPIs their names. */
export function wishOf(
  pick: KpiPick,
  name: string,
  own: KpiValues,
  library: LibraryTables,
  fieldName: (metric: FieldMetric) => string,
): KpiWish {
  if (!isNew(pick)) return { id: pick.kpi };
  const counts = countsOf(pick, name, own, library);
  if (pick.kpi === 'own') return { fields: { name, ...counts } };
  const field = readyKpi(pick.kpi.slice(6));
  return { fields: { ...field, name: fieldName(field.metric), ...counts } };
}
