import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { focused, run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Review of handoffs' });
const verdicts = async (page: Page) => Object.values((await tables(page)).verdicts);

async function openReview(page: Page): Promise<void> {
  await page.keyboard.press('Control+j');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).locator('h3').first()).toBeFocused();
}

/** The title of the touchpoint at which the handoff that is asked about begins. */
const asked = (page: Page) => page.locator('.end[data-end="from"] h3').textContent();

test('J5 every handoff is reviewed by keys alone; the end counts; axe finds nothing in light and dark', async ({
  page,
}) => {
  await openSample(page);
  const before = await tables(page);
  const toReview = Object.keys(before.links).length - Object.keys(before.verdicts).length;
  await openReview(page);
  const count = Number(/of (\d+)/.exec((await page.locator('.review-progress').textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThanOrEqual(toReview);
  expect(await focused(page)).toMatch(/^Handoff 1 of \d+\. .+ to .+ changes from .+ to /);
  await page.keyboard.press('s');
  await expect(page.locator('.review-progress')).toHaveText(`2 of ${count}`);
  expect(await focused(page)).toMatch(/^Handoff 2 of/);
  for (const key of ['w', 'w', 'e', '5', 'g', 'b']) await page.keyboard.press(key);
  await expect(page.locator('.review-progress')).toHaveText(`2 of ${count}`);
  expect(await faultsInBothThemes(page, 'a handoff', '.review')).toEqual([]);
  await page.keyboard.press('n');
  await page.keyboard.press('Space');
  await expect(page.locator('.review-progress')).toHaveText(`4 of ${count}`);
  for (let index = 3; index < count; index++) await page.keyboard.press('s');
  await expect(dialog(page).getByRole('heading', { name: 'That was all' })).toBeFocused();
  await expect(page.locator('.finish-facts dd')).toHaveText(['1', String(count - 2), '1']);
  expect(await faultsInBothThemes(page, 'the end', '.review')).toEqual([]);
  expect(await verdicts(page)).toHaveLength(Object.keys(before.verdicts).length + count - 1);
  expect((await verdicts(page)).filter(({ severity }) => severity === 5)).toMatchObject([
    { state: 'gap', dataTravels: 'no', nextStepTold: 'yes', customerKnown: 'unknown' },
  ]);
  await page.getByRole('button', { name: 'Go to the one skipped' }).press('Enter');
  await expect(page.locator('.review-progress')).toHaveText(`3 of ${count}`);
  await page.keyboard.press('s');
  await expect(page.locator('.finish-facts dd')).toHaveText(['1', String(count - 1), '0']);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('.foot-review')).toBeHidden();
  await openReview(page);
  await expect(dialog(page).getByText('Nothing is left to review')).toBeVisible();
});

test('J1 J5 J6 J7 J8 J27 J28 J29 verdicts are undone, answers are not lost, severity is live, what is stale is judged again', async ({
  page,
}) => {
  await openSample(page);
  await openReview(page);
  await test.step('J6 a verdict with its answers is one undo step, inside the review', async () => {
    const first = await asked(page);
    const before = await verdicts(page);
    const status = dialog(page).getByRole('status');
    await page.keyboard.press('Control+z');
    await expect(status).toContainText('There is nothing to undo.');
    for (const key of ['q', 'q', 'w', '3']) await page.keyboard.press(key);
    // However long a text grows, nothing around it moves.
    const cause = dialog(page).getByRole('textbox', { name: 'Cause' });
    const around = () =>
      page.locator('.review-body > *').evaluateAll((parts) => parts.map((part) => part.clientHeight));
    const parts = await around();
    await cause.fill('Two systems\n'.repeat(6));
    expect(await around()).toEqual(parts);
    await cause.fill('Two systems');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeVisible();
    expect(await verdicts(page)).toEqual(before);
    await page.keyboard.press('g');
    await expect(page.locator('.review-progress')).toContainText('2 of');
    expect(await verdicts(page)).toHaveLength(before.length + 1);
    await page.keyboard.press('s');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.review-progress')).toContainText('2 of');
    await page.keyboard.press('Control+z');
    expect(await asked(page)).toBe(first);
    expect(await verdicts(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    const judged = (await verdicts(page)).find(({ cause }) => cause === 'Two systems');
    expect(judged).toMatchObject({ state: 'gap', severity: 3, customerKnown: 'no', dataTravels: 'yes' });
    await expect(dialog(page).getByRole('button', { name: /^Gap/ })).toHaveAttribute('aria-pressed', 'true');
    // What is changed of a verdict afterwards is a step of its own.
    await page.keyboard.press('0');
    await expect
      .poll(async () => (await verdicts(page)).find(({ cause }) => cause === 'Two systems')?.severity)
      .toBeNull();
    await page.keyboard.press('Control+z');
    expect((await verdicts(page)).find(({ cause }) => cause === 'Two systems')?.severity).toBe(3);
  });
  await test.step('J8 answers without a verdict are not lost unasked', async () => {
    await page.keyboard.press('n');
    const first = await asked(page);
    await page.keyboard.press('q');
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await expect(dialog(page).getByRole('alert')).toContainText('1 place has answers but no verdict yet');
    await dialog(page).getByRole('button', { name: 'Go to it' }).click();
    expect(await asked(page)).toBe(first);
    await expect(dialog(page).getByRole('radio', { name: 'Yes', checked: true })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: 'Close without them' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator('[data-cursor]')).toBeFocused();
  });
  await test.step('J1 the severity is live, with a sentence, and can be set by hand and back', async () => {
    await openReview(page);
    const box = dialog(page).getByRole('region', { name: 'Severity' });
    await expect(box).toContainText(/\d of 5: .+ \(0\.\d+ of the weight\), 5 checks unknown/);
    await expect(box).toContainText('100% of the checks are unknown.');
    const word = await box.locator('.severity-word b').textContent();
    for (const key of ['q', 'w', 'e', 'r', 't', 'q', 'w', 'e', 'r', 't']) await page.keyboard.press(key);
    await expect(box).toContainText('5 checks answered no');
    await expect(box.locator('.severity-word b')).not.toHaveText(word ?? '');
    await page.keyboard.press('1');
    await expect(box).toContainText(/^1slight.*Set by hand to 1\. Computed it is [45] of 5/);
    await page.keyboard.press('0');
    await expect(box).not.toContainText('Set by hand');
    const row = dialog(page).getByRole('radiogroup', { name: /Does one person own it/ });
    await row.getByRole('radio', { name: 'Yes' }).click();
    await expect(row.getByRole('radio', { name: 'Yes' })).toBeChecked();
    await page.keyboard.press('ArrowRight');
    await expect(row.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
    await expect(row.getByRole('radio', { name: 'No', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: 'Close without them' }).click();
    await expect(dialog(page)).toBeHidden();
  });
  await test.step('J5 on a narrow screen nothing scrolls sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openReview(page);
    const overflow = () =>
      page.locator('.review-body').evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await expect(page.locator('.end-change', { hasText: 'changes' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Smooth' }).click();
    await expect(page.locator('.review-progress')).toContainText('2 of');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await test.step('J28 a review is read from the back of a room: its texts grow with the screen', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await openReview(page);
    const sizes = (selector: string) =>
      dialog(page)
        .locator(selector)
        .evaluateAll((parts) => parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize)));
    for (const size of await sizes('.end h3')) expect(size).toBeGreaterThanOrEqual(40);
    for (const size of await sizes('.end-name, .severity-word b')) expect(size).toBeGreaterThanOrEqual(24);
    for (const size of await sizes('.check-row, .review-judge')) expect(size).toBeGreaterThanOrEqual(20);
    // Everything that is asked is on the screen without scrolling.
    expect(
      await page.locator('.review-body').evaluate((element) => element.scrollHeight - element.clientHeight),
    ).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await test.step('J27 button, queue and its end are of the persona shown, and say what is left out', async () => {
    const button = page.locator('.foot-review');
    const all = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
    await page.keyboard.press('Control+Shift+F');
    await expect(button).toContainText('not shown');
    const [shown, leftOut] = [...((await button.textContent()) ?? '').matchAll(/\d+/g)].map(Number);
    expect((shown ?? 0) + (leftOut ?? 0)).toBe(all);
    await openReview(page);
    await expect(page.locator('.review-progress')).toHaveText(`1 of ${shown}`);
    await expect(page.locator('.review-only')).toHaveText(`For Anna: ${leftOut} of others are left out`);
    await page.keyboard.press('Escape');
    await page.locator('.filter-bar').getByRole('button', { name: 'Anna', exact: true }).click();
    await expect(button).not.toContainText('not shown');
  });
  await test.step('J29 a touchpoint judged a gap that has changed is asked about again, by keys', async () => {
    const { links, touchpoints } = await tables(page);
    const id = Object.values(links)[0]?.to ?? '';
    await run(page, 'judgeHandoff', { from: id, to: id, state: 'gap' });
    await run(page, 'updateVerdict', { from: id, to: id, fields: { cause: 'Form too long' } });
    await run(page, 'updateTouchpoint', { id, fields: { devices: ['dv_none'], channels: ['ch_phone', 'ch_email'] } });
    await expect(page.locator('.foot-review')).toContainText('and 1 touchpoint');
    await openReview(page);
    const inside = dialog(page).getByRole('region', { name: 'Friction inside this touchpoint' });
    while ((await inside.count()) === 0) await page.keyboard.press('n');
    await expect(inside).toContainText(touchpoints[id]?.title ?? '');
    expect(await focused(page)).toMatch(/^Touchpoint \d+ of \d+\. .+ Friction inside this touchpoint/);
    await expect(dialog(page).getByText('Form too long').first()).toBeVisible();
    await page.keyboard.press('g');
    const own = async () => (await verdicts(page)).find(({ from, to }) => from === id && to === id);
    expect(await own()).toMatchObject({
      state: 'gap',
      cause: 'Form too long',
      basis: { to: { devices: ['dv_none'] } },
    });
    expect(Object.values((await tables(page)).pastVerdicts)).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect(inside).toBeVisible();
    await dialog(page).getByRole('button', { name: 'No gap' }).click();
    expect(await own()).toMatchObject({ state: 'smooth' });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await run(page, 'clearVerdict', { from: id, to: id });
    // What was judged of the ways to it is not stale for this.
    const { devices = [], channels = [] } = touchpoints[id] ?? {};
    await run(page, 'updateTouchpoint', { id, fields: { devices, channels } });
  });
  await test.step('J7 a stale handoff shows what changed and the old verdict, and keeps it when judged again', async () => {
    const { verdicts: judged } = await tables(page);
    const gap = Object.values(judged).find(({ state }) => state === 'gap');
    await run(page, 'updateTouchpoint', { id: gap?.to ?? '', fields: { channels: ['ch_app'] } });
    await openReview(page);
    const notice = dialog(page).locator('.stale-notice');
    while ((await notice.count()) === 0) await page.keyboard.press('n');
    await expect(notice).toContainText(/Channel of “.+” .+ is now App/);
    await expect(notice).toContainText(/Judged on .+: gap, \d of 5/);
    await page.keyboard.press('s');
    expect(Object.values((await tables(page)).pastVerdicts)).toMatchObject([{ from: gap?.from, state: 'gap' }]);
    await page.keyboard.press('b');
    await dialog(page).getByText('Judged once before').click();
    await expect(dialog(page).locator('.verdict-history li')).toContainText(/gap, \d of 5/);
    await page.keyboard.press('Control+z');
    await expect(notice).toBeVisible();
    expect((await tables(page)).pastVerdicts).toEqual({});
  });
});
