// A large event log, the same each time, as CSV and XES; and what bare parsers take for it.
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { createServer } from 'vite';

const EVENTS_IN_CASE = 10;
const MB = 1 << 20;

const activities = [
  ...['Sees an advert', 'Opens landing page', 'Views product', 'Compares offers', 'Adds to basket', 'Begins checkout'],
  ...['Pays by card', 'Gets confirmation', 'Calls support', 'Returns goods', 'Leaves a review', 'Renews contract'],
];
const channels = ['website', 'app', 'phone', 'shop', 'e-mail'];
const devices = ['phone', 'tablet', 'laptop', 'none'];

/** @param {number} events */
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

/** @param {string} path @param {number} events */
export function writeCsv(path, events) {
  write(path, asCsv(events));
}

/** @param {string} path @param {number} events */
export function writeXes(path, events) {
  write(path, asXes(events));
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
    yield `<event><string key="concept:name" value="${each.activity}"/><date key="time:timestamp" value="${each.time}"/><string key="channel" value="${each.channel}"/><string key="device" value="${each.device}"/></event>\n`;
  }
  yield '</trace>\n</log>\n';
}

/** The best of three runs: what else the machine does only adds. @param {() => void} work */
function quickest(work) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** @param {Buffer} bytes @param {(text: string) => void} take */
function decoded(bytes, take) {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += MB) take(decoder.decode(bytes.subarray(at, at + MB), { stream: true }));
}

/**
 * Milliseconds that parsers take in Node for a CSV and for an XES file in blocks of 1 MB, without anything being done
 * with what they give: papaparse, the program's own splitter of rows, saxes.
 * @param {string} csv @param {string} xes
 */
export async function bareParsers(csv, xes) {
  const table = readFileSync(csv);
  const papaparse = quickest(() => {
    let rest = '';
    decoded(table, (text) => {
      const whole = rest + text;
      const { meta } = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(whole, 0, true);
      rest = whole.slice(meta.cursor);
    });
  });
  const { createRowSplitter } = await loadSplitter();
  const splitter = quickest(() => {
    const rows = createRowSplitter(',', () => {});
    decoded(table, (text) => rows.push(text));
    rows.end();
  });
  const decoding = quickest(() => decoded(table, () => {}));
  const log = readFileSync(xes);
  const saxes = quickest(() => {
    const parser = new SaxesParser({ xmlns: false, position: false });
    decoded(log, (text) => parser.write(text));
    parser.close();
  });
  return { papaparse, splitter, decoding, saxes };
}

async function loadSplitter() {
  const root = new URL('../..', import.meta.url).pathname;
  const server = await createServer({
    root,
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    return await server.ssrLoadModule('/src/exchange/data/splitRows.ts');
  } finally {
    await server.close();
  }
}
