import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  test as base,
  type CDPSession,
  chromium,
  type Page,
} from '@playwright/test';
import { installProbe } from './storageProbe.ts';

const START_MS = 30_000;
const END_MS = 5000;

/** A browser of our own whose profile is on disk, so that it can be killed and started again. */
export interface RunningBrowser {
  readonly context: BrowserContext;
  /** The page it starts with. */
  readonly page: Page;
  /** Ends the process and all that it started at once, as a crash does. */
  kill(): Promise<void>;
  /** Lets the browser end by itself. */
  close(): Promise<void>;
}

/** Full runs of the repeated tests; otherwise they run a tenth. */
export const isSoak = process.env.DESIREPATH_SOAK === 'full';

export function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'desirepath-profile-'));
}

export function removeProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Starts a Chromium on a profile and attaches to it. In a window of its own size, or one where less is to be drawn. */
export async function startBrowser(profile: string, window?: 'small'): Promise<RunningBrowser> {
  // Left behind by a killed browser; its process is gone.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(join(profile, name), { force: true });
  }
  const child = spawn(
    process.env.CHROME_PATH ?? '',
    [
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      '--disable-default-apps',
      '--disable-field-trial-config',
      '--disable-breakpad',
      '--mute-audio',
      // Nothing here is about what glides: drawing that takes more than saving does.
      '--force-prefers-reduced-motion',
      '--lang=en-US',
      ...(window === 'small' ? ['--window-size=600,400'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const browser = await chromium.connectOverCDP(await endpointOf(child));
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('The browser has no default context.');
    await context.addInitScript(installProbe);
    const page = context.pages()[0] ?? (await context.newPage());
    return { context, page, kill: () => kill(child, ended, browser), close: () => close(child, ended, browser) };
  } catch (error) {
    endGroup(child);
    throw error;
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`The browser did not start in time. It said:\n${text}`)), START_MS);
    child.once('exit', (code) => reject(new Error(`The browser ended (${code}). It said:\n${text}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-10_000);
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}

/** The child leads a process group of its own; nothing else is in it. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

async function kill(child: ChildProcess, ended: Promise<void>, browser: Browser): Promise<void> {
  endGroup(child);
  await ended;
  await browser.close().catch(() => undefined);
}

async function close(child: ChildProcess, ended: Promise<void>, browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, END_MS))]);
  await kill(child, ended, browser);
}

/** Runs `work` on a browser with a fresh profile and removes both. */
export async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await makeProfile();
  try {
    await work(profile);
  } finally {
    await removeProfile(profile);
  }
}

interface Shared {
  readonly running: RunningBrowser;
  readonly tab: Tab;
}
interface Fresh {
  /** The address of the app, with a slash at its end. */
  readonly app: string;
  /** A page of the same origin that does not run the app. */
  readonly bare: string;
}

/** One page of a worker's browser, emptied for each of its tests. */
interface Tab {
  emptied(bare: string): Promise<Page>;
  discard(): Promise<void>;
}

/**
 * Playwright's test with one persistent browser for each worker. `page` is the only page of its default context
 * (`context`), stands at `bare`, and nothing is stored for the app. Tests share it, for then the app's code need not be
 * compiled again: they take their own initial scripts off with `dispose`.
 */
export const test = base.extend<Fresh, Shared>({
  running: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      await withProfile(async (profile) => {
        const running = await startBrowser(profile);
        await use(running);
        await running.close();
      });
    },
    { scope: 'worker' },
  ],
  tab: [async ({ running }, use) => use(createTab(running)), { scope: 'worker' }],
  app: async ({ baseURL }, use) => use(baseURL ?? ''),
  bare: async ({ app }, use) => use(`${app}icon.svg`),
  context: async ({ running }, use) => use(running.context),
  page: async ({ tab, bare }, use, testInfo) => {
    await use(await tab.emptied(bare));
    // Nobody knows what a test that failed has left in it.
    if (testInfo.status !== testInfo.expectedStatus) await tab.discard();
  },
});

function createTab({ context, page: first }: RunningBrowser): Tab {
  let page = first;
  return {
    async emptied(bare) {
      if (page.isClosed()) page = await context.newPage();
      for (const other of context.pages()) if (other !== page) await other.close();
      page.removeAllListeners();
      await page.goto(bare);
      await empty(page);
      return page;
    },
    async discard() {
      // A browser without any page may end.
      const next = await context.newPage();
      await page.close();
      page = next;
    },
  };
}

/** Removes all that is stored for the page's origin. */
async function empty(page: Page): Promise<void> {
  const session = await devtools(page);
  const origin = new URL(page.url()).origin;
  // A page that has just been left may still write.
  for (let attempt = 0; attempt < 20; attempt++) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    const left = await page.evaluate(async () => {
      sessionStorage.clear();
      return (await indexedDB.databases()).length + localStorage.length;
    });
    if (left === 0) break;
  }
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await session.detach();
}

/** A session of the devtools protocol on a page, for what Playwright has no words for. */
export function devtools(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** Collects what went wrong in a page and nobody caught. */
export function uncaughtIn(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
