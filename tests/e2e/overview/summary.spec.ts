import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openSummary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Executive summary …' }).click();
  await expect(page.getByRole('dialog', { name: 'Executive summary' }).getByRole('article')).toBeVisible();
}

/** Saves with a button; returns the file. */
async function save(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('O19 O20 O22 O23 the summary is read, saved as a picture and as Markdown, also in a small window', async ({
  page,
}) => {
  await openSample(page);
  await test.step('O19 O22 it is read on the screen and saved as a picture of an A4 page', async () => {
    await openSummary(page);
    const article = page.getByRole('article');
    await expect(article.getByRole('heading')).toHaveText([
      'First order in the online shop',
      'The worst gaps, by severity × share of customers',
      'Where feelings fall',
      'Who owns the gaps to mend',
      'What is proposed',
      'What mending costs and returns',
    ]);
    await expect(article.getByText('140,000–357,000 a year')).toBeVisible();
    const { name, bytes } = await save(page, 'Save PNG');
    expect(name).toMatch(/summary\.png$/);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1588, 2246]);
    // Painted, not blank: text, the colour of gaps, the accent.
    const colors = await page.evaluate(async (data) => {
      const blob = await (await fetch(`data:image/png;base64,${data}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      return [0xff0046be, 0xff221c18, 0xffd84f1f].map((color) =>
        pixels.reduce((sum, pixel) => sum + Number(pixel === color), 0),
      );
    }, bytes.toString('base64'));
    for (const count of colors) expect(count).toBeGreaterThan(300);
    expect(await faultsInBothThemes(page, 'Executive summary', '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('O20 O23 it is saved as Markdown, follows the map, and fits a window as small as a phone’s', async () => {
    const { map } = await tables(page);
    await run(page, 'updateMap', { name: '# A *hostile* title\n\n| x |' });
    expect(Object.keys(map)).toHaveLength(1);
    await openSummary(page);
    await expect(page.getByRole('article').getByRole('heading').first()).toHaveText('# A *hostile* title | x |');
    await page.setViewportSize({ width: 390, height: 844 });
    const dialog = page.locator('[role=dialog][data-full-screen]');
    await expect(dialog.locator('.summary')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const { name, bytes } = await save(page, 'Save Markdown');
    expect(name).toMatch(/\.md$/);
    const text = bytes.toString('utf8');
    expect(text.split('\n')[0]).toBe('# \\# A \\*hostile\\* title \\| x \\|');
    expect(text.match(/^## /gm)).toHaveLength(5);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
