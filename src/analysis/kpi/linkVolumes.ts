import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables, MapTables } from '../../model/tables.ts';
import { placeKey } from '../claims.ts';
import { type KpiQuestion, kpiFigures } from './kpiFigures.ts';
import { type Period, periodsOf, pointsIn } from './periods.ts';

/** How many go a link, and on how many that rests; null where nobody said. */
export interface LinkVolume {
  readonly volume: number;
  readonly n: number | null;
}

/** Which share of those who come to a touchpoint goes no further (0 to 1, more than 0), and how many came. */
export interface DropOff {
  readonly share: number;
  readonly n: number | null;
}

/** The period that links show: the one that is looked at where they were measured in it, else their latest. */
export function linkPeriod(map: MapTables, kpiId: string, wanted: Period | null): Period | null {
  const series = Object.values(map.series).filter((each) => each.kpiId === kpiId && each.toId !== null);
  const isMeasured = wanted !== null && series.some(({ points }) => pointsIn(points, wanted).length > 0);
  return isMeasured ? wanted : (periodsOf(series)[0] ?? null);
}

/** The KPI of the share that goes no further, as logs are counted; null where the library has none. */
export function dropOffKpi({ kpis }: Pick<LibraryTables, 'kpis'>): Kpi | null {
  return inOrder(Object.values(kpis)).find(({ metric, archived }) => metric === 'dropOff' && !archived) ?? null;
}

/**
 * The volumes of a map's links by link id, and the losses of its touchpoints by theirs. Who goes no further is what was
 * measured of `dropOff` (a KPI in percent) at a touchpoint, whether a link leads on from it or not. Where that was not, it
 * follows from what people typed: who came (as measured there, else what the links bring) and does not go on by any link;
 * not where the links that lead on say that they rest on another number than came.
 * A file may know of ways that are not drawn, so nothing follows from its volumes; nor from those of some of the links
 * alone.
 */
export function linkVolumes(
  map: MapTables,
  question: KpiQuestion,
  dropOff: Pick<Kpi, 'id' | 'rollUp'> | null = null,
): { readonly volumes: ReadonlyMap<string, LinkVolume>; readonly losses: ReadonlyMap<string, DropOff> } {
  const figures = kpiFigures(map, question);
  const counted = dropOff === null ? null : kpiFigures(map, { ...question, kpi: dropOff });
  const [into, outOf] = [new Map<string, Sum>(), new Map<string, Sum>()];
  const volumes = new Map<string, LinkVolume>();
  /** On how many the volumes that lead on from a touchpoint rest, where they say so. */
  const bases = new Map<string, number[]>();
  for (const { id, from, to } of Object.values(map.links)) {
    const figure = figures.get(placeKey({ placeId: from, toId: to }));
    const known = figure !== undefined && figure.value >= 0;
    const typed = known && figure.source === 'typed';
    add(into, to, known ? figure.value : 0, typed);
    add(outOf, from, known ? figure.value : 0, typed);
    if (!known) continue;
    volumes.set(id, { volume: figure.value, n: figure.n });
    if (figure.n !== null) bases.set(from, [...(bases.get(from) ?? []), figure.n]);
  }
  const lostAt = (id: string): DropOff | null => {
    const measured = counted?.get(id);
    if (measured !== undefined) return { share: measured.value / 100, n: measured.n };
    const [here, out, brought] = [figures.get(id), outOf.get(id), into.get(id)];
    const came = here === undefined ? brought : { value: here.value, typed: here.source === 'typed' };
    // Some came by ways that are not drawn, or were not counted: what went on is no part of those who are known to have come.
    if (bases.get(id)?.some((n) => n !== came?.value)) return null;
    if (!came?.typed || !out?.typed || came.value <= 0) return null;
    return { share: (came.value - out.value) / came.value, n: came.value };
  };
  const losses = new Map<string, DropOff>();
  for (const id of Object.keys(map.touchpoints)) {
    const lost = lostAt(id);
    if (lost !== null && lost.share > 0) losses.set(id, lost);
  }
  return { volumes, losses };
}

interface Sum {
  readonly value: number;
  /** Whether all of it was typed by hand. */
  readonly typed: boolean;
}

function add(sums: Map<string, Sum>, key: string, value: number, typed: boolean): void {
  const before = sums.get(key);
  sums.set(key, { value: (before?.value ?? 0) + value, typed: typed && before?.typed !== false });
}
