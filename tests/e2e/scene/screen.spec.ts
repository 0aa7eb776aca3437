import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { rectOf } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

/** How far the words of the scale stand from their lines at most, in screen pixels. */
function scaleOff(page: Page): Promise<number> {
  return page.evaluate(() => {
    const middle = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    const lines = [...document.querySelectorAll('.curve-guide')].map(middle).sort((a, b) => a - b);
    const words = [...document.querySelectorAll('.curve-word')].map(middle).sort((a, b) => a - b);
    if (lines.length === 0 || words.length !== lines.length) return Number.POSITIVE_INFINITY;
    return Math.max(...words.map((word, index) => Math.abs(word - (lines[index] ?? 0))));
  });
}

test('CV1 CV2 at middle zoom the texts of lanes are there and the scale stands beside its lines', async ({ page }) => {
  await openSample(page);
  expect(await scaleOff(page)).toBeLessThan(1.5);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(page.locator('.map')).toHaveAttribute('data-level', 'title');
  expect(await scaleOff(page)).toBeLessThan(1.5);
  const text = page.locator('.lane-card .line').first();
  await expect(text).toBeVisible();
  const { height } = await rectOf(text);
  expect(height).toBeGreaterThan(13);
});
