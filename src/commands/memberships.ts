import { pairId } from '../model/ids.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';

/** The ids of the personas a touchpoint or link belongs to, sorted; empty when it belongs to all. */
export function membersOf(map: MapTables, recordId: string): string[] {
  return Object.values(map.memberships)
    .filter((membership) => membership.recordId === recordId)
    .map((membership) => membership.personaId)
    .sort();
}

/** Says to which personas touchpoints and links belong. An empty list means all. */
export function setMembers(
  { map, library }: Documents,
  { recordIds, personaIds }: { recordIds: string[]; personaIds: string[] },
): void {
  for (const personaId of personaIds) need(library.personas, personaId, 'persona');
  for (const recordId of recordIds) {
    if (!Object.hasOwn(map.touchpoints, recordId) && !Object.hasOwn(map.links, recordId)) {
      throw new CommandError(
        'missing',
        { what: 'touchpoint', id: recordId },
        `There is no touchpoint or link with the id "${recordId}" in this map. It may have been deleted.`,
      );
    }
    const wanted = new Set(personaIds.map((personaId) => pairId('membership', recordId, personaId)));
    for (const membership of Object.values(map.memberships)) {
      if (membership.recordId === recordId && !wanted.has(membership.id)) delete map.memberships[membership.id];
    }
    for (const personaId of personaIds) {
      const id = pairId('membership', recordId, personaId);
      if (map.memberships[id] === undefined) map.memberships[id] = { id, recordId, personaId };
    }
  }
}

export function removeMembershipsOf(map: MapTables, personaId: string): void {
  for (const membership of Object.values(map.memberships))
    if (membership.personaId === personaId) delete map.memberships[membership.id];
}
