import { type BrowserContext, expect, type Page } from '@playwright/test';
import { isSoak, test } from '../../support/persistentBrowser.ts';
import {
  digestInMemory,
  digestOnDisk,
  mapOpen,
  openMapAt,
  openNewMap,
  pause,
  spread,
} from '../../support/scriptedMap.ts';

const RUNS = isSoak ? 100 : 10;
/** A gesture that ended this long before the page went must be there afterwards. */
const SAFE_MS = 500;

interface Gesture {
  readonly digest: number;
  readonly ended: number;
}

/** One command that writes about twelve records: pastes, a change of many, a removal of many. */
function gesture(page: Page, turn: number): Promise<Gesture> {
  return page.evaluate((turn) => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    const { map, library } = editor.doc;
    const ids = Object.keys(map.touchpoints);
    const made = [...Object.values(map.touchpoints), ...Object.values(map.cards)].filter((record) =>
      ('title' in record ? record.title : record.text).startsWith('made'),
    );
    const step = Object.keys(map.steps)[turn % 6] as string;
    const laneId = Object.keys(map.lanes)[0] as string;
    const kind = turn % 4;
    if (kind === 0) {
      const range = [0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => `made ${turn} ${row} ${column}`));
      editor.run('pasteRange', { range, stepId: step, rows: [{ lens: 'channel', value: null }, { laneId }] });
    } else if (kind === 1) {
      const channels = Object.keys(library.channels);
      editor.run('setPrimary', { ids, lens: 'channel', value: channels[turn % channels.length] as string });
    } else if (kind === 2) editor.run('setMomentOfTruth', { ids, value: turn % 8 < 4 });
    else editor.run('removeItems', { ids: made.slice(0, 12).map((record) => record.id) });
    return { digest: window.probe.digest(editor.doc), ended: Date.now() };
  }, turn);
}

/** Reloads the page, or closes it and opens the map in a new one. Returns the page and when the old one was told. */
async function leaveAndReturn(
  context: BrowserContext,
  page: Page,
  how: 'reload' | 'close',
  app: string,
  mapId: string,
): Promise<{ page: Page; left: number }> {
  const left = Date.now();
  if (how === 'reload') {
    await page.reload();
    await mapOpen(page);
    return { page, left };
  }
  await page.close();
  const next = await context.newPage();
  await openMapAt(next, app, mapId);
  return { page: next, left };
}

test(`D1 nothing that ended ${SAFE_MS} ms before a reload or a close is lost @soak`, async ({
  page: first,
  context,
  app,
}) => {
  test.setTimeout(isSoak ? 900_000 : 120_000);
  let page = first;
  // A browser whose last page is closed may end.
  await context.newPage();
  const mapId = await openNewMap(page, app, 12);
  let turn = 0;
  let lost = 0;
  let safe = 0;
  let all = 0;
  for (let run = 0; run < RUNS; run++) {
    const log: Gesture[] = [{ digest: await digestInMemory(page), ended: 0 }];
    const count = 2 + Math.floor(Math.random() * 4);
    for (let index = 0; index < count; index++) {
      if (index > 0) await pause(Math.random() * 250);
      log.push(await gesture(page, turn++));
    }
    await pause(Math.random() * 1000);
    const how = run % 2 === 0 ? 'reload' : 'close';
    const { page: next, left } = await leaveAndReturn(context, page, how, app, mapId);
    page = next;
    const found = await digestInMemory(page);
    const index = log.findLastIndex((entry) => entry.digest === found);
    const mustBe = log.findLastIndex((entry) => entry.ended <= left - SAFE_MS);
    expect(index, `run ${run} (${how}): the map is no state that it ever had`).toBeGreaterThanOrEqual(0);
    expect(index, `run ${run} (${how}): gestures that were safe are gone`).toBeGreaterThanOrEqual(mustBe);
    await page.evaluate(() => window.desirepath.editor?.whenSaved());
    expect(await digestOnDisk(page, mapId), `run ${run}: the disk differs from what is shown`).toBe(found);
    all += count;
    safe += mustBe;
    lost += log.length - 1 - index;
  }
  console.log(`D1: ${RUNS} runs, ${all} gestures, ${safe} older than ${SAFE_MS} ms: 0 lost; younger lost: ${lost}`);
});

test('D8 loading writes no record and clears no table, even when it is slow or cut off @soak', async ({
  page,
  app,
  bare,
}) => {
  test.setTimeout(isSoak ? 240_000 : 90_000);
  const times = isSoak ? 40 : 4;
  const mapId = await openNewMap(page, app, 60);
  await page.goto(bare);
  // When a map was last opened is the one thing that opening it may note.
  const stored = () =>
    page.evaluate(async () => {
      const disk = await window.probe.readDisk();
      if (disk === null) return null;
      return JSON.stringify({ ...disk, docs: (disk.docs ?? []).map(({ openedAt: _, ...doc }) => doc) });
    });
  const before = await stored();
  expect(before).toContain('Touchpoint 59');
  const script = await page.addInitScript(() => {
    if (sessionStorage.getItem('slow') === null) return;
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...args: [string, number?]) {
      const request = open.apply(this, args);
      request.addEventListener('success', (event) => {
        if ((event as Event & { again?: boolean }).again) return;
        event.stopImmediatePropagation();
        const late = Object.assign(new Event('success'), { again: true });
        setTimeout(() => request.dispatchEvent(late), 700);
      });
      return request;
    };
  });
  const requests: Record<string, number> = {};
  const loads: number[] = [];
  let cut = 0;
  await openMapAt(page, app, mapId);
  for (let index = 0; index < times; index++) {
    const slow = index % 4 === 3;
    await page.evaluate((slow) => {
      if (slow) sessionStorage.setItem('slow', 'yes');
      else sessionStorage.removeItem('slow');
    }, slow);
    const from = Date.now();
    await page.reload();
    if (slow) {
      await pause(Math.random() * 600);
      if (await page.evaluate(() => window.desirepath === undefined)) cut++;
      await page.evaluate(() => sessionStorage.removeItem('slow'));
      await page.reload();
    }
    await mapOpen(page);
    if (!slow) loads.push(Date.now() - from);
    // Longer than a save waits.
    if (index % 10 === 0) await pause(600);
    for (const [key, count] of Object.entries(await page.evaluate(() => window.probe.requests))) {
      requests[key] = (requests[key] ?? 0) + count;
    }
  }
  await page.goto(bare);
  expect(await stored()).toBe(before);
  const unwanted = Object.keys(requests).filter((key) => /clear|^records|delete/.test(key));
  expect(unwanted).toEqual([]);
  await script.dispose();
  console.log(`D8: ${times} reloads (${cut} cut off while loading), 0 rows changed, 0 clears; loads ${spread(loads)}`);
});

test('D14 text in a field that is still open goes on the map when the page goes, or the browser goes back', async ({
  page: first,
  context,
  app,
}) => {
  let page = first;
  await context.newPage();
  const mapId = await openNewMap(page, app, 3);
  for (const [how, title] of [
    ['reload', 'Asks'],
    ['close', 'Compares'],
  ] as const) {
    await page.locator('.touchpoint').first().dblclick();
    const field = page.getByRole('textbox', { name: /^Text\. Enter/ });
    await field.fill(title);
    ({ page } = await leaveAndReturn(context, page, how, app, mapId));
    await expect(page.locator('.touchpoint').first()).toContainText(title);
  }
  await page.locator('.head-title', { hasText: 'Step 0' }).click();
  await page.getByRole('textbox', { name: 'Rename Step 0' }).fill('Looks around');
  ({ page } = await leaveAndReturn(context, page, 'close', app, mapId));
  await expect(page.locator('.head-title', { hasText: 'Looks around' })).toBeVisible();
  await page.goto(app);
  await expect(page.locator('.tile', { hasText: 'Trial' })).toContainText('Edited');

  await test.step('Back of the browser: a card, a step, a lane, the name of the map', async () => {
    const open = async (name: string) => {
      await page.locator('.tile-texts a', { hasText: name }).click();
      await mapOpen(page);
    };
    const back = async () => {
      await page.goBack();
      await expect(page.locator('.tile').first()).toBeVisible();
    };
    await open('Trial');
    await page.locator('.touchpoint').first().dblclick();
    await page.getByRole('textbox', { name: /^Text\. Enter/ }).fill('Thinks it over');
    await back();
    await open('Trial');
    await expect(page.locator('.touchpoint').first()).toContainText('Thinks it over');
    for (const [old, name] of [
      ['Looks around', 'Strolls'],
      ['Pains', 'What hurts'],
    ] as const) {
      await page.locator('.head-title', { hasText: old }).click();
      await page.getByRole('textbox', { name: `Rename ${old}` }).fill(name);
      await back();
      await open('Trial');
      await expect(page.locator('.head-title', { hasText: name })).toBeVisible();
    }
    await page.locator('.top-name button').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Attempt');
    await back();
    await open('Attempt');
  });
});
