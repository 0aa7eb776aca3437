import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { personaFacts } from '../../../src/model/records/persona.ts';
import { openSample } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { rectOf } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const dialog = (page: Page) => page.getByRole('dialog');

/** Writes a profile down and opens its sheet. */
async function openSheet(page: Page): Promise<void> {
  await page.evaluate((facts) => {
    const editor = window.desirepath.editor;
    const anna = Object.values(editor?.doc.library.personas ?? {}).find(({ name }) => name === 'Anna');
    const fields = Object.fromEntries(facts.map((fact) => [fact, `Про ${fact}: 第一次在这家网店购物 ชอบลองสินค้าก่อนซื้อ`]));
    editor?.run('updatePersona', { id: anna?.id ?? '', fields: { ...fields, checkedOn: '2026-01-05' } });
  }, personaFacts);
  await page.locator('.rail').getByRole('button', { name: 'Personas', exact: true }).click();
  await page.getByRole('button', { name: 'Profile of Anna' }).click();
  await page.getByRole('button', { name: 'Show as a page' }).click();
  await expect(dialog(page).getByRole('heading', { name: 'Anna' })).toBeVisible();
}

/** Saves the sheet; its size and how many of its pixels are light, dark and neither of the two. */
async function saved(page: Page) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  const base64 = (await readFile(await file.path())).toString('base64');
  const picture = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let [light, dark] = [0, 0];
    for (let at = 0; at < pixels.length; at += 4) {
      const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
      if (sum > 660) light++;
      if (sum < 180) dark++;
    }
    const all = pixels.length / 4;
    return { width: bitmap.width, height: bitmap.height, light: light / all, dark: dark / all };
  }, base64);
  return { name: file.suggestedFilename(), ...picture };
}

test('Z12 Z14 the sheet of a persona says every fact, is saved in light and in dark, and fits a phone', async ({
  page,
}) => {
  await openSample(page);
  await test.step('Z12 Z14 it says every fact on the screen and is saved in light and in dark', async () => {
    await openSheet(page);
    for (const fact of personaFacts) await expect(dialog(page).getByText(`Про ${fact}:`)).toHaveCount(1);
    await expect(dialog(page)).toContainText('Checked against evidence on January 5, 2026');
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    const light = await saved(page);
    expect(light).toMatchObject({ name: 'Anna.png', width: 1800 });
    expect(light.height).toBeGreaterThan(1200);
    expect(light.light).toBeGreaterThan(0.8);
    expect(light.dark).toBeGreaterThan(0.005);
    await dialog(page).getByText('Dark', { exact: true }).click();
    const dark = await saved(page);
    expect(dark).toMatchObject({ width: light.width, height: light.height });
    expect(dark.dark).toBeGreaterThan(0.8);
    expect(dark.light).toBeGreaterThan(0.001);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Show as a page' })).toBeFocused();
    await page.getByRole('button', { name: 'Show as a page' }).press('Enter');
  });
  await test.step('Z14 on a phone it is one column that does not scroll sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(dialog(page).getByRole('heading', { name: 'Anna' })).toBeVisible();
    const groups = await Promise.all((await dialog(page).locator('.sheet section').all()).map(rectOf));
    expect(groups).toHaveLength(4);
    expect(new Set(groups.map(({ x }) => x)).size).toBe(1);
    const wide = await dialog(page).evaluate(
      (element) =>
        [...element.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
          .length,
    );
    expect(wide).toBe(0);
  });
});
