import { type Period, periodsShown } from '../../analysis/kpi/periods.ts';
import type { Editor } from '../../editor/createEditor.ts';
import { pairId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Series } from '../../model/records/series.ts';

/**
 * Lays the first KPI that an import brought to touchpoints over the map, and over the links where it brought volumes of
 * them too. A KPI of the import that is looked at already stays, in the file's period where that is later. Returns what is
 * shown now; null when that is nothing new.
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
  const looked = library.kpis[overlay.kpiId ?? ''];
  const isShown = overlay.badge || overlay.color || overlay.links;
  if (isShown && (kpi === undefined || own.some(({ kpiId }) => kpiId === looked?.id))) {
    showNewest(session, own, looked, importId);
    return null;
  }
  if (kpi === undefined) return null;
  const isOnLinks = own.some(
    ({ kpiId, placeId, toId }) => kpiId === kpi.id && toId !== null && map.links[pairId('link', placeId, toId)],
  );
  const newest = newestOf(own, kpi, importId);
  const links = isOnLinks || overlay.links;
  session.setState({ overlay: { ...overlay, kpiId: kpi.id, period: newest, badge: true, links } });
  return { name: kpi.name, isOnLinks };
}

/** What somebody looks at stays, in the period that the file brought, where it is later than the one looked at. */
function showNewest(session: Editor['session'], own: readonly Series[], kpi: Kpi | undefined, importId: string): void {
  const { overlay } = session.getState();
  if (kpi === undefined || overlay.period === null) return;
  const period = newestOf(own, kpi, importId);
  if (period !== null && period.to > overlay.period.to) session.setState({ overlay: { ...overlay, period } });
}

/** The newest period of a KPI in what an import brought: elsewhere it may have been measured later. */
function newestOf(own: readonly Series[], { id, rollUp }: Kpi, importId: string): Period | null {
  const brought = own
    .filter(({ kpiId }) => kpiId === id)
    .map((series) => ({ ...series, points: series.points.filter((point) => point.importId === importId) }));
  return periodsShown(brought, rollUp)[0] ?? null;
}
