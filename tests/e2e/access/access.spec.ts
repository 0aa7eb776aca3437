import { expect, type Page } from '@playwright/test';
import { count, openGallery, openSample, titles } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { test } from '../../support/quietPage.ts';

const panels = [
  'Touchpoint catalogue',
  'Personas',
  'Lanes',
  'Rows: channels, devices, departments',
  'KPIs and measurements',
  'Evidence',
  'Details',
];
async function rail(page: Page, name: string): Promise<void> {
  const button = page.locator('.rail').getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'More panels' }).click();
  await button.click();
}
const closePanel = (page: Page) => page.locator('.side-close').click();

test.describe('in light and dark', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('V25 axe finds nothing serious in the gallery, its menus and messages', async ({ page }) => {
    await openGallery(page);
    const found = await faultsInBothThemes(page, 'gallery');
    await page.getByRole('button', { name: 'New map' }).click();
    await page.getByRole('menuitem', { name: 'Blank map' }).waitFor();
    found.push(...(await faultsInBothThemes(page, 'menu', '[role=menu]')));
    await page.keyboard.press('Escape');
    await page.getByLabel('Import a file').setInputFiles({ name: 'bad.json', mimeType: '', buffer: Buffer.from('{') });
    await page.getByRole('alert').waitFor();
    found.push(...(await faultsInBothThemes(page, 'message', '.mantine-Notifications-root')));
    expect(found).toEqual([]);
  });

  test('V26 axe finds nothing serious in the editor and its panels', async ({ page }) => {
    await openSample(page);
    const found = await faultsInBothThemes(page, 'editor');
    await page.locator('.touchpoint').first().click();
    await page.locator('.side-panel .link-list').waitFor();
    found.push(...(await faultsInBothThemes(page, 'touchpoint', '.side-panel')));
    await page.keyboard.press('Escape');
    await closePanel(page);
    for (const name of panels) {
      await rail(page, name);
      await page.locator('.side-panel .panel').waitFor();
      found.push(...(await faultsInBothThemes(page, name, '.side-panel')));
    }
    expect(found).toEqual([]);
  });

  test('V27 axe finds nothing serious in palette, find, keys, picture dialog and context menu', async ({ page }) => {
    await openSample(page);
    const found: string[] = [];
    for (const [key, name] of [
      ['Control+k', 'palette'],
      ['Control+f', 'find'],
      ['Shift+?', 'keys'],
      ['Control+e', 'picture'],
    ] as const) {
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      // The chosen line and its key have a ground of their own.
      if (name === 'palette') await page.keyboard.press('ArrowDown');
      if (name === 'find') {
        await dialog.getByRole('combobox').fill('basket');
        await expect(dialog.getByRole('option').first()).toBeVisible();
      }
      if (name === 'picture') await expect(dialog.getByRole('status')).toBeVisible();
      found.push(...(await faultsInBothThemes(page, name, '[role=dialog]')));
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.locator('.touchpoint').first().click({ button: 'right' });
    await page.getByRole('menuitem').first().waitFor();
    found.push(...(await faultsInBothThemes(page, 'context menu', '[role=menu]')));
    expect(found).toEqual([]);
  });
});

test.describe('keys', () => {
  test('V28 single letters and digits do nothing outside the map', async ({ page }) => {
    await openSample(page);
    await page.locator('.touchpoint').first().click();
    const side = page.locator('.side-panel');
    const lens = () => page.locator('.lens-switch [aria-checked="true"]').innerText();
    const before = [await lens(), await titles(page), await count(page, 'links')];
    const places = [
      page.getByRole('button', { name: 'Export', exact: true }),
      page.locator('.rail-button').first(),
      page.locator('.save-light'),
      side.getByRole('button', { name: 'Add channel' }),
      side.locator('.sentiment-value').first(),
    ];
    for (const place of places) {
      await place.focus();
      for (const key of ['1', '2', '3', 'l', 'L', 'Delete', 'Backspace', 'x']) await page.keyboard.press(key);
    }
    expect([await lens(), await titles(page), await count(page, 'links')]).toEqual(before);
    // In a field they are text.
    const owner = side.getByRole('textbox', { name: 'Owner' });
    await owner.fill('');
    await owner.pressSequentially('l123?');
    await expect(owner).toHaveValue('l123?');
    expect([await lens(), await titles(page)]).toEqual(before.slice(0, 2));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // In the map they work.
    // Keys with Ctrl work from a field as well.
    await page.keyboard.press('Control+g');
    await page.keyboard.press('2');
    await expect.poll(lens).toMatch(/^Device/);
  });
});

test.describe('small windows', () => {
  for (const [name, size] of [
    ['320 pixels wide', { width: 320, height: 640 }],
    ['1280 × 720 at 200 %', { width: 640, height: 360 }],
    ['1280 × 1024 at 400 %', { width: 320, height: 256 }],
  ] as const) {
    test(`V29 ${name}: nothing scrolls sideways and panels can be used`, async ({ page }) => {
      await openSample(page);
      await page.setViewportSize(size);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow()).toBe(0);
      const outside = (selector: string) =>
        page.locator(selector).evaluateAll((all) =>
          all
            .filter((element) => element.getClientRects().length > 0)
            .map((element) => ({ rect: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 120) }))
            .filter(({ rect }) => rect.left < -1 || rect.right > window.innerWidth + 1)
            .map(({ html }) => html),
        );
      expect(await outside('.top-bar button, .rail button')).toEqual([]);
      const more = page.getByRole('button', { name: 'More panels' });
      if (await more.isVisible()) {
        await more.click();
        expect(await outside('.rail button')).toEqual([]);
        await more.click();
      }
      for (const panel of panels.slice(0, 5)) {
        await rail(page, panel);
        await page.locator('.side-panel .panel').waitFor();
        const sideways = await page.locator('.side-panel').evaluate((side) => side.scrollWidth - side.clientWidth);
        expect(sideways, panel).toBeLessThanOrEqual(0);
        expect(await outside('.side-panel :is(button, input)'), panel).toEqual([]);
        expect((await page.locator('.side-panel').boundingBox())?.height, panel).toBeGreaterThan(80);
        await closePanel(page);
      }
      await rail(page, 'Details');
      await page.locator('.side-panel').getByRole('textbox', { name: 'Name' }).fill('Small');
      await expect(page).toHaveTitle('Small · Desirepath');
      expect(await overflow()).toBe(0);
      // The name of the map does not run into what is beside it.
      const [title, saved] = await Promise.all([
        page.locator('.top-name').boundingBox(),
        page.locator('.save-light').boundingBox(),
      ]);
      const beside = (title?.x ?? 0) + (title?.width ?? 0) <= (saved?.x ?? 0) + 1;
      const above = (title?.y ?? 0) + (title?.height ?? 0) <= (saved?.y ?? 0) + 1;
      expect(beside || above).toBe(true);
      await page.getByRole('link', { name: 'All maps' }).click();
      await expect(page.locator('.tile')).toBeVisible();
      expect(await overflow()).toBe(0);
      expect(await outside('.gallery-bar :is(button, input:not([hidden]), h1)')).toEqual([]);
    });
  }
});

test.describe('motion', () => {
  test('V30 cards do not glide when reduced motion is asked for', async ({ page }) => {
    const duration = () =>
      page
        .locator('.react-flow__node')
        .first()
        .evaluate((node) => Math.max(...getComputedStyle(node).transitionDuration.split(',').map(Number.parseFloat)));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openSample(page);
    await page.getByRole('radio', { name: 'Device' }).click();
    expect(await duration()).toBe(0);
    expect(
      await page.evaluate(
        () => document.getAnimations().filter((animation) => animation instanceof CSSTransition).length,
      ),
    ).toBe(0);
  });
});
