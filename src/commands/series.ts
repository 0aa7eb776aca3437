import { seriesId } from '../model/ids.ts';
import type { Place } from '../model/records/place.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import { type Point, pointSchema, type Series } from '../model/records/series.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { need } from './commandError.ts';
import { badField } from './setFields.ts';

/** Which measurements: of a KPI, at a place, of a persona or `everyone`. */
export interface SeriesKey {
  readonly kpiId: string;
  readonly place: Place;
  readonly personaId?: string;
}

/** Sets a KPI's value at a place for a period, as somebody typed it; one of the same first and last day is replaced. */
export function setMeasurement(
  docs: Documents,
  { point, ...key }: SeriesKey & { point: Omit<Point, 'importId'> },
): void {
  addPoints(docs, key, [{ ...point, importId: null }]);
}

/** Takes the measurement of one period away. */
export function removeMeasurement(
  { map }: Documents,
  { from, to, ...key }: SeriesKey & { from: string; to: string },
): void {
  const series = need(map.series, idOf(key), 'series');
  keepPoints(map, series, (point) => point.from !== from || point.to !== to);
}

/** Adds points to a series, in the order of their days; those of a period that is there already replace it. */
export function addPoints(docs: Documents, key: SeriesKey, points: readonly Point[]): void {
  const { map, library } = docs;
  const { kpiId, place, personaId = EVERYONE } = key;
  need(library.kpis, kpiId, 'KPI');
  if (personaId !== EVERYONE) need(library.personas, personaId, 'persona');
  needPlace(map, place);
  for (const point of points) {
    const isSound = pointSchema.safeParse(point).success && point.from <= point.to;
    if (!isSound) throw badField('point', point, 'a KPI');
  }
  const id = idOf(key);
  const periods = new Set(points.map(({ from, to }) => `${from}/${to}`));
  const kept = (map.series[id]?.points ?? []).filter(({ from, to }) => !periods.has(`${from}/${to}`));
  const all = [...kept, ...points].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  map.series[id] = { id, kpiId, placeId: place.placeId, toId: place.toId, personaId, points: all };
}

/** Takes the points away for which `keep` is false; a series without any goes. */
export function keepPoints(map: MapTables, series: Series, keep: (point: Point) => boolean): void {
  const kept = series.points.filter(keep);
  if (kept.length === series.points.length) return;
  if (kept.length === 0) delete map.series[series.id];
  else series.points = kept;
}

/** Removes the measurements of a step or stage. */
export function dropSeriesAt(map: MapTables, placeId: string): void {
  for (const series of Object.values(map.series)) if (series.placeId === placeId) delete map.series[series.id];
}

function needPlace(map: MapTables, { placeId, toId }: Place): void {
  if (toId !== null) need(map.touchpoints, toId, 'touchpoint');
  const whole = toId === null && [map.stages, map.steps, map.map].some((table) => Object.hasOwn(table, placeId));
  if (!whole) need(map.touchpoints, placeId, 'place');
}

function idOf({ kpiId, place, personaId = EVERYONE }: SeriesKey): string {
  return seriesId(kpiId, place, personaId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
