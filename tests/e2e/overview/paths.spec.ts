import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const side = (page: Page) => page.locator('.side-panel');
const open = (page: Page, name: string) => page.locator('.rail').getByRole('button', { name, exact: true }).click();
const ways = (page: Page) => side(page).locator('.way-line');

test('O11 O12 O14 O21 O22 the ways through the map, a department and what is missing are listed beside it', async ({
  page,
}) => {
  await openSample(page);
  await test.step('O21 what the map has none of is shown by stage, and a click puts it there', async () => {
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
  await test.step('O11 paths are listed with their measures and sorted; one that is chosen stands out on the map', async () => {
    await open(page, 'Paths from start to end');
    await expect(side(page).getByRole('status')).toContainText('ways from start to end.');
    expect(await ways(page).count()).toBeGreaterThan(5);
    const gaps = async () =>
      (await ways(page).allInnerTexts()).map((text) => Number(/(\d+) gaps?/.exec(text)?.[1] ?? 0));
    const worst = await gaps();
    expect(worst).toEqual(worst.toSorted((a, b) => b - a));
    expect(worst[0]).toBeGreaterThan(worst.at(-1) ?? 0);
    await side(page).getByRole('combobox', { name: 'First' }).click();
    await page.getByRole('option', { name: 'Shortest' }).click();
    const lengths = (await ways(page).allInnerTexts()).map((text) => Number(/(\d+) touchpoints?/.exec(text)?.[1]));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));

    // The shortest end where customers are lost, although a way leads back from there.
    const lost = ways(page).filter({ hasText: '→ Leaves the basket' });
    await expect(lost.first()).toContainText('customers are lost at its end');
    await expect(ways(page).filter({ hasText: 'ends at a goal' }).first()).toBeAttached();

    const faded = () => page.locator('.touchpoint[data-faded], [data-faded] .touchpoint').count();
    expect(await faded()).toBe(0);
    await ways(page).first().click();
    await expect(ways(page).first()).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(faded).toBeGreaterThan(0);
    const way = await page.evaluate(() => document.querySelectorAll('.way-stops > li').length);
    expect(way).toBe(lengths[0]);
    expect(await faultsInBothThemes(page, 'paths', '.side-panel')).toEqual([]);
    await side(page).getByRole('button', { name: 'Show the whole map' }).click();
    await expect.poll(faded).toBe(0);
    await ways(page).first().click();
    await expect.poll(faded).toBeGreaterThan(0);
    await page.locator('.side-close').click();
    await expect.poll(faded).toBe(0);
  });
  await test.step('O14 a department’s view lists what it receives, gives, owns and its gaps to mend, and fades the rest', async () => {
    await open(page, 'A department’s view');
    await side(page).getByRole('combobox', { name: 'Department' }).click();
    await page.getByRole('option', { name: 'Sales', exact: true }).click();
    const panel = side(page);
    await expect(panel.getByText(/a year at risk/)).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Gaps to mend (2)' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Owns (3)' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: /^Receives \([1-9]/ })).toBeVisible();
    await expect(panel.getByRole('heading', { name: /^Gives \([1-9]/ })).toBeVisible();
    const faded = () => page.locator('.touchpoint[data-faded], [data-faded] .touchpoint').count();
    await expect.poll(faded).toBeGreaterThan(0);
    expect(await faultsInBothThemes(page, 'department', '.side-panel')).toEqual([]);
    await panel.getByRole('button', { name: 'Tries it in the shop', exact: true }).click();
    await expect(page.locator('.touchpoint', { hasText: 'Tries it' })).toBeInViewport({ ratio: 0.95 });
    await page.locator('.side-close').click();
    await expect.poll(faded).toBe(0);
  });
  await test.step('O12 the ways follow the personas shown, and ways back are named', async () => {
    await open(page, 'Paths from start to end');
    const all = await side(page).getByRole('status').innerText();
    await expect(
      side(page).getByRole('button', { name: 'Gets a basket reminder → Fills the basket again' }),
    ).toHaveCount(0);
    await expect(side(page).getByRole('heading', { name: /^Ways back/ })).toBeVisible();
    await page.keyboard.press('Control+Shift+f');
    await expect(side(page).getByRole('status')).toContainText('For Anna.');
    expect(await side(page).getByRole('status').innerText()).not.toBe(all);
  });
});
