import { readFile, truncate, writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { drag, middleOf } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panel = (page: Page) => page.locator('.side-panel');
const cropping = (page: Page) => page.getByRole('dialog', { name: 'Which part of it?' });

async function openAnna(page: Page): Promise<void> {
  await page.locator('.rail').getByRole('button', { name: 'Personas', exact: true }).click();
  await panel(page).getByRole('button', { name: 'Profile of Anna' }).click();
}

/** A picture of 300 x 200 pixels, its left half red and its right half blue, as bytes. */
async function twoColours(page: Page): Promise<Buffer> {
  const data = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 200);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#ff0000';
    context.fillRect(0, 0, 150, 200);
    context.fillStyle = '#0000ff';
    context.fillRect(150, 0, 150, 200);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  return Buffer.from(data);
}

const choose = (page: Page, buffer: Buffer, name = 'face.png') =>
  panel(page).getByLabel('Picture', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer });

/** The colours of a picture at the left and at the right of a row, as `r,g,b` rounded to 64, and its size. */
function look(page: Page, source: string, y = 0.5) {
  return page.evaluate(
    async ([address, at]) => {
      const bitmap = await createImageBitmap(await (await fetch(String(address))).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const at1 = (x: number) =>
        [...context.getImageData(x, Math.floor(bitmap.height * Number(at)), 1, 1).data.slice(0, 3)]
          .map((value) => Math.round(value / 64))
          .join();
      return { size: [bitmap.width, bitmap.height], left: at1(8), right: at1(bitmap.width - 9) };
    },
    [source, y] as const,
  );
}

const RED = '4,0,0';
const BLUE = '0,0,4';
const shown = (page: Page) => panel(page).locator('.persona-picture');
const address = async (page: Page) => (await shown(page).getAttribute('src')) ?? '';

test('Z19 Z20 the picture of a persona is cut, kept small, shown everywhere, removed and brought back; a broken one is refused', async ({
  page,
}) => {
  await openSample(page);
  await openAnna(page);
  const file = await twoColours(page);
  await test.step('Z20 what is no picture, or a broken one, gets a sentence and changes nothing', async () => {
    const alert = panel(page).getByRole('alert');
    for (const [name, buffer, sentence] of [
      ['a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is not a picture that can be used.'],
      ['b.png', Buffer.from('GIF89a........'), 'This is not a picture that can be used.'],
      ['c.png', file.subarray(0, 40), 'This picture is broken'],
    ] as const) {
      await choose(page, buffer, name);
      await expect(alert).toContainText(sentence);
    }
    // So many bytes go by the disk: over the wire they would take a second.
    const large = test.info().outputPath('d.png');
    await writeFile(large, file);
    await truncate(large, 31 * 1024 * 1024);
    await panel(page).getByLabel('Picture', { exact: true }).setInputFiles(large);
    await expect(alert).toContainText('This file is too large.');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(
      await page.evaluate(() =>
        Object.values(window.desirepath.editor?.doc.library.personas ?? {}).map(({ picture }) => picture),
      ),
    ).toEqual([null, null]);
    await choose(page, file);
    await expect(alert).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(cropping(page)).toHaveCount(0);
    await expect(shown(page)).toHaveCount(0);
  });
  await test.step('Z19 it is cut by dragging and by keys, kept small, shown everywhere, removed and brought back', async () => {
    await choose(page, file);
    const area = cropping(page).getByRole('application');
    await expect(area).toBeFocused();
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    const preview = await area.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    expect(await look(page, preview)).toMatchObject({ left: RED, right: BLUE });
    // From the middle, where both colours are seen, the hand pulls the left half in.
    const from = await middleOf(area);
    await drag(page, from, { x: from.x + 200, y: from.y });
    await cropping(page).getByRole('button', { name: 'Use this part' }).click();
    await expect(cropping(page)).toHaveCount(0);
    const dragged = await look(page, await address(page));
    expect(dragged).toEqual({ size: [512, 512], left: RED, right: BLUE });
    const first = await address(page);

    await panel(page).getByRole('button', { name: 'Another picture …' }).waitFor();
    await choose(page, file);
    await cropping(page).getByRole('slider', { name: 'Zoom' }).fill('2');
    await area.focus();
    for (let press = 0; press < 30; press++) await page.keyboard.press('ArrowRight');
    await cropping(page).getByRole('button', { name: 'Use this part' }).click();
    await expect(shown(page)).not.toHaveAttribute('src', first);
    expect(await look(page, await address(page))).toEqual({ size: [512, 512], left: BLUE, right: BLUE });

    await whenSaved(page);
    await page.reload();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await openAnna(page);
    await expect(shown(page)).toBeVisible();
    await page.getByRole('button', { name: 'Show as a page' }).click();
    await expect(page.locator('.sheet img')).toBeVisible();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Save PNG' }).click(),
    ]);
    const png = `data:image/png;base64,${(await readFile(await saved.path())).toString('base64')}`;
    const inPicture = await page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      return [...context.getImageData(2 * (48 + 56), 2 * (48 + 56), 1, 1).data].map((value) => Math.round(value / 64));
    }, png);
    expect(inPicture).toEqual([0, 0, 4, 4]);
    await page.keyboard.press('Escape');

    await panel(page).getByRole('button', { name: 'Remove the picture' }).click();
    await expect(shown(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(shown(page)).toBeVisible();
  });
});
