import { pairId } from '../model/ids.ts';
import type { Documents } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';

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
  if (map.links[id] === undefined) map.links[id] = { id, from, to, label };
  return id;
}

export function labelLink({ map }: Documents, { id, label }: { id: string; label: string }): void {
  need(map.links, id, 'link').label = label;
}

/** Removes a link. The verdict on its two ends stays: the pair can be linked again. */
export function removeLink({ map }: Documents, { id }: { id: string }): void {
  need(map.links, id, 'link');
  delete map.links[id];
}
