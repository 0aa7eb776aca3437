import { toBlob } from 'html-to-image';
import { standingCopy } from './standingCopy.ts';

/**
 * A picture of an element as it stands on the screen, at the screen's own pixels. `leaveOut` names classes that are not
 * part of what is meant. Null when the browser cannot make it; rejects with what the browser says.
 */
export async function viewPicture(element: HTMLElement, leaveOut: readonly string[] = []): Promise<Blob | null> {
  const { width, height } = element.getBoundingClientRect();
  const { backgroundColor } = getComputedStyle(element);
  const copy = standingCopy(element, leaveOut);
  const fontEmbedCSS = await loadedFaces();
  return toBlob(copy, {
    width,
    height,
    pixelRatio: window.devicePixelRatio || 1,
    backgroundColor,
    fontEmbedCSS,
  });
}

/** The faces that the page draws with, as rules that hold their data. All declared ones would be many megabytes. */
async function loadedFaces(): Promise<string> {
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, unicodeRange }) => faceKey(family, weight, unicodeRange)),
  );
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })))
    .flatMap(({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const [family, weight, range] = ['font-family', 'font-weight', 'unicode-range'].map((name) =>
        style.getPropertyValue(name),
      ) as [string, string, string];
      const url = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
      if (url === undefined || !loaded.has(faceKey(family, weight, range))) return [];
      return [{ family, weight, range, url: new URL(url, base).href }];
    });
  const faces = await Promise.all(
    rules.map(async ({ family, weight, range, url }) => {
      const data = await dataUrl(await (await fetch(url)).blob());
      return `@font-face{font-family:${family};font-weight:${weight};unicode-range:${range};src:url(${data})}`;
    }),
  );
  return faces.join('\n');
}

/** Browsers write the same face a little differently in a rule and in `document.fonts`. */
function faceKey(family: string, weight: string, range: string): string {
  const plain = range.replace(/\s/g, '').replace(/(\+|-)0+(?=[0-9a-f])/gi, '$1');
  return `${family.replace(/["']/g, '')} ${weight} ${plain}`.toLowerCase();
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
