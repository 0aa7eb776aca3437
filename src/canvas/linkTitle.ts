import type { TFunction } from 'i18next';
import type { Overlays } from '../layout/overlay.ts';
import type { LinkRoute } from '../layout/scene.ts';
import { markText } from './markText.ts';

/** What pointing at a link says: what it is, and its volume, also where its number found no room on the map. */
export function linkTitle(
  { linkId, state }: Pick<LinkRoute, 'linkId' | 'state'>,
  facts: Pick<Overlays, 'volumes'> | null,
  t: TFunction,
): string {
  const kind = state.handoff && state.state !== 'none' ? markText(state, 'handoff', t) : t('link.kind');
  const volume = facts?.volumes.get(linkId)?.text;
  return volume === undefined ? kind : `${kind} · ${volume}`;
}
