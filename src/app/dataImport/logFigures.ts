import type { TFunction } from 'i18next';
import { type CountedLog, eventualShare, type LinkCount } from '../../analysis/data/countedLog.ts';
import type { WayCount } from '../../analysis/data/countWays.ts';
import type { Spread } from '../../analysis/data/quantiles.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import { pairId } from '../../model/ids.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import type { MapTables } from '../../model/tables.ts';
import type { PlaceCounts } from './placeCounts.ts';
import type { KpiWish, PlannedSeries } from './putFigures.ts';

type MeasureKpi = Pick<Kpi, 'unit' | 'better' | 'rollUp' | 'outcome'> & Partial<Pick<Kpi, 'metric'>>;
// A case comes to several places, and medians do not add up: larger places are counted by themselves.
const share = { unit: 'percent', rollUp: 'none', outcome: 'process' } as const;
const time = { unit: 'hours', better: 'less', rollUp: 'none', outcome: 'process' } as const;
const changed = { ...share, rollUp: 'ratioOfSums', better: 'less' } as const;

/** What is counted in a log, each as a KPI of its own. */
export const logMeasures = {
  volume: { unit: 'number', better: 'more', rollUp: 'sum', outcome: 'process' },
  reach: { ...share, better: 'more' },
  dropOff: { ...share, better: 'less', metric: 'dropOff' },
  repeats: { ...share, better: 'less' },
  direct: { ...share, better: 'more', metric: 'directConversion' },
  eventual: { ...share, better: 'more', metric: 'eventualConversion' },
  waiting: time,
  waiting90: time,
  duration: time,
  duration90: time,
  changedChannel: changed,
  changedDevice: changed,
  changedDepartment: changed,
} as const satisfies Record<string, MeasureKpi>;
export type LogMeasure = keyof typeof logMeasures;
/** What is put on a map unless somebody wants otherwise. */
export const usualMeasures: readonly LogMeasure[] = ['volume', 'reach', 'dropOff', 'direct', 'waiting', 'duration'];

/** The KPIs of measures, made unless the library has one of that name. */
export function measureWishes(wanted: Iterable<LogMeasure>, t: TFunction): Map<LogMeasure, KpiWish> {
  return new Map(
    [...wanted].map((measure): [LogMeasure, KpiWish] => {
      const description = t(`data.definitions.${measure}`);
      return [measure, { fields: { ...logMeasures[measure], name: t(`data.measures.${measure}`), description } }];
    }),
  );
}

const HOUR = 3_600_000;

/**
 * The figures of a log at the touchpoints and ways of a map, and at its steps, stages and as a whole. `touchpoints` holds
 * the touchpoint's id, or null, for each activity, and `counts` what was counted at each place. The n of a
 * volume or a share is its cases, that of a median how many times it is the median of. Where several activities share a
 * touchpoint its ways are as they were counted; where they were not, their volumes are added, and shares and medians, which
 * cannot be, are left out. `links` are the fields of links of the map; what was counted of a way that no link draws could
 * neither be seen nor deleted, so it is left out, and `undrawn` says how many figures of how many ways that are.
 */
export function logFigures(
  log: CountedLog,
  touchpoints: readonly (string | null)[],
  counts: PlaceCounts,
  wanted: ReadonlySet<LogMeasure>,
  period: Period,
  map: Pick<MapTables, 'links'>,
): {
  series: PlannedSeries[];
  links: { id: string; share: number | null; waitHours: number | null }[];
  undrawn: { ways: number; figures: number };
} {
  const series: PlannedSeries[] = [];
  const add = (kpi: LogMeasure, place: Place, value: number | null | undefined, n: number) => {
    if (value == null || !wanted.has(kpi)) return;
    series.push({ kpi, place, points: [{ ...period, value, n }] });
  };
  const percent = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);
  const hours = (milliseconds: number | undefined) => (milliseconds === undefined ? null : milliseconds / HOUR);
  const addSpread = ([median, p90]: readonly [LogMeasure, LogMeasure], place: Place, spread: Spread | null) => {
    add(median, place, hours(spread?.median), spread?.n ?? 0);
    add(p90, place, hours(spread?.p90), spread?.n ?? 0);
  };
  const changes = { changedChannel: 'channel', changedDevice: 'device', changedDepartment: 'department' } as const;

  for (const [placeId, { level, count }] of counts.places) {
    if (count.cases === 0) continue;
    const place = { placeId, toId: null };
    add('volume', place, count.events, count.cases);
    add('reach', place, percent(count.cases, log.cases), log.cases);
    add('dropOff', place, percent(count.lost, count.cases), count.cases);
    if (level === 'touchpoint') add('repeats', place, percent(count.repeating, count.cases), count.cases);
    addSpread(['waiting', 'waiting90'], place, count.waiting);
    addSpread(['duration', 'duration90'], place, count.duration);
  }

  const ways = grouped(
    log.links.map((link, at) => {
      const [from, to] = [touchpoints[link.from], touchpoints[link.to]];
      return [from != null && to != null && from !== to ? `${from} ${to}` : null, at] as const;
    }),
  );
  const fields: { id: string; share: number | null; waitHours: number | null }[] = [];
  const addWay = (place: Place, one: Omit<WayCount, 'from' | 'to'>, links: readonly LinkCount[]) => {
    add('direct', place, percent(one.cases, one.came), one.came);
    add('eventual', place, one.eventual === null ? null : percent(one.eventual, one.came), one.came);
    addSpread(['waiting', 'waiting90'], place, one.waiting);
    for (const measure of ['changedChannel', 'changedDevice', 'changedDepartment'] as const) {
      // These are counted event by event, so those of several activities add up.
      const each = links.map((link) => link.changed[changes[measure]]);
      const known = each.reduce((sum, own) => sum + own.known, 0);
      const changed = each.reduce((sum, own) => sum + own.changed, 0);
      add(measure, place, percent(changed, known), known);
    }
  };

  let undrawn = { ways: 0, figures: 0 };
  for (const [way, own] of ways) {
    const [placeId = '', toId = ''] = way.split(' ');
    const links = own.flatMap((at) => log.links[at] ?? []);
    const place = { placeId, toId };
    const id = pairId('link', placeId, toId);
    const before = series.length;
    const volume = links.reduce((sum, link) => sum + link.volume, 0);
    const one = counts.ways?.get(way) ?? wayOfOne(log, links);
    // In how many cases any of several happens is not known.
    add('volume', place, volume, one?.cases ?? Math.max(...links.map((link) => link.cases)));
    if (one !== null) addWay(place, one, links);
    if (!Object.hasOwn(map.links, id)) {
      const figures = series.splice(before).length;
      undrawn = { ways: undrawn.ways + Math.sign(figures), figures: undrawn.figures + figures };
    } else if (one !== null) {
      const wait = hours(one.waiting?.median);
      fields.push({
        id,
        share: log.cases === 0 ? null : one.cases / log.cases,
        waitHours: wait === null ? null : Math.min(wait, 1e6),
      });
    }
  }
  return { series, links: fields, undrawn };
}

/** A way of one activity to one other; null where there are several, whose cases and times do not add up. */
function wayOfOne(log: CountedLog, [one, more]: readonly LinkCount[]): Omit<WayCount, 'from' | 'to'> | null {
  if (one === undefined || more !== undefined) return null;
  const came = log.activities[one.from]?.cases ?? 0;
  const eventual = one.eventual ?? eventualShare(log, one.from, one.to);
  return { ...one, came, eventual: eventual === null ? null : Math.round(eventual * came) };
}

/** Places in a list by what they have in common; those without are left out. */
function grouped(pairs: readonly (readonly [key: string | null, at: number])[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [key, at] of pairs) if (key !== null) groups.set(key, [...(groups.get(key) ?? []), at]);
  return groups;
}
