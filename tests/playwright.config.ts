import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return String(address.port);
}

// Workers load this file again; what was found the first time reaches them through the environment.
process.env.DESIREPATH_PORT ??= await freePort();
const port = process.env.DESIREPATH_PORT;
const preview = `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`;

export default defineConfig({
  testDir: './e2e',
  globalSetup: './support/browserSetup.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  // Two keep two cores busy; those that start, close and kill browsers mostly wait, so they go beside these.
  workers: 3,
  projects: [
    { name: 'program', testIgnore: '**/{durability,gallery}/**', workers: 2 },
    // The gallery is there so that both kinds take about as long.
    { name: 'durability', testMatch: '**/{durability,gallery}/**', workers: 1 },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results/e2e.json') }]],
  webServer: {
    command: existsSync(join(root, 'dist/index.html')) ? preview : `npx vite build && ${preview}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      // Found by the global setup, before workers start.
      executablePath: process.env.CHROME_PATH ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
