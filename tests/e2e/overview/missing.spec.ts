import { expect } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { openBlankMap, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test('O21 what the map has none of is shown by stage, and a click puts it there', async ({ page }) => {
  await openSample(page);
  await page.locator('.rail').getByRole('button', { name: 'Touchpoint catalogue' }).click();
  const missing = page.locator('.missing');
  await expect(missing.locator('summary')).toHaveText(/^\d+ touchpoints this map has none of$/);
  const before = await missing.getByRole('button').count();
  expect(before).toBeGreaterThan(0);
  const group = missing.getByRole('group').last();
  const stage = await group.getAttribute('aria-label');
  const chip = group.getByRole('button').first();
  const name = (await chip.innerText()).replace('+', '').trim();
  await chip.click();
  const { touchpoints, steps, stages } = await tables(page);
  const added = Object.values(touchpoints).find(({ title }) => title === name);
  expect(stages[steps[added?.stepId ?? '']?.stageId ?? '']?.name).toBe(stage);
  expect(await missing.getByRole('button').count()).toBeLessThan(before);
  await expect(page.locator(`[data-record="${added?.id}"]`)).toBeInViewport();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(missing.getByRole('button')).toHaveCount(before);
});

test('O21 an empty map is not told what it lacks', async ({ page }) => {
  await openBlankMap(page);
  await page.locator('.rail').getByRole('button', { name: 'Touchpoint catalogue' }).click();
  await expect(page.locator('.side-panel .chip').first()).toBeVisible();
  await expect(page.locator('.missing')).toHaveCount(0);
});
