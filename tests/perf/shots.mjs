// Takes the pictures of the overlays, in light and dark, 1440 x 900, to test-results/shots: badges against the period
// before, colours and the lanes of the sample map; widths of links with what goes no further of a log. `node
// tests/perf/shots.mjs [log.csv]`: any event log; without one that of the tests where it is there, else the sample.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../support/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'test-results/shots');
const log = [process.argv[2] ?? '', join(root, '../shared/data/eventlogs/interval_event_log.csv')].find(
  (path) => path !== '' && existsSync(path),
);

if (!existsSync(join(root, 'dist/index.html')))
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root });
mkdirSync(folder, { recursive: true });
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
const executablePath = await findBrowser();
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
try {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    // A window that is not private: that one warns that it forgets.
    const profile = mkdtempSync(join(tmpdir(), 'desirepath-shots-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...{ executablePath, args, viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.locator('.tile').first().waitFor();
    const shoot = async (/** @type {string} */ name) => {
      await page.mouse.move(1, 1);
      for (const message of await page.locator('.mantine-Notification-closeButton').all()) await message.click();
      await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      await page.waitForTimeout(900);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    };
    const press = async (/** @type {string[]} */ ...keys) => {
      await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      await page.keyboard.press('Control+g');
      for (const key of keys) await page.keyboard.press(key);
    };
    const open = async () => {
      await page.locator('.touchpoint').first().waitFor();
      await page.waitForFunction(() => window.desirepath.editor !== null);
    };
    await page.evaluate(async () => {
      const [first] = await window.desirepath.maps();
      await window.desirepath.open(first?.id ?? '');
    });
    await open();
    await press('4', '9');
    await shoot('badges');
    await press('9', '9', '4', '0', '5');
    await shoot('colours');
    await press('5', '6');
    if (log === undefined) await shoot('links');
    await press('6', '7', '8');
    await shoot('lanes');
    if (log !== undefined) {
      await page.evaluate(() => {
        window.location.hash = '#/';
      });
      await page.locator('.tile').first().waitFor();
      await page.getByRole('button', { name: 'Files' }).click();
      await page.getByRole('menuitem', { name: 'Numbers from a file' }).click();
      const dialog = page.getByRole('dialog');
      const input = dialog.locator('input[type="file"]');
      await input.waitFor({ state: 'attached' });
      await input.setInputFiles(log);
      await dialog.getByRole('button', { name: 'Read all rows' }).click();
      await dialog.getByRole('button', { name: 'Make the map' }).click();
      await open();
      await page.locator('.mantine-Notification-closeButton').first().click();
      await page.locator('.overlay-volume').first().waitFor({ state: 'attached' });
      await shoot('links');
    }
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
} finally {
  await new Promise((resolve) => server.httpServer.close(resolve));
}
console.log(folder);
