// Measures how a large event log is read and counted: `node --expose-gc tests/perf/eventLog.mjs [events] [--node]`.
// 1,000,000 events in 100,000 cases unless said otherwise, as CSV and as XES, written to a temporary folder and removed
// again. In Node the readers run as they are; in Chromium a production build of the worker does, under the page's policy.
// Beside each stands what the bare parser takes for the same bytes: papaparse in 1 MB chunks, saxes without listeners.
import { mkdtempSync, openAsBlob, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { build, createServer, preview } from 'vite';
import { findBrowser } from '../support/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const EVENTS_IN_CASE = 10;
const MB = 1 << 20;

const activities = [
  ...['Sees an advert', 'Opens landing page', 'Views product', 'Compares offers', 'Adds to basket', 'Begins checkout'],
  ...['Pays by card', 'Gets confirmation', 'Calls support', 'Returns goods', 'Leaves a review', 'Renews contract'],
];
const channels = ['website', 'app', 'phone', 'shop', 'e-mail'];
const devices = ['phone', 'tablet', 'laptop', 'none'];

/** The same events each time. @param {number} events */
function* generate(events) {
  let seed = 12345;
  const random = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let which = 0; which * EVENTS_IN_CASE < events; which++) {
    let time = Date.UTC(2026, 0, 1) + which * 60_000;
    for (let at = 0; at < EVENTS_IN_CASE; at++) {
      time += random(7_200_000);
      const activity = activities[Math.min(11, at + random(3))] ?? '';
      yield {
        caseId: `case-${1_000_000 + which}`,
        first: at === 0,
        activity,
        time: new Date(time).toISOString(),
        channel: channels[random(5)] ?? '',
        device: devices[random(4)] ?? '',
      };
    }
  }
}

/** @param {string} path @param {Iterable<string>} parts */
function write(path, parts) {
  writeFileSync(path, '');
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < MB) continue;
    writeFileSync(path, text, { flag: 'a' });
    text = '';
  }
  writeFileSync(path, text, { flag: 'a' });
}

/** @param {number} events */
function* asCsv(events) {
  yield 'case_id,activity,timestamp,channel,device\n';
  for (const each of generate(events))
    yield `${each.caseId},${each.activity},${each.time},${each.channel},${each.device}\n`;
}

/** @param {number} events */
function* asXes(events) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n';
  let open = false;
  for (const each of generate(events)) {
    if (each.first) {
      yield `${open ? '</trace>\n' : ''}<trace>\n<string key="concept:name" value="${each.caseId}"/>\n`;
      open = true;
    }
    yield `<event><string key="concept:name" value="${each.activity}"/><date key="time:timestamp" value="${each.time}"/><string key="channel" value="${each.channel}"/></event>\n`;
  }
  yield '</trace>\n</log>\n';
}

/** @param {() => unknown} work */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {string} path */
function bareCsv(path) {
  const bytes = readFileSync(path);
  return timed(() => {
    const decoder = new TextDecoder();
    let rest = '';
    for (let at = 0; at < bytes.length; at += MB) {
      const text = rest + decoder.decode(bytes.subarray(at, at + MB), { stream: true });
      const { meta } = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(text, 0, true);
      rest = text.slice(meta.cursor);
    }
  });
}

/** @param {string} path */
function bareXes(path) {
  const bytes = readFileSync(path);
  return timed(() => {
    const decoder = new TextDecoder();
    const parser = new SaxesParser({ xmlns: false, position: false });
    for (let at = 0; at < bytes.length; at += MB)
      parser.write(decoder.decode(bytes.subarray(at, at + MB), { stream: true }));
    parser.close();
  });
}

/** In this process. @param {string[]} paths */
async function inNode(paths) {
  const server = await createServer({
    root,
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  const rows = [];
  try {
    const { createDataApi } = await server.ssrLoadModule('/src/exchange/data/dataApi.ts');
    const api = createDataApi();
    for (const path of paths) {
      const blob = await openAsBlob(path);
      const file = { name: path, size: blob.size, stream: () => blob.stream() };
      const seen = (await api.inspect(file, 'UTC')).value;
      const request =
        seen.format === 'xes'
          ? { format: 'xes', settings: seen.xes.settings }
          : { format: 'table', table: seen.table, settings: seen.events.settings };
      for (let run = 0; run < 3; run++) {
        global.gc?.();
        const used = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
        const before = used();
        let peak = 0;
        const cpu = process.cpuUsage();
        const start = performance.now();
        const { value } = await api.count(file, request, () => {
          peak = Math.max(peak, used() - before);
        });
        const time = performance.now() - start;
        peak = Math.max(peak, used() - before);
        const { user } = process.cpuUsage(cpu);
        rows.push({ where: 'Node', path, time, cpu: user / 1000, heap: peak, ...summary(value.log) });
      }
    }
  } finally {
    await server.close();
  }
  return rows;
}

/** @param {{ cases: number, events: number }} log */
const summary = ({ cases, events }) => ({ cases, events });

/** In a worker of Chromium, as built. @param {string[]} paths @param {string} folder */
async function inBrowser(paths, folder) {
  const outDir = join(folder, 'dist');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: {
        input: join(root, 'tests/perf/eventLogPage.mjs'),
        output: { entryFileNames: 'page.js' },
      },
    },
    worker: { format: 'es' },
  });
  const policy = "default-src 'self'; script-src 'self'; worker-src 'self' blob:";
  writeFileSync(
    join(outDir, 'index.html'),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script type="module" src="/page.js"></script>`,
  );
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const rows = [];
  try {
    for (const path of paths) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      const heap = await watchWorkers(page);
      await page.locator('input').setInputFiles(path);
      const result = await page.evaluate(() => window.countChosen());
      rows.push({ where: 'Chromium', path, time: result.inspect + result.count, heap: heap(), ...result });
      await page.close();
    }
  } finally {
    await browser.close();
    await new Promise((resolve) => server.httpServer.close(resolve));
  }
  return rows;
}

/** Asks the page's workers how much memory they use, ten times a second; returns the most. @param {import('@playwright/test').Page} page */
async function watchWorkers(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {Map<string, number>} */
  const first = new Map();
  let most = 0;
  let id = 0;
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { result } = JSON.parse(message);
    if (result?.usedSize === undefined) return;
    const used = result.usedSize + (result.backingStorageSize ?? 0);
    if (!first.has(sessionId)) first.set(sessionId, used);
    most = Math.max(most, used - (first.get(sessionId) ?? 0));
  });
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const timer = setInterval(() => {
      const message = JSON.stringify({ id: ++id, method: 'Runtime.getHeapUsage' });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => clearInterval(timer));
    }, 100);
    timer.unref();
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return () => most;
}

const events = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'desirepath-log-'));
try {
  const paths = [join(folder, 'log.csv'), join(folder, 'log.xes')];
  write(paths[0], asCsv(events));
  write(paths[1], asXes(events));
  console.log(`bare papaparse, 1 MB chunks: ${(bareCsv(paths[0]) / 1000).toFixed(2)} s`);
  console.log(`bare saxes, 1 MB chunks:     ${(bareXes(paths[1]) / 1000).toFixed(2)} s`);
  const rows = await inNode(paths);
  if (!process.argv.includes('--node')) rows.push(...(await inBrowser(paths, folder)));
  for (const row of rows) {
    const size = `${(statSync(row.path).size / 1e6).toFixed(0)} MB ${row.path.slice(-3)}`;
    const cpu = row.cpu === undefined ? '' : `, ${(row.cpu / 1000).toFixed(2)} s of processor`;
    const page = row.longest === undefined ? '' : `, longest task of the page ${row.longest.toFixed(0)} ms`;
    console.log(
      `${row.where}, ${size}: ${(row.time / 1000).toFixed(2)} s${cpu}, heap +${(row.heap / 1e6).toFixed(0)} MB${page} (${row.events} events, ${row.cases} cases)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
