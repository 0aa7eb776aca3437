import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { focused } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openTable(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'What do you want to do?' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('grid')).toBeVisible();
}
const dialog = (page: Page) => page.getByRole('dialog');
const by = (page: Page, lens: string) =>
  dialog(page).getByRole('radiogroup', { name: 'By' }).getByText(lens, { exact: true }).click();

/** O22 O23: looks at the open table with axe, in light and dark, and for what is cut off in a window as small as a phone’s. */
async function lookAt(page: Page, name: string): Promise<void> {
  expect(await faultsInBothThemes(page, name, '[role=dialog]')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('[role=dialog][data-full-screen] .grid')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('O7 O8 O9 O10 O22 O23 the tables lead to the map, go by keys, show holes and follow the personas shown', async ({
  page,
}) => {
  await openSample(page);
  await test.step('O7 who hands to whom shows counts, worst state and severity, and leads to the map', async () => {
    await openTable(page, 'Who hands to whom');
    // All of it is seen, to its last border.
    await expect(page.getByRole('grid').getByRole('columnheader').last()).toBeInViewport({ ratio: 1 });
    expect(await page.locator('.tables-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    const cell = page.getByRole('button', { name: /^Phone to Website: 1 handoff, gap, severity 5/ });
    await expect(cell.locator('[data-state="gap"]')).toHaveText('5');
    await expect(cell).toContainText('1');
    // Each handoff is counted once, in one cell.
    const counts = await dialog(page).locator('.grid-cell b').allInnerTexts();
    await by(page, 'Department');
    await expect(page.getByRole('grid', { name: 'Who hands to whom, by Department' })).toBeVisible();
    await expect(
      page.getByRole('button', { name: /^Sales to Web shop: \d+ handoffs, worst gap, severity 5/ }),
    ).toBeVisible();
    await by(page, 'Device');
    await expect(page.getByRole('grid', { name: 'Who hands to whom, by Device' })).toBeVisible();
    const devices = page.getByRole('button', { name: /^Phone to Laptop: \d+ handoffs/ });
    const held = Number(await devices.locator('b').innerText());
    await devices.click();
    await expect(
      page.getByRole('complementary', { name: 'What the chosen cell holds' }).getByRole('listitem'),
    ).toHaveCount(held);
    await by(page, 'Channel');
    await cell.click();
    const list = page.getByRole('complementary', { name: 'What the chosen cell holds' });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await list.getByRole('button', { name: /Calls to ask about delivery → Fills the basket again/ }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator('.touchpoint', { hasText: 'Calls to ask' })).toBeInViewport();
    await expect(page.locator('.touchpoint', { hasText: 'Fills the basket' })).toBeInViewport();
    const links = await page.evaluate(() => Object.keys(window.desirepath.editor?.doc.map.links ?? {}).length);
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBeLessThanOrEqual(links);
  });
  await test.step('O8 O22 O23 they have one tab stop, arrow keys go from cell to cell, Enter opens', async () => {
    await openTable(page, 'Who hands to whom');
    await by(page, 'Department');
    const grid = dialog(page).getByRole('grid');
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    await grid.locator('[tabindex="0"]').focus();
    expect(await focused(page)).toBe('Marketing to itself is no handoff.');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/^Marketing to Web shop: \d+ handoffs/);
    await page.keyboard.press('Enter');
    const list = page.getByRole('complementary', { name: 'What the chosen cell holds' });
    await expect(list.getByRole('heading')).toHaveText('Marketing → Web shop');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Web shop to itself is no handoff.');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    expect(await focused(page)).toMatch(/^Marketing .*Logistics/);
    await page.keyboard.press('Control+Home');
    expect(await focused(page)).toBe('Marketing to itself is no handoff.');
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    await lookAt(page, 'Who hands to whom');
    await page.keyboard.press('Escape');
  });
  await test.step('O9 O22 O23 coverage shows every stage, with holes, and lists what a cell holds', async () => {
    await openTable(page, 'Coverage of the stages');
    const grid = page.getByRole('grid', { name: 'Coverage of the stages, by Channel' });
    await expect(grid.getByRole('row')).toHaveCount(6);
    const hole = grid.getByRole('button', { name: 'Awareness on Phone: no touchpoint.' });
    await expect(hole.locator('.hole')).toBeVisible();
    await grid.getByRole('button', { name: /^Decision on E-mail: 2 touchpoints/ }).click();
    const list = page.getByRole('complementary', { name: 'What the chosen cell holds' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await by(page, 'Device');
    const byDevice = page.getByRole('grid', { name: 'Coverage of the stages, by Device' });
    await expect(byDevice.getByRole('row')).toHaveCount(6);
    await expect(byDevice.locator('.hole').first()).toBeVisible();
    const onLaptop = byDevice.getByRole('button', { name: /^Decision on Laptop: \d+ touchpoints/ });
    await onLaptop.click();
    await expect(list.getByRole('listitem')).toHaveCount(Number(await onLaptop.locator('.covered').innerText()));
    await lookAt(page, 'Coverage of the stages');
  });
  await test.step('O10 they count only what belongs to the personas shown', async () => {
    const total = async () =>
      (await dialog(page).locator('.covered').allInnerTexts()).reduce((sum, text) => sum + Number(text), 0);
    await by(page, 'Channel');
    const all = await total();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+f');
    await openTable(page, 'Coverage of the stages');
    await expect(dialog(page).getByText('Only what belongs to Anna.')).toBeVisible();
    expect(await total()).toBeLessThan(all);
  });
});
