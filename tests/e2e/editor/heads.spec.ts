import { expect, type Locator, type Page } from '@playwright/test';
import { card, openSample, titles } from '../../support/app.ts';
import {
  canUndo,
  drag,
  expectSaid,
  fingerprint,
  hold,
  middleOf,
  middleOfCell,
  openBlankMap,
  put,
  rectOf,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const stages = (page: Page) => page.locator('.head-stage');
const rows = (page: Page) => page.locator('.head-row[data-head="row"]');
const lanes = (page: Page) => page.locator('.head-row[data-head="lane"]');

/** Names of heads as they stand on the screen, from left to right or top to bottom. */
async function names(heads: Locator): Promise<string[]> {
  const all = await heads.all();
  const placed = await Promise.all(
    all.map(async (head) => ({ box: await rectOf(head), name: await head.locator('.head-title').textContent() })),
  );
  return placed.sort((a, b) => a.box.x + a.box.y - b.box.x - b.box.y).map(({ name }) => name ?? '');
}

/** Just beyond the middle of a head: what is dropped there falls after it. */
async function after(head: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await rectOf(head);
  return { x: x + width * 0.8, y: y + height * 0.8 };
}

test('U30 heads are moved by dragging and by keys, and taken back', async ({ page }) => {
  await test.step('U30 a stage is dragged by its head, with a line where it would fall, and one undo takes it back', async () => {
    await openBlankMap(page);
    const before = await names(stages(page));
    await hold(page, await middleOf(stages(page).nth(0)), await after(stages(page).nth(1)));
    await expect(page.locator('.head-drop')).toBeVisible();
    await page.mouse.up();
    await expect(page.locator('.head-drop')).toHaveCount(0);
    await expect.poll(() => names(stages(page))).toEqual([before[1], before[0], ...before.slice(2)]);
    await expectSaid(page, 'Moved.');
    // The click that ends the drag renames nothing.
    await expect(page.locator('.head-input')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(stages(page))).toEqual(before);
    expect(await canUndo(page)).toBe(false);
  });

  await test.step('U30 Escape takes the drag of a head back without a trace', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    await put(page, 'Calls', 0, 1);
    const before = await fingerprint(page);
    for (const head of [stages(page).nth(0), rows(page).nth(0)]) {
      await hold(page, await middleOf(head), await after(head.locator('xpath=following-sibling::*[1]')));
      await page.keyboard.press('Escape');
      await expect(page.locator('.head-drop')).toHaveCount(0);
      await page.mouse.up();
    }
    expect(await fingerprint(page)).toBe(before);
    await expect(page.locator('.head-input')).toHaveCount(0);
  });

  await test.step('U30 Alt and arrows move the head that has the focus and keep the focus on it', async () => {
    await openBlankMap(page);
    const before = await names(stages(page));
    await stages(page).nth(0).locator('.head-title').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => names(stages(page))).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    await expect(page.locator('.head-title', { hasText: before[0] })).toBeFocused();
    // Quick moves of one head are one step of undo.
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(stages(page))).toEqual(before);

    await page.keyboard.press('Control+g');
    const rowsBefore = await names(rows(page));
    await rows(page)
      .nth(0)
      .click({ button: 'right', position: { x: 80, y: 40 } });
    await expect(page.getByRole('menuitem', { name: 'Move row up' })).toBeDisabled();
    await page.getByRole('menuitem', { name: 'Move row down' }).click();
    await expect.poll(async () => (await names(rows(page))).slice(0, 2)).toEqual([rowsBefore[1], rowsBefore[0]]);
  });
});

test('U30 a step is dragged into another stage, a row and a lane up and down', async ({ page }) => {
  await openSample(page);
  const steps = page.locator('.head-step');
  const stepsBefore = await names(steps);
  await drag(page, await middleOf(steps.nth(1)), await after(steps.nth(2)));
  await expect
    .poll(async () => (await names(steps)).slice(0, 3))
    .toEqual([stepsBefore[0], stepsBefore[2], stepsBefore[1]]);

  const rowsBefore = await names(rows(page));
  await drag(page, await middleOf(rows(page).nth(0)), await after(rows(page).nth(1)));
  await expect.poll(async () => (await names(rows(page))).slice(0, 2)).toEqual([rowsBefore[1], rowsBefore[0]]);

  const lanesBefore = await names(lanes(page));
  await drag(
    page,
    await middleOf(lanes(page).nth(1)),
    await middleOf(lanes(page).nth(0)).then(({ x, y }) => ({ x, y: y - 12 })),
  );
  await expect.poll(async () => (await names(lanes(page))).slice(0, 2)).toEqual([lanesBefore[1], lanesBefore[0]]);
});

test('U41 U42 heads stay over their columns, and the keyboard goes from a name to what is clicked next', async ({
  page,
}) => {
  await openSample(page);
  const steps = page.locator('.head-step');
  const map = await rectOf(page.locator('.map'));
  const right = map.x + map.width;
  /** How far the first step's head stands from the card below it. */
  const astray = async () => {
    const [head, box] = await Promise.all([rectOf(steps.first()), rectOf(page.locator('.touchpoint').first())]);
    return Math.round(head.x - box.x);
  };
  const before = await astray();

  await test.step('U41 a name that is cut by the edge is panned into view, and the heads with their columns', async () => {
    // Panned until the name of the last step that is seen is cut by the edge of the window.
    const last = await steps.evaluateAll(
      (all, edge) => all.findLastIndex((head) => head.getBoundingClientRect().x < edge - 60),
      right,
    );
    const title = steps.nth(last).locator('.head-title');
    const { x } = await rectOf(title);
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    // The map goes half as far as the wheel.
    await page.mouse.wheel(2 * (x - right + 12), 0);
    await expect.poll(async () => Math.round((await rectOf(title)).x - right)).toBe(-12);
    await page.mouse.click(right - 6, (await rectOf(title)).y + 6);
    const field = page.getByRole('textbox', { name: /^Rename/ });
    await expect(field).toBeFocused();
    await expect.poll(async () => (await rectOf(field)).x + (await rectOf(field)).width).toBeLessThanOrEqual(right);
    expect(await astray()).toBe(before);
    await page.keyboard.press('Escape');
    // What a reader of the screen or a script scrolls to moves no head either.
    for (const head of [page.locator('.head-stage').last(), page.locator('.head-row').last()])
      await head.locator('.head-more').evaluate((button) => button.scrollIntoView());
    expect(await astray()).toBe(before);
    expect(await page.locator('.heads-left').evaluate((heads) => heads.scrollTop)).toBe(0);
    await page.keyboard.press('Control+0');
  });

  await test.step('U42 after a name was taken over the next click has the keyboard: nothing typed is lost', async () => {
    await steps.first().locator('.head-title').click();
    await page.keyboard.type('Hears of it');
    await page.keyboard.press('Enter');
    await expect(steps.first()).toContainText('Hears of it');
    // The head has the focus: a letter begins its name anew, with every letter.
    await page.keyboard.type('Learns of it');
    await page.keyboard.press('Enter');
    await expect(steps.first()).toContainText('Learns of it');
    await page.locator('.touchpoint').first().click();
    await page.keyboard.type('Sees it');
    await page.keyboard.press('Enter');
    await expect(card(page, 'Sees it')).toBeVisible();

    // A step that was added and taken back; its name is open at once.
    await steps.first().hover();
    await steps.first().locator('.head-more').first().click();
    await expect(steps.nth(1).getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Weighs it up');
    await page.keyboard.press('Enter');
    await expect(steps.nth(1)).toContainText('Weighs it up');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(steps.filter({ hasText: 'Weighs it up' })).toHaveCount(0);
    const empty = await middleOfCell(page, 0, 2);
    await page.mouse.click(empty.x, empty.y);
    await page.keyboard.type('Asks a friend');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toContain('Asks a friend');
  });
});

test('U30 a finger that rests on a head takes it up', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 820, height: 1180 } });
  const page = await context.newPage();
  await openBlankMap(page);
  const before = await names(stages(page));
  const client = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
  const from = await middleOf(stages(page).nth(0));
  const to = await after(stages(page).nth(1));
  await touch('touchStart', from);
  await expect(page.locator('.head[data-held]')).toHaveCount(1);
  for (let part = 1; part <= 5; part++)
    await touch('touchMove', { x: from.x + ((to.x - from.x) * part) / 5, y: from.y });
  await expect(page.locator('.head-drop')).toBeVisible();
  await touch('touchEnd');
  await expect.poll(() => names(stages(page))).toEqual([before[1], before[0], ...before.slice(2)]);
  await context.close();
});
