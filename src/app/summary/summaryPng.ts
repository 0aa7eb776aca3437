import i18next from 'i18next';
import { createPretextMeasurer } from '../../layout/pretextMeasurer.ts';
import { layOutSummary } from '../../paint/layOutSummary.ts';
import { paintSummary } from '../../paint/paintSummary.ts';
import { fitPngSize } from '../../paint/pngSize.ts';
import { type SummaryPage, sectionsOf } from '../../paint/summaryPage.ts';
import { themes } from '../../paint/theme.ts';
import { loadFonts } from '../fonts.ts';

/** A summary as a PNG of two pixels for one of an A4 page. Rejects with a sentence when the browser cannot make it. */
export async function summaryPng(page: SummaryPage, theme: 'light' | 'dark'): Promise<Blob> {
  await loadFonts([
    page.title,
    page.scenario,
    page.meta,
    page.foot,
    ...page.figures.flatMap(({ value, label }) => [value, label]),
    ...sectionsOf(page).flatMap(({ heading, items, note }) => [
      heading,
      note,
      ...items.flatMap(({ title, details, figure }) => [title, figure, ...details]),
    ]),
  ]);
  const layout = layOutSummary(page, createPretextMeasurer());
  const size = fitPngSize(layout.width, layout.height, 2);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(i18next.t('export.noCanvas'));
  context.scale(size.scale, size.scale);
  paintSummary(context, layout, themes[theme]);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (blob === null) throw new Error(i18next.t('export.noPicture'));
  return blob;
}
