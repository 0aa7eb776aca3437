// Measures the built program in a real browser and its core in Node; prints a table and writes bench-results/bench.json.
// `node tests/perf/bench.mjs [maps] [data] [size ...]`: maps of 100, 500 and 2,000 touchpoints unless named, and event logs
// of 1,000,000 events; `maps` or `data` runs one of the two alone, `events=<n>` makes the logs smaller. Build first, or let it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../support/find-browser.mjs';
import { measureCore } from './core.mjs';
import { measureLogs, reportLogs } from './eventLog.mjs';
import { generateMap } from './generateMap.mjs';
import {
  htmlToImage,
  lensSwitches,
  openToFirstFrame,
  paintPng,
  recordedFrames,
  recordFrames,
  titleEdits,
} from './page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wishes = process.argv.slice(2);
const wants = (/** @type {string} */ section) =>
  wishes.includes(section) || !['maps', 'data'].some((each) => wishes.includes(each));
const sizes = wants('maps') ? wishes.map(Number).filter(Boolean) : [];
if (wants('maps') && sizes.length === 0) sizes.push(100, 500, 2000);
const events = Number(wishes.find((wish) => wish.startsWith('events='))?.slice(7) ?? 1_000_000);

if (!existsSync(join(root, 'dist/index.html'))) {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: root,
    stdio: 'inherit',
  });
}
const core = sizes.length === 0 ? [] : await measureCore(sizes);
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
/** @type {readonly (readonly [string, 'afterTitle' | 'afterChannel' | 'afterLink' | 'afterMove' | 'afterVerdict' | 'afterFeeling'])[]} */
const edits = [
  ['a title', 'afterTitle'],
  ['a channel', 'afterChannel'],
  ['a link', 'afterLink'],
  ['a move', 'afterMove'],
  ['a verdict', 'afterVerdict'],
  ['a feeling', 'afterFeeling'],
];

const results = [];
let logs = null;
try {
  for (const size of sizes) results.push(await measure(size));
  if (wants('data')) logs = await measureLogs(browser, address, events);
} finally {
  await browser.close();
  await new Promise((resolve) => server.httpServer.close(resolve));
}
report();

/** @param {number} size */
async function measure(size) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.desirepath !== undefined);
  const mapId = await page.evaluate(
    async (text) => (await window.desirepath.importFile(new File([text], 'generated.journey.json'))).mapId,
    generateMap(size),
  );
  const open = await page.evaluate(openToFirstFrame, mapId);
  const edit = await page.evaluate(titleEdits, 24);
  const lens = await page.evaluate(lensSwitches, 9);
  const drag = await dragFrames(page);
  const pan = await panFrames(page);
  const png = await page.evaluate(paintPng);
  // Afresh, at the size at which cards are mounted.
  await page.reload();
  await page.locator('.react-flow__node-touchpoint').first().waitFor();
  await page.addScriptTag({
    content: readFileSync(join(root, 'node_modules/html-to-image/dist/html-to-image.js'), 'utf8'),
  });
  const other = await page.evaluate(htmlToImage, size);
  await context.close();
  return { size, open, edit, lens, drag, pan, png, htmlToImage: other };
}

/** @param {import('@playwright/test').Page} page */
async function dragFrames(page) {
  const box = await page.locator('.react-flow__node-touchpoint').first().boundingBox();
  if (box === null) throw new Error('no card is mounted');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(recordFrames);
  for (let step = 1; step <= 60; step++) await page.mouse.move(x + step * 6, y + step * 4);
  const frames = await page.evaluate(recordedFrames);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}

/** Pans with the whole map in view, as a workshop looks at it. @param {import('@playwright/test').Page} page */
async function panFrames(page) {
  await page.keyboard.press('Shift+Digit1');
  await page.mouse.move(800, 450);
  await page.evaluate(recordFrames);
  for (let step = 0; step < 60; step++) await page.mouse.wheel(step % 2 === 0 ? 12 : -11, 7);
  const frames = await page.evaluate(recordedFrames);
  return frames;
}

function report() {
  const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  const table = results.map((row, index) => ({
    touchpoints: row.size,
    'open, ms': ms(row.open),
    'edit to frame, ms': ms(row.edit.frame),
    'lens switch to the next frame, ms': ms(row.lens.median),
    'cards rendered': row.edit.rendered,
    'commit, ms': ms(row.edit.commit),
    'saved after, ms': ms(row.edit.save),
    'rows written': row.edit.rows,
    'drag frame, ms (p95)': `${ms(row.drag.median)} (${ms(row.drag.p95)})`,
    'pan whole map, ms (p95)': `${ms(row.pan.median)} (${ms(row.pan.p95)})`,
    'PNG, ms': ms(row.png.ms),
    'html-to-image, ms': ms(row.htmlToImage.ms),
    'times faster': (row.htmlToImage.ms / row.png.ms).toFixed(1),
    'core: commit, ms': ms(core[index]?.commit ?? 0),
    'core: layout after a move, ms': ms(core[index]?.layoutAfterMove ?? 0),
    'core: whole layout, ms': ms(core[index]?.layoutWhole ?? 0),
    'core: handoffs, ms': ms(core[index]?.handoffs ?? 0),
    'core: whole analysis, ms': ms(core[index]?.analysis.whole ?? 0),
    ...Object.fromEntries(
      edits.flatMap(([name, key]) => {
        const time = core[index]?.analysis[key];
        return [
          [`core: analysis after ${name}, ms`, ms(time?.worker ?? 0)],
          [`on the page after ${name}, ms`, ms(time?.page ?? 0)],
        ];
      }),
    ),
  }));
  const keys = Object.keys(table[0] ?? {});
  for (const key of keys) {
    console.log(key.padEnd(36), ...table.map((row) => String(row[/** @type {keyof typeof row} */ (key)]).padStart(14)));
  }
  const [first, last] = [results[0], results.at(-1)];
  if (first && last && first !== last) {
    console.log(
      `One edit, ${last.size} against ${first.size}: ${(last.edit.frame / first.edit.frame).toFixed(2)} times to the next frame.`,
    );
  }
  if (logs !== null) reportLogs(logs);
  mkdirSync(join(root, 'bench-results'), { recursive: true });
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, browser: browser.version() };
  writeFileSync(
    join(root, 'bench-results/bench.json'),
    `${JSON.stringify({ machine, core, browser: results, logs }, null, 2)}\n`,
  );
  console.log('Written to bench-results/bench.json');
}
