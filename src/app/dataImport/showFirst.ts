import { type Period, periodsOf } from '../../analysis/kpi/periods.ts';
import type { Editor } from '../../editor/createEditor.ts';
import { pairId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';
import type { Series } from '../../model/records/series.ts';

/**
 * Lays the first KPI that an import brought to touchpoints over the map, and over the links where it brought volumes of
 * them too. What somebody looks at already stays, in the file's period where that is later. Returns what is shown now; null when that is nothing of the import.
 */
export function showFirst(
  { documents, session }: Pick<Editor, 'documents' | 'session'>,
  importId: string,
): { readonly name: string; readonly isOnLinks: boolean } | null {
  const { map, library } = documents();
  const { overlay } = session.getState();
  const own = Object.values(map.series).filter(({ points }) => points.some((point) => point.importId === importId));
  const onCards = new Set(
    own.flatMap(({ kpiId, placeId, toId }) => (toId === null && map.touchpoints[placeId] ? [kpiId] : [])),
  );
  const kpi = inOrder(Object.values(library.kpis)).find(({ id }) => onCards.has(id));
  if (overlay.badge || overlay.color || overlay.links) {
    showNewest(session, own, importId);
    return null;
  }
  if (kpi === undefined) return null;
  const isOnLinks = own.some(
    ({ kpiId, placeId, toId }) => kpiId === kpi.id && toId !== null && map.links[pairId('link', placeId, toId)],
  );
  const newest = newestOf(own, kpi.id, importId);
  session.setState({ overlay: { ...overlay, kpiId: kpi.id, period: newest, badge: true, links: isOnLinks } });
  return { name: kpi.name, isOnLinks };
}

/** What somebody looks at stays, in the period that the file brought, where it is later than the one looked at. */
function showNewest(session: Editor['session'], own: readonly Series[], importId: string): void {
  const { overlay } = session.getState();
  if (overlay.kpiId === null || overlay.period === null) return;
  const period = newestOf(own, overlay.kpiId, importId);
  if (period !== null && period.to > overlay.period.to) session.setState({ overlay: { ...overlay, period } });
}

/** The newest period of a KPI in what an import brought: elsewhere it may have been measured later. */
function newestOf(own: readonly Series[], kpi: string, importId: string): Period | null {
  const brought = own
    .filter(({ kpiId }) => kpiId === kpi)
    .map((series) => ({ ...series, points: series.points.filter((point) => point.importId === importId) }));
  return periodsOf(brought)[0] ?? null;
}
