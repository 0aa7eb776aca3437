import { inOrder } from '../model/order.ts';
import type { MapTables } from '../model/tables.ts';

/** The personas of each touchpoint and link that belongs to some; one that is not in it belongs to all. */
export type Members = ReadonlyMap<string, readonly string[]>;

export function membersIndex(map: Pick<MapTables, 'memberships'>): Members {
  const index = new Map<string, string[]>();
  for (const id of Object.keys(map.memberships).sort()) {
    const { recordId, personaId } = map.memberships[id] as MapTables['memberships'][string];
    const list = index.get(recordId);
    if (list) list.push(personaId);
    else index.set(recordId, [personaId]);
  }
  return index;
}

/** True when a touchpoint or link belongs to one of the personas, or to all. No personas means everyone. */
export function belongsTo(index: Members, recordId: string, personaIds: readonly string[]): boolean {
  const members = index.get(recordId);
  return members === undefined || personaIds.length === 0 || members.some((id) => personaIds.includes(id));
}

/** The personas of a map in their order, then those that are only named by what belongs to them. */
export function personasOf(map: Pick<MapTables, 'mapPersonas' | 'memberships'>): string[] {
  const named = Object.values(map.memberships).map(({ personaId }) => personaId);
  return [...new Set([...inOrder(Object.values(map.mapPersonas)).map(({ personaId }) => personaId), ...named.sort()])];
}

/**
 * The personas who can go a way: those to whom it and both its ends belong, out of `personaIds`. Where nothing says whose
 * it is these are all of them.
 */
export function whoGoes(
  index: Members,
  { linkId, from, to }: { readonly linkId: string; readonly from: string; readonly to: string },
  personaIds: readonly string[],
): readonly string[] {
  if (!index.has(linkId) && !index.has(from) && !index.has(to)) return personaIds;
  return personaIds.filter((persona) => [linkId, from, to].every((record) => belongsTo(index, record, [persona])));
}
