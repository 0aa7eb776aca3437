import { expect } from '@playwright/test';
import { card, newBlankMap, openGallery, titles, whenSaved } from '../support/app.ts';
import { test } from '../support/samePage.ts';

test('U1 two linked touchpoints on different channels are a handoff that can be judged, kept and exported', async ({
  page,
}) => {
  await openGallery(page);
  await newBlankMap(page);

  // A persona, and a touchpoint by the keyboard alone.
  await page.evaluate(() => window.desirepath.editor?.run('addPersona', { name: 'Ida' }));
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sees an advert');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Sees an')).toBeVisible();

  // Enter on a card makes the next one in the same row at the next step, and links it.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Calls the shop');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Calls the')).toBeVisible();
  expect(await titles(page)).toEqual(['Calls the shop', 'Sees an advert']);

  // The second happens by phone: two rows down.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('.mark[data-state="unreviewed"]')).toHaveCount(1);

  await page.locator('.link-hit').first().dispatchEvent('click');
  await page.getByRole('button', { name: 'Gap', exact: true }).click();
  await expect(page.locator('.mark[data-state="gap"]')).toHaveText('3');

  await whenSaved(page);
  await page.reload();
  await expect(card(page, 'Calls the')).toBeVisible();
  await expect(page.locator('.mark[data-state="gap"]')).toHaveText('3');
  await expect(page.locator('.top-personas')).toContainText('Ida');

  const json = await page.evaluate(async () => (await window.desirepath.exportMap('json')).text());
  const file = JSON.parse(json) as { format: string; map: { touchpoints: unknown[]; verdicts: { state: string }[] } };
  expect(file.format).toBe('desirepath.journey');
  expect(file.map.touchpoints).toHaveLength(2);
  expect(file.map.verdicts[0]?.state).toBe('gap');
  const png = await page.evaluate(async () => {
    const blob = await window.desirepath.exportMap('png', { scale: 1 });
    const picture = await createImageBitmap(blob);
    return { type: blob.type, width: picture.width, height: picture.height };
  });
  expect(png.type).toBe('image/png');
  expect(png.width).toBeGreaterThan(600);
  expect(png.height).toBeGreaterThan(200);
});
