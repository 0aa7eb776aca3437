import { expect } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { test } from '../../support/samePage.ts';

test('V40 one row is merged into another by mouse and keyboard; undo and taking back undo it', async ({ page }) => {
  await openSample(page);
  await page
    .locator('.rail')
    .getByRole('button', { name: 'Rows: channels, devices, departments', exact: true })
    .click();
  const side = page.locator('.side-panel');
  const rows = page.locator('.head-row');
  const used = (name: string) =>
    page.evaluate((wanted) => {
      const { map, library } = window.desirepath.editor?.doc ?? { map: { touchpoints: {} }, library: { channels: {} } };
      const entry = Object.values(library.channels).find((channel) => channel.name === wanted);
      return Object.values(map.touchpoints).filter(({ channels }) => channels.includes(entry?.id ?? '')).length;
    }, name);
  const before = { social: await used('Social media'), website: await used('Website') };
  expect(before.social).toBeGreaterThan(0);
  const merge = async () => {
    await side.getByRole('button', { name: 'Merge Social media into …' }).click();
    await page.getByRole('menuitem', { name: 'Website', exact: true }).click();
  };
  await merge();
  await expect(rows.filter({ hasText: 'Social media' })).toHaveCount(0);
  expect(await used('Social media')).toBe(0);
  expect(await used('Website')).toBeGreaterThan(before.website);
  const chip = side.getByRole('button', { name: 'Take Social media, merged into Website back' });
  await expect(chip).toBeVisible();
  await page.evaluate(() => window.desirepath.editor?.undo());
  expect(await used('Social media')).toBe(before.social);
  await expect(chip).toHaveCount(0);
  // By the keyboard alone.
  await side.getByRole('button', { name: 'Merge Social media into …' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Website', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(side.getByRole('button', { name: 'Merge Social media into …' })).toBeVisible();
});
