// Runs every suite and adds up their tests. `node tests/support/run-all.mjs [check]`: `check` leaves out the browser.
// The last line is `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, countWhole } from './count.mjs';

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
 *   count?: (report: unknown, ok: boolean) => Count }} Suite
 */

/** @type {Suite[]} */
const checks = [
  { name: 'types', tool: 'tsc', args: ['--noEmit'], minutes: 2 },
  { name: 'lint and format', tool: 'biome', args: ['ci', '--config-path=tests/lint.biome.json', '.'], minutes: 1 },
  { name: 'dead code', tool: 'knip', args: [], minutes: 2 },
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
  },
];

/** @type {Suite[]} */
const browser = [
  { name: 'build', tool: 'vite', args: ['build'], minutes: 3 },
  {
    name: 'browser',
    tool: 'playwright',
    args: ['test', '-c', 'tests/playwright.config.ts'],
    // Longer than its tests take, since it may have to install a browser first.
    minutes: 30,
    report: 'e2e.json',
    count: countPlaywright,
  },
];

/** @type {import('node:child_process').ChildProcess | null} */
let running = null;

/** Ends the child and what it started (its process group). */
function endChild() {
  const pid = running?.pid;
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') running?.kill('SIGKILL');
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

/**
 * @param {Suite} suite
 * @returns {Promise<boolean>} true when the tool ended well and in time
 */
function runTool(suite) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, tools[suite.tool]), ...suite.args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    running = child;
    const timer = setTimeout(() => {
      console.log(`${suite.name}: ended after ${suite.minutes} minutes without a result`);
      endChild();
    }, suite.minutes * MINUTE);
    const done = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      running = null;
      resolve(ok);
    };
    child.on('error', (error) => {
      console.log(`${suite.name}: ${error.message}`);
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

/**
 * @param {Suite} suite
 * @returns {Promise<Count>}
 */
async function runSuite(suite) {
  // An old report must never be counted.
  if (suite.report !== undefined) rmSync(join(RESULTS, suite.report), { force: true });
  const ok = await runTool(suite);
  return (suite.count ?? countWhole)(readReport(suite.report), ok);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    endChild();
    process.exit(130);
  });
}

const suites = process.argv[2] === 'check' ? checks : [...checks, ...browser];
mkdirSync(RESULTS, { recursive: true });
/** @type {{ name: string, count: Count, seconds: number }[]} */
const rows = [];
for (const suite of suites) {
  console.log(`\n== ${suite.name}`);
  const start = Date.now();
  const blocked = suite.name === 'browser' && rows.at(-1)?.count.failed !== 0;
  if (blocked) console.log('not run: the build failed');
  const count = blocked ? { passed: 0, failed: 1 } : await runSuite(suite);
  rows.push({ name: suite.name, count, seconds: (Date.now() - start) / 1000 });
}

console.log('');
for (const { name, count, seconds } of rows) {
  const mark = count.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${name.padEnd(30)} ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)`);
}
const passed = rows.reduce((sum, row) => sum + row.count.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.count.failed, 0);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
