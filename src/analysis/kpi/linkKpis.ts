import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Documents } from '../../model/tables.ts';

/** The KPIs that were measured on links. */
export function linkKpis({ map, library }: Documents): Kpi[] {
  const onLinks = new Set(Object.values(map.series).flatMap(({ kpiId, toId }) => (toId === null ? [] : [kpiId])));
  return inOrder(Object.values(library.kpis)).filter(({ id, archived }) => onLinks.has(id) && !archived);
}

/** Those of them that count: plain numbers that add up. */
export function volumeKpis(docs: Documents): Kpi[] {
  return linkKpis(docs).filter(({ unit, rollUp }) => unit === 'number' && rollUp === 'sum');
}

/** The KPI whose figures stand at links: the one that was chosen for them, else the one that is looked at, else one that counts. */
export function linkKpi(
  docs: Documents,
  { linkKpiId, kpiId }: { readonly linkKpiId: string | null; readonly kpiId: string | null },
): Kpi | null {
  const all = linkKpis(docs);
  const withId = (id: string | null) => all.find((kpi) => kpi.id === id);
  return withId(linkKpiId) ?? withId(kpiId) ?? volumeKpis(docs)[0] ?? all[0] ?? null;
}

/** What links are as thick as: the KPI that was chosen for them, else the one that is looked at, else the first. */
export function volumeKpi(
  docs: Documents,
  { linkKpiId, kpiId }: { readonly linkKpiId: string | null; readonly kpiId: string | null } = noChoice,
): Kpi | null {
  const all = volumeKpis(docs);
  const withId = (id: string | null) => all.find((kpi) => kpi.id === id);
  return withId(linkKpiId) ?? withId(kpiId) ?? all[0] ?? null;
}

const noChoice = { linkKpiId: null, kpiId: null };
