import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Point, Series } from '../../model/records/series.ts';
import { placeKey } from '../claims.ts';
import { FEW } from '../kpi/combine.ts';
import { type KpiFigure, kpiFigures } from '../kpi/kpiFigures.ts';
import { periodBefore, periodsOf } from '../kpi/periods.ts';
import { atTouchpoint, type Data, type Ground, type Hit, type MapRule } from './ground.ts';

/** Days after which a figure says nothing of today any more. */
const OLD_DAYS = 365;
/** The field's conversion, and the two that are counted in logs. */
const conversions: ReadonlySet<Kpi['metric']> = new Set(['conversion', 'directConversion', 'eventualConversion']);
/** A conversion that is lower by this part of itself has dropped: since the period before, and from one touchpoint to the next. */
const DROP = { before: 0.1, behind: 0.25 };
const DAY = 86_400_000;

/** A moment of truth at which no KPI is measured: nobody will see it getting worse. */
export const momentOfTruthUnmeasured: MapRule = {
  at: 'map',
  reads: ({ map, aspects, reading }) => [map.series, aspects.decisive, reading],
  find({ map, reading }) {
    const measured = new Set(Object.values(map.series).map(({ placeId, toId }) => (toId === null ? placeId : '')));
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
 * A conversion that drops where the customer is handed over: on the way itself against the period before, or behind it
 * against before it in the same period, by a good part of itself and not by few.
 */
export const conversionDrop: MapRule = {
  at: 'map',
  reads: ({ map, kpis, handoffs, reading }) => [map.series, kpis, handoffs, reading],
  find({ map, kpis, handoffs, reading }) {
    const measures = inOrder(Object.values(kpis)).filter(
      ({ metric, archived }) => conversions.has(metric) && !archived,
    );
    const stands = measures.flatMap((kpi) => {
      const periods = periodsOf(Object.values(map.series).filter(({ kpiId }) => kpiId === kpi.id));
      const [period] = periods;
      if (period === undefined) return [];
      const ask = (of: typeof period) => kpiFigures(map, { kpi, period: of, personaIds: [] }, reading);
      const past = periodBefore(period, periods);
      return [{ kpi: kpi.id, now: ask(period), before: past === null ? null : ask(past) }];
    });
    return [...handoffs.values()].flatMap(({ from, to, changes }): Hit[] => {
      if (!Object.values(changes).includes('handoff')) return [];
      const place = { placeId: from, toId: to };
      const key = placeKey(place);
      for (const { kpi, now, before } of stands) {
        const pairs = [
          [before?.get(key), now.get(key), DROP.before],
          [now.get(from), now.get(to), DROP.behind],
        ] as const;
        for (const [was, is, by] of pairs)
          if (was && is && drops(was, is, by)) return [{ place, data: { kpi, from: was.value, to: is.value } }];
      }
      return [];
    });
  },
};

function drops(was: KpiFigure, is: KpiFigure, by: number): boolean {
  const isSure = [was, is].every(({ n }) => n === null || n >= FEW);
  return isSure && was.value > 0 && (was.value - is.value) / was.value >= by;
}

/**
 * What `judge` says of the newest measurement of every series, of everyone or of one persona, the worst at each place, in reading order. A
 * step's counts for its stage, where it can be dismissed; that of the whole map has no place to be found at.
 */
function worstAtPlaces(
  { map, kpis, reading }: Ground,
  judge: (series: Series, newest: Point) => { readonly rank: number; readonly data: Data } | null,
): Hit[] {
  const worst = new Map<string, { readonly rank: number; readonly data: Data; readonly place: Place }>();
  for (const id of Object.keys(map.series).sort()) {
    const series = map.series[id] as Series;
    const newest = series.points.reduce<Point | null>(
      (last, point) => (last && last.to > point.to ? last : point),
      null,
    );
    if (newest === null || kpis[series.kpiId]?.archived !== false) continue;
    const judged = judge(series, newest);
    if (judged === null || map.map[series.placeId] !== undefined) continue;
    const placeId = map.steps[series.placeId]?.stageId ?? series.placeId;
    const place = { placeId, toId: series.toId };
    const key = placeKey(place);
    if (judged.rank > (worst.get(key)?.rank ?? 0))
      worst.set(key, { ...judged, data: dataOf(judged.data, series), place });
  }
  const at = new Map([...reading.stageIds, ...reading.touchpointIds].map((id, index) => [id, index]));
  const where = (id: string | null) => (id === null ? -1 : (at.get(id) ?? -1));
  return [...worst.values()]
    .map(({ place, data }) => ({ place, data }))
    .sort((a, b) => where(a.place.placeId) - where(b.place.placeId) || where(a.place.toId) - where(b.place.toId));
}

/** What was measured of one persona says so. */
function dataOf(data: Data, { personaId }: Series): Data {
  return personaId === EVERYONE ? data : { ...data, persona: personaId };
}
