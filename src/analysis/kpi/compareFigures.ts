import type { MapTables } from '../../model/tables.ts';
import { placeKey } from '../claims.ts';
import { type Reading, readingOf } from '../reading.ts';
import { type KpiFigure, type KpiQuestion, kpiFigures } from './kpiFigures.ts';
import { type Period, pointsIn } from './periods.ts';

/** Two periods held against each other, over the places that were measured in both. */
export interface Comparison {
  /** By `placeKey`; where rolled up, over no other places than before. */
  readonly now: ReadonlyMap<string, KpiFigure>;
  readonly before: ReadonlyMap<string, KpiFigure>;
  /** How many places were measured in both periods, and how many in one of them alone. */
  readonly both: number;
  readonly one: number;
}

/** Holds a period against the one before. Places measured in one of them alone are passed over, with what they roll up into. */
export function compareFigures(
  map: MapTables,
  question: KpiQuestion,
  before: Period,
  reading: Reading = readingOf(map),
): Comparison {
  const [here, there] = [measuredIn(map, question), measuredIn(map, { ...question, period: before })];
  const alone = new Set([...here, ...there].filter((key) => !here.has(key) || !there.has(key)));
  return {
    now: kpiFigures(map, question, reading, alone),
    before: kpiFigures(map, { ...question, period: before }, reading, alone),
    both: [...here].filter((key) => there.has(key)).length,
    one: alone.size,
  };
}

/** The places at which something was measured itself. */
function measuredIn(map: MapTables, { kpi, period, personaIds }: KpiQuestion): Set<string> {
  const places = new Set<string>();
  for (const series of Object.values(map.series)) {
    if (series.kpiId !== kpi.id || (personaIds.length > 0 && !personaIds.includes(series.personaId))) continue;
    if (pointsIn(series.points, period).length > 0) places.add(placeKey(series));
  }
  return places;
}
