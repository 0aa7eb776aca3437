import { type Browser, test as base, type Page } from '@playwright/test';

/** What may differ from test to test and can be changed on a page that is open. */
interface Wishes {
  readonly viewport: { width: number; height: number } | null;
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null;
  readonly reducedMotion: 'reduce' | 'no-preference' | null;
  readonly permissions: string[] | undefined;
}

/** One page of a worker, emptied for each of its tests. */
interface Home {
  page(address: string, wishes: Wishes): Promise<Page>;
  /** The next test gets a new one: after a failure nobody knows what this one holds. */
  discard(): Promise<void>;
}

function createHome(browser: Browser): Home {
  let page: Page | null = null;
  const discard = async () => {
    await page?.context().close();
    page = null;
  };
  return {
    discard,
    async page(address, wishes) {
      if (page?.isClosed() !== false) page = await openPage(browser, address);
      await clear(page, address);
      await page.setViewportSize(wishes.viewport ?? { width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: wishes.colorScheme, reducedMotion: wishes.reducedMotion, media: null });
      await page.context().grantPermissions(wishes.permissions ?? []);
      return page;
    },
  };
}

async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  // Said on the console, where tests that want a quiet page hear it.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return context.newPage();
}

/**
 * Takes the page back to what a new one is: nothing stored, nothing listened to, the pointer in its corner. By way of a
 * page of the same origin: `about:blank` would cost the process of the page, and with it the app's compiled code.
 */
async function clear(page: Page, address: string): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  await page.goto(new URL('icon.svg', address).href);
  await page.mouse.move(0, 0);
  await context.clearPermissions();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' });
  await session.detach();
  await page.evaluate(() => sessionStorage.clear());
}

interface Fixtures {
  /** Set by tests that need a page nobody has used: for scripts before loading, for touch, for what was fetched. */
  ownPage: boolean;
}

/**
 * Playwright's test with a page that the tests of a worker share: it is emptied between them, and its code need not be
 * compiled again, which halves what it takes to open a map.
 */
export const test = base.extend<Fixtures, { home: Home }>({
  ownPage: [false, { option: true }],
  home: [
    async ({ browser }, use) => {
      const home = createHome(browser);
      await use(home);
      await home.discard();
    },
    { scope: 'worker' },
  ],
  context: async (
    { browser, home, ownPage, baseURL, viewport, colorScheme, contextOptions, permissions },
    use,
    testInfo,
  ) => {
    const address = baseURL ?? '';
    if (ownPage) {
      const context = await browser.newContext();
      await use(context);
      await context.close();
      return;
    }
    const reducedMotion = contextOptions.reducedMotion ?? null;
    const page = await home.page(address, { viewport, colorScheme, reducedMotion, permissions });
    await use(page.context());
    if (testInfo.status !== testInfo.expectedStatus) await home.discard();
  },
  page: async ({ context, ownPage }, use) => {
    const [page] = context.pages();
    await use(ownPage || page === undefined ? await context.newPage() : page);
  },
});
