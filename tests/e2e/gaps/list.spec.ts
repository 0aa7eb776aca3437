import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { boxOf, drag, enterGrid, expectSaid, focused, middleOf, run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panel = (page: Page) => page.locator('.gaps');
const rows = (page: Page) => panel(page).locator('.gap-row');
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click();

async function openPanel(page: Page): Promise<void> {
  await page.locator('.rail').getByRole('button', { name: 'Gaps and findings' }).click();
  await expect(panel(page)).toBeVisible();
}

test('J23 J24 J25 J26 O22 the gaps and what rules find are worked through, and an opportunity is reached in its lane', async ({
  page,
}) => {
  await openSample(page);
  await test.step('J25 an opportunity stands in its lane, is reached by keys, opens in its panel and is not dragged', async () => {
    const { touchpoints, steps } = await tables(page);
    const first = Object.values(touchpoints).find(({ title }) => title.startsWith('Sees a friend'));
    expect(steps[first?.stepId ?? '']?.name).toBe('Hears of us');
    const id = await run(page, 'addOpportunity', {
      fields: { title: 'Answer at once', impact: 5, effort: 2 },
      places: [{ placeId: first?.id ?? '', toId: null }],
    });
    const { ties } = await tables(page);
    await enterGrid(page);
    for (let turn = 0; turn < 60; turn++) {
      if ((await focused(page)).startsWith('Opportunity: Answer at once')) break;
      await page.keyboard.press('ArrowDown');
    }
    expect(await focused(page)).toContain('Quick change. Impact 5 · effort 2');
    await page.keyboard.press('Alt+ArrowRight');
    await expectSaid(page, 'An opportunity stands where it is tied to.');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Answer at once');
    await expect(page.locator('.side-panel .opportunity-line:focus')).toHaveCount(1);
    const details = page.locator('.side-panel .opportunity-details');
    await expect(details.getByRole('textbox', { name: 'Title' })).toHaveValue('Answer at once');
    const box = page.locator(`[data-record="${id}"]`);
    const from = await middleOf(box);
    await drag(page, from, { x: from.x + 260, y: from.y });
    expect((await tables(page)).ties).toEqual(ties);
    expect(await middleOf(box)).toEqual(from);
  });
  await test.step('J23 gaps are filtered, given another status, found on the map and saved as a file', async () => {
    await openPanel(page);
    await expect(rows(page)).toHaveCount(3);
    const first = rows(page).first();
    await expect(first).toContainText('Compares three models → Calls to ask about delivery');
    await expect(first).toContainText('severe · rank 0.88 · channel, device, department');
    await expect(panel(page).locator('tfoot')).toContainText('238,000–633,000');

    // In place, by the keyboard; what the filter leaves out then gives the focus to the list.
    await panel(page).getByText('Filter and sort').click();
    expect(await faultsInBothThemes(page, 'gaps', '.side-panel')).toEqual([]);
    const status = panel(page).getByRole('combobox', { name: 'Status', exact: true });
    await status.selectOption('Open');
    await expect(rows(page)).toHaveCount(2);
    const ofFirst = rows(page)
      .first()
      .getByRole('combobox', { name: /^Status of Calls to ask/ });
    await ofFirst.focus();
    await page.keyboard.press('a');
    await expect(rows(page)).toHaveCount(1);
    await expectSaid(page, 'Calls to ask about delivery → Fills the basket again: Accepted.');
    await expect(panel(page).getByRole('group', { name: 'Gaps and findings' })).toBeFocused();
    await status.selectOption('Accepted');
    const row = page.locator('.gap-row[data-status="accepted"]', { hasText: 'Fills the basket again' });
    await expect(row.locator('.state-mark')).toHaveAttribute('data-state', 'settled');
    await expect(rows(page).first()).toContainText(/since .*20\d\d/);
    await undo(page);
    await expect(panel(page)).toContainText('None of the 3 gaps is like that.');
    await panel(page).getByRole('button', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(3);

    // Sorted and under headings.
    await page.locator('.gap-filter summary').click();
    const choose = (name: string, option: string) =>
      panel(page).getByRole('combobox', { name, exact: true }).selectOption(option);
    const severities = async () => (await rows(page).locator('.state-mark').allInnerTexts()).map(Number);
    await choose('Sort by', 'Severity');
    expect(await severities()).toEqual((await severities()).toSorted((a, b) => b - a));
    await choose('Sort by', 'Stage order');
    await expect(rows(page).first()).toContainText('Compares three models → Calls to ask about delivery');
    await choose('Group by', 'Status');
    const headings = panel(page).locator('.gap-list h3');
    await expect(headings.first()).toContainText(/Open|In work/);
    await choose('Group by', 'Stage');
    await expect(headings.first()).toContainText('Consideration');
    await choose('Sort by', 'Rank');
    await choose('Group by', 'Nothing');
    await page.locator('.gap-filter summary').click();

    await rows(page).nth(2).locator('.record-line').click();
    await expect(page.locator('.link[data-selected]')).toHaveCount(1);
    const parcel = Object.values((await tables(page)).touchpoints).find(({ title }) => title === 'The parcel arrives');
    await expect(boxOf(page, parcel?.id ?? '')).toBeInViewport();

    await page.locator('.gap-filter summary').click();
    await panel(page).getByRole('combobox', { name: 'Severity', exact: true }).selectOption('5');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('First-order-in-the-online-shop-gaps.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFRank,Severity,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain('Fills the basket again');

    // The details of a gap.
    await panel(page)
      .getByRole('button', { name: /^Details of Calls to ask/ })
      .click();
    await expect(page.locator('.side-panel .handoff')).toContainText(
      'Calls to ask about delivery → Fills the basket again',
    );
  });
  await test.step('J24 what a rule finds is no gap with a reason only, comes back, or is mended by a split', async () => {
    const id = Object.values((await tables(page)).touchpoints).find(({ title }) => title === 'Pays by card')?.id ?? '';
    await run(page, 'updateTouchpoint', { id, fields: { channels: ['ch_website', 'ch_phone'] } });
    await openPanel(page);
    await panel(page)
      .getByRole('radio', { name: /^Findings/ })
      .focus();
    await page.keyboard.press('Space');
    const before = Number(
      (
        await panel(page)
          .getByText(/^Findings \d+$/)
          .textContent()
      )?.slice(9),
    );
    const hidden = panel(page).locator('.finding-rule:not(.finding-dismissed)', { hasText: 'Hidden handoff' });
    await expect(hidden).toContainText('2 channels in one touchpoint');

    // What is found is found on the map, too.
    await hidden.locator('.record-line').click();
    await expect(boxOf(page, id)).toBeInViewport();
    await expect(page.locator('.selected .touchpoint')).toContainText('Pays by card');
    await expect(hidden).toBeVisible();

    const dismiss = hidden.getByRole('button', { name: 'Not a gap: Pays by card …' });
    await dismiss.focus();
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('textbox', { name: 'Not a gap, because' })).toBeFocused();
    expect(await faultsInBothThemes(page, 'findings', '.side-panel')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Not a gap: Pays by card …');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' ');
    await page.keyboard.press('Enter');
    await expect(hidden.getByText('Say why, so that others can follow it.')).toBeVisible();
    await page.keyboard.type('one desk');
    await page.keyboard.press('Enter');
    await expect(hidden).toHaveCount(0);
    await expect(panel(page).getByText(`Findings ${before - 1}`)).toBeVisible();
    await panel(page).getByText('Said to be no gap').click();
    const apart = panel(page).locator('.finding-dismissed');
    await expect(apart).toContainText('Because one desk');
    await apart.getByRole('button', { name: 'Restore: Pays by card' }).click();
    await expect(hidden).toHaveCount(1);

    await hidden.getByRole('button', { name: 'Split in two: Pays by card' }).click();
    await expectSaid(page, 'Pays by card is two touchpoints now.');
    await expect(hidden).toHaveCount(0);
    await expect(page.locator('.selected .touchpoint', { hasText: 'Pays by card' })).toHaveCount(2);
    const both = Object.values((await tables(page)).touchpoints).filter(({ title }) => title === 'Pays by card');
    expect(both.map(({ channels }) => channels).sort()).toEqual([['ch_phone'], ['ch_website']]);
    await undo(page);
    expect((await tables(page)).touchpoints[id]?.channels).toEqual(['ch_website', 'ch_phone']);
    await expect(hidden).toHaveCount(1);
  });
  await test.step('J26 what may be a handoff stands apart, with what is missing, and leads to the map', async () => {
    await panel(page)
      .getByRole('radio', { name: /^Possible/ })
      .focus();
    await page.keyboard.press('Space');
    const overlapping = panel(page).locator('section', { hasText: 'overlap' }).getByRole('listitem');
    const line = overlapping.filter({ hasText: 'Pays by card' }).first();
    await expect(line).toContainText('channel');
    await line.getByRole('button').click();
    await expect(page.locator('.link[data-selected]')).toHaveCount(1);
    const { touchpoints } = await tables(page);
    const id = Object.values(touchpoints).find(({ title }) => title === 'Pays by card')?.id ?? '';
    await run(page, 'updateTouchpoint', { id, fields: { channels: [] } });
    const missing = panel(page).locator('section', { hasText: 'not set' });
    await expect(missing.getByRole('listitem').filter({ hasText: 'Pays by card' }).first()).toContainText('channel');
  });
});
