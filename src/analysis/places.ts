import type { Place } from '../model/records/place.ts';
import type { MapTables } from '../model/tables.ts';

/** The places that what is selected stands for: touchpoints, and the ways that links are. */
export function placesOf(map: MapTables, ids: readonly string[]): Place[] {
  return ids.flatMap((id): Place[] => {
    const link = map.links[id];
    if (link) return [{ placeId: link.from, toId: link.to }];
    return map.touchpoints[id] ? [{ placeId: id, toId: null }] : [];
  });
}

/** The records of the map that show a place: a touchpoint, or a way's link with both its ends. */
export function recordsOf(map: MapTables, { placeId, toId }: Place): string[] {
  if (toId === null) return [placeId];
  const link = Object.values(map.links).find(({ from, to }) => from === placeId && to === toId);
  return link ? [link.id] : [placeId, toId];
}
