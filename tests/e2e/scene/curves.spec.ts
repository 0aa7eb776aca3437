import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { canUndo, expectSaid, focused, hold, middleOf, openBlankMap, put, run, tables } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const lanes = (page: Page) => page.locator('.head-row[data-head="lane"] .head-title');
const point = (page: Page, touchpointId: string, personaId: string) =>
  page.locator(`.curve[data-persona="${personaId}"] .curve-point[data-touchpoint="${touchpointId}"]`);
const feeling = async (page: Page, touchpointId: string, personaId: string) =>
  (await tables(page)).sentiments[`sn_${touchpointId}-${personaId}`]?.value ?? null;

/** Two touchpoints at the first two steps and two personas; the first persona feels well, then badly. */
async function felt(page: Page) {
  await openBlankMap(page);
  const first = await put(page, 'Sees an advert', 0, 0);
  const second = await put(page, 'Calls the shop', 1, 0);
  const mara = await run(page, 'addPersona', { name: 'Mara' });
  const tom = await run(page, 'addPersona', { name: 'Tom' });
  await run(page, 'setSentiment', { touchpointId: first, personaId: mara, value: 1 });
  await run(page, 'setSentiment', { touchpointId: second, personaId: mara, value: -1 });
  await expect(page.locator('.curve')).toHaveCount(1);
  return { first, second, mara, tom };
}

/** Puts the cursor on the first cell of the lane of emotion. */
async function enterLane(page: Page): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
}

test('W1 a new map and the sample have a lane of emotion; another is added in the lanes’ panel', async ({ page }) => {
  await openSample(page);
  await expect(page.locator('.curve')).toHaveCount(2);
  await expect(page.locator('.curve-star').first()).toBeVisible();
  await openBlankMap(page);
  await expect(lanes(page)).toHaveText(['Customer actions', 'Thoughts', 'Emotion', 'Pain points', 'Opportunities']);
  await page.getByRole('button', { name: 'Lanes', exact: true }).click();
  await page.locator('.side-panel').getByText('Curves of emotion').click();
  await page.locator('.side-panel').getByRole('button', { name: 'Add lane' }).click();
  await expect(lanes(page)).toHaveText([
    'Customer actions',
    'Thoughts',
    'Emotion',
    'Pain points',
    'Opportunities',
    'Emotion',
  ]);
  await expect(page.locator('.curve-guide')).toHaveCount(10);
});

test('W2 U34 a point is dragged to the nearest half in one gesture; Esc leaves no trace', async ({ page }) => {
  const { second, mara } = await felt(page);
  const mark = point(page, second, mara);
  const from = await middleOf(mark.locator('.curve-grip'));
  const undos = await page.evaluate(() => JSON.stringify(window.desirepath.editor?.doc.map));
  await hold(page, from, { x: from.x + 40, y: from.y - 300 });
  await expect(mark).toHaveAttribute('data-value', '2');
  expect(await page.evaluate(() => JSON.stringify(window.desirepath.editor?.doc.map))).toBe(undos);
  await page.keyboard.press('Escape');
  await expect(mark).toHaveAttribute('data-value', '-1');
  await page.mouse.up();
  expect(await page.evaluate(() => JSON.stringify(window.desirepath.editor?.doc.map))).toBe(undos);

  // A third of the way up from one level to the next is nearest to the half between.
  const guide = await page
    .locator('.curve-guide')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().y));
  const level = ((guide[0] ?? 0) - (guide[4] ?? 0)) / 4;
  await hold(page, from, { x: from.x, y: from.y - Math.abs(level) * 0.4 });
  await page.mouse.up();
  expect(await feeling(page, second, mara)).toBe(-0.5);
  // The keys go on where the pointer left off.
  await expect.poll(() => focused(page)).toContain('Calls the shop');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await feeling(page, second, mara)).toBe(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await feeling(page, second, mara)).toBe(-1);
});

test('W3 the cursor goes over the feelings of each step, and keys change them', async ({ page }) => {
  const { first, mara, tom } = await felt(page);
  await enterLane(page);
  await expect.poll(() => focused(page)).toContain('Sees an advert');
  expect(await focused(page)).toContain('Mara: Good (+1), Tom: not set');
  await page.keyboard.press('+');
  await expectSaid(page, 'Mara at “Sees an advert”: Very good (+1.5).');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect(await feeling(page, first, mara)).toBe(0.5);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await feeling(page, first, mara)).toBe(1);
  // Presses in quick succession are one gesture.
  await page.keyboard.press('Control+z');
  expect(await feeling(page, first, mara)).toBe(1);
  await page.keyboard.press('Enter');
  await expectSaid(page, 'Now for Tom: not set.');
  await page.keyboard.press('+');
  expect(await feeling(page, first, tom)).toBe(0);
  await page.keyboard.press('Alt+ArrowDown');
  expect(await feeling(page, first, tom)).toBe(-0.5);
  await expect.poll(() => focused(page)).toContain('Tom: ');
  await page.keyboard.press('Delete');
  expect(await feeling(page, first, tom)).toBeNull();
  await expectSaid(page, 'Tom at “Sees an advert”: not set.');
  // Letters do not begin a text here, and nothing is deleted.
  await page.keyboard.type('abc');
  await expect(page.locator('.in-place')).toHaveCount(0);
  const map = await tables(page);
  expect(Object.keys(map.touchpoints)).toHaveLength(2);
  expect(Object.keys(map.cards)).toHaveLength(0);
  // Two touchpoints of one step are places one below the other.
  await put(page, 'Asks a friend', 0, 0);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toContain('Asks a friend');
  expect(await canUndo(page)).toBe(true);
});

test('W4 a feeling renders its own card and lays nothing out; taken away it is a gap in the curve', async ({
  page,
}) => {
  const { first, second, mara } = await felt(page);
  const third = await put(page, 'Visits the shop', 2, 0);
  await run(page, 'setSentiment', { touchpointId: third, personaId: mara, value: 0 });
  const lines = page.locator(`.curve[data-persona="${mara}"] .curve-line`);
  await expect(lines).toHaveCount(1);
  await page.evaluate(() => {
    window.desirepathRenders = {};
  });
  await run(page, 'setSentiment', { touchpointId: second, personaId: mara, value: null });
  await expect(lines).toHaveCount(2);
  await expect(point(page, second, mara)).toHaveCount(0);
  await expect(point(page, first, mara)).toHaveCount(1);
  expect(await page.evaluate(() => window.desirepathRenders)).toEqual({ [second]: 1 });
});

test('W5 pointing at a curve says where it falls most; a table holds all values', async ({ page }) => {
  const { first, mara } = await felt(page);
  const { x, y } = await middleOf(point(page, first, mara).locator('.curve-grip'));
  await page.mouse.move(x, y);
  await expect(page.locator('.curve-note')).toHaveText(
    'Mara falls most here, by 2: from “Sees an advert” to “Calls the shop”.',
  );
  await page.mouse.move(x, y + 300);
  await expect(page.locator('.curve-note')).toHaveCount(0);
  const table = page.getByRole('table', { name: 'How it feels, by step and touchpoint' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row').nth(1)).toContainText(/Sees an advert.*Mara.*Good \(\+1\)/);
});
