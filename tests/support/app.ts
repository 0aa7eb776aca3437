import { expect, type Page } from '@playwright/test';
import type { ScriptingApi } from '../../src/app/scripting.ts';

declare global {
  interface Window {
    desirepath: ScriptingApi;
    desirepathRenders?: Record<string, number>;
  }
}

/** Opens the gallery and waits until it shows its maps. Fails on anything a page logs as an error. */
export async function openGallery(page: Page): Promise<void> {
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto('/');
  await expect(page.locator('.tile').first()).toBeVisible();
}

/** Makes a blank map from the gallery's menu and waits for its editor. */
export async function newBlankMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New map' }).click();
  await page.getByRole('menuitem', { name: 'Blank map' }).click();
  await expect(page.locator('.map')).toBeVisible();
  await page.waitForFunction(() => window.desirepath.editor !== null);
}

/** Opens the sample that a new workspace holds. */
export async function openSample(page: Page): Promise<void> {
  await openGallery(page);
  await page.evaluate(async () => {
    const [first] = await window.desirepath.maps();
    await window.desirepath.open(first?.id ?? '');
  });
  await expect(page.locator('.touchpoint').first()).toBeVisible();
}

/** Waits until everything done so far is on disk. */
export async function whenSaved(page: Page): Promise<void> {
  await page.evaluate(() => window.desirepath.editor?.whenSaved());
}

/** A card on the map, by its title. */
export function card(page: Page, title: string) {
  return page.locator('.touchpoint', { hasText: title });
}

/** Titles of the map's touchpoints, sorted. */
export async function titles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.values(window.desirepath.editor?.doc.map.touchpoints ?? {})
      .map((touchpoint) => touchpoint.title)
      .sort(),
  );
}

/** How many records a table of the open map holds. */
export async function count(
  page: Page,
  table: 'touchpoints' | 'links' | 'stages' | 'steps' | 'lanes' | 'cards',
): Promise<number> {
  return page.evaluate((name) => Object.keys(window.desirepath.editor?.doc.map[name] ?? {}).length, table);
}
