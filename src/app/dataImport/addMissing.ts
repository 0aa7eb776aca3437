import type { ActivityCount, CountedLog } from '../../analysis/data/countedLog.ts';
import type { PlaceCount } from '../../analysis/data/countPlaces.ts';
import { touchpointOf } from '../../analysis/data/draftFrom.ts';
import { addLibraryEntry, type EntryTable } from '../../commands/libraryEntries.ts';
import { addLink } from '../../commands/links.ts';
import { addStep } from '../../commands/steps.ts';
import { addTouchpoint } from '../../commands/touchpoints.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import { pairId, seriesId } from '../../model/ids.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import { logFigures } from './logFigures.ts';
import { type FiguresPlan, type KpiWish, kpiIdOf, type PlannedSeries, putFigures } from './putFigures.ts';

/** What a log has and a map lacks: activities by their places in the log's list, ways by their touchpoints. */
export interface Missing {
  readonly activities: readonly number[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** Where the added belongs: the touchpoint of each activity, the days of the log, and the account of its file. */
export interface LogPlace {
  readonly touchpoints: readonly (string | null)[];
  readonly period: Period;
  readonly volume: KpiWish;
  readonly source: FiguresPlan['source'];
  /** An import of the same file, to which the figures are added; null makes one. */
  readonly into: string | null;
}

/**
 * Adds what the map lacks to a draft of the documents, with its volumes: touchpoints where those that come before and
 * after them in the log stand, with the channels, devices and departments of the log. Returns the touchpoint of each
 * activity, as it is then.
 */
export function addMissing(docs: Documents, log: CountedLog, missing: Missing, place: LogPlace): (string | null)[] {
  const touchpoints = [...place.touchpoints];
  const activities = [...missing.activities].sort(
    (a, b) => (log.activities[a]?.meanPlace ?? 0) - (log.activities[b]?.meanPlace ?? 0) || a - b,
  );
  const added = new Set<string>();
  const counts = new Map<string, { level: 'touchpoint'; count: PlaceCount }>();
  for (const at of activities) {
    const stepId = stepFor(docs, log, at, touchpoints);
    const id = addTouchpoint(docs, { stepId, fields: fieldsOf(docs, log.activities[at] as ActivityCount, at) });
    touchpoints[at] = id;
    added.add(id);
    counts.set(id, { level: 'touchpoint', count: placeOfOne(log.activities[at] as ActivityCount) });
  }
  for (const { from, to } of missing.links) added.add(addLink(docs, { from, to }));

  const kpis = new Map([['volume', place.volume]]);
  const figures = logFigures(
    log,
    touchpoints,
    { places: counts, ways: null },
    new Set(['volume']),
    place.period,
    docs.map,
  );
  const volumeId = kpiIdOf(docs.library, kpis, 'volume') ?? '';
  // What was measured on a way before it was drawn stays: it was typed by hand, or is of another file.
  const isNew = ({ place: { placeId, toId } }: PlannedSeries) =>
    added.has(toId === null ? placeId : pairId('link', placeId, toId)) &&
    docs.map.series[seriesId(volumeId, { placeId, toId }, EVERYONE)] === undefined;
  putFigures(docs, {
    ...{ source: place.source, into: place.into, replaces: [], evidence: [], profile: null },
    kpis,
    series: figures.series.filter(isNew),
    links: figures.links.filter(({ id }) => added.has(id)),
  });
  return touchpoints;
}

/** A place at which nothing but one activity happens. */
function placeOfOne({ events, cases, dropOff, casesRepeating, waiting, duration }: ActivityCount): PlaceCount {
  return { events, cases, lost: Math.round(dropOff * cases), repeating: casesRepeating, waiting, duration };
}

function fieldsOf(docs: Documents, activity: ActivityCount, at: number) {
  const { title, channels, devices, departments } = touchpointOf(activity, at);
  const entries = (table: EntryTable, names: readonly string[]) => [
    ...new Set(names.map((name) => addLibraryEntry(docs, { table, name }))),
  ];
  return {
    title,
    channels: entries('channels', channels),
    devices: entries('devices', devices),
    departments: entries('departments', departments),
  };
}

/**
 * The step of an activity: after the touchpoint that most often comes before it and before the one that most often comes
 * after it. Where there is no step between the two, one is made.
 */
function stepFor(docs: Documents, log: CountedLog, at: number, touchpoints: readonly (string | null)[]): string {
  const { map } = docs;
  const steps = stepsInOrder(map);
  const most = (end: 'from' | 'to', other: 'from' | 'to') => {
    const links = log.links.filter(
      (link) => link[end] === at && link[other] !== at && touchpoints[link[other]] != null,
    );
    const [link] = links.sort((a, b) => b.volume - a.volume);
    return link === undefined ? -1 : stepAt(map, steps, touchpoints[link[other]] as string);
  };
  const [before, after] = [most('to', 'from'), most('from', 'to')];
  const make = (beside: number, first: boolean) => {
    const { id, stageId } = steps[beside] as (typeof steps)[number];
    const next = first ? steps[beside] : steps[beside + 1];
    const beforeId = first ? id : next?.stageId === stageId ? next.id : null;
    return addStep(docs, { stageId, name: log.activities[at]?.says.place ?? '', beforeId });
  };
  if (before < 0) return after < 0 ? make(steps.length - 1, false) : (steps[after - 1]?.id ?? make(0, true));
  return after === before + 1 ? make(before, false) : (steps[before + 1]?.id ?? make(before, false));
}

function stepAt(map: MapTables, steps: readonly { readonly id: string }[], touchpointId: string): number {
  return steps.findIndex(({ id }) => id === map.touchpoints[touchpointId]?.stepId);
}
