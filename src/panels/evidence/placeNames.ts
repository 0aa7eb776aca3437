import { readingOf } from '../../analysis/reading.ts';
import type { Place } from '../../model/records/place.ts';
import type { MapTables } from '../../model/tables.ts';

/** What a place is called: a touchpoint by its title, a way by both ends. */
export function placeName({ touchpoints }: MapTables, { placeId, toId }: Place, untitled: string): string {
  const title = (id: string) => touchpoints[id]?.title || untitled;
  return toId === null ? title(placeId) : `${title(placeId)} → ${title(toId)}`;
}

/** Everything a piece of evidence can be attached to: touchpoints and links, in reading order. */
export function attachable(map: MapTables): { touchpoints: Place[]; ways: Place[] } {
  const { touchpointIds, touchpointAt } = readingOf(map);
  const at = (id: string) => touchpointAt.get(id) ?? 0;
  return {
    touchpoints: touchpointIds.map((placeId) => ({ placeId, toId: null })),
    ways: Object.values(map.links)
      .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
      .map(({ from, to }) => ({ placeId: from, toId: to })),
  };
}

/** What each piece of evidence is about. */
export function placesByPiece({ citations }: Pick<MapTables, 'citations'>): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const id of Object.keys(citations).sort()) {
    const { evidenceId, placeId, toId } = citations[id] as MapTables['citations'][string];
    const list = found.get(evidenceId);
    if (list) list.push({ placeId, toId });
    else found.set(evidenceId, [{ placeId, toId }]);
  }
  return found;
}
