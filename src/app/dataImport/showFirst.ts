import { periodsOf } from '../../analysis/kpi/periods.ts';
import type { Editor } from '../../editor/createEditor.ts';
import { pairId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';

/**
 * Lays the first KPI that an import brought to touchpoints over the map, and over the links where it brought volumes of
 * them too. What somebody looks at already stays. Returns what is shown now; null when that is nothing of the import.
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
  if (kpi === undefined || overlay.badge || overlay.color || overlay.links) return null;
  const isOnLinks = own.some(
    ({ kpiId, placeId, toId }) => kpiId === kpi.id && toId !== null && map.links[pairId('link', placeId, toId)],
  );
  // The newest of the file's own: elsewhere the KPI may have been measured later.
  const brought = own
    .filter(({ kpiId }) => kpiId === kpi.id)
    .map((series) => ({ ...series, points: series.points.filter((point) => point.importId === importId) }));
  const [newest] = periodsOf(brought);
  session.setState({ overlay: { ...overlay, kpiId: kpi.id, period: newest ?? null, badge: true, links: isOnLinks } });
  return { name: kpi.name, isOnLinks };
}
