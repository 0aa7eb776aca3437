import { expect, type Page } from '@playwright/test';
import { test, uncaughtIn } from '../../support/persistentBrowser.ts';
import { mapOpen, openApp, openNewMap } from '../../support/scriptedMap.ts';

/** From the next load on the app's database cannot be opened, until `works` is called. */
async function breakDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (localStorage.getItem('test:broken') !== null)
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      return version === undefined ? open.call(this, name) : open.call(this, name, version);
    };
  });
  await page.evaluate(() => localStorage.setItem('test:broken', 'yes'));
}

const works = (page: Page) => page.evaluate(() => localStorage.removeItem('test:broken'));

test('D12 maps that cannot be opened are said to be there; trying again brings them', async ({ home, app }) => {
  const page = await home.newPage();
  const uncaught = uncaughtIn(page);
  await openNewMap(page, app, 5);
  await breakDatabase(page);
  await page.goto('about:blank');
  await page.goto(app);
  const screen = page.getByRole('alert');
  await expect(screen.getByRole('heading', { name: 'Your maps could not be opened' })).toBeVisible();
  await expect(screen).toContainText('Internal error opening backing store');
  await expect(page.getByRole('article'), 'no gallery that looks empty').toHaveCount(0);
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(screen).toBeVisible();
  await works(page);
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Open Trial' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(uncaught).toEqual([]);
});

test('D12 work in memory meanwhile is never called saved and leaves the maps alone', async ({ home, app }) => {
  const page = await home.newPage();
  await openNewMap(page, app, 5);
  await breakDatabase(page);
  await page.goto('about:blank');
  await page.goto(app);
  await page.getByRole('button', { name: 'Work in memory meanwhile' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be opened');
  await expect(page.getByRole('alert')).toContainText('gone when the window closes');
  await expect(page.getByRole('article'), 'neither sample nor maps').toHaveCount(0);
  await page.getByRole('button', { name: 'New map' }).click();
  await page.getByRole('menuitem', { name: 'Blank map' }).click();
  await mapOpen(page);
  await expect(page.locator('.save-light')).toHaveText('In memory only');
  await page.evaluate(() => window.desirepath.editor?.run('addStage', { name: 'More' }));
  await page.evaluate(() => window.desirepath.editor?.whenSaved());
  await expect(page.locator('.save-light')).toHaveText('In memory only');
  await works(page);
  await page.goto('about:blank');
  await openApp(page, app);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('link', { name: 'Open Trial' })).toBeVisible();
});

test('D12 a database that does not answer is spoken of, and its late answer brings the maps', async ({ home, app }) => {
  const page = await home.newPage();
  await openNewMap(page, app, 5);
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...args: [string, number?]) {
      const request = open.apply(this, args);
      request.addEventListener('success', (event) => {
        if ((event as Event & { again?: boolean }).again) return;
        event.stopImmediatePropagation();
        const late = Object.assign(new Event('success'), { again: true });
        Object.assign(window, { answer: () => request.dispatchEvent(late) });
      });
      return request;
    };
  });
  await page.goto('about:blank');
  await page.goto(app);
  const screen = page.getByRole('alert');
  await expect(screen.getByRole('heading', { name: 'The browser has not answered yet' })).toBeVisible();
  await expect(screen.getByRole('button', { name: 'Work in memory meanwhile' })).toBeVisible();
  await page.evaluate(() => (window as Window & { answer?: () => void }).answer?.());
  await expect(page.getByRole('link', { name: 'Open Trial' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
