import i18next from 'i18next';
import { viewPicture as pictureOf } from '../exchange/viewPicture.ts';

const aids = [
  'map-foot',
  'hover-add',
  'cursor-grid',
  'react-flow__panel',
  'react-flow__handle',
  'link-hit',
  'head-more',
];

/** The map's area as it stands on the screen, without its controls. Rejects with a sentence. */
export async function viewPicture(area: HTMLElement): Promise<Blob> {
  const blob = await pictureOf(area, aids).catch(() => null);
  if (blob === null) throw new Error(i18next.t('export.noView'));
  return blob;
}

/** Puts that picture on the clipboard. */
export async function copyView(area: HTMLElement): Promise<void> {
  const blob = viewPicture(area);
  // Handed over as a promise, so that browsers count it as done by the click that asked for it.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
