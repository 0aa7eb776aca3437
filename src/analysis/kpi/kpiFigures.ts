import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Point, Series } from '../../model/records/series.ts';
import { type MapTables, mapRecord } from '../../model/tables.ts';
import { placeKey } from '../claims.ts';
import { type Reading, readingOf } from '../reading.ts';
import { type Combined, type Counted, combine } from './combine.ts';
import { type Period, pointsIn } from './periods.ts';

/** One of the figures that another was rolled up from: of a smaller place, or of a part of the period or of the people. */
export interface Term extends Counted {
  /** The smaller place; null for what was measured at the very place. */
  readonly placeId: string | null;
  readonly personaId: string | null;
  readonly period: Period | null;
}

/** The value of a KPI at a place. */
export interface KpiFigure extends Combined {
  /** What it was made from; empty where it is one measurement. */
  readonly terms: readonly Term[];
  /** Whether it was typed, computed from a file, taken on a walk, or partly each. */
  readonly source: 'typed' | 'file' | 'walk' | 'both';
}

/** What is asked for: a KPI in a period, for some personas; for everyone when none are named. */
export interface KpiQuestion {
  readonly kpi: Pick<Kpi, 'id' | 'rollUp'>;
  readonly period: Period;
  readonly personaIds: readonly string[];
}

/**
 * The value of a KPI at every place that has one, by `placeKey`. What was measured at a place itself counts; where
 * nothing was, touchpoints roll up into their step, steps into their stage, stages into the map, by the KPI's own rule.
 * Without named personas it is what was measured of everyone, or of all personas together where that was not; with them
 * it is what was measured of these and of nobody else. Places `passedOver` are as if they were not there.
 */
export function kpiFigures(
  map: MapTables,
  { kpi, period, personaIds }: KpiQuestion,
  reading: Reading = readingOf(map),
  passedOver: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, KpiFigure> {
  const byPlace = new Map<string, Series[]>();
  for (const series of Object.values(map.series)) {
    if (series.kpiId !== kpi.id) continue;
    const key = placeKey(series);
    const list = byPlace.get(key);
    if (list) list.push(series);
    else byPlace.set(key, [series]);
  }
  const figures = new Map<string, KpiFigure>();
  for (const [key, all] of byPlace) {
    if (passedOver.has(key)) continue;
    const figure = measured(kpi.rollUp, asked(all, personaIds), period);
    if (figure !== null) figures.set(key, figure);
  }
  const rollUp = (placeId: string, parts: readonly string[]) => {
    // One of several parts alone does not speak for the whole.
    if (figures.has(placeId) || passedOver.has(placeId) || (kpi.rollUp === 'none' && parts.length > 1)) return;
    const terms = parts.flatMap((part): (Term & Pick<KpiFigure, 'source'>)[] => {
      const figure = figures.get(part);
      if (figure === undefined) return [];
      const { value, n, source } = figure;
      return [{ value, n, source, placeId: part, personaId: null, period: null }];
    });
    const whole = combine(kpi.rollUp, terms);
    if (whole === null) return;
    figures.set(placeId, { ...whole, terms: terms.map(plainTerm), source: sourceOf(terms) });
  };
  const touchpointsOf = groupBy(reading.touchpointIds, (id) => map.touchpoints[id]?.stepId);
  const stepsOf = groupBy(reading.stepIds, (id) => map.steps[id]?.stageId);
  for (const id of reading.stepIds) rollUp(id, touchpointsOf.get(id) ?? []);
  for (const id of reading.stageIds) rollUp(id, stepsOf.get(id) ?? []);
  rollUp(mapRecord(map).id, reading.stageIds);
  return figures;
}

/** True for a measurement taken on a walk, whether the walk is still there or not. */
export function isOfWalk({ importId }: Pick<Point, 'importId'>): boolean {
  return importId?.startsWith('wk_') === true;
}

/** Where a measurement is from. */
export function sourceOfPoint(point: Pick<Point, 'importId'>): 'typed' | 'file' | 'walk' {
  return point.importId === null ? 'typed' : isOfWalk(point) ? 'walk' : 'file';
}

/** The figure of one place for a question. */
export function figureAt(map: MapTables, question: KpiQuestion, place: Place): KpiFigure | null {
  return kpiFigures(map, question).get(placeKey(place)) ?? null;
}

/**
 * Whose figures of a KPI are shown where only some personas are: theirs alone where anything was measured of them, else
 * those of everyone, which is no persona named.
 */
export function personasMeasured(
  { series }: Pick<MapTables, 'series'>,
  kpiId: string,
  personaIds: readonly string[],
): readonly string[] {
  const isTheirs = (each: Series) => each.kpiId === kpiId && personaIds.includes(each.personaId);
  return Object.values(series).some(isTheirs) ? personaIds : [];
}

/** The series among those of one place that a question is about. */
function asked(all: readonly Series[], personaIds: readonly string[]): readonly Series[] {
  const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (personaIds.length > 0) return sorted.filter(({ personaId }) => personaIds.includes(personaId));
  const everyone = sorted.filter(({ personaId }) => personaId === EVERYONE);
  return everyone.length > 0 ? everyone : sorted;
}

function measured(rule: Kpi['rollUp'], series: readonly Series[], period: Period): KpiFigure | null {
  const terms = series.flatMap(({ personaId, points }) =>
    pointsIn(points, period).map((point) => {
      const { from, to, value, n } = point;
      return { value, n, placeId: null, personaId, period: { from, to }, source: sourceOfPoint(point) };
    }),
  );
  const whole = combine(rule, terms);
  if (whole === null) return null;
  return { ...whole, terms: terms.length === 1 ? [] : terms.map(plainTerm), source: sourceOf(terms) };
}

function plainTerm({ value, n, placeId, personaId, period }: Term): Term {
  return { value, n, placeId, personaId, period };
}

function sourceOf(terms: readonly Pick<KpiFigure, 'source'>[]): KpiFigure['source'] {
  const first = terms[0]?.source ?? 'typed';
  return terms.every(({ source }) => source === first) ? first : 'both';
}

function groupBy(ids: readonly string[], parentOf: (id: string) => string | undefined): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const parent = parentOf(id) ?? '';
    const list = groups.get(parent);
    if (list) list.push(id);
    else groups.set(parent, [id]);
  }
  return groups;
}
