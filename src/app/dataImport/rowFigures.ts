import { isOnScale, type ScoreDefinition, scaleOf, scoreOf } from '../../analysis/data/surveyScores.ts';
import { type Counted, combine } from '../../analysis/kpi/combine.ts';
import { monthOf } from '../../analysis/kpi/periods.ts';
import type { Figures } from '../../commands/dataImports.ts';
import type { MetricRow } from '../../exchange/data/metricTable.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import type { SurveyAnswers, SurveyComment } from '../../exchange/data/surveyTable.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { writtenValue } from './guessKpi.ts';
import type { PlannedSeries } from './putFigures.ts';

/** What names the place of a row. */
export type Where = Pick<MetricRow, 'place' | 'channel' | 'device'>;
type PlaceOf = (row: Where) => Place | null;

/** How the values of one KPI of a file are taken. */
export interface TakenKpi {
  readonly rollUp: Kpi['rollUp'];
  /**
   * Values are multiplied by it: 100 makes percentages of fractions, 1/3600 hours of seconds. Those with a percent sign are
   * percentages, whatever it is.
   */
  readonly factor: number;
  /** The name under which the values are put where another name of the file is the same KPI: they are rolled up together. */
  readonly as?: string;
}

/**
 * Values of a table as measurements: several rows of one place, KPI and period are rolled up as places are. Rows without
 * a place, KPIs that are not among `kpis` and values where `isTaken` are passed over. `leftOut` counts values of several
 * rows that do not roll up, and those that cannot since nobody said on how many they rest; `taken` counts the other rows.
 */
export function metricFigures(
  rows: readonly MetricRow[],
  placeOf: PlaceOf,
  kpis: ReadonlyMap<string, TakenKpi>,
  period: Period,
  isTaken: (kpi: string, place: Place, days: Period) => boolean = () => false,
): { series: PlannedSeries[]; taken: number; leftOut: { readonly noCount: number; readonly noRollUp: number } } {
  interface Sum {
    readonly kpi: string;
    readonly place: Place;
    readonly period: Period;
    readonly values: Counted[];
    readonly lines: number[];
  }
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const kpi = kpis.get(row.kpi);
    const place = kpi === undefined ? null : placeOf(row);
    const days = row.period ?? period;
    const name = kpi?.as ?? row.kpi;
    if (kpi === undefined || place === null || isTaken(name, place, days)) continue;
    const key = JSON.stringify([name, place.placeId, days.from, days.to]);
    const sum = sums.get(key) ?? { kpi: name, place, period: days, values: [], lines: [] };
    sums.set(key, sum);
    const value = row.percent ? writtenValue(row) : row.value * kpi.factor;
    sum.values.push({ value, n: row.n !== null && row.n < 0 ? null : row.n });
    sum.lines.push(row.line);
  }
  const lines = new Set<number>();
  const leftOut = { noCount: 0, noRollUp: 0 };
  const points = [...sums.values()].flatMap(({ kpi, place, period: days, values, lines: own }) => {
    const { rollUp } = kpis.get(kpi) as TakenKpi;
    const whole = combine(rollUp, values);
    const isIn = ({ n }: Counted) => whole !== null && (whole.leftOut === 0 || n !== null);
    for (const [index, line] of own.entries()) if (isIn(values[index] as Counted)) lines.add(line);
    leftOut[rollUp === 'none' ? 'noRollUp' : 'noCount'] += values.filter((value) => !isIn(value)).length;
    return whole === null ? [] : [{ kpi, place, point: { ...days, value: whole.value, n: whole.n } }];
  });
  return { series: bySeries(points), taken: lines.size, leftOut };
}

type PlannedPoint = Omit<PlannedSeries, 'points'> & { readonly point: PlannedSeries['points'][number] };

function bySeries(points: readonly PlannedPoint[]): PlannedSeries[] {
  const series = new Map<string, Omit<PlannedSeries, 'points'> & { points: PlannedSeries['points'][number][] }>();
  for (const { kpi, place, personaId = EVERYONE, point } of points) {
    const key = JSON.stringify([kpi, place.placeId, personaId]);
    const own = series.get(key) ?? { kpi, place, ...(personaId === EVERYONE ? {} : { personaId }), points: [] };
    series.set(key, own);
    own.points.push(point);
  }
  return [...series.values()];
}

/**
 * Answers as scores: those of one question about one place are counted together, over all the days of the file, or by
 * month where they come so: figures of one file have one period, whoever happened to answer first and last at a place.
 * `period` is that of a file which names no days. Every answer is one of everyone's, and one of its persona's where
 * `personaOf` has that name. The key of a KPI is the name of its column. `outside` counts answers that are not on the scale,
 * `undated` those without a date where others make figures by month: they belong to none.
 */
export function surveyFigures(
  answers: readonly SurveyAnswers[],
  placeOf: PlaceOf,
  definitions: ReadonlyMap<string, ScoreDefinition>,
  { byMonth, period }: { byMonth: boolean; period: Period },
  personaOf: (name: string) => string | null = () => null,
): { series: PlannedSeries[]; outside: number; undated: number } {
  interface Group {
    readonly column: string;
    readonly place: Place;
    readonly personaId: string;
    readonly month: string;
    readonly counts: Map<number, number>;
  }
  const groups = new Map<string, Group>();
  let days: Period | null = null;
  let undated = 0;
  const hasDates = answers.some((each) => each.period !== null);
  for (const each of answers) {
    if (!definitions.has(each.column)) continue;
    days = joined(days, each.period);
    const place = placeOf(each);
    if (place === null) continue;
    if (byMonth && hasDates && each.period === null) {
      undated += [...each.answers.values()].reduce((sum, times) => sum + times, 0);
      continue;
    }
    const month = byMonth ? (each.period?.from.slice(0, 7) ?? '') : '';
    const own = personaOf(each.persona ?? '');
    for (const personaId of own === null ? [EVERYONE] : [EVERYONE, own]) {
      const key = JSON.stringify([each.column, place.placeId, personaId, month]);
      const group = groups.get(key) ?? { column: each.column, place, personaId, month, counts: new Map() };
      groups.set(key, group);
      for (const [value, times] of each.answers) group.counts.set(value, (group.counts.get(value) ?? 0) + times);
    }
  }
  let outside = 0;
  const points = [...groups.values()].flatMap(({ column, place, personaId, month, counts }) => {
    const definition = definitions.get(column) as ScoreDefinition;
    for (const [value, times] of counts)
      if (personaId === EVERYONE && !isOnScale(value, definition.measure, scaleOf(definition))) outside += times;
    const score = scoreOf(counts, definition);
    if (score === null) return [];
    const own = month === '' ? (days ?? period) : monthOf(`${month}-01`);
    return [{ kpi: column, place, personaId, point: { ...own, value: score.value, n: score.n } }];
  });
  return { series: bySeries(points), outside, undated };
}

function joined(a: Period | null, b: Period | null): Period | null {
  if (a === null || b === null) return a ?? b;
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

/**
 * Comments as evidence, of the persona that `personaOf` has under the name beside it; what a comment is like follows from
 * the score beside it, on the scale of its column. Those without a place are kept too.
 */
export function commentEvidence(
  comments: readonly SurveyComment[],
  placeOf: PlaceOf,
  definitions: ReadonlyMap<string, ScoreDefinition>,
  fileName: string,
  personaOf: (name: string) => string | null = () => null,
): Figures['evidence'] {
  return comments.map((comment) => {
    const place = placeOf(comment);
    const definition = definitions.get(comment.scoreColumn ?? '');
    return {
      fields: {
        kind: 'quote' as const,
        text: comment.text,
        source: `${fileName}: ${comment.question}`,
        date: comment.date,
        personaId: personaOf(comment.persona ?? ''),
        sentiment: comment.score === null || definition === undefined ? null : feelingOf(comment.score, definition),
      },
      places: place === null || place.placeId.startsWith('tp_') === false ? [] : [place],
    };
  });
}

/** A score as a feeling from -2 to +2. Detractors, passives and promoters of NPS are below zero, zero and above. */
export function feelingOf(score: number, definition: ScoreDefinition): number | null {
  const { least, greatest } = scaleOf(definition);
  if (score < least || score > greatest) return null;
  if (definition.measure === 'nps') return score >= 9 ? (score === 10 ? 2 : 1) : score >= 7 ? 0 : score >= 4 ? -1 : -2;
  const share = (score - least) / (greatest - least);
  const good = definition.best === 'low' ? 1 - share : share;
  return Math.round(good * 4 - 2) + 0;
}
