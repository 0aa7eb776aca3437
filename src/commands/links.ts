import { blankLink } from '../model/blanks.ts';
import { pairId } from '../model/ids.ts';
import { type BroughtField, broughtFields, type Link } from '../model/records/link.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { setFields } from './setFields.ts';

/** What may be set on a link: everything but its ends. */
export type LinkFields = Omit<Link, 'id' | 'from' | 'to' | 'extra'>;

/** Links two touchpoints; where they are linked that way already nothing changes. Returns the link's id. */
export function addLink(
  { map }: Documents,
  { from, to, label = '' }: { from: string; to: string; label?: string },
): string {
  need(map.touchpoints, from, 'touchpoint');
  need(map.touchpoints, to, 'touchpoint');
  if (from === to)
    throw new CommandError('selfLink', {}, 'A touchpoint cannot be linked to itself. Choose another one to link to.');
  const id = pairId('link', from, to);
  if (map.links[id] === undefined) map.links[id] = { ...blankLink, id, from, to, label };
  return id;
}

/** Sets fields of a link. A field that does not exist or a value that does not pass its schema throws a CommandError. */
export function updateLink({ map }: Documents, { id, fields }: { id: string; fields: Partial<LinkFields> }): void {
  const link = need(map.links, id, 'link');
  const was = { ...link };
  setFields(link, fields, blankLink, schemas.map.links, 'a link');
  for (const field of broughtFields) if (link[field] !== was[field]) nameSource(link, field, null);
}

/** Says which import a figure of a link is from; null says that it was typed. */
export function nameSource(link: Link, field: BroughtField, importId: string | null): void {
  link.brought = [...(link.brought ?? []).filter((one) => one.field !== field), { field, importId }];
}

/** Removes a link. The verdict on its two ends stays: the pair can be linked again. */
export function removeLink({ map }: Documents, { id }: { id: string }): void {
  need(map.links, id, 'link');
  dropLinks(map, [id]);
}

/** Removes links with their memberships. */
export function dropLinks(map: MapTables, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const gone = new Set(ids);
  for (const id of gone) delete map.links[id];
  for (const membership of Object.values(map.memberships))
    if (gone.has(membership.recordId)) delete map.memberships[membership.id];
}
