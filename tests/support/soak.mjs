// The browser tests tagged @soak, at full length (they run short among the others).
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'tests/playwright.config.ts',
    '--grep',
    '@soak',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, DESIREPATH_SOAK: 'full' }, timeout: 60 * 60_000 },
);
process.exitCode = status ?? 1;
