// How a large event log gets on the map: 1,000,000 events in 100,000 cases as CSV (66 MB) and as XES (208 MB), in the
// built program and its worker, from the choice of the file to the map on the screen.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareParsers, writeCsv, writeXes } from './logFiles.mjs';

/**
 * Writes the logs to a temporary folder, measures, and removes them again. Milliseconds and bytes.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {number} events
 */
export async function measureLogs(browser, address, events) {
  const folder = mkdtempSync(join(tmpdir(), 'desirepath-log-'));
  try {
    const paths = { csv: join(folder, 'log.csv'), xes: join(folder, 'log.xes') };
    writeCsv(paths.csv, events);
    writeXes(paths.xes, events);
    const logs = [];
    for (const [format, path] of Object.entries(paths)) {
      // The second overlay of a profile: dropped on the map that the first has made.
      logs.push({ format, bytes: statSync(path).size, ...(await measureLog(browser, address, path)) });
    }
    return { events, bare: await bareParsers(paths.csv, paths.xes), logs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {string} path */
async function measureLog(browser, address, path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(address);
  await page.locator('.tile').first().waitFor();
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Numbers from a file' }).click();
  const input = page.getByRole('dialog').locator('input[type="file"]');
  await input.waitFor({ state: 'attached' });
  const heap = await watchHeap(page);
  await page.evaluate(clickThrough);
  await input.setInputFiles(path);
  const made = await page.evaluate(() => window.logMeasured);
  const first = await heap.most();
  await page.waitForFunction(() => window.desirepath.editor !== null);
  const { cases, seriesOf } = await page.evaluate(() => ({
    cases: Object.values(window.desirepath.editor?.doc.map.dataImports ?? {})[0]?.rows ?? 0,
    seriesOf: Object.keys(window.desirepath.editor?.doc.map.series ?? {}).length,
  }));
  await page.keyboard.press('Control+Shift+E');
  const again = page.getByRole('dialog').locator('input[type="file"]');
  await again.waitFor({ state: 'attached' });
  await page.evaluate(untilMatched);
  await again.setInputFiles(path);
  const overlay = await page.evaluate(() => window.logMeasured);
  await context.close();
  return { ...made, heap: first, rows: cases, series: seriesOf, overlay: overlay.matched };
}

/** Presses what a person would press as soon as it is there, and notes when. In the page. */
function clickThrough() {
  window.logMeasured = new Promise((resolve) => {
    /** @type {{ start: number, duration: number }[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
    });
    observer.observe({ entryTypes: ['longtask'] });
    /** @type {Record<string, number>} */
    const at = {};
    const dialog = () => document.querySelector('[role="dialog"]');
    const press = (/** @type {string} */ name) => {
      const button = [...(dialog()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === name);
      if (button === undefined || button.disabled) return false;
      button.click();
      return true;
    };
    document.addEventListener(
      'change',
      () => {
        at.chosen = performance.now();
      },
      { once: true, capture: true },
    );
    const timer = setInterval(() => {
      if (at.inspected === undefined) {
        if (press('Read all rows')) at.inspected = performance.now();
      } else if (at.counted === undefined) {
        if (press('Make the map')) at.counted = performance.now();
      } else if (document.querySelector('.touchpoint') !== null) {
        clearInterval(timer);
        const shown = performance.now();
        // What the observer has not told of yet.
        setTimeout(() => {
          observer.disconnect();
          const longest = (/** @type {number} */ from, /** @type {number} */ to) =>
            Math.max(0, ...tasks.filter(({ start }) => start >= from && start < to).map(({ duration }) => duration));
          const { chosen = 0, inspected = 0, counted = 0 } = at;
          resolve({
            understood: inspected - chosen,
            counted: counted - inspected,
            drawn: shown - counted,
            whole: shown - chosen,
            longestReading: longest(chosen, counted),
            longestDrawing: longest(counted, shown),
          });
        }, 300);
      }
    }, 4);
  });
}

/** Notes when a file that a profile fits is on the open map, or asks whether to replace it. In the page. */
function untilMatched() {
  window.logMeasured = new Promise((resolve) => {
    let chosen = 0;
    document.addEventListener(
      'change',
      () => {
        chosen = performance.now();
      },
      { once: true, capture: true },
    );
    const timer = setInterval(() => {
      if (chosen === 0 || document.querySelector('.data-summary, .data-done') === null) return;
      clearInterval(timer);
      resolve({ matched: performance.now() - chosen });
    }, 4);
  });
}

/** Asks page and workers how much memory they use, ten times a second; `most` is the greatest growth of both together. */
async function watchHeap(/** @type {import('@playwright/test').Page} */ page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = async () => {
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
  const first = await usage();
  /** @type {Map<string, number>} */
  const workers = new Map();
  let most = 0;
  let id = 0;
  const note = async () => {
    const own = await usage();
    const all = [...workers.values()].reduce((sum, used) => sum + used, 0);
    most = Math.max(most, own - first + all);
  };
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { result } = JSON.parse(message);
    if (result?.usedSize !== undefined) workers.set(sessionId, result.usedSize + (result.backingStorageSize ?? 0));
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const timer = setInterval(() => {
      const message = JSON.stringify({ id: ++id, method: 'Runtime.getHeapUsage' });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => clearInterval(timer));
    }, 100);
    timer.unref();
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const timer = setInterval(() => note().catch(() => clearInterval(timer)), 100);
  timer.unref();
  return {
    most: async () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** @param {Awaited<ReturnType<typeof measureLogs>>} measured */
export function reportLogs({ events, bare, logs }) {
  const seconds = (/** @type {number} */ value) => `${(value / 1000).toFixed(2)} s`;
  console.log(`\nAn event log of ${events.toLocaleString('en')} events`);
  /** @type {[string, (log: (typeof logs)[number]) => string][]} */
  const lines = [
    ['file', ({ format, bytes }) => `${format}, ${(bytes / 1e6).toFixed(0)} MB`],
    ['chosen to understood', ({ understood }) => seconds(understood)],
    ['read and counted', ({ counted }) => seconds(counted)],
    ['map made and on the screen', ({ drawn }) => seconds(drawn)],
    ['together', ({ whole }) => seconds(whole)],
    ['again, on that map, by its profile', ({ overlay }) => seconds(overlay)],
    ['longest task of the page, reading', ({ longestReading }) => `${longestReading.toFixed(0)} ms`],
    ['longest task of the page, drawing', ({ longestDrawing }) => `${longestDrawing.toFixed(0)} ms`],
    ['heap of page and worker', ({ heap }) => `+${(heap / 1e6).toFixed(0)} MB`],
    [
      'bare parser in Node',
      ({ format }) => (format === 'csv' ? `papaparse ${seconds(bare.papaparse)}` : `saxes ${seconds(bare.saxes)}`),
    ],
    ['own splitter (the one in use)', ({ format }) => (format === 'csv' ? seconds(bare.splitter) : '')],
    ['of which decoding', ({ format }) => (format === 'csv' ? seconds(bare.decoding) : '')],
  ];
  for (const [name, of] of lines) console.log(name.padEnd(36), ...logs.map((log) => of(log).padStart(18)));
}
