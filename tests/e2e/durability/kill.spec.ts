import { cp } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import {
  devtools,
  isSoak,
  type RunningBrowser,
  startBrowser,
  test,
  withProfile,
} from '../../support/persistentBrowser.ts';
import {
  danglingIn,
  digestInMemory,
  digestOnDisk,
  millisecondsUntil,
  openMapAt,
  openNewMap,
  pause,
  spread,
} from '../../support/scriptedMap.ts';

/** Each has a kind of its own by its number; the short run is a tenth of the long one. */
const TURNS = isSoak ? Array.from({ length: 50 }, (_, index) => index) : [0, 1, 2, 3, 4];
/** Pages that crash; a short run has two, since the kills of the whole browser, which take more, are a tenth already. */
const CRASHES = isSoak ? TURNS : [0, 1];
const RECORDS = 1000;

interface Gesture {
  readonly digest: number;
  readonly ended: number;
}

/** One command that changes every touchpoint of the map. */
function changeAll(page: Page, turn: number): Promise<Gesture> {
  return page.evaluate((turn) => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    const { map, library } = editor.doc;
    const lens = (['channel', 'device', 'department'] as const)[turn % 3] ?? 'channel';
    const values = Object.keys(library[`${lens}s`]);
    const present = Object.values(map.touchpoints)[0]?.[`${lens}s`][0] ?? '';
    // Another one than there is, whatever came back from the disk.
    const value = values[(values.indexOf(present) + 1) % values.length] as string;
    editor.run('setPrimary', { ids: Object.keys(map.touchpoints), lens, value });
    return { digest: window.probe.digest(editor.doc), ended: Date.now() };
  }, turn);
}

interface Writes {
  readonly began: number[];
  readonly completed: number[];
  /** By the page's clock: what ended before it is in a write that is complete. */
  since: number;
}

function watchWrites(page: Page): Writes {
  const writes: Writes = { began: [], completed: [], since: 0 };
  page.on('console', (message) => {
    if (message.text() === 'probe: writing') writes.began.push(Date.now());
    const written = /^probe: written (\d+)$/.exec(message.text());
    if (written === null) return;
    writes.completed.push(Date.now());
    writes.since = Number(written[1]);
  });
  return writes;
}

interface Cut {
  /** All states the map had, the one on disk at the beginning first. */
  readonly log: readonly Gesture[];
  /** What ended before it is in a write that is complete. */
  readonly since: number;
  readonly isCut: boolean;
}

/**
 * Changes the open map once or twice and returns at a moment around the save of that. A third of all turns begin with a
 * change that is saved in peace; how long its write took is added to `durations`.
 */
async function changeUntilCut(page: Page, turn: number, durations: number[]): Promise<Cut> {
  const writes = watchWrites(page);
  const log: Gesture[] = [{ digest: await digestInMemory(page), ended: 0 }];
  let next = turn;
  if (turn % 3 === 0) {
    log.push(await changeAll(page, next++));
    await page.evaluate(() => window.desirepath.editor?.whenSaved());
    await expect.poll(() => writes.completed.length).toBe(1);
    durations.push((writes.completed[0] ?? 0) - (writes.began[0] ?? 0));
  }
  const before = writes.began.length;
  log.push(await changeAll(page, next++));
  if (turn % 2 === 0) log.push(await changeAll(page, next++));
  if (turn % 5 === 4) await pause(Math.random() * 700);
  else {
    await millisecondsUntil(async () => writes.began.length > before, 10_000, 'the save begins');
    const typical = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 150;
    await pause(Math.random() * typical);
  }
  return { log, since: writes.since, isCut: writes.began.length > writes.completed.length };
}

/** In the bare page: the disk holds a state the map had, none older than a complete write, and nothing dangles. */
async function wholeOnDisk(page: Page, mapId: string, log: readonly Gesture[], since: number, name: string) {
  const disk = await page.evaluate(() => window.probe.readDisk());
  if (disk === null) throw new Error(`${name}: the database is gone`);
  const stored = await digestOnDisk(page, mapId);
  const index = log.findLastIndex((entry) => entry.digest === stored);
  expect(index, `${name}: the disk holds no state that the map ever had`).toBeGreaterThanOrEqual(0);
  const mustBe = log.findLastIndex((entry) => entry.ended < since);
  expect(index, `${name}: a complete write is gone`).toBeGreaterThanOrEqual(mustBe);
  expect(danglingIn(disk, mapId), `${name}: dangling references`).toEqual([]);
  return { stored, index };
}

test(`D2 a browser killed while ${RECORDS} records are saved reopens with whole gestures @soak`, async ({
  app,
  bare,
}) => {
  test.setTimeout(isSoak ? 900_000 : 120_000);
  await withProfile(async (seed) => {
    let running: RunningBrowser = await startBrowser(seed, 'small');
    let mapId = '';
    try {
      mapId = await openNewMap(running.page, app, RECORDS);
    } finally {
      await running.close();
    }
    const figures = { cut: 0, kept: 0, absent: 0 };
    const durations: number[] = [];
    const reopened: number[] = [];
    for (const kill of TURNS) {
      // A browser that goes on with a log it was killed in may later find it damaged and drop the whole database, whatever
      // the page does. So each kill has a profile that was closed in peace.
      await withProfile(async (profile) => {
        await cp(seed, profile, { recursive: true });
        running = await startBrowser(profile, 'small');
        try {
          let { page } = running;
          await openMapAt(page, app, mapId);
          const { log, since, isCut } = await changeUntilCut(page, kill, durations);
          if (isCut) figures.cut++;
          await running.kill();

          running = await startBrowser(profile, 'small');
          ({ page } = running);
          await page.goto(bare);
          const { stored, index } = await wholeOnDisk(page, mapId, log, since, `kill ${kill}`);
          if (index === log.length - 1) figures.kept++;
          else figures.absent++;

          const from = Date.now();
          await openMapAt(page, app, mapId);
          reopened.push(Date.now() - from);
          expect(await digestInMemory(page), `kill ${kill}: the map opens as it is on disk`).toBe(stored);
          await expect(page.getByRole('alert')).toHaveCount(0);
        } finally {
          await running.kill();
        }
      });
    }
    // The few kills of a short run may all miss.
    if (isSoak) expect(figures.cut, 'kills inside a write').toBeGreaterThan(0);
    console.log(
      `D2: ${TURNS.length} kills, ${figures.cut} inside a write; last gesture kept ${figures.kept}, absent as a whole ` +
        `${figures.absent}; 0 halves, 0 dangling; write ${spread(durations)}; reopening ${spread(reopened)}`,
    );
  });
});

test(`D2 a page that crashes while ${RECORDS} records are saved reopens with whole gestures @soak`, async ({
  app,
  bare,
}) => {
  test.setTimeout(isSoak ? 900_000 : 120_000);
  await withProfile(async (profile) => {
    const running = await startBrowser(profile, 'small');
    try {
      const { context } = running;
      let { page } = running;
      const mapId = await openNewMap(page, app, RECORDS);
      const figures = { cut: 0, kept: 0, absent: 0 };
      const durations: number[] = [];
      for (const crash of CRASHES) {
        const { log, since, isCut } = await changeUntilCut(page, crash, durations);
        if (isCut) figures.cut++;
        const crashed = page.waitForEvent('crash');
        const session = await devtools(page);
        // There is nobody left to answer.
        void session.send('Page.crash').catch(() => undefined);
        await crashed;

        const next = await context.newPage();
        await page.close();
        page = next;
        await page.goto(bare);
        const { stored, index } = await wholeOnDisk(page, mapId, log, since, `crash ${crash}`);
        if (index === log.length - 1) figures.kept++;
        else figures.absent++;
        await openMapAt(page, app, mapId);
        expect(await digestInMemory(page), `crash ${crash}: the map opens as it is on disk`).toBe(stored);
        await expect(page.getByRole('alert')).toHaveCount(0);
      }
      if (isSoak) expect(figures.cut, 'crashes inside a write').toBeGreaterThan(0);
      console.log(
        `D2: ${CRASHES.length} crashes of the page, ${figures.cut} inside a write; last gesture kept ${figures.kept}, ` +
          `absent as a whole ${figures.absent}; 0 halves, 0 dangling`,
      );
    } finally {
      await running.kill();
    }
  });
});
