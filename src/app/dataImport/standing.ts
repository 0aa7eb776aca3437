import { isOfWalk } from '../../analysis/kpi/kpiFigures.ts';
import type { Figures } from '../../commands/dataImports.ts';
import { pairId, seriesId } from '../../model/ids.ts';
import { type BroughtField, broughtFields, sourceOf } from '../../model/records/link.ts';
import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import { type FiguresPlan, kpiIdOf, type PlannedSeries } from './putFigures.ts';

type Days = { readonly from: string; readonly to: string };
/** What of a plan is looked at. */
type Wanted = Pick<FiguresPlan, 'kpis' | 'series' | 'links' | 'replaces'>;

/** What stands on a map where a file has a value too: the same KPI, place, persona and days. Imports that go anyway do not count. */
export interface Standing {
  /** Values that somebody typed. */
  readonly typed: number;
  /** Values that were taken on walks. */
  readonly walks: number;
  /** Values of other files, by the file's name. */
  readonly files: readonly { readonly name: string; readonly count: number }[];
  /** Shares and waits of links that somebody typed. */
  readonly links: number;
  readonly all: number;
  /** True where a value stands that the plan would replace. */
  readonly isTaken: (kpi: string, place: Place, days: Days, personaId?: string) => boolean;
}

/** Looks up what a plan would replace. Nothing is changed. */
export function standingFor(docs: Documents, plan: Wanted): Standing {
  const { map } = docs;
  const going = new Set(plan.replaces);
  const pointAt = (kpi: string, place: Place, { from, to }: Days, personaId = EVERYONE) => {
    const kpiId = kpiIdOf(docs.library, plan.kpis, kpi);
    const points = kpiId === null ? undefined : map.series[seriesId(kpiId, place, personaId)]?.points;
    return points?.find((point) => point.from === from && point.to === to && !going.has(point.importId ?? ''));
  };
  let [typed, walks] = [0, 0];
  const files = new Map<string, number>();
  for (const { kpi, place, personaId, points } of plan.series) {
    for (const point of points) {
      const found = pointAt(kpi, place, point, personaId);
      if (found === undefined) continue;
      if (found.importId === null) typed++;
      else if (isOfWalk(found)) walks++;
      else files.set(found.importId, (files.get(found.importId) ?? 0) + 1);
    }
  }
  const ways = plan.links.length === 0 ? noWays : measuredWays(map);
  const links = plan.links.reduce((sum, link) => sum + typedFigures(map, link, ways).length, 0);
  const byFile = [...files].map(([id, count]) => ({ name: map.dataImports[id]?.fileName ?? '', count }));
  return {
    ...{ typed, walks, files: byFile, links },
    all: typed + walks + links + byFile.reduce((sum, { count }) => sum + count, 0),
    isTaken: (kpi, place, days, personaId) => pointAt(kpi, place, days, personaId) !== undefined,
  };
}

/** The part of a plan that replaces nothing. */
export function besideStanding<T extends Pick<FiguresPlan, 'series' | 'links'>>(
  plan: T,
  map: MapTables,
  { isTaken }: Standing,
): T {
  const series = plan.series.flatMap((each): PlannedSeries[] => {
    const free = each.points.filter((point) => !isTaken(each.kpi, each.place, point, each.personaId));
    return free.length === 0 ? [] : [{ ...each, points: free }];
  });
  const ways = plan.links.length === 0 ? noWays : measuredWays(map);
  const links = plan.links.map((link) => {
    const kept = typedFigures(map, link, ways);
    return {
      id: link.id,
      share: kept.includes('share') ? null : link.share,
      waitHours: kept.includes('waitHours') ? null : link.waitHours,
    };
  });
  return { ...plan, series, links };
}

type Ways = ReadonlyMap<string, ReadonlySet<number>>;
const noWays: Ways = new Map();

/** The values that files brought of each way, by the id of its link. */
function measuredWays(map: MapTables): Ways {
  const ways = new Map<string, Set<number>>();
  for (const { placeId, toId, points } of Object.values(map.series)) {
    if (toId === null) continue;
    const id = pairId('link', placeId, toId);
    const values = ways.get(id) ?? new Set();
    for (const { importId, value } of points) if (importId !== null) values.add(value);
    if (values.size > 0) ways.set(id, values);
  }
  return ways;
}

/**
 * Which figures of a link somebody typed and a file would replace. A link of an older document does not say where they are
 * from: those on a way of which a file brought measurements are that file's, unless its wait is none that a file brought.
 */
function typedFigures(map: MapTables, planned: Figures['links'][number], ways: Ways): BroughtField[] {
  const link = map.links[planned.id];
  if (link === undefined) return [];
  const measured = ways.get(link.id);
  const isFromFile = (field: BroughtField, value: number) => {
    const source = sourceOf(link, field);
    if (source !== undefined) return source !== null;
    return measured !== undefined && (field === 'share' || measured.has(value));
  };
  return broughtFields.filter((field) => {
    const [now, next] = [link[field], planned[field]];
    return now !== null && next !== null && now !== next && !isFromFile(field, now);
  });
}

export interface KeptOfImport {
  readonly points: number;
  readonly evidence: number;
}

/** How many measurements and pieces of evidence of each import are on the map now: others may have replaced some. */
export function keptOfImports(map: MapTables): Map<string, KeptOfImport> {
  const kept = new Map<string, { points: number; evidence: number }>();
  const of = (id: string) => {
    const own = kept.get(id) ?? { points: 0, evidence: 0 };
    kept.set(id, own);
    return own;
  };
  for (const { points } of Object.values(map.series))
    for (const { importId } of points) if (importId !== null) of(importId).points++;
  for (const { importId } of Object.values(map.evidence)) if (importId !== null) of(importId).evidence++;
  return kept;
}
