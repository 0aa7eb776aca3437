import type { Documents } from '../model/tables.ts';
import { dropEvidence } from './evidence.ts';
import { dropLinks } from './links.ts';
import { dropOpportunity } from './opportunities.ts';
import { dropTouchpoints } from './touchpoints.ts';
import { dropWalk } from './walks.ts';

/**
 * Removes touchpoints, cards, links, opportunities, evidence, walks and profiles of files by id, with what hangs on them.
 * Ids that are gone already are passed over.
 */
export function removeItems({ map }: Documents, { ids }: { ids: string[] }): void {
  dropTouchpoints(
    map,
    ids.filter((id) => Object.hasOwn(map.touchpoints, id)),
  );
  for (const id of ids) {
    for (const table of [map.cards, map.matchProfiles]) if (Object.hasOwn(table, id)) delete table[id];
    if (Object.hasOwn(map.opportunities, id)) dropOpportunity(map, id);
    if (Object.hasOwn(map.evidence, id)) dropEvidence(map, id);
    if (Object.hasOwn(map.walks, id)) dropWalk(map, id);
  }
  dropLinks(
    map,
    ids.filter((id) => Object.hasOwn(map.links, id)),
  );
}
