import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import {
  boxOf,
  channels,
  drag,
  enterGrid,
  middleOf,
  openBlankMap,
  put,
  rectOf,
  run,
  stepIds,
  viewport,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const zoomText = (page: Page) => page.getByRole('button', { name: 'Actual size' });

test('U22 wheel, Ctrl and wheel, Space and drag, buttons and keys pan and zoom the map', async ({ page }) => {
  await openSample(page);
  const middle = await middleOf(page.locator('.map'));
  await page.mouse.move(middle.x, middle.y);
  const start = await viewport(page);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await viewport(page)).y).toBeLessThan(start.y - 20);
  expect((await viewport(page)).zoom).toBeCloseTo(start.zoom, 5);

  const before = await viewport(page);
  const map = await rectOf(page.locator('.map'));
  const under = (view: { x: number; y: number; zoom: number }) => ({
    x: (middle.x - map.x - view.x) / view.zoom,
    y: (middle.y - map.y - view.y) / view.zoom,
  });
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await viewport(page)).zoom).toBeGreaterThan(before.zoom);
  const after = await viewport(page);
  expect(under(after).x).toBeCloseTo(under(before).x, 0);
  expect(under(after).y).toBeCloseTo(under(before).y, 0);

  await page.keyboard.down('Space');
  await drag(page, middle, { x: middle.x - 120, y: middle.y - 40 });
  await page.keyboard.up('Space');
  const panned = await viewport(page);
  expect(panned.x).toBeLessThan(after.x - 90);
  expect(panned.zoom).toBeCloseTo(after.zoom, 5);
  await drag(page, middle, { x: middle.x + 60, y: middle.y }, 'middle');
  expect((await viewport(page)).x).toBeGreaterThan(panned.x + 40);

  await zoomText(page).click();
  await expect(zoomText(page)).toHaveText('100%');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(zoomText(page)).toHaveText('125%');
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await enterGrid(page);
  await page.keyboard.press('Control+Equal');
  await expect(zoomText(page)).toHaveText('125%');
  await page.keyboard.press('Control+0');
  await expect(zoomText(page)).toHaveText('100%');

  // The whole map, by the key on the focused cell, which must not begin to type.
  await page.keyboard.press('Shift+1');
  await expect(page.locator('.in-place')).toHaveCount(0);
  await expect.poll(async () => (await viewport(page)).zoom).toBeLessThan(0.9);
  const last = await rectOf(page.locator('.head-stage').last());
  expect(last.x + last.width).toBeLessThanOrEqual(map.x + map.width);
  const lowest = await rectOf(page.locator('.head-row').last());
  expect(lowest.y + lowest.height).toBeLessThanOrEqual(map.y + map.height);

  // The chosen card.
  await page.reload();
  const id = (await page.locator('.touchpoint').first().getAttribute('data-record')) ?? '';
  await boxOf(page, id).click();
  await page.keyboard.press('Shift+2');
  await expect.poll(async () => (await viewport(page)).zoom).toBeGreaterThan(1.4);
  const box = await rectOf(boxOf(page, id));
  const area = await rectOf(page.locator('.map'));
  expect(box.x).toBeGreaterThan(area.x);
  expect(box.x + box.width).toBeLessThan(area.x + area.width);
  expect(box.y + box.height).toBeLessThan(area.y + area.height);
  await expect(page.locator('.in-place')).toHaveCount(0);
});

test('U23 U24 a map far away is an overview, and one edit renders one card', async ({ page }) => {
  await test.step('U23 zooming out shows titles only, then an overview on a canvas, where a click selects', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Sees an advert', 2, 2);
    const map = page.locator('.map');
    await expect(map).toHaveAttribute('data-level', 'card');
    await expect(page.locator('.touchpoint .channel-mark')).toHaveCount(1);
    const out = page.getByRole('button', { name: 'Zoom out' });
    await zoomText(page).click();
    await out.click();
    await expect(map).toHaveAttribute('data-level', 'title');
    await expect(page.locator('.touchpoint .channel-mark')).toHaveCount(0);
    await expect(page.locator('.touchpoint')).toHaveText('Sees an advert');
    const before = await middleOf(boxOf(page, id));
    const view = await viewport(page);
    await out.click();
    await out.click();
    await expect(map).toHaveAttribute('data-level', 'overview');
    await expect(page.locator('.react-flow__node')).toHaveCount(0);
    const canvas = page.locator('canvas.overview');
    const inked = await canvas.evaluate((element: HTMLCanvasElement) => {
      const context = element.getContext('2d') as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, element.width, element.height);
      return data.some((value, index) => index % 4 === 3 && value > 0);
    });
    expect(inked).toBe(true);
    const now = await viewport(page);
    const area = await rectOf(map);
    await page.mouse.click(
      ((before.x - area.x - view.x) / view.zoom) * now.zoom + now.x + area.x,
      ((before.y - area.y - view.y) / view.zoom) * now.zoom + now.y + area.y,
    );
    await page.keyboard.press('Control+0');
    await expect(page.locator('.react-flow__node.selected')).toHaveText(/Sees an advert/);
  });

  await test.step('U24 an edit renders its card alone, once; a selection only what it changes; panning nothing', async () => {
    await openBlankMap(page);
    const [stepId = ''] = await stepIds(page);
    const row = { lens: 'channel' as const, value: (await channels(page))[0] ?? '' };
    const range = Array.from({ length: 5 }, (_, line) =>
      Array.from({ length: 60 }, (_, column) => `Touchpoint ${line} ${column}`),
    );
    const made = await run(page, 'pasteRange', { range, stepId, rows: [row] });
    expect(made).toHaveLength(300);
    await expect(page.locator('.touchpoint').nth(20)).toBeVisible();
    await boxOf(page, made[60] ?? '').click();
    await expect(page.getByRole('textbox', { name: 'Description' })).toBeVisible();
    const counted = async (change: () => Promise<void>) => {
      const shown = await page
        .locator('.touchpoint')
        .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.record ?? ''));
      await page.evaluate(() => {
        window.desirepathRenders = {};
      });
      await change();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return { shown, renders: await page.evaluate(() => window.desirepathRenders ?? {}) };
    };
    const id = made[0] ?? '';
    const edit = await counted(async () => {
      await run(page, 'updateTouchpoint', { id, fields: { title: 'Another' } });
      await expect(boxOf(page, id)).toHaveText(/Another/);
    });
    expect(edit.renders).toEqual({ [id]: 1 });

    const select = await counted(async () => {
      await boxOf(page, id).click();
      await expect(page.locator('.react-flow__node.selected')).toHaveText(/Another/);
    });
    expect(Object.keys(select.renders).filter((key) => key !== id && key !== made[60])).toEqual([]);

    const pan = await counted(async () => {
      const before = (await viewport(page)).x;
      await page.mouse.wheel(60, 0);
      await expect.poll(async () => (await viewport(page)).x).toBeLessThan(before - 20);
    });
    expect(pan.shown.filter((key) => pan.renders[key] !== undefined)).toEqual([]);
  });
});
