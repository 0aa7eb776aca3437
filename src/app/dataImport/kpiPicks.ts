import { fieldsOfDefinition, readyKpis } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { bareValues, guessCounts, isFraction, isReportTime, type KpiCounts, type KpiValues } from './guessKpi.ts';
import { type KpiWish, meaningOf } from './putFigures.ts';

/**
 * Which KPI the values of a name are: `kp_…` one of the library, `field:<metric>` one made from the field's definitions
 * (`field:csat/mean` by another than the usual one),
 * `own` one under the name in the file, `none` for not at all. Values are multiplied by `factor`.
 */
export interface KpiPick {
  readonly kpi: string;
  readonly factor: number;
  /** Of a KPI that is to be made: what is said otherwise than guessed. */
  readonly counts?: Partial<KpiCounts>;
  /** What a profile says that the KPI was, in the words of `meaningOf`; absent where nothing is kept of it. */
  readonly was?: string;
  /** How the values stood in the file with which the factor was last seen; absent where nothing is kept of it. */
  readonly written?: Writing;
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

/** The KPI of the field that a pick names. */
function fieldOf(kpi: string): (typeof readyKpis)[number] {
  const [metric = '', definition] = kpi.slice(6).split('/');
  return { ...readyKpi(metric), ...(definition === 'mean' ? fieldsOfDefinition(definition) : {}) };
}

/** Satisfaction as a mean of its scale instead of a share of the answers. */
export const MEAN_CSAT = 'field:csat/mean';

/** How values stand in a file: all with a percent sign, as fractions of 1, as plain numbers, or as durations. */
export const writings = ['percent', 'fractions', 'plain', 'durations'] as const;
export type Writing = (typeof writings)[number];

/** How the values of a name stand in a file; nothing where there are but zeros, which look alike in any writing. */
export function writingOf(own: KpiValues): Writing | undefined {
  if (own.isTimed) return 'durations';
  const bare = bareValues(own);
  if (bare.length === 0) return own.values.length === 0 ? undefined : 'percent';
  return bare.every((value) => value === 0) ? undefined : isFraction(bare) ? 'fractions' : 'plain';
}

/**
 * Whether the factor that is kept for percentages may be wrong, as the values stand otherwise than when it was last seen.
 * Those with a percent sign need none.
 */
export function isWrittenOtherwise(pick: KpiPick, name: string, own: KpiValues, library: LibraryTables): boolean {
  const now = writingOf(own);
  if (pick.kpi === 'none' || now === undefined || now === 'percent') return false;
  if (now === 'durations' || pick.written === 'durations') return pick.written !== now;
  if (countsOf(pick, name, own, library).unit !== 'percent') return false;
  if (pick.written !== undefined) return pick.written !== now;
  return now === (pick.factor === 100 ? 'plain' : 'fractions');
}

/** Words for units of time in names, and how many hours one is. */
const timeUnits: readonly (readonly [string, number])[] = [
  ['ms|msecs?|milliseconds?|millisekunden?', 1 / 3_600_000],
  ['s|secs?|seconds?|sek|sekunden?|secondes?|segundos?', 1 / 3600],
  ['min|mins|minutes?|minuten?|minutos?', 1 / 60],
  ['h|hrs?|hours?|std|stunden?|heures?|horas?', 1],
  ['d|days?|tagen?|tage|jours?|días?', 24],
];

/** Fractions become percentages, times hours, as far as the values and the name tell; `values` have no percent sign. */
export function factorFor(name: string, values: readonly number[], unit: Kpi['unit']): number {
  if (unit === 'percent') return values.length > 0 && isFraction(values) ? 100 : 1;
  if (unit !== 'hours') return 1;
  const text = name.replaceAll('_', ' ').trim();
  const named = (pattern: (words: string) => string) =>
    timeUnits.find(([words]) => new RegExp(pattern(words), 'i').test(text))?.[1];
  return (
    named((words) => `[([]\\s*(?:${words})\\s*[)\\]]|\\bin (?:${words})\\b`) ??
    named((words) => `\\s(?:${words})$`) ??
    // Not every second is one of time, and "min" may be the least.
    named((words) => `\\b(?=\\w+[sn]\\b)\\w{4,}(?<=\\b(?:${words}))\\b`) ??
    (isReportTime(name) ? 1 / 3600 : 1)
  );
}

/** The values of a name as those of a KPI, which it says by its unit how they are read. */
export function pickOf(kpi: string, name: string, own: KpiValues, library: LibraryTables): KpiPick {
  if (own.isTimed) return { kpi, factor: 1 };
  return { kpi, factor: factorFor(name, bareValues(own), countsOf({ kpi }, name, own, library).unit) };
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
  const { unit, rollUp, better } = kpi.startsWith('field:') ? fieldOf(kpi) : guessCounts(name, own);
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
  const field = fieldOf(pick.kpi);
  return { fields: { ...field, name: fieldName(field.metric), ...counts } };
}
