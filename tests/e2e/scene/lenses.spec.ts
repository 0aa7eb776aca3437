import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { boxOf, openBlankMap, put, rectOf, run, viewport } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const settled = (page: Page) => expect(page.locator('.map')).not.toHaveAttribute('data-gliding', '');

test('W8 the card under the cursor stays in place when the lens is switched; the others glide', async ({ page }) => {
  await openSample(page);
  const card = page.locator('.touchpoint', { hasText: 'Calls to ask' });
  // High in the window, so that under every lens there is enough of the map above it.
  const area = await rectOf(page.locator('.map'));
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  await page.mouse.wheel(0, 2 * ((await rectOf(card)).y - area.y - 130));
  await expect.poll(async () => (await rectOf(card)).y - area.y).toBeLessThan(180);
  await card.click();
  await page.keyboard.press('Escape');
  await card.click();
  const id = (await card.getAttribute('data-record')) ?? '';
  const before = await rectOf(boxOf(page, id));
  for (const key of ['2', '3', '1']) {
    // Gliding lasts for less than a fifth of a second: who asks afterwards may come too late.
    const glided = await page.locator('.map').evaluateHandle((map) => {
      const seconds = (selector: string) => {
        const style = getComputedStyle(map.querySelector(selector) as Element);
        return Math.max(...style.transitionDuration.split(',').map(Number.parseFloat));
      };
      const seen: { card: number; viewport: number }[] = [];
      new MutationObserver((_, observer) => {
        if (!map.hasAttribute('data-gliding')) return;
        observer.disconnect();
        seen.push({ card: seconds('.react-flow__node'), viewport: seconds('.react-flow__viewport') });
      }).observe(map, { attributes: true });
      return seen;
    });
    await page.keyboard.press(key);
    await expect.poll(() => glided.evaluate((seen) => seen.length)).toBe(1);
    const [gliding = { card: 0, viewport: 0 }] = await glided.jsonValue();
    expect(gliding.card).toBeGreaterThan(0);
    expect(gliding.card).toBeLessThan(0.25);
    expect(gliding.viewport).toBe(gliding.card);
    await settled(page);
    // The last frame of the glide may come after the sign that it is over.
    await expect.poll(async () => Math.abs((await rectOf(boxOf(page, id))).x - before.x)).toBeLessThan(0.5);
    const after = await rectOf(boxOf(page, id));
    expect(after.y).toBeCloseTo(before.y, 0);
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
    const cursor = await rectOf(page.locator('[data-cursor]'));
    expect(cursor.y).toBeCloseTo(after.y, 0);
  }
  // Nothing glides when that is not wanted, and the card stays all the same.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('2');
  const still = await rectOf(boxOf(page, id));
  expect(still.y).toBeCloseTo(before.y, 0);
});

test('W8 without a card under the cursor the column in the middle stays, and the way back leads back', async ({
  page,
}) => {
  await openSample(page);
  const before = await viewport(page);
  const rows = page.locator('.head-row[data-head="row"]').first();
  const name = (await rows.innerText()).split('\n')[0] ?? '';
  await page.getByRole('radio', { name: /Device/ }).click();
  await expect(rows).not.toContainText(name);
  await settled(page);
  await page.getByRole('radio', { name: /Channel/ }).click();
  await expect(rows).toContainText(name);
  // Where it begins to glide only now, it is on its way for a moment.
  const at = async () => Object.values(await viewport(page)).map((value) => Math.round(value * 10) / 10);
  await expect.poll(at).toEqual(Object.values(before).map((value) => Math.round(value * 10) / 10));
});

test('W9 pointing at a link or card, or reaching it by keys, shows one way, sets back what is not on it and renders nothing', async ({
  page,
}) => {
  await openBlankMap(page);
  const a = await put(page, 'First', 0, 0);
  const b = await put(page, 'Second', 1, 1);
  const c = await put(page, 'Third', 2, 0);
  const other = await put(page, 'Beside', 1, 2);
  await run(page, 'addLink', { from: a, to: b });
  await run(page, 'addLink', { from: b, to: c });
  await run(page, 'addLink', { from: other, to: c });
  const detour = await put(page, 'Detour', 2, 2);
  await run(page, 'addLink', { from: b, to: detour });
  const ink = (id: string) => boxOf(page, id).evaluate((card) => getComputedStyle(card).color);
  const faint = (link: string) =>
    page.locator(`.link[data-link="${link}"]`).evaluate((line) => Number(getComputedStyle(line).opacity) < 1);
  const usual = await ink(a);
  await page.evaluate(() => {
    window.desirepathRenders = {};
  });
  await boxOf(page, a).hover();
  await expect.poll(() => ink(other)).not.toBe(usual);
  for (const id of [a, b, c]) expect(await ink(id)).toBe(usual);
  expect(await faint(`ln_${other}-${c}`)).toBe(true);
  expect(await faint(`ln_${a}-${b}`)).toBe(false);
  // The other way from there is between.
  expect(await ink(detour)).not.toBe(usual);
  expect(await ink(detour)).not.toBe(await ink(other));
  expect(await faint(`ln_${b}-${detour}`)).toBe(true);
  await expect(page.locator('.map')).toHaveAttribute('data-ways', 'One of 2 ways through here');
  await page.mouse.move(5, 5);
  await expect.poll(() => ink(other)).toBe(usual);
  await expect(page.locator('.map')).not.toHaveAttribute('data-ways');

  await page.locator(`.link[data-link="ln_${other}-${c}"] .link-hit`).dispatchEvent('pointerover');
  await expect.poll(() => ink(a)).not.toBe(usual);
  expect(await ink(c)).toBe(usual);
  await page.mouse.move(700, 5);
  await page.locator('.heads-top').dispatchEvent('pointerover');
  await expect.poll(() => ink(a)).toBe(usual);
  expect(await page.evaluate(() => window.desirepathRenders)).toEqual({});

  await page.keyboard.press('Control+g');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => ink(other)).not.toBe(usual);
  expect(await ink(a)).toBe(usual);
  await expect(page.getByRole('status').filter({ hasText: 'One of 2 ways through here' })).toBeAttached();
});

test('W10 a row’s head tells count, gaps and mean feeling; gaps differ by size and number', async ({ page }) => {
  await openBlankMap(page);
  const [a, b, c] = [await put(page, 'First', 0, 0), await put(page, 'Second', 1, 1), await put(page, 'Third', 2, 2)];
  await run(page, 'addLink', { from: a, to: b });
  await run(page, 'addLink', { from: b, to: c });
  await run(page, 'judgeHandoff', { from: a, to: b, state: 'gap', severity: 1 });
  await run(page, 'judgeHandoff', { from: b, to: c, state: 'gap', severity: 5 });
  await run(page, 'setSentiment', { touchpointId: b, personaId: 'everyone', value: -2 });
  const details = page.locator('.head-row[data-head="row"] .head-detail');
  await expect(details.nth(1)).toHaveText('2 gaps · 1 cardMean feeling: Very bad (-2)');
  await expect(details.nth(0)).toHaveText('1 gap · 1 card');
  await run(page, 'updateVerdict', { from: a, to: b, fields: { status: 'closed' } });
  await expect(details.nth(0)).toHaveText('1 card');
  await expect(details.nth(2)).toHaveText('1 gap · 1 card');
  const sizes = await page
    .locator('.mark[data-state="gap"] path, .mark[data-state="settled"] path')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().height));
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeGreaterThan(1.25);
  await expect(page.locator('.mark text')).toHaveText(['1', '5']);
  // The closed one keeps its shape and is hollow.
  await expect(page.locator('.mark[data-state="settled"]')).toHaveText('1');
  // A row that has room for one line says its gaps beside its name, and neither is cut.
  await page.setViewportSize({ width: 900, height: 420 });
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  const gaps = page.locator('.head-row[data-head="row"] .head-gaps').first();
  await expect(gaps).toHaveText('1 gap');
  const cut = () =>
    gaps.evaluate((element) => {
      const [own, row] = [element.getBoundingClientRect(), element.closest('.head-row')?.getBoundingClientRect()];
      return row === undefined || row.height > 36 || own.right > row.right || own.bottom > row.bottom + 1;
    });
  await expect.poll(cut).toBe(false);
});
