import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, findBrowser } from '../../support/find-browser.mjs';

/** A computer that has nothing and lets nothing be installed, but for what is given; it notes what was run. */
function computer(given: Partial<Asked> = {}) {
  const ran: string[] = [];
  const minutes: number[] = [];
  const { run = () => false, ...rest } = given;
  const asked: Asked = {
    env: {},
    isProgram: () => true,
    installed: () => undefined,
    playwrightsOwn: async () => undefined,
    isDebianRoot: () => false,
    ...rest,
    run(command, args, timeout) {
      ran.push([command, ...args].join(' '));
      minutes.push(timeout / 60_000);
      return run(command, args, timeout);
    },
  };
  return { asked, ran, minutes };
}

describe('finding a browser', () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());

  it('H10 takes CHROME_PATH before all others', async () => {
    const { asked, ran } = computer({ env: { CHROME_PATH: '/mine' }, installed: () => '/installed' });
    expect(await findBrowser(asked)).toBe('/mine');
    expect(ran).toEqual([]);
  });

  it('H10 says so when CHROME_PATH names no program, and takes no other', async () => {
    const { asked } = computer({
      env: { CHROME_PATH: '/gone' },
      isProgram: (path) => path !== '/gone',
      installed: () => '/installed',
    });
    await expect(findBrowser(asked)).rejects.toThrow(
      'CHROME_PATH names /gone, which is no program: correct it or unset it.',
    );
  });

  it('H10 takes an installed browser before that of Playwright, and leaves it in CHROME_PATH', async () => {
    const { asked, ran } = computer({
      env: { CHROME_PATH: '' },
      installed: () => '/installed',
      playwrightsOwn: async () => '/own',
    });
    expect(await findBrowser(asked)).toBe('/installed');
    expect(asked.env.CHROME_PATH).toBe('/installed');
    expect(ran).toEqual([]);
  });

  it('H10 takes that of Playwright before it installs anything', async () => {
    const { asked, ran } = computer({ playwrightsOwn: async () => '/own' });
    expect(await findBrowser(asked)).toBe('/own');
    expect(ran).toEqual([]);
  });

  it('H10 lets Playwright install one, and asks the system for none then', async () => {
    let fetched: string | undefined;
    const { asked, ran } = computer({
      playwrightsOwn: async () => fetched,
      isDebianRoot: () => true,
      run: () => {
        fetched = '/fetched';
        return true;
      },
    });
    expect(await findBrowser(asked)).toBe('/fetched');
    expect(ran).toEqual(['npx playwright install chromium']);
  });

  it('H10 asks the packages of Debian last, as root alone', async () => {
    let added: string | undefined;
    const { asked, ran } = computer({
      installed: () => added,
      isDebianRoot: () => true,
      run: (command, args) => {
        if (command === 'apt-get' && args[0] === 'install') added = '/usr/bin/chromium';
        return command === 'apt-get';
      },
    });
    expect(await findBrowser(asked)).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'npx playwright',
      'apt-get update',
      'apt-get install',
    ]);
    expect(ran[2]).toContain(' chromium ');
  });

  it('H10 where nothing can be had it says one sentence that tells what to do, after a bounded time', async () => {
    for (const isRoot of [false, true]) {
      const { asked, ran, minutes } = computer({ isDebianRoot: () => isRoot });
      const message = await findBrowser(asked).catch((error: Error) => error.message);
      expect(message).toMatch(/^No Chromium, Chrome or Edge was found .* install one, or set CHROME_PATH to .*\.$/);
      expect(message.split('. ')).toHaveLength(1);
      expect(ran).toHaveLength(isRoot ? 3 : 1);
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(12);
    }
  });
});
