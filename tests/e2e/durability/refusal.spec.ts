import { readFile } from 'node:fs/promises';
import { type Disposable, expect, type Page } from '@playwright/test';
import { devtools, test, uncaughtIn } from '../../support/persistentBrowser.ts';
import {
  digestInMemory,
  digestOnDisk,
  hastenTimers,
  mapOpen,
  millisecondsUntil,
  openApp,
  openMapAt,
  openNewMap,
  pause,
} from '../../support/scriptedMap.ts';

/** What the open map says, without ids, which an import makes anew. */
function contentOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    const { map, library } = editor.doc;
    const title = (id: string) => map.touchpoints[id]?.title;
    return [
      ...Object.values(map.map).map((record) => `map ${record.name}`),
      ...Object.values(map.stages).map((record) => `stage ${record.name}`),
      ...Object.values(map.steps).map((record) => `step ${record.name} of ${map.stages[record.stageId]?.name}`),
      ...Object.values(map.lanes).map((record) => `lane ${record.name}`),
      ...Object.values(map.touchpoints).map((record) => {
        const channels = record.channels.map((id) => library.channels[id]?.name);
        return `touchpoint ${record.title}, ${record.description}, ${map.steps[record.stepId]?.name}, ${channels}`;
      }),
      ...Object.values(map.cards).map((record) => `card ${record.text} in ${map.lanes[record.laneId]?.name}`),
      ...Object.values(map.links).map((record) => `link ${title(record.from)} to ${title(record.to)}: ${record.label}`),
    ].sort();
  });
}

/** Presses the button in the alert and returns the file. */
async function downloadBackup(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('alert').getByRole('button', { name: 'Download a backup' }).first().click();
  return readFile(await (await waiting).path(), 'utf8');
}

function asUpload(text: string) {
  return { name: 'backup.workspace.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Brings a backup back in the gallery and opens the map of that name in it. */
async function importBackup(page: Page, app: string, text: string, name: string): Promise<void> {
  await openApp(page, app);
  // A gallery that lacks nothing shows maps, the sample if no other; it may have the same name.
  await page.getByRole('article').first().or(lossNotice(page)).first().waitFor();
  const mapsOfThatName = () =>
    page.evaluate(
      async (name) => (await window.desirepath.maps()).filter((map) => map.name === name).map((map) => map.id),
      name,
    );
  const before = await mapsOfThatName();
  await page.getByLabel('Import a file …').setInputFiles(asUpload(text));
  let added: string | undefined;
  await millisecondsUntil(
    async () => {
      // Personas that are here by name are asked about.
      const goOn = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
      if (await goOn.isVisible()) await goOn.click();
      added = (await mapsOfThatName()).find((id) => !before.includes(id));
      return added !== undefined;
    },
    10_000,
    `the backup brings a map "${name}"`,
  );
  await page.evaluate((id) => window.desirepath.open(id), added ?? '');
}

/** From now on notes every text that the light shows. Returns what gives them. */
async function watchLight(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => seen.add(document.querySelector('.save-light')?.textContent ?? 'none');
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { lightSeen: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { lightSeen: Set<string> }).lightSeen]);
}

function addText(page: Page, turn: number, length: number): Promise<void> {
  return page.evaluate(
    ({ turn, length }) => {
      const { editor } = window.desirepath;
      if (editor === null) throw new Error('No map is open.');
      const ids = Object.keys(editor.doc.map.touchpoints);
      // Not to be compressed, or it would not fill anything.
      const text = Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => (byte % 36).toString(36)).join(
        '',
      );
      editor.run('updateTouchpoint', {
        id: ids[turn % ids.length] as string,
        fields: { description: `${turn} ${text}` },
      });
    },
    { turn, length },
  );
}

test('D5 a full disk is said at once, loses nothing, and saving goes on when there is room', async ({ page, app }) => {
  test.setTimeout(60_000);
  const uncaught = uncaughtIn(page);
  const { origin } = new URL(app);
  const session = await devtools(page);
  // Before the first connection: the browser asks for the room left only now and then.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 350_000 });
  const mapId = await openNewMap(page, app, 60);
  await page.evaluate(() => Object.assign(window, { sameVisit: true }));

  const light = page.locator('.save-light');
  let turn = 0;
  let shownAfter = 0;
  for (; turn < 60; turn++) {
    const from = Date.now();
    await addText(page, turn, 19_000);
    await expect(light).toHaveText(/^(Saved|Not saved)$/);
    await millisecondsUntil(
      async () => /^(Saved|Not saved)$/.test((await light.textContent()) ?? ''),
      5000,
      'an answer',
    );
    shownAfter = Date.now() - from;
    if ((await light.textContent()) === 'Not saved') break;
  }
  await expect(light).toHaveText('Not saved');
  expect(shownAfter).toBeLessThan(2000);
  const seen = await watchLight(page);
  for (let more = 1; more <= 4; more++) {
    await addText(page, turn + more, 5000);
    await pause(500);
  }
  expect(await seen(), 'it stays').toEqual(['Not saved']);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be written' })).toBeVisible();
  const inMemory = await digestInMemory(page);
  const content = await contentOf(page);
  expect(content.filter((line) => /^touchpoint Touchpoint \d+, \d+ /.test(line))).toHaveLength(turn + 5);
  expect(await digestOnDisk(page, mapId)).not.toBe(inMemory);
  const backup = await downloadBackup(page);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const from = Date.now();
  await expect(light).toHaveText('Saved', { timeout: 10_000 });
  const resumed = Date.now() - from;
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
  expect(await digestInMemory(page), 'nothing in memory is lost').toBe(inMemory);
  expect(await digestOnDisk(page, mapId), 'everything is on disk').toBe(inMemory);
  await importBackup(page, app, backup, 'Trial');
  expect(await contentOf(page), 'the backup comes back whole').toEqual(content);
  expect(uncaught).toEqual([]);
  console.log(
    `D5: "Not saved" ${shownAfter} ms after the edit that did not fit, ${turn + 5} texts kept, backup of ` +
      `${Math.round(backup.length / 1000)} kB whole, saved ${resumed} ms after there was room`,
  );
});

/** From the next load on the app can open no database. */
function refuseDatabase(page: Page, refusal: 'throws' | 'fails' | 'is missing'): Promise<Disposable> {
  return page.addInitScript((refusal) => {
    if (refusal === 'is missing') {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
      return;
    }
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string) {
      if (refusal === 'throws') throw new DOMException('The operation is insecure.', 'SecurityError');
      const request = open.call(this, `refused ${name}`, 1);
      request.addEventListener('upgradeneeded', (event) => {
        event.stopImmediatePropagation();
        request.transaction?.abort();
      });
      return request;
    };
  }, refusal);
}

test('D6 where the database throws, fails or is missing the editor works in memory and says so', async ({
  page,
  app,
}) => {
  test.setTimeout(60_000);
  const uncaught = uncaughtIn(page);
  const hastened = await hastenTimers(page);
  const said = 'does not let Desirepath write to the disk';
  const kept = page.getByText('Kept in this browser');
  const light = page.locator('.save-light');
  let content: string[] = [];
  let name = '';
  let backup = '';
  for (const refusal of ['fails', 'is missing', 'throws'] as const) {
    await test.step(`the database ${refusal}`, async () => {
      const refused = await refuseDatabase(page, refusal);
      await openApp(page, app);
      await expect(page.getByRole('alert')).toContainText(said);
      await expect(page.getByRole('article')).toHaveCount(1);
      await expect(kept).toHaveCount(0);
      await page.getByRole('article').getByRole('link').first().click();
      await mapOpen(page);
      await expect(light).toHaveText('In memory only');
      await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
      const seen = await watchLight(page);
      for (let turn = 0; turn < 3; turn++) {
        await addText(page, turn, 200);
        await pause(100);
      }
      await page.evaluate(() => window.desirepath.editor?.whenSaved());
      await expect(light).toHaveText('In memory only');
      const lights = await seen();
      expect(lights).not.toContain('Saved');
      await light.click();
      await expect(page.getByText('everything is gone when the window closes').last()).toBeVisible();
      await expect(kept).toHaveCount(0);
      content = await contentOf(page);
      expect(content.join()).toContain(', 2 ');
      name = await page.locator('.top-name').innerText();
      backup = await downloadBackup(page);
      expect(backup).toContain('"2 ');
      expect(
        await page.evaluate(async () => (await window.indexedDB?.databases())?.length ?? 0),
        'nothing is stored',
      ).toBe(0);
      await refused.dispose();
      console.log(`D6: the database ${refusal}: in memory, the light showed ${lights.join(' and ')}`);
    });
  }
  await importBackup(page, app, backup, name);
  expect(await contentOf(page), 'the backup comes back whole').toEqual(content);
  expect(uncaught).toEqual([]);
  await hastened.dispose();
});

test('D7 the browser is asked once to keep the data, after the first edit, and its answer is shown', async ({
  page,
  app,
  bare,
}) => {
  let asked = 0;
  page.on('console', (message) => {
    if (message.text() === 'probe: persist') asked++;
  });
  const script = await page.addInitScript(() => {
    // A browser may have promised it already to a site that was used a lot, as other tests do.
    StorageManager.prototype.persisted = async () => false;
    const persist = StorageManager.prototype.persist;
    StorageManager.prototype.persist = async function (this: StorageManager) {
      const wanted = sessionStorage.getItem('answer');
      const own = await persist.call(this);
      const granted = wanted === null ? own : wanted === 'yes';
      sessionStorage.setItem('granted', String(granted));
      return granted;
    };
  });
  const mapId = await openNewMap(page, app, 10);
  for (const answer of ['its own answer', 'yes', 'no'] as const) {
    await test.step(answer, async () => {
      if (answer !== 'its own answer') {
        await page.goto(bare);
        await forgetAnswer(page);
        await page.evaluate((text) => sessionStorage.setItem('answer', text), answer);
        asked = 0;
      }
      await openMapAt(page, app, mapId);
      await pause(400);
      expect(asked, 'before the first edit').toBe(0);
      await addText(page, 0, 10);
      await expect.poll(() => asked, 'after the first edit').toBe(1);
      await addText(page, 1, 10);
      await page.evaluate(() => window.desirepath.editor?.whenSaved());
      if (answer === 'its own answer') {
        await page.reload();
        await mapOpen(page);
        await addText(page, 2, 10);
        await page.evaluate(() => window.desirepath.editor?.whenSaved());
      }
      expect(asked, 'in all').toBe(1);
      const granted = await page.evaluate(() => sessionStorage.getItem('granted') === 'true');
      const text = granted ? 'which promised not to clear it by itself' : 'which may clear it when the disk runs full';
      await page.locator('.save-light').click();
      await expect(page.getByText(text)).toBeVisible();
      await page.getByRole('link', { name: 'All maps' }).click();
      await expect(page.locator('.storage-line')).toContainText(text);
      console.log(
        `D7: asked once; ${answer} (${granted ? 'granted' : 'denied'}) is shown in the editor and the gallery`,
      );
    });
  }
  await script.dispose();
});

/** In the bare page: the app's database no longer holds what the browser answered. */
function forgetAnswer(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('desirepath');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const transaction = request.result.transaction('meta', 'readwrite');
        transaction.objectStore('meta').delete('persistence');
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
  });
}

/** Removes the database as a cleaning program does, with the mark in localStorage left. Leaves the page outside the app. */
async function removeDatabase(page: Page, app: string, bare: string): Promise<void> {
  await page.goto(bare);
  const session = await devtools(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(app).origin, storageTypes: 'indexeddb' });
  await session.detach();
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('desirepath:birth'))).not.toBeNull();
}

function lossNotice(page: Page) {
  return page.getByRole('alert').filter({ hasText: 'The maps that were here are gone' });
}

/** Downloads a backup by the open map's menu. */
async function saveBackup(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Download a backup' }).click();
  return readFile(await (await waiting).path(), 'utf8');
}

test('D7 maps that the browser has removed are missed until a backup brings them back or one starts anew', async ({
  page,
  app,
  bare,
}) => {
  test.setTimeout(60_000);
  await openNewMap(page, app, 20);
  await addText(page, 0, 100);
  const content = await contentOf(page);
  const backup = await saveBackup(page);
  const articles = page.getByRole('article');

  await test.step('the loss is told at each visit, and its button brings a backup back', async () => {
    await removeDatabase(page, app, bare);
    for (let visit = 0; visit < 2; visit++) {
      await openApp(page, app);
      await expect(lossNotice(page)).toBeVisible();
      await expect(articles, 'no sample instead of what is gone').toHaveCount(0);
    }
    const choosing = page.waitForEvent('filechooser');
    await lossNotice(page).getByRole('button', { name: 'Import a backup' }).click();
    await (await choosing).setFiles(asUpload(backup));
    await page.getByRole('link', { name: 'Open Trial' }).click();
    await mapOpen(page);
    expect(await contentOf(page)).toEqual(content);
    console.log('D7: the loss is told at each visit; restored with 1 click and the file');
  });

  await test.step('a backup that comes in like any other file ends the telling too', async () => {
    await removeDatabase(page, app, bare);
    await importBackup(page, app, backup, 'Trial');
    await openApp(page, app);
    await expect(articles).toHaveCount(2);
    await expect(lossNotice(page)).toHaveCount(0);
  });

  await test.step('who starts anew gets the sample and is told no more', async () => {
    await removeDatabase(page, app, bare);
    await openApp(page, app);
    await lossNotice(page).getByRole('button', { name: 'Start anew' }).click();
    await expect(lossNotice(page)).toHaveCount(0);
    await page.reload();
    await expect(articles).toHaveCount(1);
    await expect(lossNotice(page)).toHaveCount(0);
  });
});

test('D7 a database that is removed under an open map is never called saved', async ({ page, app }) => {
  const session = await devtools(page);
  const mapId = await openNewMap(page, app, 20);
  await addText(page, 0, 100);
  await page.evaluate(() => window.desirepath.editor?.whenSaved());
  await session.send('Storage.clearDataForOrigin', { origin: new URL(app).origin, storageTypes: 'indexeddb' });
  await addText(page, 1, 100);
  await pause(1500);
  const light = (await page.locator('.save-light').textContent()) ?? '';
  const whole = (await digestOnDisk(page, mapId)) === (await digestInMemory(page));
  expect(light === 'Saved' && !whole, `the light says ${light}, the disk holds ${whole ? 'all' : 'less'}`).toBe(false);
  console.log(`D7: removed under an open map: the light says ${light}, the disk holds ${whole ? 'all' : 'less'}`);
});

test('D16 a private window says that it forgets everything, any other does not', async ({ page, app, running }) => {
  const look = async (page: Page) => {
    // Listens from the start: a slow machine has measured before the map is open.
    const measured = page
      .waitForEvent('worker', (worker) => worker.url().includes('forgetting'))
      .then((worker) => new Promise((resolve) => worker.once('close', resolve)));
    await openNewMap(page, app, 3);
    await measured;
    return page.locator('.save-light');
  };
  // The profile of this browser is on a disk.
  const light = await look(page);
  await pause(200);
  await expect(light).toHaveText('Saved');
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect(page.locator('.storage-line')).toContainText('Kept in this browser');
  await expect(page.getByText('private window')).toHaveCount(0);

  const context = await running.context.browser()?.newContext();
  if (context === undefined) throw new Error('No private window was opened.');
  const hidden = await context.newPage();
  const hiddenLight = await look(hidden);
  await expect(hiddenLight).toHaveText('Saved until closed');
  await hiddenLight.click();
  await expect(hidden.getByText('This is a private window, which forgets everything')).toBeVisible();
  const download = hidden.waitForEvent('download');
  await hidden.getByRole('button', { name: 'Download a backup' }).click();
  expect((await download).suggestedFilename()).toContain('.workspace.json');
  await hidden.getByRole('link', { name: 'All maps' }).click();
  const banner = hidden.getByRole('status').filter({ hasText: 'forgets everything' });
  await expect(banner).toBeInViewport();
  await expect(banner.getByRole('button', { name: 'Download a backup' })).toBeVisible();
  await expect(hidden.locator('.storage-line')).toContainText('Kept until this private window is closed');
  await context.close();
});

test('D17 where nothing serves the program any more a panel says so, and the map stays open and is saved', async ({
  page,
  app,
}) => {
  const mapId = await openNewMap(page, app, 3);
  const parts = '**/assets/Paths-*.js';
  await page.route(parts, (route) => route.abort());
  await page.getByRole('button', { name: 'Paths from start to end' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' })).toBeVisible();
  await addText(page, 0, 100);
  await expect(page.locator('.save-light')).toHaveText('Saved');
  expect(await digestOnDisk(page, mapId)).toBe(await digestInMemory(page));
  // Another panel is shown as ever.
  await page.getByRole('button', { name: 'Gaps and findings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' })).toHaveCount(0);
  await expect(page.locator('.side-panel')).toContainText('Findings');
  await page.unroute(parts);
});
