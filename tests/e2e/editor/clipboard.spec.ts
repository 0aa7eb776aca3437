import { expect, type Page } from '@playwright/test';
import { count, newBlankMap, titles } from '../../support/app.ts';
import {
  boxOf,
  channels,
  enterGrid,
  expectSaid,
  fingerprint,
  middleOfCell,
  openBlankMap,
  put,
  run,
  stepIds,
  tables,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
// There is one clipboard for all.
test.describe.configure({ mode: 'serial' });

async function linkedPair(page: Page): Promise<readonly [string, string]> {
  const one = await put(page, 'Sees an advert', 0, 0);
  const two = await put(page, 'Calls the shop', 1, 1);
  await run(page, 'addLink', { from: one, to: two });
  await boxOf(page, one).click();
  await boxOf(page, two).click({ modifiers: ['Shift'] });
  return [one, two];
}

async function pasteAsText(page: Page, plain: string, html = ''): Promise<void> {
  await page.evaluate(
    ([text, markup]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (markup !== '') clipboardData.setData('text/html', markup);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [plain, html] as const,
  );
}

test('U20 cards are copied, cut, pasted and duplicated within a map, to other maps and from other tabs', async ({
  page,
  context,
}) => {
  await test.step('U20 copy, cut, paste and duplicate work within a map, with links, each as one gesture', async () => {
    await openBlankMap(page);
    await linkedPair(page);
    const before = await fingerprint(page);
    await page.keyboard.press('Control+c');
    await expectSaid(page, 'Copied 2 cards');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+v');
    await expect.poll(() => count(page, 'touchpoints')).toBe(4);
    await expectSaid(page, 'Pasted 2 cards');
    const map = await tables(page);
    expect(Object.keys(map.links)).toHaveLength(2);
    const steps = await stepIds(page);
    const places = Object.values(map.touchpoints).map(({ title, stepId }) => `${title} ${steps.indexOf(stepId)}`);
    expect(places.sort()).toEqual(['Calls the shop 1', 'Calls the shop 3', 'Sees an advert 0', 'Sees an advert 2']);
    await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);

    await page.locator('.touchpoint').first().click();
    await page.keyboard.press('Control+d');
    await expectSaid(page, 'Duplicated');
    expect(await count(page, 'touchpoints')).toBe(3);
    await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await expect.poll(() => count(page, 'touchpoints')).toBe(0);
    await page.keyboard.press('Control+v');
    await expect.poll(() => titles(page)).toEqual(['Calls the shop', 'Sees an advert']);
    expect(await count(page, 'links')).toBe(1);
  });

  await test.step('U20 cards are pasted into another map and from another tab with their channels', async () => {
    await openBlankMap(page);
    const [one] = await linkedPair(page);
    const channel = (await tables(page)).touchpoints[one]?.channels;
    await page.keyboard.press('Control+c');
    await expectSaid(page, 'Copied 2 cards');
    await page.getByRole('link', { name: 'All maps' }).click();
    await newBlankMap(page);
    await expect(page.locator('.touchpoint')).toHaveCount(0);
    await enterGrid(page);
    await page.keyboard.press('Control+v');
    await expect.poll(() => count(page, 'links')).toBe(1);
    const pasted = Object.values((await tables(page)).touchpoints).find(({ title }) => title === 'Sees an advert');
    expect(pasted?.channels).toEqual(channel);
    expect(pasted?.id).not.toBe(one);

    const other = await context.newPage();
    await openBlankMap(other);
    await other.bringToFront();
    await enterGrid(other);
    await other.keyboard.press('Control+v');
    await expect.poll(() => titles(other)).toEqual(['Calls the shop', 'Sees an advert']);
    expect(await count(other, 'links')).toBe(1);
  });
});

test('U21 a range of a spreadsheet fills cells from the cursor on; hostile HTML does nothing', async ({ page }) => {
  await openBlankMap(page);
  const empty = await fingerprint(page);
  const cell = await middleOfCell(page, 3, 1);
  // Beside the "+" in its middle.
  await page.mouse.click(cell.x + 60, cell.y);
  await page.evaluate(() => navigator.clipboard.writeText('A\t"B with\na break"\tC\r\nD\t\tF\r\n'));
  await page.keyboard.press('Control+v');
  await expect.poll(() => count(page, 'touchpoints')).toBe(5);
  const [steps, rows, map] = [await stepIds(page), await channels(page), await tables(page)];
  expect(steps).toHaveLength(6);
  const places = Object.values(map.touchpoints).map(
    ({ title, stepId, channels: [row] }) => `${title}: ${steps.indexOf(stepId)} ${rows.indexOf(row ?? '')}`,
  );
  expect(places.sort()).toEqual(['A: 3 1', 'B with\na break: 4 1', 'C: 5 1', 'D: 3 2', 'F: 5 2']);
  await page.keyboard.press('Control+z');
  expect(await fingerprint(page)).toBe(empty);

  const record = { id: 'tp_x', order: 'a0', stepId: 'sp_x', title: 'x'.repeat(20), column: 0 };
  const attacks = [
    '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>',
    '<div data-desirepath="desirepath/fragment:1\n{broken">text</div>',
    `<div data-desirepath='desirepath/fragment:1\n${JSON.stringify({
      touchpoints: [record, { ...record, column: 1e9 }, null, 'text'],
      cards: [{ id: 'cd_x', laneId: '__proto__', text: {} }],
      links: [{ id: '__proto__', from: 'tp_x', to: 'tp_y' }],
      sentiments: 'none',
      library: { channels: { __proto__: { polluted: true } }, personas: 7 },
    })}'>text</div>`,
    `<div data-desirepath='desirepath/fragment:1\nnull'>text</div>`,
  ];
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  for (const html of attacks) await pasteAsText(page, '', html);
  expect(await count(page, 'touchpoints')).toBe(0);
  expect(await fingerprint(page)).toBe(empty);
  expect(
    await page.evaluate(() => [(window as { hacked?: number }).hacked, ({} as { polluted?: boolean }).polluted]),
  ).toEqual([undefined, undefined]);
  expect(problems).toEqual([]);
  // Markup in a title stays text.
  await pasteAsText(page, '<img src=x onerror="window.hacked = 1">');
  await expect(page.locator('.touchpoint')).toContainText('<img');
  expect(await page.locator('.touchpoint img').count()).toBe(0);
});
