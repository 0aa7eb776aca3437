import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Point, Series } from '../../model/records/series.ts';
import { placeKey } from '../claims.ts';
import { FEW } from '../kpi/combine.ts';
import { atTouchpoint, type Data, type Ground, type Hit, type MapRule } from './ground.ts';

/** Days after which a figure says nothing of today any more. */
const OLD_DAYS = 365;
const DAY = 86_400_000;

/** A moment of truth at which no KPI is measured: nobody will see it getting worse. */
export const momentOfTruthUnmeasured: MapRule = {
  at: 'map',
  reads: ({ map, kpis, aspects, reading }) => [map.series, kpis, aspects.decisive, reading],
  find({ map, kpis, reading }) {
    const kept = Object.values(map.series).filter(({ kpiId }) => kpis[kpiId]?.archived === false);
    const measured = new Set(kept.map(({ placeId, toId }) => (toId === null ? placeId : '')));
    return reading.touchpointIds
      .filter((id) => map.touchpoints[id]?.momentOfTruth === true && !measured.has(id))
      .map((id) => ({ place: atTouchpoint(id), data: {} }));
  },
};

/** A KPI whose newest measurement at a place ended more than a year ago. Nothing is old where nobody says what day it is. */
export const kpiTooOld: MapRule = {
  at: 'map',
  reads: ({ map, kpis, reading, today }) => [map.series, map.steps, kpis, reading, today],
  find: (ground) =>
    worstAtPlaces(ground, (series, { to }) => {
      const days = ground.today === null ? 0 : (Date.parse(ground.today) - Date.parse(to)) / DAY;
      return days > OLD_DAYS ? { rank: days, data: { kpi: series.kpiId, on: to } } : null;
    }),
};

/** A KPI whose newest measurement at a place rests on so few that it may be chance. */
export const tooFewMeasured: MapRule = {
  at: 'map',
  reads: ({ map, kpis, reading }) => [map.series, map.steps, kpis, reading],
  find: (ground) =>
    worstAtPlaces(ground, (series, { n }) =>
      n !== null && n < FEW ? { rank: FEW - n, data: { kpi: series.kpiId, n } } : null,
    ),
};

/**
 * What `judge` says of the newest measurement of every series, of everyone or of one persona: the worst at each place, and of
 * how many `more` KPIs it says something there. The whole map comes first, then in reading order. A step's counts for its
 * stage, where it can be dismissed.
 */
function worstAtPlaces(
  { map, kpis, reading }: Ground,
  judge: (series: Series, newest: Point) => { readonly rank: number; readonly data: Data } | null,
): Hit[] {
  const worst = new Map<string, { readonly rank: number; readonly data: Data; readonly place: Place }>();
  const judgedAt = new Map<string, Set<string>>();
  for (const id of Object.keys(map.series).sort()) {
    const series = map.series[id] as Series;
    const newest = series.points.reduce<Point | null>(
      (last, point) => (last && last.to > point.to ? last : point),
      null,
    );
    if (newest === null || kpis[series.kpiId]?.archived !== false) continue;
    const judged = judge(series, newest);
    if (judged === null) continue;
    const placeId = map.steps[series.placeId]?.stageId ?? series.placeId;
    const place = { placeId, toId: series.toId };
    const key = placeKey(place);
    judgedAt.set(key, (judgedAt.get(key) ?? new Set()).add(series.kpiId));
    if (judged.rank > (worst.get(key)?.rank ?? 0))
      worst.set(key, { ...judged, data: dataOf(judged.data, series), place });
  }
  const at = new Map([...reading.stageIds, ...reading.touchpointIds].map((id, index) => [id, index]));
  const where = (id: string | null) => (id === null ? -1 : (at.get(id) ?? -1));
  return [...worst.values()]
    .map(({ place, data }) => {
      const more = (judgedAt.get(placeKey(place))?.size ?? 1) - 1;
      return { place, data: more === 0 ? data : { ...data, more } };
    })
    .sort((a, b) => where(a.place.placeId) - where(b.place.placeId) || where(a.place.toId) - where(b.place.toId));
}

/** What was measured of one persona says so. */
function dataOf(data: Data, { personaId }: Series): Data {
  return personaId === EVERYONE ? data : { ...data, persona: personaId };
}
