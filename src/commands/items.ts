import type { Documents } from '../model/tables.ts';
import { dropTouchpoints } from './touchpoints.ts';

/** Removes touchpoints, cards and links by id, with what hangs on them. Ids that are gone already are passed over. */
export function removeItems({ map }: Documents, { ids }: { ids: string[] }): void {
  dropTouchpoints(map, ids.filter((id) => map.touchpoints[id] !== undefined));
  for (const id of ids) {
    delete map.cards[id];
    delete map.links[id];
  }
}
