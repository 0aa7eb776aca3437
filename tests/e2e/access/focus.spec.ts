import { expect, type Page } from '@playwright/test';
import { card, openSample } from '../../support/app.ts';
import { enterGrid, focused, openBlankMap, put, run } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const cell = (page: Page) => page.getByRole('gridcell');

test('V32 the first stop leads past the bars to the map, and lens and panels are one stop each', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the map' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(cell(page)).toBeFocused();

  await page.locator('.skip-link').focus();
  const stops: string[] = [];
  for (let turn = 0; turn < 40; turn++) {
    await page.keyboard.press('Tab');
    if (await cell(page).evaluate((element) => element === document.activeElement)) break;
    stops.push(
      await page.evaluate(() => document.activeElement?.closest('.lens-switch, .rail, .filter-bar')?.className ?? ''),
    );
  }
  expect(stops.filter((stop) => stop === 'lens-switch')).toHaveLength(1);
  expect(stops.filter((stop) => stop === 'rail')).toHaveLength(1);
  expect(stops.filter((stop) => stop === '').length).toBeLessThanOrEqual(11);

  const lens = page.getByRole('radiogroup', { name: 'Rows by' });
  await lens.getByRole('radio', { name: /^Channel/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(lens.getByRole('radio', { name: /^Device/ })).toBeFocused();
  await expect(lens.getByRole('radio', { name: /^Device/ })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(lens.getByRole('radio', { name: /^Department/ })).toBeChecked();
  await page.getByRole('toolbar').getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).not.toBe('');
  await expect(page.getByRole('toolbar').getByRole('button').nth(1)).toBeFocused();
});

test('V33 however small the window, a map opens with a card in view', async ({ page }) => {
  for (const size of [
    { width: 320, height: 256 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('about:blank');
    await openSample(page);
    const seen = await page.locator('.touchpoint').evaluateAll((all) => {
      const head = document.querySelector('.heads-corner')?.getBoundingClientRect();
      const bars = [...document.querySelectorAll('.rail, .top-bar')].map((bar) => bar.getBoundingClientRect());
      return all.filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const inside = left >= (head?.right ?? 0) && top >= (head?.bottom ?? 0) && bottom <= window.innerHeight;
        return (
          inside &&
          left + 60 < window.innerWidth &&
          !bars.some((bar) => bar.top < bottom && bar.bottom > top && bar.left < right && bar.right > left)
        );
      }).length;
    });
    expect(seen, `${size.width} × ${size.height}`).toBeGreaterThan(0);
  }
});

test('U34 U35 the focus returns where it was, stays with what was opened, and the palette offers what is possible', async ({
  page,
}) => {
  await test.step('U34 the focus returns to where it was when a dialog, a menu or the palette closes', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    const opened = page.locator('[role="dialog"], [role="menu"]');
    const close = async (what: string) => {
      // It takes the focus a moment after it is seen, and only then the keys.
      await expect(page.locator(':is([role="dialog"], [role="menu"]):focus-within'), what).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(opened, what).toHaveCount(0);
    };
    for (const key of ['Control+k', 'Control+f', 'Control+e', 'Shift+?', 'Shift+F10']) {
      await enterGrid(page);
      await page.keyboard.press(key);
      await close(key);
      await expect(cell(page), key).toBeFocused();
    }
    for (const name of ['Find text', 'Keys', 'Find a command', 'Export']) {
      const button = page.getByRole('button', { name, exact: true }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await close(name);
      await expect(button, name).toBeFocused();
    }
    // A name that was taken over keeps the focus; what is shown has it, whatever was opened before.
    const name = page.locator('.top-name button');
    for (const key of ['Enter', 'Escape']) {
      await name.press('Enter');
      await page.keyboard.type('Renewal');
      await page.keyboard.press(key);
      await expect(name, key).toBeFocused();
    }
    await page.getByRole('button', { name: 'Keys', exact: true }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Show the gaps' }).press('Enter');
    await expect(page.locator('.side-panel')).toBeFocused();
    await page.locator('.side-panel').getByRole('button', { name: 'Close', exact: true }).press('Enter');
    await expect(cell(page)).toBeFocused();
    // A list that is higher than its panel has the focus below the panel's title and tabs.
    const ids: string[] = [];
    for (const at of [0, 1, 0, 1, 0]) ids.push(await put(page, `Touchpoint ${ids.length}`, ids.length, at));
    for (const [at, to] of ids.slice(1).entries()) {
      const from = ids[at] as string;
      await run(page, 'addLink', { from, to });
      await run(page, 'judgeHandoff', { from, to, state: 'gap', severity: 4 });
    }
    await page.setViewportSize({ width: 1440, height: 420 });
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Show the gaps' }).press('Enter');
    await expect(page.locator('.gap-list')).toBeFocused();
    expect(await page.locator('.side-panel').evaluate((panel) => panel.scrollTop)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('U34 what an action of the palette or a menu opens keeps the focus', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    await enterGrid(page);
    await page.keyboard.press('Control+k');
    await expect(page.locator('[role="dialog"]:focus-within')).toBeVisible();
    await page.keyboard.type('Edit text');
    await page.keyboard.press('Enter');
    await expect(page.locator('.in-place')).toBeFocused();
    await page.waitForTimeout(400);
    await expect(page.locator('.in-place')).toBeFocused();
    await page.keyboard.press('Escape');
    await card(page, 'Sees an advert').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit text' }).click();
    await page.waitForTimeout(400);
    await expect(page.locator('.in-place')).toBeFocused();
  });

  await test.step('U35 the palette offers what is possible at that moment, and nothing else', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    await page.keyboard.press('Escape');
    const offered = async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      const names = await page.locator('.mantine-Spotlight-actionLabel').allTextContents();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      return names;
    };
    await enterGrid(page);
    await page.keyboard.press('ArrowRight');
    const empty = await offered();
    expect(empty).not.toContain('Duplicate');
    expect(empty).not.toContain('Hide lane');
    expect(empty).toContain('Undo');
    await enterGrid(page);
    await page.keyboard.press('ArrowLeft');
    const onCard = await offered();
    expect(onCard).toContain('Duplicate');
    expect(onCard).toContain('Edit text');
    expect(onCard).not.toContain('Move step left');
  });
});
