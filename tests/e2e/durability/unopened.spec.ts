import { type Disposable, expect, type Page } from '@playwright/test';
import { test, uncaughtIn } from '../../support/persistentBrowser.ts';
import { hastenTimers, mapOpen, openNewMap } from '../../support/scriptedMap.ts';

/** From the next load on the app's database cannot be opened while `fails` was called last, and not `works`. */
function makeBreakable(page: Page): Promise<Disposable> {
  return page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (localStorage.getItem('test:broken') !== null)
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      return version === undefined ? open.call(this, name) : open.call(this, name, version);
    };
  });
}

const fails = (page: Page) => page.evaluate(() => localStorage.setItem('test:broken', 'yes'));
const works = (page: Page) => page.evaluate(() => localStorage.removeItem('test:broken'));

test('D12 D15 maps that cannot be opened are said to be there; trying again or a late answer brings them; other windows that hold them are to be closed', async ({
  page,
  app,
  bare,
}) => {
  const uncaught = uncaughtIn(page);
  await test.step('a window that holds an older database is to be closed; then the program goes on by itself', async () => {
    const other = await page.context().newPage();
    await other.goto(bare);
    await other.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('desirepath', 1);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            // Kept, and deaf to what others want of it.
            Object.assign(window, { held: request.result });
            resolve();
          };
        }),
    );
    await page.goto(app);
    const blocked = page.getByRole('alert');
    await expect(blocked.getByRole('heading', { name: 'Close the other windows' })).toBeVisible();
    await expect(blocked).toContainText('It goes on by itself.');
    await other.close();
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(blocked).toHaveCount(0);
  });

  const hastened = await hastenTimers(page);
  await openNewMap(page, app, 5);
  const breakable = await makeBreakable(page);
  const screen = page.getByRole('alert');
  const unopened = screen.getByRole('heading', { name: 'Your maps could not be opened' });
  const again = screen.getByRole('button', { name: 'Try again' });

  await test.step('trying again is in vain while the database is broken', async () => {
    await fails(page);
    await page.goto(bare);
    await page.goto(app);
    await expect(unopened).toBeVisible();
    await expect(screen).toContainText('Internal error opening backing store');
    await expect(page.getByRole('article'), 'no gallery that looks empty').toHaveCount(0);
    await again.click();
    await expect(again).toBeEnabled();
    await expect(screen).toBeVisible();
  });

  await test.step('work in memory meanwhile is never called saved and leaves the maps alone', async () => {
    await page.getByRole('button', { name: 'Work in memory meanwhile' }).click();
    await expect(screen).toContainText('could not be opened');
    await expect(screen).toContainText('gone when the window closes');
    await expect(page.getByRole('article'), 'neither sample nor maps').toHaveCount(0);
    await page.getByRole('button', { name: 'New map' }).click();
    await page.getByRole('menuitem', { name: 'Blank map' }).click();
    await mapOpen(page);
    await expect(page.locator('.save-light')).toHaveText('In memory only');
    await page.evaluate(() => window.desirepath.editor?.run('addStage', { name: 'More' }));
    await page.evaluate(() => window.desirepath.editor?.whenSaved());
    await expect(page.locator('.save-light')).toHaveText('In memory only');
  });

  await test.step('trying again brings the maps as they were', async () => {
    await page.goto(bare);
    await page.goto(app);
    await expect(unopened).toBeVisible();
    await works(page);
    await again.click();
    await expect(page.getByRole('link', { name: 'Open Trial' })).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(screen).toHaveCount(0);
  });

  await breakable.dispose();
  await hastened.dispose();
  // The product gives the database six seconds.
  const silence = await hastenTimers(page, 6000);
  const held = await page.addInitScript(() => {
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
  await test.step('a database that does not answer is spoken of, and its late answer brings the maps', async () => {
    await page.goto(bare);
    await page.goto(app);
    await expect(screen.getByRole('heading', { name: 'The browser has not answered yet' })).toBeVisible();
    await expect(screen.getByRole('button', { name: 'Work in memory meanwhile' })).toBeVisible();
    await page.evaluate(() => (window as Window & { answer?: () => void }).answer?.());
    await expect(page.getByRole('link', { name: 'Open Trial' })).toBeVisible();
    await expect(screen).toHaveCount(0);
  });
  expect(uncaught).toEqual([]);
  await held.dispose();
  await silence.dispose();
});
