import { expect, type Page } from '@playwright/test';
import { openGallery, whenSaved } from '../../support/app.ts';
import { gzipped, sampleLog } from '../../support/bytesAs.ts';
import { dropFile } from '../../support/dropFile.ts';
import { fingerprint, run, stepIds, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();

/** What a map says of a figure: KPI, touchpoint or way, value. */
async function figure(page: Page, kpi: string, from: string, to: string | null = null): Promise<number | undefined> {
  return page.evaluate(
    ([kpi, from, to]) => {
      const { map, library } = window.desirepath.editor?.doc ?? {};
      const title = (id: string | null) => (id === null ? null : map?.touchpoints[id]?.title);
      const series = Object.values(map?.series ?? {}).find(
        (each) =>
          library?.kpis[each.kpiId]?.name === kpi && title(each.placeId) === from && (title(each.toId) ?? null) === to,
      );
      return series?.points[0]?.value;
    },
    [kpi, from, to] as const,
  );
}

const logs = [
  { name: 'running-example.csv', touchpoints: 8, at: ['register request', 6], way: ['decide', 'pay compensation', 3] },
  { name: 'interval_event_log.csv', touchpoints: 8, at: ['place order', 1266], way: ['pay', 'prepare delivery', 1117] },
  {
    name: 'patients.csv',
    touchpoints: 7,
    at: ['Registration', 500],
    way: ['Registration', 'Triage and Assessment', 500],
  },
  {
    name: 'roadtraffic100traces.xes',
    touchpoints: 10,
    at: ['Create Fine', 100],
    way: ['Create Fine', 'Send Fine', 77],
  },
] as const;

test('I34 each of four logs, dropped on the gallery, becomes a map with volumes and times', async ({ page }) => {
  await openGallery(page);
  for (const { name, touchpoints, at, way } of logs) {
    await dropFile(page, name, sampleLog(name));
    await press(page, 'Read all rows');
    await press(page, 'Make the map');
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await page.waitForFunction(() => window.desirepath.editor !== null);
    await expect(page.locator('.link-layer, .links').first()).toBeAttached();
    const map = await tables(page);
    expect(Object.keys(map.touchpoints), name).toHaveLength(touchpoints);
    expect(await figure(page, 'Volume', at[0]), name).toBe(at[1]);
    expect(await figure(page, 'Volume', way[0], way[1]), name).toBe(way[2]);
    expect(await figure(page, 'Waiting before, median', way[0], way[1]), name).toBeGreaterThan(0);
    // Its links are as thick as what they carry, unasked.
    await expect(page.locator('.overlay-key').getByText(/^Width of links: Volume/)).toBeVisible();
    await page.evaluate(() => {
      window.location.hash = '#/';
    });
    await expect(page.locator('.tile').first()).toBeVisible();
  }
  expect(await page.evaluate(() => window.desirepath.maps().then((maps) => maps.length))).toBe(logs.length + 1);
});

test('I35 I38 OV5 WZ27 WZ28 a log is compared with the open map, its guesses can be changed, reading is cancelled, and broken files change nothing', async ({
  page,
}) => {
  await openGallery(page);
  await dropFile(page, 'running-example.csv', sampleLog('running-example.csv'));
  // Each guess can be changed: without a case nothing is read.
  await dialog(page).getByLabel('What case:concept:name holds').selectOption('none');
  await expect(dialog(page).getByRole('status')).toHaveText('Say which column holds the case.');
  await expect(dialog(page).getByRole('button', { name: 'Read all rows' })).toBeDisabled();
  await dialog(page).getByLabel('What case:concept:name holds').selectOption('case');
  await dialog(page).getByLabel('Delimiter').selectOption(';');
  await expect(dialog(page).getByRole('alert')).toContainText('No table was found in this file.');
  await dialog(page).getByLabel('Header').selectOption('0');
  await expect(dialog(page).getByLabel('What Column 2 holds')).toBeVisible();
  await dialog(page).getByLabel('Header').selectOption('1');
  // The preview follows what is changed: the zone of the times, the letters, the kind of rows.
  const preview = dialog(page).getByRole('region', { name: 'First rows as they were understood' });
  await expect(preview.locator('.data-read').first()).toHaveText(/UTC$/);
  await dialog(page).getByLabel('Kind of rows').selectOption('survey');
  await expect(dialog(page).getByLabel('What case:concept:name holds').getByText('NPS, 0 to 10')).toBeAttached();
  await dialog(page).getByLabel('Kind of rows').selectOption('events');
  await press(page, 'Read all rows');
  await dialog(page).getByText('Figures', { exact: true }).click();
  const byActivity = dialog(page).getByRole('region', { name: 'By activity' });
  // Counted in the file: 6 cases, 42 events; "decide" comes 9 times, in every case, and ends none.
  await expect(dialog(page).locator('.data-facts')).toContainText(/Cases6Events42Activities8/);
  const decide = byActivity.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'decide' }) });
  await expect(decide.getByRole('cell').nth(0)).toHaveText('9');
  await expect(decide.getByRole('cell').nth(2)).toHaveText('100%');
  await dialog(page).getByText('Build a map', { exact: true }).click();
  await expect(dialog(page).getByRole('slider')).toHaveValue('100');
  await dialog(page).getByRole('slider').fill('20');
  await expect(dialog(page).getByText(/5 of 8 touchpoints/)).toBeVisible();
  await press(page, 'Make the map');
  await expect(page.locator('.touchpoint').first()).toBeVisible();
  await page.waitForFunction(() => window.desirepath.editor !== null);

  // OV5: what is said of the figures covers nothing of the legend.
  const said = page.locator('.mantine-Notification-root').first();
  await expect(said).toBeVisible();
  await page.keyboard.press('Control+g');
  await page.keyboard.press('4');
  const legend = page.getByRole('complementary', { name: 'What the overlay means' });
  await expect
    .poll(async () => {
      const [message, key] = [await said.boundingBox(), await legend.boundingBox()];
      return message !== null && key !== null && message.x + message.width <= key.x;
    })
    .toBe(true);
  await page.keyboard.press('4');

  await run(page, 'addTouchpoint', { stepId: (await stepIds(page))[0] ?? '', fields: { title: 'Nobody comes here' } });
  // A large file can be put aside while it is read: rows are counted, the map can be edited, and nothing is applied.
  const large = 'case_id,activity,timestamp\nc1,Look,2026-05-01T00:00:00Z\nc2,Look,2026-05-01T00:00:00Z\n';
  await dropFile(page, 'large.csv', [large, 3_000_000]);
  await press(page, 'Read all rows');
  await press(page, 'Go on with the map meanwhile');
  const aside = page.getByRole('region', { name: 'Numbers from a file' });
  await expect(aside.getByRole('status')).toHaveText(/Reading large.csv: [1-9][\d,]* rows so far/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  const untouched = await fingerprint(page);
  await aside.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Read all rows' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await fingerprint(page)).toBe(untouched);

  // The same log again: its profile fits, so nothing is asked but whether to replace.
  await dropFile(page, 'running-example.csv', sampleLog('running-example.csv'));
  const compared = dialog(page).getByRole('region', { name: 'Log and map compared' });
  await expect(compared).toContainText('In the log, not on the map');
  await expect(compared).toContainText('reinitiate request (2 cases)');
  const unseen = compared.locator('div', { has: page.getByRole('heading', { name: 'On the map, not in the log' }) });
  await expect(unseen.getByRole('listitem')).toHaveText(['Nobody comes here']);
  await compared.getByRole('button', { name: 'Add to the map: reinitiate request' }).focus();
  await page.keyboard.press('Enter');
  await expect(compared.getByRole('status')).toContainText('1 touchpoint was added with its volume.');
  await expect(compared).not.toContainText('reinitiate request (2 cases)');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('data-compare');
  const before = await fingerprint(page);
  await expect(dialog(page)).toContainText('This very table is on the map already');
  await press(page, 'Replace its figures');
  await expect(dialog(page).getByRole('heading', { level: 3 })).toContainText('on the map, at');
  await press(page, 'Undo');
  expect(await fingerprint(page)).toBe(before);

  const whole = gzipped(sampleLog('running-example.xes'));
  const broken: [string, string | Uint8Array, RegExp][] = [
    ['cut.xes.gz', whole.slice(0, whole.length / 2), /gzip file is broken or cut short/],
    ['cut.xes', '<log>\n<trace>\n<event>', /cut short: it ends on line 3/],
    ['bomb.xes', '<!DOCTYPE log [<!ENTITY a "aa">]>\n<log/>', /DOCTYPE \(line 1\)/],
    ['wide.csv', `${'a,'.repeat(20_000)}\n1`, /Line 1 has more than/],
    ['binary.csv', new Uint8Array([1, 0, 0, 255, 0, 3, 0, 0, 0, 9]), /This file is not text/],
  ];
  for (const [name, content, sentence] of broken) {
    await dropFile(page, name, content);
    await expect(dialog(page).getByRole('alert'), name).toContainText(sentence);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await fingerprint(page)).toBe(before);
  await whenSaved(page);
});
