import type { Place } from '../model/records/place.ts';
import type { MapTables } from '../model/tables.ts';

/** The departments that answer for a gap's ends, alone or with others: who can mend it. */
export function departmentsOf(
  { touchpoints }: Pick<MapTables, 'touchpoints'>,
  { place }: { readonly place: Place },
): string[] {
  const ends = [place.placeId, place.toId ?? place.placeId];
  return [...new Set(ends.flatMap((id) => touchpoints[id]?.departments ?? []))];
}
