import { expect } from '@playwright/test';
import { openGallery } from '../../support/app.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

for (const [name, title] of [
  ['Software subscription', 'Subscription to a planning tool'],
  ['Visit to a branch', 'A visit to the branch'],
] as const) {
  test(`O6 a new map is made from the template ${name}`, async ({ page }) => {
    await openGallery(page);
    await page.getByRole('button', { name: 'New map' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const { touchpoints, opportunities } = await tables(page);
    expect(Object.keys(touchpoints).length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(opportunities).length).toBeGreaterThanOrEqual(5);
    await expect(page.locator('.mark[data-state="gap"]').first()).toBeVisible();
  });
}
