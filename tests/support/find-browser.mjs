// Finds a Chromium to test with: CHROME_PATH, an installed one, Playwright's own, or one that it installs.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MINUTE = 60_000;
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where installers put browsers, for the system this runs on. */
function usualPlaces() {
  const { platform, env } = process;
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((dir) => apps.map((app) => join(dir, app)));
  }
  if (platform === 'win32') {
    const apps = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    const dirs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((dir) => dir !== undefined);
    return dirs.flatMap((dir) => apps.map((app) => join(dir, app)));
  }
  const dirs = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [
    ...dirs.flatMap((dir) => NAMES.map((name) => join(dir, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
  ];
}

function onPath() {
  const names = process.platform === 'win32' ? NAMES.map((name) => `${name}.exe`) : NAMES;
  const dirs = (process.env.PATH ?? '').split(delimiter).filter((dir) => dir !== '');
  return names.flatMap((name) => dirs.map((dir) => join(dir, name)));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function installed() {
  return [...usualPlaces(), ...onPath()].find(isProgram);
}

/** Playwright's own Chromium, if it has been downloaded. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return isProgram(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout milliseconds
 */
function run(command, args, timeout) {
  console.log(`No browser found; running: ${[command, ...args].join(' ')}`);
  const shell = process.platform === 'win32';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', timeout, killSignal: 'SIGKILL', shell, env }).status === 0;
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

const system = { env: process.env, isProgram, installed, playwrightsOwn, run, isDebianRoot };

/**
 * Tries every place in turn.
 * @param {typeof system} asked
 */
async function search({ env, isProgram, installed, playwrightsOwn, run, isDebianRoot }) {
  const wanted = env.CHROME_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (isProgram(wanted)) return { path: wanted, from: 'CHROME_PATH' };
    throw new Error(`CHROME_PATH names ${wanted}, which is no program: correct it or unset it.`);
  }
  const here = installed();
  if (here !== undefined) return { path: here, from: 'installed' };
  const own = await playwrightsOwn();
  if (own !== undefined) return { path: own, from: 'Playwright' };
  if (run('npx', ['playwright', 'install', 'chromium'], 4 * MINUTE)) {
    const fetched = await playwrightsOwn();
    if (fetched !== undefined) return { path: fetched, from: 'Playwright, just installed' };
  }
  if (isDebianRoot()) {
    const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-thai-tlwg'];
    run('apt-get', ['update'], 2 * MINUTE);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], 6 * MINUTE);
    const added = installed();
    if (added !== undefined) return { path: added, from: 'system packages, just installed' };
  }
  throw new Error(
    'No Chromium, Chrome or Edge was found and none could be installed: install one, or set CHROME_PATH to its program file.',
  );
}

/**
 * The path of a Chromium's program file, also left in CHROME_PATH for child processes. Prints which one was chosen.
 * Throws one sentence that says what to do when there is none. Bounded: 12 minutes when everything has to be installed.
 * @param {typeof system} [asked] what is asked, for tests
 * @returns {Promise<string>}
 */
export async function findBrowser(asked = system) {
  const { path, from } = await search(asked);
  console.log(`Browser: ${path} (${from})`);
  asked.env.CHROME_PATH = path;
  return path;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await findBrowser().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
