import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { newBlankMap, openGallery, whenSaved } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { test } from '../../support/quietPage.ts';

const tile = (page: Page, name: string) =>
  page.locator('.tile', { has: page.getByRole('heading', { name, exact: true }) });
const names = (page: Page) => page.locator('.tile h2');

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What every map of the workspace holds, by its name: without ids, and the ids apart. */
async function contents(page: Page, wanted = '') {
  const found = await page.evaluate(async (wanted) => {
    const found: { ids: string[]; name: string; sizes: object; titles: string[]; library: object }[] = [];
    for (const { id, name } of await window.desirepath.maps()) {
      if (!name.startsWith(wanted)) continue;
      await window.desirepath.open(id);
      const doc = window.desirepath.editor?.doc;
      if (!doc) throw new Error('No map is open.');
      const tables = Object.entries(doc.map) as [string, object][];
      found.push({
        // Members are named by their persona, which all maps share.
        ids: tables.flatMap(([table, rows]) => (table === 'mapPersonas' ? [] : Object.keys(rows))),
        name: Object.values(doc.map.map)[0]?.name ?? '',
        sizes: Object.fromEntries(tables.map(([table, rows]) => [table, Object.keys(rows).length])),
        titles: Object.values(doc.map.touchpoints)
          .map((touchpoint) => touchpoint.title)
          .sort(),
        library: Object.fromEntries(
          Object.entries(doc.library).map(([table, rows]) => [
            table,
            Object.values(rows as Record<string, { name: string }>)
              .map((entry) => entry.name)
              .sort(),
          ]),
        ),
      });
    }
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }, wanted);
  return { ids: found.map(({ ids }) => ids), maps: found.map(({ ids: _, ...map }) => map) };
}

/** The page is that of a browser that has never been here, and at its gallery. */
async function startAnew(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await page.goto(origin);
  await expect(names(page).first()).toBeVisible();
}

async function toGallery(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect(names(page).first()).toBeVisible();
}

/** How many different colours a canvas shows. */
async function colors(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const data = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

test.describe('gallery', () => {
  test('V1 V3 V4 V41 V45 a first start holds a sample; maps are renamed, duplicated, found and deleted, all of them for good', async ({
    page,
    context,
  }) => {
    await openGallery(page);
    await expect(names(page)).toHaveText(['First order in the online shop']);
    await expect.poll(() => colors(page.locator('canvas.thumbnail'))).toBeGreaterThan(20);
    await expect(page.locator('.storage-line')).toHaveText(
      /^1 map · \d[\d.,]* [kMG]B of \d[\d.,]* [kMGT]B used · Kept/,
    );

    await choose(page, 'First order in the online shop', 'Rename');
    const field = page.getByRole('textbox', { name: 'Rename' });
    await expect(field).toBeFocused();
    await page.keyboard.type('Sofa');
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText(['Sofa']);
    await choose(page, 'Sofa', 'Rename');
    await page.keyboard.type('Chair');
    await page.keyboard.press('Escape');
    await expect(names(page)).toHaveText(['Sofa']);

    await choose(page, 'Sofa', 'Duplicate');
    await expect(names(page)).toHaveCount(2);
    await expect(tile(page, 'Sofa (copy)')).toBeVisible();
    await expect.poll(() => colors(tile(page, 'Sofa (copy)').locator('canvas'))).toBeGreaterThan(20);

    const search = page.getByRole('searchbox', { name: 'Search maps' });
    await search.fill('COPY');
    await expect(names(page)).toHaveText(['Sofa (copy)']);
    await search.fill('bicycle');
    await expect(page.getByText('Nothing found.')).toBeVisible();
    await search.fill('');

    await choose(page, 'Sofa (copy)', 'Delete');
    await expect(names(page)).toHaveText(['Sofa']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(names(page)).toHaveCount(2);
    // Neither a second sample nor the name of before.
    await page.reload();
    await expect(names(page)).toHaveCount(2);
    await expect(tile(page, 'Sofa')).toBeVisible();
    await names(page).filter({ hasText: 'Sofa (copy)' }).getByRole('link').click();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await expect(page).toHaveTitle('Sofa (copy) · Desirepath');

    await test.step('V41 V45 a map that another window deletes says so under the name the gallery gave it, and comes back', async () => {
      await page.evaluate(() => window.desirepath.editor?.run('updateMap', { name: 'Sofa' }));
      await whenSaved(page);
      await expect(page).toHaveTitle('Sofa (2) · Desirepath');
      await expect(page.locator('.top-name')).toHaveText('Sofa (2)');
      const other = await context.newPage();
      await openGallery(other);
      // While it is said what was deleted, no other map takes its number.
      await choose(other, 'Sofa', 'Delete');
      await expect(other.getByText('“Sofa” was deleted.')).toBeVisible();
      await expect(names(other)).toHaveText(['Sofa (2)']);
      await other.getByRole('button', { name: 'Undo' }).click();
      await expect(names(other)).toHaveCount(2);
      await choose(other, 'Sofa (2)', 'Delete');
      await expect(other.getByText('“Sofa (2)” was deleted.')).toBeVisible();
      const alert = page.getByRole('alert').filter({ hasText: 'deleted in another window' });
      await expect(alert).toBeVisible();
      await expect(page.locator('.save-light')).toHaveText('Deleted');
      await expect(page.locator('.top-name')).toHaveText('Sofa (2)');
      // Whoever goes on with it has it back.
      await page.evaluate(() => window.desirepath.editor?.run('updateMap', { name: 'Sofa (copy)' }));
      await expect(page.getByText('it is back in the gallery')).toBeVisible();
      await expect(page.locator('.save-light')).toHaveText(/^Saved/);
      await expect(tile(other, 'Sofa (copy)')).toBeVisible();
      await page.getByRole('button', { name: 'Understood' }).click();
      await expect(page.getByText('it is back in the gallery')).toBeHidden();

      await choose(other, 'Sofa (copy)', 'Delete');
      await expect(alert).toBeVisible();
      await page.reload();
      await expect(page.getByRole('alert')).toContainText('This map was deleted: the gallery does not list it.');
      expect(await faults(page, '.banner')).toEqual([]);
      await page.getByRole('alert').getByRole('button', { name: 'Restore it' }).click();
      await expect(page.getByRole('alert')).toBeHidden();
      await expect(page.locator('.save-light')).toHaveText(/^Saved/);
      await expect(names(other)).toHaveCount(2);
      await other.close();
    });

    await test.step('V4 deleting every map does not bring the sample back', async () => {
      await toGallery(page);
      await choose(page, 'Sofa (copy)', 'Delete');
      await expect(names(page)).toHaveText(['Sofa']);
      await choose(page, 'Sofa', 'Delete');
      await expect(page.getByText('No maps. Make a new one')).toBeVisible();
      await page.reload();
      await expect(page.getByText('No maps. Make a new one')).toBeVisible();
      expect(await page.evaluate(() => window.desirepath.maps())).toEqual([]);
    });
  });

  test('V5 V9 files dropped and picked are imported; one that cannot be read is refused within a second and keeps no other out', async ({
    page,
  }) => {
    await openGallery(page);
    await test.step('V9 a file that is refused', async () => {
      const picker = page.getByLabel('Import a file');
      await picker.setInputFiles({
        name: 'map.json',
        mimeType: '',
        buffer: Buffer.from('{"format": "x",\n "a": tru}'),
      });
      const refusal = page.getByRole('alert');
      await expect(refusal).toContainText('map.json was not imported', { timeout: 1000 });
      await expect(refusal).toContainText('line 2, column 7');
      await picker.setInputFiles({ name: 'five.json', mimeType: '', buffer: Buffer.from(`["${'x'.repeat(5e6)}"`) });
      await expect(page.getByRole('alert').filter({ hasText: 'five.json' })).toContainText('cut short', {
        timeout: 3000,
      });
      await expect(page.locator('.tile')).toHaveCount(1);
      await expect(page.getByRole('button', { name: 'New map' })).toBeEnabled();
    });

    const diagram = 'journey\n  title Garden\n  section Dig\n    Take the spade: 4: Ida\n';
    const dropArea = page.locator('.drop-area');
    const drop = async (files: Record<string, string>) => {
      const transfer = await page.evaluateHandle((contents) => {
        const data = new DataTransfer();
        for (const [name, text] of Object.entries(contents)) data.items.add(new File([text], name));
        return data;
      }, files);
      await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
      await expect(dropArea).toHaveCSS('opacity', '1');
      await page.getByText('Drop journey files').dispatchEvent('drop', { dataTransfer: transfer });
    };
    await drop({ 'garden.mmd': diagram });
    await expect(page.locator('.touchpoint', { hasText: 'Take the spade' })).toBeVisible();
    await toGallery(page);
    await expect(dropArea).toHaveCSS('opacity', '0');

    await drop({ 'broken.json': '{"format": "desire', 'shed.mmd': diagram.replace('Garden', 'Shed') });
    await expect(tile(page, 'Shed')).toBeVisible();
    const alert = page.getByRole('alert').filter({ hasText: 'broken.json was not imported' });
    await expect(alert).toContainText('line 1, column');
    await expect(names(page)).toHaveCount(3);

    await page.getByRole('button', { name: 'Files' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Import a file' }).click(),
    ]);
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles({ name: 'tree.mmd', mimeType: '', buffer: Buffer.from(diagram.replace('Garden', 'Tree')) });
    await expect(page.locator('.touchpoint', { hasText: 'Take the spade' })).toBeVisible();
    await expect(page).toHaveTitle('Tree · Desirepath');

    // In the editor a dropped file must not replace the program.
    const left = await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'x.json'));
      return document
        .querySelector('.map')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    expect(left).toBe(false);
  });

  test('V2 V6 V41 V46 maps made new share no id; a backup brings all and the library back, and a second import overwrites nothing', async ({
    page,
  }) => {
    await openGallery(page);
    await newBlankMap(page);
    expect(await page.evaluate(() => Object.values(window.desirepath.editor?.doc.map.stages ?? {}).length)).toBe(5);
    await page.evaluate(() => {
      const { editor } = window.desirepath;
      editor?.run('updateMap', { name: 'Second' });
      editor?.run('addLibraryEntry', { table: 'channels', name: 'Carrier pigeon' });
      editor?.run('addPersona', { name: 'Ida' });
    });
    await whenSaved(page);
    await toGallery(page);
    await expect(page.locator('.tile')).toHaveCount(2);
    await page.getByRole('button', { name: 'Files' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download a backup' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^desirepath-\d{4}-\d\d-\d\d\.workspace\.json$/);
    const text = await readFile(await saved.path(), 'utf8');
    const before = await contents(page);
    expect(JSON.stringify(before.maps)).toContain('Carrier pigeon');
    const second = before.maps.find(({ name }) => name === 'Second');

    await test.step('V2 the copy of the sample shares no id with the first', async () => {
      await toGallery(page);
      await page.getByRole('button', { name: 'New map' }).click();
      await page.getByRole('menuitem', { name: 'First order in an online shop' }).click();
      await expect(page.locator('.touchpoint').first()).toBeVisible();
      await toGallery(page);
      await expect(page.locator('.tile')).toHaveCount(3);
      await expect(names(page).filter({ hasText: /^First order in the online shop( 2)?$/ })).toHaveCount(2);
      const [one, other, ...more] = (await contents(page, 'First order')).ids;
      expect(more).toEqual([]);
      expect(one?.length).toBeGreaterThan(100);
      expect(one?.length).toBe(other?.length);
      expect(one?.filter((id) => other?.includes(id))).toEqual([]);
    });

    await startAnew(page);
    await choose(page, 'First order in the online shop', 'Delete');
    await expect(names(page)).toHaveCount(0);
    const bring = async () => {
      await page
        .getByLabel('Import a file')
        .setInputFiles({ name: 'all.workspace.json', mimeType: '', buffer: Buffer.from(text) });
    };
    await bring();
    await expect(names(page)).toHaveCount(2);
    await expect(page.getByText('2 maps of all.workspace.json are here.')).toBeVisible();
    expect((await contents(page)).maps).toEqual(before.maps);

    await toGallery(page);
    await expect(names(page)).toHaveCount(2);
    const first = await page.evaluate(() => window.desirepath.maps());
    await bring();
    await expect(names(page)).toHaveCount(4);
    // Copies bear the number; that the library knows its own entries is one sentence, which goes by itself.
    expect((await names(page).allTextContents()).filter((name) => name.endsWith('(2)'))).toHaveLength(2);
    const report = page.locator('.notes').last();
    await expect(report).toHaveText(
      /^2 maps of all\.workspace\.json are here\.\s*Already in your library, so used from there: \d+ personas, \d+ channels, .* and \d+ KPIs\.$/,
    );
    const ids = (await page.evaluate(() => window.desirepath.maps())).map(({ id }) => id);
    expect(first.every(({ id }) => ids.includes(id))).toBe(true);
    const after = await contents(page, 'Second');
    expect(after.maps.map((map) => map.library)).toEqual([second?.library, second?.library]);
  });
});
