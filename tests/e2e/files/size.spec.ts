import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../../support/quietPage.ts';

const GALLERY_KB = 300;
const EDITOR_KB = 450;

test.use({ ownPage: true });

test('V31 what is fetched before the gallery shows, and before the editor can be used, stays small', async ({
  page,
}) => {
  const fetched = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // What is still on its way when the test ends has no body.
    // Whether the window forgets is looked at two seconds after the start, by the clock: nobody waits for it.
    if (/\.(js|css)$/.test(pathname) && !pathname.includes('/forgetting'))
      fetched.set(
        pathname,
        response.body().catch(() => Buffer.of()),
      );
  });
  // Thumbnails fetch their painter once tiles are there: what counts is what was asked for before.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.tile') === null) return;
      observer.disconnect();
      performance.mark('gallery shown');
    }).observe(document, { childList: true, subtree: true });
  });
  const total = async (names: readonly string[]) => {
    let bytes = 0;
    for (const name of names) bytes += gzipSync((await fetched.get(name)) ?? '', { level: 9 }).length;
    return bytes / 1000;
  };
  await page.goto('/');
  await expect(page.locator('.tile').first()).toBeVisible();
  const asked = await page.evaluate(() => {
    const shown = performance.getEntriesByName('gallery shown')[0]?.startTime ?? Number.POSITIVE_INFINITY;
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime < shown)
      .map((entry) => new URL(entry.name).pathname);
  });
  const first = asked.filter((name) => fetched.has(name));
  const gallery = await total(first);
  const scripts = await Promise.all(first.map(async (name) => [name, String(await fetched.get(name))] as const));
  // Phrases of the readers, the writers and the picture of the view.
  for (const phrase of ['has no score. Write it as', '%% Desirepath:', 'data-html2canvas', 'should be an object']) {
    expect(
      scripts.filter(([name, text]) => name.endsWith('.js') && text.includes(phrase)).map(([name]) => name),
      phrase,
    ).toEqual([]);
  }
  await page.locator('.tile-picture').first().click();
  await expect(page.locator('.touchpoint').first()).toBeVisible();
  await expect(page.locator('.filter-choices')).toBeVisible();
  const editor = await total([...fetched.keys()]);
  test.info().annotations.push({
    type: 'sizes',
    description: `gallery ${gallery.toFixed(1)} kB, editor ${editor.toFixed(1)} kB, gzipped`,
  });
  console.log(`Scripts and styles, gzipped: gallery ${gallery.toFixed(1)} kB, editor ${editor.toFixed(1)} kB.`);
  expect(gallery).toBeGreaterThan(100);
  expect(gallery).toBeLessThanOrEqual(GALLERY_KB);
  expect(editor).toBeLessThanOrEqual(EDITOR_KB);
});
