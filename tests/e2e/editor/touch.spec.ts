import { type CDPSession, devices, expect, type Page, test } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { middleOf, openBlankMap, rectOf, viewport } from '../../support/editing.ts';

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
test.use({ ...phone, viewport: { width: 390, height: 844 } });

type Point = { x: number; y: number };

function touch(client: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]): Promise<unknown> {
  return client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
}

/** Moves as many fingers as there are ways, in steps. */
async function swipe(client: CDPSession, ways: readonly [from: Point, to: Point][]): Promise<void> {
  const at = (part: number) =>
    ways.map(([from, to]) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
  await touch(client, 'touchStart', at(0));
  for (let step = 1; step <= 8; step++) await touch(client, 'touchMove', at(step / 8));
  await touch(client, 'touchEnd', []);
}

/** A point of the map where neither a card nor a head is. */
const free = async (page: Page): Promise<Point> => {
  const map = await rectOf(page.locator('.map'));
  return { x: map.x + map.width - 14, y: map.y + map.height - 20 };
};

/** The node of a card whose middle is to be seen. */
const cardInView = (page: Page): Promise<string> =>
  page.locator('.react-flow__node-touchpoint').evaluateAll((all) => {
    const seen = all.find((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return node.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    return seen?.getAttribute('data-id') ?? '';
  });

test('U33 U37 a finger pans the map, two zoom it, a tap chooses a card above its sheet, a long press opens its menu', async ({
  page,
}) => {
  await openSample(page);
  const client = await page.context().newCDPSession(page);
  const start = await viewport(page);
  const from = await free(page);
  await swipe(client, [[from, { x: from.x - 60, y: from.y - 40 }]]);
  await expect.poll(async () => (await viewport(page)).x).toBeLessThan(start.x - 40);
  expect((await viewport(page)).zoom).toBe(start.zoom);

  const middle = { x: 250, y: 450 };
  await swipe(client, [
    [
      { x: middle.x, y: middle.y - 90 },
      { x: middle.x, y: middle.y - 30 },
    ],
    [
      { x: middle.x, y: middle.y + 90 },
      { x: middle.x, y: middle.y + 30 },
    ],
  ]);
  await expect.poll(async () => (await viewport(page)).zoom).toBeLessThan(start.zoom * 0.7);
  await page.getByRole('button', { name: 'Zoom in' }).tap();

  await page.reload();
  await expect(page.locator('.touchpoint').first()).toBeVisible();
  const card = page.locator(`.react-flow__node[data-id="${await cardInView(page)}"]`);
  const place = await middleOf(card);
  await page.touchscreen.tap(place.x, place.y);
  await expect(card).toHaveClass(/selected/);
  await expect(page.locator('.side-panel .panel')).toBeVisible();
  // The sheet leaves what was tapped to be seen above it.
  const sheet = await rectOf(page.locator('.side-panel'));
  await expect
    .poll(async () => {
      const { y, height } = await rectOf(card);
      return y + height;
    })
    .toBeLessThanOrEqual(sheet.y);
  const low = await page.locator('.top-bar, .rail, .map-foot, .side-panel').evaluateAll((bars) =>
    bars
      .flatMap((bar) => [...bar.querySelectorAll('button')])
      .map((button) => ({ html: button.outerHTML.slice(0, 90), height: button.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 40),
  );
  expect(low).toEqual([]);
  // Names of rows too; those of stages and steps fill their bands, which are lower.
  for (const [heads, height] of [
    ['.head-row', 40],
    ['.head-step', 32],
    ['.head-stage', 26],
  ] as const) {
    const heights = await page
      .locator(`${heads} .head-title`)
      .evaluateAll((all) => all.map((title) => title.getBoundingClientRect().height));
    expect(Math.min(...heights), heads).toBeGreaterThanOrEqual(height);
  }
  await page.getByRole('button', { name: 'Close', exact: true }).tap();

  // All panels unfold with their names whole; a tap elsewhere, Escape or a choice folds them again.
  const more = page.getByRole('button', { name: 'More panels' });
  const keys = page.getByRole('button', { name: 'Keys', exact: true });
  const fold = [() => page.touchscreen.tap(place.x, 200), () => page.keyboard.press('Escape'), () => keys.tap()];
  for (const close of fold) {
    await more.tap();
    await expect(keys).toBeVisible();
    const cut = await page
      .locator('.rail-name')
      .evaluateAll((all) => all.filter((name) => name.scrollHeight > name.clientHeight).length);
    expect(cut).toBe(0);
    await close();
    await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeHidden();
  }
  await expect(page.locator('[role="dialog"]:focus-within')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const again = await middleOf(card);
  await touch(client, 'touchStart', [again]);
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
  await touch(client, 'touchEnd', []);
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
});

test('U32 U46 the names of stages, steps and rows stay in view while the map is panned; a cell is tapped to add a card', async ({
  page,
}) => {
  await openSample(page);
  const client = await page.context().newCDPSession(page);
  const band = page.locator('.head-stage').first();
  const name = band.locator('.head-title');
  const shown = await rectOf(name);
  const from = await free(page);
  await swipe(client, [[from, { x: from.x - 150, y: from.y }]]);
  const corner = await rectOf(page.locator('.heads-corner'));
  await expect.poll(async () => (await rectOf(band)).x).toBeLessThan(shown.x - 90);
  const moved = await rectOf(name);
  expect(moved.x).toBeGreaterThanOrEqual(corner.x + corner.width);
  expect(moved.x + moved.width).toBeLessThanOrEqual((await rectOf(band)).x + (await rectOf(band)).width);

  const row = page.locator('.head-row[data-head="row"]').first();
  await swipe(client, [[from, { x: from.x, y: from.y - 260 }]]);
  await expect.poll(async () => (await rectOf(row)).y).toBeLessThan(corner.y + corner.height);
  const title = row.locator('.head-title');
  // Its border is not seen: it is there to be tapped.
  const rowTop = (await rectOf(title)).y + (await title.evaluate((element) => element.clientTop));
  const end = (await rectOf(row)).y + (await rectOf(row)).height;
  if (end > corner.y + corner.height + 60) expect(rowTop).toBeGreaterThanOrEqual(corner.y + corner.height - 1);

  await test.step('U46 a tap on an empty place shows a + as large as a finger, which adds a card however late it is tapped', async () => {
    await openBlankMap(page);
    const second = await rectOf(page.locator('.head-row[data-head="row"]').nth(1));
    const place = { x: second.x + second.width + 60, y: second.y + second.height / 2 };
    await page.touchscreen.tap(place.x, place.y);
    const add = page.getByRole('button', { name: 'Add here' });
    await expect(add).toBeVisible();
    const { x, y, width, height } = await rectOf(add);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    expect([place.x > x && place.x < x + width, place.y > second.y, y < second.y + second.height]).toEqual([
      true,
      true,
      true,
    ]);
    const text = page.locator('.in-place');
    await expect(text).toHaveCount(0);
    // Slower than two taps that are one double tap.
    await page.waitForTimeout(700);
    await page.touchscreen.tap(place.x, y + height / 2);
    await expect(text).toBeFocused();
    await page.keyboard.type('Asks');
    await page.keyboard.press('Enter');
    await expect(page.locator('.touchpoint', { hasText: 'Asks' })).toBeVisible();
  });
});
