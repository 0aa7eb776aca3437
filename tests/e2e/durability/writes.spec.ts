import { type BrowserContext, expect, type Page } from '@playwright/test';
import { isSoak, test, uncaughtIn } from '../../support/persistentBrowser.ts';
import {
  digestInMemory,
  digestOnDisk,
  millisecondsUntil,
  openMapAt,
  openNewMap,
  spread,
} from '../../support/scriptedMap.ts';

const CLOSES = isSoak ? 100 : 10;
/** The bar is a second; only the soak, which has the machine for itself, holds the clock to it. */
const RECOVERED_MS = isSoak ? 1000 : 8000;

test('D10 D11 an edit of one title writes one row, and the next save opens a closed connection again @soak', async ({
  page,
  app,
}) => {
  test.setTimeout(isSoak ? 240_000 : 60_000);
  const uncaught = uncaughtIn(page);
  await test.step('D11 in a map of 500 touchpoints', async () => {
    await openNewMap(page, app, 500);
    await writesOneRow(page, 500);
  });
  const mapId = await openNewMap(page, app, 20);
  await test.step('D11 in a small map', () => writesOneRow(page, 20));
  await test.step('D10 a connection closed under the program', () => closeAndEdit(page, mapId));
  expect(uncaught).toEqual([]);
});

async function closeAndEdit(page: Page, mapId: string): Promise<void> {
  const took: number[] = [];
  for (let index = 0; index < CLOSES; index++) {
    const from = await page.evaluate((index) => {
      const { editor } = window.desirepath;
      if (editor === null) throw new Error('No map is open.');
      for (const connection of window.probe.connections.splice(0)) {
        connection.close();
        // Half of the time as a browser does that drops it: with word of it.
        if (index % 2 === 1) connection.dispatchEvent(new Event('close'));
      }
      const id = Object.keys(editor.doc.map.touchpoints)[index % 20] as string;
      editor.run('updateTouchpoint', { id, fields: { title: `After close ${index}` } });
      return Date.now();
    }, index);
    await page.evaluate(() => window.desirepath.editor?.whenSaved());
    took.push(Date.now() - from);
    expect(await digestOnDisk(page, mapId), `after close ${index}`).toBe(await digestInMemory(page));
  }
  expect(Math.max(...took)).toBeLessThan(RECOVERED_MS);
  await expect(page.locator('.save-light')).toHaveAttribute('data-state', 'saved');
  console.log(`D10: ${CLOSES} of ${CLOSES} saves went through by themselves, edit to disk ${spread(took)}`);
}

async function writesOneRow(page: Page, touchpoints: number): Promise<void> {
  const written = await page.evaluate(async () => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    const before = editor.saveCounters();
    const puts = window.probe.requests['records put'] ?? 0;
    const [id] = Object.keys(editor.doc.map.touchpoints);
    const from = performance.now();
    editor.run('updateTouchpoint', { id: id as string, fields: { title: 'Another title' } });
    await editor.whenSaved();
    const after = editor.saveCounters();
    return {
      writes: after.writes - before.writes,
      rows: after.rows - before.rows,
      lastRows: after.lastRows,
      puts: (window.probe.requests['records put'] ?? 0) - puts,
      took: Math.round(performance.now() - from),
    };
  });
  const { took, ...counts } = written;
  expect(counts).toEqual({ writes: 1, rows: 1, lastRows: 1, puts: 1 });
  console.log(`D11: ${touchpoints} touchpoints: 1 row, ${took} ms from edit to disk`);
}

test('D9 a database of a newer schema stops older code at once, opens read-only and is not changed', async ({
  page,
  context,
  app,
  bare,
}) => {
  test.setTimeout(60_000);
  const uncaught = uncaughtIn(page);
  const mapId = await openNewMap(page, app, 20);
  await test.step('under an open map', () => upgradeUnder(page, context, bare));
  await page.goto(bare);
  await test.step('schema', () => staysReadOnly(page, app, bare, mapId));
  await upgradeNatively(page);
  await test.step('schema and native version', () => staysReadOnly(page, app, bare, mapId));
  expect(uncaught).toEqual([]);
  console.log('D9: read-only with a message and 0 bytes changed for schema, and for schema and native version');
});

/** In the bare page: writes what newer code with another version of the database would. */
function upgradeNatively(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find((database) => database.name === 'desirepath');
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('desirepath', (known?.version ?? 1) + 50);
      request.onupgradeneeded = () => request.result.createObjectStore('snapshots', { keyPath: 'id' });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  });
}

/** From the bare page and back to it: gallery and map are read-only, say so, and leave every byte as it is. */
async function staysReadOnly(page: Page, app: string, bare: string, mapId: string): Promise<void> {
  const state = () =>
    page.evaluate(async () => JSON.stringify([await indexedDB.databases(), await window.probe.readDisk()]));
  const before = await state();

  await page.goto(app);
  await expect(page.getByRole('alert')).toContainText('newer version');
  await expect(page.getByRole('button', { name: 'New map' })).toBeDisabled();
  await openMapAt(page, app, mapId);
  await expect(page.locator('.save-light')).toHaveText('Read only');
  const message = page.getByRole('alert').filter({ hasText: 'newer version' });
  await expect(message).toBeVisible();
  await expect(message.getByRole('button', { name: 'Reload' })).toBeVisible();
  // Whoever edits all the same changes nothing on disk.
  await page.evaluate(async () => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    for (const id of Object.keys(editor.doc.map.touchpoints)) {
      try {
        editor.run('updateTouchpoint', { id, fields: { title: 'Must not be written' } });
      } catch {
        // Refusing is right too.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 800));
  });
  await expect(page.locator('.save-light')).toHaveText('Read only');
  const refused = await page.evaluate(() =>
    window.desirepath.importFile(new File(['journey\n  title T\n  section S\n    A: 3: Me\n'], 'x.mmd')).then(
      () => 'stored',
      (error: Error) => error.message,
    ),
  );
  expect(refused).not.toBe('stored');
  await page.goto(bare);
  expect(await state()).toBe(before);
}

/** Newer code has been at the database of the open map: its next edit finds that out. */
async function upgradeUnder(page: Page, context: BrowserContext, bare: string): Promise<void> {
  const other = await context.newPage();
  await other.goto(bare);
  await page.evaluate(async () => {
    const { editor } = window.desirepath;
    const [id] = Object.keys(editor?.doc.map.touchpoints ?? {});
    editor?.run('updateTouchpoint', { id: id as string, fields: { title: 'Before the upgrade' } });
    await editor?.whenSaved();
  });
  const before = await other.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('desirepath');
      request.onsuccess = () => {
        const transaction = request.result.transaction('meta', 'readwrite');
        transaction.objectStore('meta').put({ key: 'schemaVersion', value: 7 });
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    return JSON.stringify(await window.probe.readDisk());
  });
  expect(before).toContain('Before the upgrade');
  const from = Date.now();
  await page.evaluate(() => {
    const { editor } = window.desirepath;
    const [id] = Object.keys(editor?.doc.map.touchpoints ?? {});
    editor?.run('updateTouchpoint', { id: id as string, fields: { title: 'After the upgrade' } });
  });
  const light = page.locator('.save-light');
  const took = await millisecondsUntil(async () => (await light.textContent()) === 'Read only', 2000, 'read-only');
  await expect(page.getByRole('alert').filter({ hasText: 'newer version' })).toBeVisible();
  expect(await other.evaluate(async () => JSON.stringify(await window.probe.readDisk()))).toBe(before);
  await other.close();
  console.log(
    `D9: an older tab was read-only ${took} ms (${Date.now() - from} ms with its message) after its next edit`,
  );
}
