import { toBlob } from 'html-to-image';

/**
 * A picture of an element as it stands on the screen, at the screen's own pixels. `leaveOut` names classes that are not
 * part of what is meant. Rejects when the browser cannot make it.
 */
export async function viewPicture(element: HTMLElement, leaveOut: readonly string[] = []): Promise<Blob> {
  const blob = await toBlob(element, {
    pixelRatio: window.devicePixelRatio || 1,
    backgroundColor: getComputedStyle(element).backgroundColor,
    filter: (node) => !(node instanceof Element) || !leaveOut.some((name) => node.classList.contains(name)),
  });
  if (blob === null)
    throw new Error('The browser could not make a picture of this view. Export the whole map as PNG instead.');
  return blob;
}
