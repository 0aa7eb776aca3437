import i18next from 'i18next';
import { createPretextMeasurer } from '../../layout/pretextMeasurer.ts';
import { layOutPersonaSheet, type PersonaSheet, paintPersonaSheet } from '../../paint/paintPersonaSheet.ts';
import { fitPngSize } from '../../paint/pngSize.ts';
import { themes } from '../../paint/theme.ts';
import { loadFonts } from '../fonts.ts';

/** A sheet as a PNG of two pixels for one of the page, with the persona's picture if there is one. Rejects with a sentence when the browser cannot make it. */
export async function sheetPng(
  sheet: PersonaSheet,
  theme: 'light' | 'dark',
  picture: { readonly mime: string; readonly bytes: ArrayBuffer } | null,
): Promise<Blob> {
  const facts = sheet.groups.flatMap((group) => [
    group.title,
    ...group.facts.flatMap(({ label, text }) => [label, text]),
  ]);
  await loadFonts([sheet.name, sheet.summary, sheet.quote, ...facts, ...sheet.notes]);
  const layout = layOutPersonaSheet(sheet, createPretextMeasurer());
  const size = fitPngSize(layout.width, layout.height, 2);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(i18next.t('export.noCanvas'));
  context.scale(size.scale, size.scale);
  // A picture that cannot be drawn is left out; the mark stands in for it, as on the screen.
  const face =
    picture === null
      ? null
      : await createImageBitmap(new Blob([picture.bytes], { type: picture.mime })).catch(() => null);
  paintPersonaSheet(context, layout, themes[theme], face);
  face?.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (blob === null) throw new Error(i18next.t('export.noPicture'));
  return blob;
}
