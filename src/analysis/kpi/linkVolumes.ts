import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import { placeKey } from '../claims.ts';
import { type KpiQuestion, kpiFigures } from './kpiFigures.ts';

/** How many go a link, and which share of those who came to where it begins go nowhere from there. */
export interface LinkVolume {
  readonly volume: number;
  /** 0 to 1; stands at the link most go, null at the others and where nothing is lost or known. */
  readonly dropOff: number | null;
}

/** The first KPI that counts (a plain number that adds up) and was measured on links; null where there is none. */
export function volumeKpi({ map, library }: Documents): Kpi | null {
  const onLinks = new Set(Object.values(map.series).flatMap(({ kpiId, toId }) => (toId === null ? [] : [kpiId])));
  const counts = ({ id, unit, rollUp }: Kpi) => onLinks.has(id) && unit === 'number' && rollUp === 'sum';
  return inOrder(Object.values(library.kpis)).find((kpi) => counts(kpi) && !kpi.archived) ?? null;
}

/**
 * The volumes of a map's links, by link id. Those who came to a touchpoint are what was measured there, else what its
 * links bring; who does not go on by any link has dropped off.
 */
export function linkVolumes(map: MapTables, question: KpiQuestion): ReadonlyMap<string, LinkVolume> {
  const figures = kpiFigures(map, question);
  const [into, outOf] = [new Map<string, number>(), new Map<string, number>()];
  const measured = Object.values(map.links).flatMap(({ id, from, to }) => {
    const volume = figures.get(placeKey({ placeId: from, toId: to }))?.value;
    if (volume === undefined || volume < 0) return [];
    into.set(to, (into.get(to) ?? 0) + volume);
    outOf.set(from, (outOf.get(from) ?? 0) + volume);
    return [{ id, from, volume }];
  });
  const widest = new Map<string, { id: string; volume: number }>();
  for (const { id, from, volume } of measured)
    if (volume > (widest.get(from)?.volume ?? -1)) widest.set(from, { id, volume });
  return new Map(
    measured.map(({ id, from, volume }) => {
      const came = figures.get(from)?.value ?? into.get(from) ?? 0;
      const lost = came - (outOf.get(from) ?? 0);
      const dropOff = widest.get(from)?.id === id && came > 0 && lost > 0 ? lost / came : null;
      return [id, { volume, dropOff }];
    }),
  );
}
