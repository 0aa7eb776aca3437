import { expect, type Page } from '@playwright/test';
import { devtools, test, uncaughtIn } from '../../support/persistentBrowser.ts';
import { digestInMemory, openApp, openMapAt, openNewMap } from '../../support/scriptedMap.ts';

/** Resolves when a safety copy on disk holds this text. */
async function copyHolds(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async (text) => {
          const root = await navigator.storage.getDirectory();
          const directory = await root.getDirectoryHandle('safety-copies').catch(() => undefined);
          if (directory === undefined) return false;
          const names = (directory as unknown as { keys(): AsyncIterable<string> }).keys();
          for await (const name of names) {
            const file = await (await directory.getFileHandle(name)).getFile();
            if (name.startsWith('copy_') && (await file.text()).includes(text)) return true;
          }
          return false;
        }, text),
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** The database is gone, as after damage to its files; the second store is not. */
async function loseDatabase(page: Page, app: string, bare: string): Promise<void> {
  await page.goto(bare);
  const session = await devtools(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(app).origin, storageTypes: 'indexeddb' });
  await session.detach();
}

test('D13 maps whose database is gone come back from the safety copy; without a second store nothing is said of one', async ({
  page,
  app,
  bare,
}) => {
  const uncaught = uncaughtIn(page);
  const mapId = await openNewMap(page, app, 30);
  await page.evaluate(() => {
    const { editor } = window.desirepath;
    const id = Object.keys(editor?.doc.map.touchpoints ?? {})[0] as string;
    editor?.run('updateTouchpoint', { id, fields: { title: 'The last word' } });
  });
  await copyHolds(page, 'The last word');
  const content = await digestInMemory(page);
  await loseDatabase(page, app, bare);
  const notice = page.getByRole('alert').filter({ hasText: 'The maps that were here are gone' });

  const without = await page.addInitScript(() => {
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined });
  });
  await openApp(page, app);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import a backup' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring them back' })).toHaveCount(0);
  await expect(page.locator('.storage-line')).not.toContainText('afety copy');
  await without.dispose();

  await openApp(page, app);
  await expect(notice).toContainText('holds 2 maps');
  await expect(page.getByRole('article')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Bring them back' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(notice).toHaveCount(0);
  await openMapAt(page, app, mapId);
  expect(await digestInMemory(page), 'map and library are as they were').toBe(content);
  await openApp(page, app);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(uncaught).toEqual([]);
});
