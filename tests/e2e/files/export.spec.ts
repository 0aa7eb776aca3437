import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { ROW_HEAD_WIDTH } from '../../../src/layout/metrics.ts';
import { openSample } from '../../support/app.ts';
import { test } from '../../support/quietPage.ts';

const MARGIN = 10;
/** What floats over the map for its use only, and is in no picture of it. */
const aids = '.map-foot, .hover-add, .cursor-grid, .react-flow__panel, .react-flow__handle, .head-more, [role=alert]';

async function save(page: Page, item: string) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What a map holds, without ids: names and how much of everything, for the open map. */
function outline(page: Page) {
  return page.evaluate(() => {
    const { map, library } = window.desirepath.editor?.doc ?? {};
    if (!map || !library) throw new Error('No map is open.');
    const sorted = (rows: object, field: string) =>
      Object.values(rows as Record<string, Record<string, unknown>>)
        .map((row) => String(row[field]))
        .sort();
    return {
      counts: Object.fromEntries(Object.entries(map).map(([table, rows]) => [table, Object.keys(rows).length])),
      name: sorted(map.map, 'name'),
      scenario: sorted(map.map, 'scenario'),
      stages: sorted(map.stages, 'name'),
      steps: sorted(map.steps, 'name'),
      titles: sorted(map.touchpoints, 'title'),
      descriptions: sorted(map.touchpoints, 'description'),
      cards: sorted(map.cards, 'text'),
      notes: sorted(map.verdicts, 'note'),
      values: sorted(map.sentiments, 'value'),
      channels: Object.values(map.touchpoints)
        .map((tp) => `${tp.title}: ${tp.channels.map((id) => library.channels[id]?.name).join()}`)
        .sort(),
    };
  });
}

/** Imports a file, opens its map and returns its id. */
async function reopen(page: Page, name: string, text: string): Promise<string> {
  const id = await page.evaluate(
    async ([file, content]) => {
      const { mapId } = await window.desirepath.importFile(new File([content], file));
      await window.desirepath.open(mapId);
      return mapId;
    },
    [name, text] as const,
  );
  await expect(page.locator('.touchpoint').first()).toBeVisible();
  return id;
}

test.describe('export', () => {
  test('V11 V12 V13 a map that is exported and imported again is the same, as a journey file and in what a Mermaid journey holds, and always new', async ({
    page,
  }) => {
    await openSample(page);
    const before = await outline(page);
    await test.step('V12 a journey file', async () => {
      const { name, bytes } = await save(page, 'Journey file (JSON)');
      expect(name).toBe('First-order-in-the-online-shop.journey.json');
      const made = [await reopen(page, name, bytes.toString())];
      expect(await outline(page)).toEqual(before);
      made.push(await reopen(page, name, bytes.toString()));
      expect(new Set(made).size).toBe(2);
    });
    await test.step('V11 an import makes a new map with new ids', async () => {
      const sets = await page.evaluate(async () => {
        const found: string[][] = [];
        for (const { id } of await window.desirepath.maps()) {
          await window.desirepath.open(id);
          const map = window.desirepath.editor?.doc.map ?? {};
          // Members are named by their persona, which all maps share.
          found.push(
            Object.entries(map).flatMap(([table, rows]) =>
              table === 'mapPersonas' ? [] : Object.keys(rows as object),
            ),
          );
        }
        return found;
      });
      expect(sets).toHaveLength(3);
      const all = sets.flat();
      expect(new Set(all).size).toBe(all.length);
    });
    await test.step('V13 a Mermaid journey keeps steps, tasks, scores and people', async () => {
      const { name, bytes } = await save(page, 'Mermaid journey');
      expect(name).toBe('First-order-in-the-online-shop.mmd');
      await reopen(page, name, bytes.toString());
      expect((await outline(page)).titles).toEqual(before.titles);
      const again = await page.evaluate(async () => (await window.desirepath.exportMap('mermaid')).text());
      expect(again).toBe(bytes.toString());
    });
  });

  test('V14 V15 pictures at 1 to 4 times have the right size and show every card; one too large for a canvas is made smaller, and the dialog says to what', async ({
    page,
  }) => {
    await openSample(page);
    const nodes = await page.locator('.react-flow__node:has(.touchpoint)').evaluateAll((all) =>
      all.map((node) => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform);
        return { x: m41, y: m42, width: (node as HTMLElement).offsetWidth, height: (node as HTMLElement).offsetHeight };
      }),
    );
    // The picture begins left of and above the map's origin, by the row heads and a margin.
    const cards = nodes.map((node) => ({ ...node, x: node.x + ROW_HEAD_WIDTH, y: node.y + MARGIN }));
    expect(cards.length).toBeGreaterThan(5);
    const pictures = await page.evaluate(async (places) => {
      const found: { scale: number; width: number; height: number; theme: string; blank: number; mean: number }[] = [];
      for (const [scale, theme] of [
        [1, 'light'],
        [2, 'light'],
        [3, 'light'],
        [4, 'light'],
        [1, 'dark'],
      ] as const) {
        const blob = await window.desirepath.exportMap('png', { scale, theme, title: false });
        const picture = await createImageBitmap(blob);
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0);
        const read = (x: number, y: number, width: number, height: number) =>
          context?.getImageData(x * scale, y * scale, Math.max(1, width * scale), Math.max(1, height * scale)).data ??
          new Uint8ClampedArray();
        const colors = (data: Uint8ClampedArray) => new Set(new Uint32Array(data.buffer)).size;
        const blank = places.filter(({ x, y, width, height }) => colors(read(x, y, width, height)) < 8).length;
        const all = read(0, 0, picture.width / scale, 40);
        const mean = all.reduce((sum, value, index) => (index % 4 === 3 ? sum : sum + value), 0) / (all.length * 0.75);
        found.push({ scale, theme, width: picture.width, height: picture.height, blank, mean });
      }
      return found;
    }, cards);
    const one = pictures[0];
    for (const { scale, width, height, blank, theme, mean } of pictures) {
      expect([width, height]).toEqual([(one?.width ?? 0) * scale, (one?.height ?? 0) * scale]);
      expect(blank, `cards missing at ${scale}× ${theme}`).toBe(0);
      if (theme === 'dark') expect(mean).toBeLessThan(80);
      else expect(mean).toBeGreaterThan(200);
    }

    // V15: a map wider than any canvas.
    const steps = 200;
    const text = JSON.stringify({
      format: 'desirepath.journey',
      formatVersion: 1,
      map: {
        map: [{ id: 'mp_wide', name: 'Wide', state: 'current', scenario: '', createdAt: '2026-01-02T03:04:05.000Z' }],
        stages: [{ id: 'st_one', order: 'a0', name: 'Stage' }],
        steps: Array.from({ length: steps }, (_, at) => ({
          id: `sp_${at}`,
          order: `a${String(at + 1000)}V`,
          stageId: 'st_one',
          name: `Step ${at}`,
        })),
        touchpoints: Array.from({ length: steps }, (_, at) => ({
          id: `tp_${at}`,
          stepId: `sp_${at}`,
          title: `Card ${at}`,
        })),
      },
    });
    await reopen(page, 'wide.json', text);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Picture of the map' });
    await dialog.getByText('4×').click();
    await expect(dialog.getByRole('status')).toContainText(
      /16,384 × [\d,]+ pixels\. That is 0\.\d+×, the largest picture/,
    );
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save PNG' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Wide.png');
    const bytes = await readFile(await file.path());
    expect(bytes.readUInt32BE(16)).toBe(16_384);
    const columns = await page.evaluate(async (base64) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      // Each hundredth part of the width must hold ink: nothing is cut off at the right.
      return Array.from({ length: 100 }, (_, at) => {
        const width = Math.floor(picture.width / 100);
        const data = context?.getImageData(at * width, 0, width, picture.height).data ?? new Uint8ClampedArray();
        return new Set(new Uint32Array(data.buffer)).size;
      }).filter((colors) => colors < 8).length;
    }, bytes.toString('base64'));
    expect(columns).toBe(0);
  });

  test('V16 what is seen is copied as a picture and saved as one of the size of the map area', async ({
    page,
    context,
  }) => {
    // Each picture copies the styles of everything in view, which takes seconds on a slow machine.
    test.setTimeout(60_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSample(page);
    const area = await page.locator('.map').boundingBox();
    const { name, bytes } = await save(page, 'Save what I see as PNG');
    expect(name).toBe('First-order-in-the-online-shop-view.png');
    expect(Math.abs(bytes.readUInt32BE(16) - (area?.width ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs(bytes.readUInt32BE(20) - (area?.height ?? 0))).toBeLessThanOrEqual(1);
    expect(await differing(page, bytes)).toBeLessThan(0.004);

    // Painted small as a whole, with figures over it, of which not the first one was chosen.
    await page.keyboard.press('Control+g');
    await page.keyboard.press('4');
    const legend = page.locator('.overlay-key');
    await legend.getByRole('combobox').first().selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Fit', exact: true }).click();
    await expect(page.locator('canvas.overview')).toBeVisible();
    const small = await save(page, 'Save what I see as PNG');
    expect(await differing(page, small.bytes)).toBeLessThan(0.004);

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy what I see' }).click();
    await expect(page.getByText('The view is on the clipboard.')).toBeVisible({ timeout: 25_000 });
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bytes = new Uint8Array((await (await item?.getType('image/png'))?.arrayBuffer()) ?? new ArrayBuffer(0));
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    });
    expect(await differing(page, Buffer.from(copied, 'base64'))).toBeLessThan(0.004);
  });
});

/** The share of pixels in which a picture of the map is clearly not what the screen shows. */
async function differing(page: Page, picture: Buffer): Promise<number> {
  const screen = await page.locator('.map').screenshot({ style: `${aids} { visibility: hidden !important }` });
  return page.evaluate(
    async (both) => {
      const [one, other] = await Promise.all(
        both.map(async (data) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!one || !other) return 1;
      const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
      let count = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [a, b] = [(y * one.width + x) * 4, (y * other.width + x) * 4];
          const far = (at: number) => Math.abs((one.data[a + at] ?? 0) - (other.data[b + at] ?? 0)) > 64;
          if (far(0) || far(1) || far(2)) count++;
        }
      return count / (width * height);
    },
    [screen.toString('base64'), picture.toString('base64')],
  );
}
