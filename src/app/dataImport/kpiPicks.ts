import type { ScoreDefinition } from '../../analysis/data/surveyScores.ts';
import type { KpiFields } from '../../commands/kpis.ts';
import type { MetricRow } from '../../exchange/data/metricTable.ts';
import type { ScoreColumn } from '../../exchange/data/surveyTable.ts';
import { fieldsOfDefinition, readyKpis } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { type KpiWish, kpiNamed } from './putFigures.ts';

/**
 * Which KPI the values of a name are: `kp_…` one of the library, `field:<metric>` one made from the field's definitions,
 * `own` one under the name in the file, `none` for not at all. Values are multiplied by `factor`.
 */
export interface KpiPick {
  readonly kpi: string;
  readonly factor: number;
}

/** What a score is made of besides its scale. */
export interface ScoreAs {
  readonly as: 'mean' | 'topTwoBox' | 'share';
  readonly best: 'high' | 'low';
}

type FieldMetric = (typeof readyKpis)[number]['metric'];

/** A KPI of the field with its usual unit, direction, definition and way of rolling up. */
function readyKpi(metric: string): (typeof readyKpis)[number] {
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
const rateName = /rate|ctr|share|percent|%|ratio|доля|率/i;
/** Times that analytics tools count in seconds, without saying so. */
const reportTime = /engagement time|engagement duration|session duration|time on (?:page|site|screen)/i;
const meanName = /average|avg|mean|median|per |position|time/i;
/** Medians and percentiles of places cannot be had from those of their parts. */
const medianName = /median|percentile|quantile|quartile|\bp\d\d\b|медиан|перцентил|中位/i;
/** Unknown KPIs that are taken unasked: a report has many columns, a map few KPIs. */
const UNASKED = 4;

const isFraction = (values: readonly number[]) =>
  values.some((value) => value !== 0) && values.every((value) => value >= 0 && value <= 1);

/** The values of each KPI name of a file, in the order in which they come. */
export function valuesByKpi(rows: readonly MetricRow[]): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const { kpi, value } of rows) {
    const own = values.get(kpi);
    if (own === undefined) values.set(kpi, [value]);
    else own.push(value);
  }
  return values;
}

/** What each KPI name of a file seems to be: first by name in the library, then by the field's definitions. */
export function guessPicks(
  values: ReadonlyMap<string, readonly number[]>,
  library: LibraryTables,
): Map<string, KpiPick> {
  let unknown = 0;
  return new Map(
    [...values].map(([name, own]): [string, KpiPick] => {
      const same = kpiNamed(library.kpis, name);
      const metric = fieldNames.find(([, pattern]) => pattern.test(name))?.[0];
      const kept = metric && Object.values(library.kpis).find((kpi) => kpi.metric === metric && !kpi.archived);
      const kpi = same ?? kept;
      if (kpi !== undefined) return [name, { kpi: kpi.id, factor: factorFor(name, own, kpi.unit) }];
      if (metric !== undefined)
        return [name, { kpi: `field:${metric}`, factor: factorFor(name, own, readyKpi(metric).unit) }];
      unknown++;
      return [name, { kpi: unknown <= UNASKED ? 'own' : 'none', factor: factorFor(name, own, ownKpi(name, own).unit) }];
    }),
  );
}

/** Fractions become percentages, seconds and minutes hours, as far as the values and the name tell. */
export function factorFor(name: string, values: readonly number[], unit: Kpi['unit']): number {
  if (unit === 'percent') return isFraction(values) ? 100 : 1;
  if (unit !== 'hours') return 1;
  return /sec|\(s\)/i.test(name) || reportTime.test(name) ? 1 / 3600 : /min/i.test(name) ? 1 / 60 : 1;
}

/** A KPI under the name that a file gives it. */
export function ownKpi(
  name: string,
  values: readonly number[],
): Partial<KpiFields> & Pick<KpiFields, 'name' | 'unit' | 'rollUp'> {
  const isRate = rateName.test(name);
  return {
    name,
    unit: reportTime.test(name)
      ? 'hours'
      : isRate && values.every((value) => value >= 0 && value <= 100)
        ? 'percent'
        : 'number',
    rollUp: medianName.test(name) ? 'none' : isRate || meanName.test(name) ? 'weightedMean' : 'sum',
  };
}

/** How a KPI that is picked rolls up. */
export function rollUpOf(
  pick: KpiPick,
  name: string,
  values: readonly number[],
  library: LibraryTables,
): Kpi['rollUp'] {
  if (pick.kpi.startsWith('field:')) return readyKpi(pick.kpi.slice(6)).rollUp;
  return library.kpis[pick.kpi]?.rollUp ?? ownKpi(name, values).rollUp;
}

/** The unit in which the values of a name are shown; those that are left out, in the one that they would have by themselves. */
export function unitOf({ kpi }: KpiPick, name: string, values: readonly number[], library: LibraryTables): Kpi['unit'] {
  if (kpi.startsWith('field:')) return readyKpi(kpi.slice(6)).unit;
  return library.kpis[kpi]?.unit ?? ownKpi(name, values).unit;
}

/** What is wished for by a pick; `fieldName` gives the field's KPIs their names. */
export function wishOf(
  pick: KpiPick,
  name: string,
  values: readonly number[],
  fieldName: (metric: FieldMetric) => string,
  source: string,
): KpiWish {
  if (pick.kpi === 'own') return { fields: { ...ownKpi(name, values), source } };
  if (!pick.kpi.startsWith('field:')) return { id: pick.kpi };
  const field = readyKpi(pick.kpi.slice(6));
  return { fields: { ...field, name: fieldName(field.metric), source } };
}

/** What a score is made of at first. */
export function usualScore({ measure, scale }: ScoreColumn): ScoreAs {
  if (measure === 'csat') return { as: 'topTwoBox', best: 'high' };
  return { as: 'mean', best: measure === 'ces' && scale.greatest === 5 ? 'low' : 'high' };
}

export function definitionOf({ measure, scale }: ScoreColumn, { as, best }: ScoreAs): ScoreDefinition {
  if (measure === 'nps') return { measure };
  if (measure === 'csat') return { measure, as: as === 'mean' ? 'mean' : 'topTwoBox', scale };
  return { measure, as: as === 'share' ? 'share' : 'mean', scale, best };
}

const kpiDefinitions = { mean: 'mean', topTwoBox: 'topTwo', share: 'share' } as const;

/**
 * The KPI of a score: the library's one of that measure and definition, else one made under `name`. An effort of which
 * little is best gets better as it falls.
 */
export function scoreWish(definition: ScoreDefinition, name: string, source: string, library: LibraryTables): KpiWish {
  const { measure } = definition;
  const wanted = measure === 'nps' ? 'none' : kpiDefinitions[definition.as];
  const less = measure === 'ces' && definition.best === 'low' && definition.as === 'mean';
  const better = less ? 'less' : 'more';
  const kept = Object.values(library.kpis).find(
    (kpi) => kpi.metric === measure && kpi.definition === wanted && kpi.better === better && !kpi.archived,
  );
  if (kept !== undefined) return { id: kept.id };
  return { fields: { ...readyKpi(measure), ...fieldsOfDefinition(wanted), better, name, source } };
}
