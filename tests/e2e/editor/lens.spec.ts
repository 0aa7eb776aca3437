import { expect } from '@playwright/test';
import { count, openSample } from '../../support/app.ts';
import {
  boxOf,
  channels,
  drag,
  enterGrid,
  expectSaid,
  focused,
  middleOf,
  openBlankMap,
  put,
  rectOf,
  run,
  stepIds,
  tables,
  viewport,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

test('U2 U3 the lens lays the map out anew, and heads stay in view', async ({ page }) => {
  await test.step('U2 keys 1, 2 and 3 and the switch lay the same map out in rows by channel, device and department', async () => {
    await openSample(page);
    const rows = page.locator('.head-row[data-head="row"] .head-title');
    const counts = page.locator('.head-row[data-head="row"] .head-detail');
    const cards = async () =>
      (await counts.allInnerTexts()).reduce((sum, text) => sum + Number(/(\d+) card/.exec(text)?.[1]), 0);
    expect(await cards()).toBe(await count(page, 'touchpoints'));
    const byChannel = await rows.allInnerTexts();
    await enterGrid(page);
    await page.keyboard.press('2');
    await expectSaid(page, 'Rows by Device');
    const byDevice = await rows.allInnerTexts();
    expect(byDevice).not.toEqual(byChannel);
    await page.keyboard.press('3');
    await expect(page.getByRole('radio', { name: /Department/ })).toHaveAttribute('aria-checked', 'true');
    expect(await rows.allInnerTexts()).not.toEqual(byDevice);
    await page.getByRole('radio', { name: /Channel/ }).click();
    await expect(rows).toHaveText(byChannel);
    expect(await cards()).toBe(await count(page, 'touchpoints'));
  });

  await test.step('U3 heads of stages, steps and rows stay in view while the map is panned', async () => {
    const map = await rectOf(page.locator('.map'));
    const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
    const stepBefore = await rectOf(page.locator('.head-step').nth(2));
    const rowBefore = await rectOf(page.locator('.head-row').nth(2));
    await page.mouse.move(middle.x, middle.y);
    const start = await viewport(page);
    await page.mouse.wheel(240, 180);
    await expect.poll(async () => (await viewport(page)).x).toBeLessThan(start.x - 60);
    await expect.poll(async () => (await viewport(page)).y).toBeLessThan(start.y - 60);
    const stepAfter = await rectOf(page.locator('.head-step').nth(2));
    const rowAfter = await rectOf(page.locator('.head-row').nth(2));
    expect(stepAfter.y).toBeCloseTo(stepBefore.y, 0);
    expect(stepAfter.x).toBeLessThan(stepBefore.x - 60);
    expect(rowAfter.x).toBeCloseTo(rowBefore.x, 0);
    expect(rowAfter.y).toBeLessThan(rowBefore.y - 60);
    expect(stepAfter.y).toBeGreaterThanOrEqual(map.y);
    expect(rowAfter.x).toBeGreaterThanOrEqual(map.x);
    // What a head says moves within its row.
    const [lane, said] = [
      await rectOf(page.locator('.head-curves')),
      await rectOf(page.locator('.head-curves .head-texts')),
    ];
    expect(said.y + said.height).toBeLessThanOrEqual(lane.y + lane.height);
    // A card still stands under the head of its step.
    const moved = await viewport(page);
    const head = await page
      .locator('.head-step')
      .nth(2)
      .evaluate((element) => element.style.getPropertyValue('--at'));
    expect(stepAfter.x).toBeCloseTo(map.x + moved.x + Number(head) * moved.zoom, 0);
  });
});

test('U2 U4 rows follow the values in use, and the cursor its card', async ({ page }) => {
  await test.step('U2 the cursor goes with its card into the new row', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Buys in the shop', 1, 2);
    await boxOf(page, id).click();
    await page.keyboard.press('2');
    await expect.poll(() => focused(page)).toContain('Buys in the shop');
    expect(await focused(page)).toContain('Not set');
  });

  await test.step('U4 there is a row for each value in use, and "not set" last, only while it holds cards; dropping there clears', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Sees an advert', 0, 0);
    const rows = page.locator('.head-row[data-head="row"] .head-title');
    await expect(rows.filter({ hasText: 'Not set' })).toHaveCount(0);
    await page.keyboard.press('3');
    await expect(rows).toHaveText(['Not set']);
    await page.keyboard.press('1');
    await run(page, 'updateTouchpoint', { id, fields: { channels: [] } });
    await expect(rows.last()).toHaveText('Not set');
    const web = (await channels(page))[0] ?? '';
    await run(page, 'setPrimary', { ids: [id], lens: 'channel', value: web });
    await expect(rows.filter({ hasText: 'Not set' })).toHaveCount(0);

    // A card dropped there loses its value, and one undo gives it back.
    const [stepId = ''] = await stepIds(page);
    const unset = await run(page, 'addTouchpoint', { stepId, fields: { title: 'Somewhere' } });
    await boxOf(page, unset).scrollIntoViewIfNeeded();
    const target = await middleOf(boxOf(page, unset));
    const from = await middleOf(boxOf(page, id));
    await drag(page, from, { x: from.x + 180, y: target.y });
    expect((await tables(page)).touchpoints[id]?.channels).toEqual([]);
    await page.keyboard.press('Control+z');
    expect((await tables(page)).touchpoints[id]?.channels).toHaveLength(1);
  });
});

test('U5 U6 full cells fold, stages and rows collapse, and open again', async ({ page }) => {
  await test.step('U5 above six cards the rest of a cell folds to "+n" and unfolds, also for what is added', async () => {
    await openBlankMap(page);
    // Room for all cards at once.
    for (const id of Object.keys((await tables(page)).lanes)) await run(page, 'setLaneHidden', { id, hidden: true });
    const [stepId = ''] = await stepIds(page);
    const [channel = ''] = await channels(page);
    const range = Array.from({ length: 9 }, (_, index) => [`Touchpoint ${index}`]);
    await run(page, 'pasteRange', { range, stepId, rows: [{ lens: 'channel', value: channel }] });
    const cards = page.locator('.touchpoint');
    await expect(cards).toHaveCount(6);
    const fold = page.getByRole('button', { name: 'Show 3 more cards' });
    await expect(fold).toHaveText('+3');
    await fold.click();
    await expect(cards).toHaveCount(9);
    await expect(fold).toHaveCount(0);
    await page.reload();
    await expect(cards).toHaveCount(6);

    // What is added to a full cell is shown.
    const row = await rectOf(page.locator('.head-row[data-head="row"]').first());
    const column = await rectOf(page.locator('.head-step').first());
    await page.mouse.click(column.x + 74, row.y + row.height - 4, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Add here' }).click();
    await expect(page.locator('.in-place')).toBeFocused();
    await page.keyboard.type('The seventh');
    await page.keyboard.press('Enter');
    await expect(page.locator('.touchpoint', { hasText: 'The seventh' })).toBeVisible();
  });

  await test.step('U6 a stage and a row are collapsed to counts by their menus, and opened again', async () => {
    await openBlankMap(page);
    const first = await put(page, 'Sees an advert', 0, 0);
    const second = await put(page, 'Reads a review', 1, 0);
    const before = await rectOf(page.locator('.head-stage').first());
    await page
      .locator('.head-stage')
      .first()
      .click({ button: 'right', position: { x: 90, y: 12 } });
    await page.getByRole('menuitem', { name: 'Collapse or open stage' }).click();
    await expect(boxOf(page, first)).toHaveCount(0);
    await expect(boxOf(page, second)).toBeVisible();
    await expect(page.locator('.cell-summary')).toHaveText('1');
    expect((await rectOf(page.locator('.head-stage').first())).width).toBeLessThan(before.width);
    await page
      .locator('.head-stage')
      .first()
      .click({ button: 'right', position: { x: 20, y: 12 } });
    await page.getByRole('menuitem', { name: 'Collapse or open stage' }).click();
    await expect(boxOf(page, first)).toBeVisible();

    const row = page.locator('.head-row[data-head="row"]').first();
    await row.hover();
    await row.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Collapse or open row' }).click();
    await expect(page.locator('.touchpoint')).toHaveCount(0);
    expect((await rectOf(row)).height).toBeLessThan(60);
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Collapse or open row' }).click();
    await expect(page.locator('.touchpoint')).toHaveCount(2);
  });
});
