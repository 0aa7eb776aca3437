import type { TFunction } from 'i18next';
import type { Overlays } from '../layout/overlay.ts';
import { type LinkRoute, outOfBand } from '../layout/scene.ts';
import { markText } from './markText.ts';

/**
 * What pointing at a link says: what it is, its volume with n, also where these found no room on the map, and who goes no
 * further from where it begins.
 */
export function linkTitle(
  { linkId, state, from }: Pick<LinkRoute, 'linkId' | 'state' | 'from'>,
  facts: Pick<Overlays, 'volumes' | 'losses'> | null,
  t: TFunction,
): string {
  const kind = state.state === 'none' ? t('link.kind') : markText(state, 'handoff', t);
  const volume = facts?.volumes.get(linkId);
  const loss = facts?.losses.get(outOfBand(from));
  return [
    kind,
    ...(state.state === 'none' || state.handoff ? [] : [t('mark.otherKind')]),
    ...(volume === undefined || volume.text === '' ? [] : [`${volume.text}, ${volume.n}`]),
    ...(loss === undefined ? [] : [t('kpi.legend.lossHere', { share: loss.text, n: loss.n })]),
  ].join(' · ');
}
