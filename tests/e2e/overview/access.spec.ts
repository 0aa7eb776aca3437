import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { test } from '../../support/quietPage.ts';

async function openDialog(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'What do you want to do?' }).fill(name);
  await page.keyboard.press('Enter');
}

test.describe('in light and dark', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('O22 axe finds nothing serious in the panels of overviews', async ({ page }) => {
    await openSample(page);
    const found: string[] = [];
    const rail = page.locator('.rail');
    const side = page.locator('.side-panel');
    await rail.getByRole('button', { name: 'Opportunities', exact: true }).click();
    await side.locator('.opportunity-line').first().click();
    await side.locator('.opportunity-details').waitFor();
    found.push(...(await faultsInBothThemes(page, 'opportunities', '.side-panel')));
    await rail.getByRole('button', { name: 'Gaps and findings' }).click();
    await side.getByText('Filter and sort').click();
    found.push(...(await faultsInBothThemes(page, 'gaps', '.side-panel')));
    await side.getByText(/^Findings \d/).click();
    await side
      .getByRole('button', { name: /^Not a gap: / })
      .first()
      .click();
    found.push(...(await faultsInBothThemes(page, 'findings', '.side-panel')));
    await rail.getByRole('button', { name: 'Paths from start to end' }).click();
    await side.locator('.way-line').first().click();
    await side.locator('.way-stops').waitFor();
    found.push(...(await faultsInBothThemes(page, 'paths', '.side-panel')));
    await rail.getByRole('button', { name: 'A department’s view' }).click();
    await side.getByRole('combobox', { name: 'Department' }).click();
    await page.getByRole('option', { name: 'Sales', exact: true }).click();
    await side.locator('.record-line').first().waitFor();
    found.push(...(await faultsInBothThemes(page, 'department', '.side-panel')));
    expect(found).toEqual([]);
  });

  test('O22 axe finds nothing serious in the tables and the summary', async ({ page }) => {
    await openSample(page);
    const found: string[] = [];
    for (const [name, ready] of [
      ['Who hands to whom', 'td[data-kind="gap"] button'],
      ['Coverage of the stages', 'td[data-kind="covered"] button'],
      ['Executive summary', '.summary h2'],
    ] as const) {
      await openDialog(page, name);
      const dialog = page.locator('[role=dialog]');
      await dialog.locator(ready).first().click();
      found.push(...(await faultsInBothThemes(page, name, '[role=dialog]')));
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    expect(found).toEqual([]);
  });
});

test('O23 the overviews can be used in a window as small as a phone’s', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  for (const name of ['Who hands to whom', 'Coverage of the stages', 'Executive summary']) {
    await openDialog(page, name);
    const dialog = page.locator('[role=dialog][data-full-screen]');
    await expect(dialog.locator('.grid, .summary')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([name, overflow]).toEqual([name, 0]);
    const body = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect([name, body]).toEqual([name, 0]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});
