// Runs every suite, the checks two at a time, and adds up their tests. `node tests/support/run-all.mjs [check]`: `check` leaves out the browser.
// What failed is told once more at the end. The last line is `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, countWhole, failuresOfPlaywright, failuresOfVitest } from './count.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const RESULTS = join(ROOT, 'test-results');
const MINUTE = 60_000;

/** The program files of the tools, run by this same Node: no shell, no npx, the same on every system. */
const tools = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {{ name: string, tool: keyof typeof tools, args: string[], minutes: number, report?: string,
 *   count?: (report: unknown, ok: boolean) => Count, failures?: (report: unknown) => string[] }} Suite
 */

/** @type {Suite[]} */
const checks = [
  // The longest first: the others run beside it.
  {
    name: 'unit, property, architecture',
    tool: 'vitest',
    args: [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    minutes: 5,
    report: 'unit.json',
    count: countVitest,
    failures: failuresOfVitest,
  },
  { name: 'types', tool: 'tsc', args: ['--noEmit'], minutes: 2 },
  { name: 'lint and format', tool: 'biome', args: ['ci', '--config-path=tests/lint.biome.json', '.'], minutes: 1 },
  { name: 'dead code', tool: 'knip', args: [], minutes: 2 },
];

/** @type {Suite} */
const build = { name: 'build', tool: 'vite', args: ['build'], minutes: 3 };
/** @type {Suite} */
const browser = {
  name: 'browser',
  tool: 'playwright',
  args: ['test', '-c', 'tests/playwright.config.ts'],
  // Longer than its tests take, since it may have to install a browser first.
  minutes: 30,
  report: 'e2e.json',
  count: countPlaywright,
  failures: failuresOfPlaywright,
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends a child and what it started (its process group).
 * @param {import('node:child_process').ChildProcess} child
 */
function endChild(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

/**
 * @param {Suite} suite
 * @param {boolean} isAlone what it says is shown at once; otherwise when it is done
 * @returns {Promise<boolean>} true when the tool ended well and in time
 */
function runTool(suite, isAlone) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, tools[suite.tool]), ...suite.args], {
      cwd: ROOT,
      stdio: isAlone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ part) => said.push(part));
    const timer = setTimeout(() => {
      said.push(Buffer.from(`${suite.name}: ended after ${suite.minutes} minutes without a result\n`));
      endChild(child);
    }, suite.minutes * MINUTE);
    const done = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      running.delete(child);
      const text = Buffer.concat(said).toString();
      process.stdout.write(isAlone ? text : `\n== ${suite.name}\n${text}`);
      resolve(ok);
    };
    child.on('error', (error) => {
      said.push(Buffer.from(`${suite.name}: ${error.message}\n`));
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}

/** @param {string | undefined} name */
function readReport(name) {
  if (name === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(join(RESULTS, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @typedef {{ name: string, count: Count, failures: string[], seconds: number }} Row */

/**
 * @param {Suite} suite
 * @param {boolean} isAlone
 * @returns {Promise<Row>}
 */
async function runSuite(suite, isAlone) {
  const start = Date.now();
  // An old report must never be counted.
  if (suite.report !== undefined) rmSync(join(RESULTS, suite.report), { force: true });
  const ok = await runTool(suite, isAlone);
  const report = readReport(suite.report);
  const count = (suite.count ?? countWhole)(report, ok);
  const failures = suite.failures?.(report) ?? [];
  return { name: suite.name, count, failures, seconds: (Date.now() - start) / 1000 };
}

/**
 * Runs suites two at a time, in their order.
 * @param {Suite[]} suites
 * @returns {Promise<Row[]>}
 */
async function runInPairs(suites) {
  /** @type {Row[]} */
  const rows = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < suites.length; at = next++)
      rows[at] = await runSuite(/** @type {Suite} */ (suites[at]), false);
  };
  await Promise.all([work(), work()]);
  return rows;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    for (const child of running) endChild(child);
    process.exit(130);
  });
}

mkdirSync(RESULTS, { recursive: true });
const isCheck = process.argv[2] === 'check';
const rows = await runInPairs(isCheck ? checks : [...checks, build]);
if (!isCheck) {
  console.log(`\n== ${browser.name}`);
  if (rows.at(-1)?.count.failed === 0) rows.push(await runSuite(browser, true));
  else {
    console.log('not run: the build failed');
    rows.push({ name: browser.name, count: { passed: 0, failed: 1 }, failures: [], seconds: 0 });
  }
}

console.log('');
for (const { name, count, seconds } of rows) {
  const mark = count.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${name.padEnd(30)} ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)`);
}
for (const failure of rows.flatMap((row) => row.failures)) console.log(`\n× ${failure.replaceAll(`${ROOT}/`, '')}`);
const passed = rows.reduce((sum, row) => sum + row.count.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.count.failed, 0);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
