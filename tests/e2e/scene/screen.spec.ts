import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { boxOf, middleOf, openBlankMap, put, rectOf, run, stepIds, tables } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

/** How far the words of the scale stand from their lines at most, in screen pixels. */
function scaleOff(page: Page): Promise<number> {
  return page.evaluate(() => {
    const middle = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    const lines = [...document.querySelectorAll('.curve-guide')].map(middle).sort((a, b) => a - b);
    const words = [...document.querySelectorAll('.curve-word')].map(middle).sort((a, b) => a - b);
    if (lines.length === 0 || words.length !== lines.length) return Number.POSITIVE_INFINITY;
    return Math.max(...words.map((word, index) => Math.abs(word - (lines[index] ?? 0))));
  });
}

test('CV1 CV2 at middle zoom the texts of lanes are there and the scale stands beside its lines', async ({ page }) => {
  await openSample(page);
  expect(await scaleOff(page)).toBeLessThan(1.5);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(page.locator('.map')).toHaveAttribute('data-level', 'title');
  expect(await scaleOff(page)).toBeLessThan(1.5);
  const text = page.locator('.lane-card .line').first();
  await expect(text).toBeVisible();
  const { height } = await rectOf(text);
  expect(height).toBeGreaterThan(13);
  // Nothing of the head stands over the words.
  const word = await middleOf(page.locator('.curve-word').first());
  const onTop = await page.evaluate(({ x, y }) => {
    const words = document.querySelector<HTMLElement>('.curve-word');
    words?.style.setProperty('pointer-events', 'auto');
    return words?.contains(document.elementFromPoint(x, y)) === true;
  }, word);
  expect(onTop).toBe(true);
});

test('CV9 while a link is drawn by keys the source is marked and a line says what to do; typing edits nothing', async ({
  page,
}) => {
  await openBlankMap(page);
  const first = await put(page, 'Sees an advert', 0, 0);
  const second = await put(page, 'Calls the shop', 1, 0);
  await boxOf(page, first).click();
  await page.keyboard.press('Control+l');
  const line = page.locator('.link-mode');
  await expect(line).toContainText('Link from “Sees an advert”');
  await expect(boxOf(page, first)).toHaveAttribute('data-linking', 'true');
  await page.keyboard.type('abc');
  await expect(page.locator('.in-place')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  expect((await tables(page)).touchpoints[first]?.title).toBe('Sees an advert');

  await boxOf(page, first).click();
  await page.keyboard.press('Control+l');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(line).toHaveCount(0);
  const [link] = Object.values((await tables(page)).links);
  expect([link?.from, link?.to]).toEqual([first, second]);
});

test('CV12 what is said beside curves goes with the pointer and the focus, and stays in the window', async ({
  page,
}) => {
  await openBlankMap(page);
  const first = await put(page, 'Sees an advert', 0, 0);
  const second = await put(page, 'Calls the shop', 1, 0);
  const mara = await run(page, 'addPersona', { name: 'Mara' });
  await run(page, 'setSentiment', { touchpointId: first, personaId: mara, value: 2 });
  await run(page, 'setSentiment', { touchpointId: second, personaId: mara, value: 0 });
  const grip = page.locator(`.curve[data-persona="${mara}"] .curve-point[data-touchpoint="${second}"] .curve-grip`);
  const { x, y } = await middleOf(grip);
  const note = page.locator('.curve-note');
  await page.mouse.move(x, y);
  await expect(note).toHaveCount(1);
  await page.mouse.down();
  await page.mouse.move(x, y + 26);
  await page.mouse.move(x + 160, y + 200);
  await page.mouse.up();
  await expect(page.locator('.curve-fall')).toHaveCount(0);
  // By keys it says whose feeling it is, while the focus is there.
  await expect(page.locator('.curve-note[data-cell]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(note).toHaveCount(0);
});

test('CV13 a full cell offers its "+" beside its cards, and on a phone the legend of overlays is folded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  await page.keyboard.press('Control+g');
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'Unfold the legend' }).click();
  await page.getByRole('button', { name: 'Fold the legend', exact: true }).click();
  const legend = await rectOf(page.locator('.overlay-key'));
  expect(legend.height).toBeLessThan(110);

  await page.setViewportSize({ width: 1440, height: 900 });
  await openBlankMap(page);
  await put(page, 'Sees an advert', 0, 0);
  const [stepId = ''] = await stepIds(page);
  const laneId = Object.values((await tables(page)).lanes).find(({ role }) => role === 'thoughts')?.id ?? '';
  const id = await run(page, 'addCard', { stepId, laneId, text: 'So many bags, will the ice cream melt?' });
  const text = await rectOf(boxOf(page, id));
  await page.mouse.move(text.x + text.width + 8, text.y + text.height / 2);
  const plus = page.locator('.hover-add');
  await expect(plus).toHaveAttribute('data-full', 'true');
  expect((await rectOf(plus)).x).toBeGreaterThanOrEqual(text.x + text.width);
  expect((await rectOf(plus.locator('span'))).width).toBeLessThanOrEqual((await rectOf(plus)).width);
});
