import { type CountedLog, eventualShare } from '../../analysis/data/countedLog.ts';
import { dayOf, type Period } from '../../exchange/data/readPeriod.ts';
import { pairId } from '../../model/ids.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import type { MapTables } from '../../model/tables.ts';
import type { PlannedSeries } from './putFigures.ts';

type MeasureKpi = Pick<Kpi, 'unit' | 'better' | 'rollUp' | 'outcome'> & Partial<Pick<Kpi, 'metric'>>;
const share = { unit: 'percent', rollUp: 'ratioOfSums', outcome: 'process' } as const;
const time = { unit: 'hours', better: 'less', rollUp: 'weightedMean', outcome: 'process' } as const;

/** What is counted in a log, each as a KPI of its own. */
export const logMeasures = {
  volume: { unit: 'number', better: 'more', rollUp: 'sum', outcome: 'process' },
  reach: { ...share, better: 'more' },
  dropOff: { ...share, better: 'less', metric: 'dropOff' },
  repeats: { ...share, better: 'less' },
  direct: { ...share, better: 'more' },
  eventual: { ...share, better: 'more' },
  waiting: time,
  waiting90: time,
  duration: time,
  duration90: time,
  changedChannel: { ...share, better: 'less' },
  changedDevice: { ...share, better: 'less' },
  changedDepartment: { ...share, better: 'less' },
} as const satisfies Record<string, MeasureKpi>;
export type LogMeasure = keyof typeof logMeasures;
/** What is put on a map unless somebody wants otherwise. */
export const usualMeasures: readonly LogMeasure[] = ['volume', 'reach', 'dropOff', 'direct', 'waiting', 'duration'];

const HOUR = 3_600_000;

/** The days of a log, or null where its events have no times. */
export function periodOfLog(log: CountedLog): Period | null {
  return log.period === null ? null : { from: dayOf(log.period.from), to: dayOf(log.period.to) };
}

/**
 * The figures of a log at the touchpoints and ways of a map. `touchpoints` holds the touchpoint's id, or null, for each
 * activity. Where several activities share a touchpoint only volumes can be added; shares and medians cannot, and are
 * left out. `links` are the fields of links of the map.
 */
export function logFigures(
  log: CountedLog,
  touchpoints: readonly (string | null)[],
  wanted: ReadonlySet<LogMeasure>,
  period: Period,
  map: Pick<MapTables, 'links'>,
): { series: PlannedSeries[]; links: { id: string; share: number | null; waitHours: number | null }[] } {
  const series: PlannedSeries[] = [];
  const add = (kpi: LogMeasure, place: Place, value: number | null | undefined, n: number) => {
    if (value == null || !wanted.has(kpi)) return;
    series.push({ kpi, place, points: [{ ...period, value, n }] });
  };
  const percent = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);
  const hours = (milliseconds: number | undefined) => (milliseconds === undefined ? null : milliseconds / HOUR);
  const changes = { changedChannel: 'channel', changedDevice: 'device', changedDepartment: 'department' } as const;

  for (const [placeId, own] of grouped(touchpoints.map((id, at) => [id, at] as const))) {
    const activities = own.flatMap((at) => log.activities[at] ?? []);
    const place = { placeId, toId: null };
    const [one, more] = activities;
    const events = activities.reduce((sum, activity) => sum + activity.events, 0);
    add('volume', place, events, events);
    if (one === undefined || more !== undefined) continue;
    add('reach', place, one.reach * 100, log.cases);
    add('dropOff', place, one.dropOff * 100, one.cases);
    add('repeats', place, percent(one.casesRepeating, one.cases), one.cases);
    add('waiting', place, hours(one.waiting?.median), one.waiting?.n ?? 0);
    add('waiting90', place, hours(one.waiting?.p90), one.waiting?.n ?? 0);
    add('duration', place, hours(one.duration?.median), one.duration?.n ?? 0);
    add('duration90', place, hours(one.duration?.p90), one.duration?.n ?? 0);
  }

  const ways = grouped(
    log.links.map((link, at) => {
      const [from, to] = [touchpoints[link.from], touchpoints[link.to]];
      return [from != null && to != null && from !== to ? `${from} ${to}` : null, at] as const;
    }),
  );
  const fields: { id: string; share: number | null; waitHours: number | null }[] = [];
  for (const [way, own] of ways) {
    const [placeId = '', toId = ''] = way.split(' ');
    const links = own.flatMap((at) => log.links[at] ?? []);
    const place = { placeId, toId };
    const volume = links.reduce((sum, link) => sum + link.volume, 0);
    add('volume', place, volume, volume);
    const [one, more] = links;
    if (one === undefined || more !== undefined) continue;
    const cases = log.activities[one.from]?.cases ?? 0;
    const eventual = one.eventual ?? eventualShare(log, one.from, one.to);
    add('direct', place, one.direct * 100, cases);
    add('eventual', place, eventual === null ? null : eventual * 100, cases);
    add('waiting', place, hours(one.waiting?.median), one.waiting?.n ?? 0);
    add('waiting90', place, hours(one.waiting?.p90), one.waiting?.n ?? 0);
    for (const measure of ['changedChannel', 'changedDevice', 'changedDepartment'] as const) {
      const { known, changed } = one.changed[changes[measure]];
      add(measure, place, percent(changed, known), known);
    }
    const id = pairId('link', placeId, toId);
    if (Object.hasOwn(map.links, id)) {
      const wait = hours(one.waiting?.median);
      fields.push({
        id,
        share: log.cases === 0 ? null : one.cases / log.cases,
        waitHours: wait === null ? null : Math.min(wait, 1e6),
      });
    }
  }
  return { series, links: fields };
}

/** Places in a list by what they have in common; those without are left out. */
function grouped(pairs: readonly (readonly [key: string | null, at: number])[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [key, at] of pairs) if (key !== null) groups.set(key, [...(groups.get(key) ?? []), at]);
  return groups;
}
