import { expect, type Page } from '@playwright/test';
import { openGallery, whenSaved } from '../../support/app.ts';
import { gzipped, inCodePage, sampleLog } from '../../support/bytesAs.ts';
import { dropFile } from '../../support/dropFile.ts';
import { fingerprint, run, stepIds, tables } from '../../support/editing.ts';
import { drawn, plainEvents, unreadable } from '../../support/mapAsSeen.ts';
import { test } from '../../support/quietPage.ts';
import { slowCount, slowPlace } from '../../support/slowLog.ts';

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

/** With the busiest way of each, how often it was gone and by how many cases. */
const logs = [
  {
    name: 'running-example.csv',
    touchpoints: 8,
    at: ['register request', 6],
    way: ['decide', 'pay compensation', 3],
    busiest: ['check ticket', 'decide', '6', '4'],
  },
  {
    name: 'interval_event_log.csv',
    touchpoints: 8,
    at: ['place order', 1266],
    way: ['pay', 'prepare delivery', 1117],
    busiest: ['place order', 'send invoice', '1,258', '1,258'],
  },
  {
    name: 'patients.csv',
    touchpoints: 7,
    at: ['Registration', 500],
    way: ['Registration', 'Triage and Assessment', 500],
    busiest: ['Registration', 'Triage and Assessment', '500', '500'],
  },
  {
    name: 'roadtraffic100traces.xes',
    touchpoints: 10,
    at: ['Create Fine', 100],
    way: ['Create Fine', 'Send Fine', 77],
    busiest: ['Create Fine', 'Send Fine', '77', '77'],
  },
] as const;

const seen = (value: string, n: string) => new RegExp(`^${value === n ? `(${value})?` : value}n ${n}( few)?$`);

test('I34 I54 WZ92 each of four logs, dropped on the gallery, becomes a map with volumes and times that can be read', async ({
  page,
}) => {
  await openGallery(page);
  for (const { name, touchpoints, at, way, busiest } of logs) {
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
    // WZ92: what is on the screen can be read, at once and when all of it is in view.
    const [from, to, value, n] = busiest;
    const foot = page.locator('.map-foot');
    await expect(foot).toContainText('100%');
    for (const view of ['at once', 'Fit']) {
      if (view === 'Fit') await foot.getByRole('button', { name: 'Fit', exact: true }).click();
      await expect.poll(async () => (await drawn(page)).atLinks[`${from} -> ${to}`], name).toMatch(seen(value, n));
      const { atLinks, inLane } = await drawn(page);
      const times = Object.values(inLane);
      expect(times.length, name).toBeGreaterThan(2);
      for (const time of times) expect(time, name).toMatch(/^[\d.,]+ (min|hr|days?)n [\d,]+( few)?$/);
      await expect.poll(() => unreadable(page), `${name}, ${view}`).toEqual([]);
      if (name !== 'running-example.csv') continue;
      const events = plainEvents(name);
      const { links } = slowCount(events);
      for (const [link, text] of Object.entries(atLinks))
        expect(text, link).toMatch(seen(String(links[link]?.volume), String(links[link]?.cases)));
      for (const [step, text] of Object.entries(inLane)) {
        const { medianWaiting, waits } = slowPlace(events, step.split(' + '), []);
        const hours = (medianWaiting ?? 0) / 3_600_000;
        const told = hours < 48 ? `${Math.round(hours * 10) / 10} hr` : `${Math.round(hours / 2.4) / 10} days`;
        expect(text, step).toBe(`${told}n ${waits}${waits < 30 ? ' few' : ''}`);
      }
    }
    await expect(page.locator('.touchpoint'), name).toHaveCount(touchpoints);
    // I54: so many go each way, and so long, as this file says.
    if (name === 'running-example.csv') {
      await page.locator('.touchpoint', { hasText: at[0] }).click();
      const side = page.locator('.side-panel');
      await side.locator('.link-list').getByRole('button', { name: /^to / }).first().click();
      for (const field of ['Hours that usually pass', 'Share of all customers, percent'])
        await expect(side.getByRole('textbox', { name: field })).toHaveAccessibleDescription(`from ${name}`);
    }
    await page.evaluate(() => {
      window.location.hash = '#/';
    });
    await expect(page.locator('.tile').first()).toBeVisible();
  }
  expect(await page.evaluate(() => window.desirepath.maps().then((maps) => maps.length))).toBe(logs.length + 1);
});

/** A log with a word for start and end, times in either order without a zone, and letters of Windows-1251. */
const startsAndEnds = inCodePage(
  [
    'case;activity;lifecycle;time',
    ...['c1', 'c2'].flatMap((each) => [
      `${each};Заказ;start;03/04/2026 12:00`,
      `${each};Заказ;complete;03/04/2026 12:30`,
      `${each};Оплата;start;05/04/2026 09:00`,
      `${each};Оплата;complete;05/04/2026 09:45`,
    ]),
  ].join('\n'),
  'windows-1251',
);

/** A table whose figures may have a point or a comma, whose days are numbers, with a comment and a row of totals. */
const commasAndDays = [
  '# Shop;all regions',
  'Touchpoint;KPI;Value;n;Date',
  'Pays by card;Rating;1,234;40;46000',
  'The parcel arrives;Rating;2,345;50;46000',
  'Total;;3,579;90;',
].join('\n');

test('I35 I38 OV5 WZ27 WZ28 WZ91 WZ94 WZ104 a log is compared with the open map, its guesses can be changed, reading is cancelled, and broken files change nothing', async ({
  page,
}) => {
  await openGallery(page);
  await test.step('WZ91 each guess can be changed, and what is shown and counted follows', async () => {
    const preview = dialog(page).getByRole('region', { name: 'First rows as they were understood' });
    const cell = (row: number, column: number) => preview.locator('tbody tr').nth(row).locator('td').nth(column);
    const choose = (name: string, to: string) => dialog(page).getByLabel(name, { exact: true }).selectOption(to);
    const facts = dialog(page).locator('.data-facts');

    await dropFile(page, 'starts.csv', startsAndEnds);
    await expect(dialog(page).getByLabel('Encoding')).toHaveValue('windows-1251');
    await expect(cell(0, 2)).toHaveText('Заказ');
    await choose('Encoding', 'windows-1252');
    await expect(cell(0, 2)).toHaveText('Çàêàç');
    await choose('Encoding', 'windows-1251');
    await expect(cell(0, 2)).toHaveText('Заказ');
    // Either order is possible: nothing is taken for read before it is said.
    await expect(dialog(page).getByRole('status')).toContainText('Say whether the day or the month comes first.');
    await choose('Times without a zone are from', 'UTC');
    await dialog(page).getByText('Month first', { exact: true }).click();
    await expect(cell(0, 4)).toContainText('Mar 4, 2026, 12:00 PM UTC');
    await dialog(page).getByText('Day first', { exact: true }).click();
    await expect(cell(0, 4)).toContainText('Apr 3, 2026, 12:00 PM UTC');
    await dialog(page).getByLabel('Times without a zone are from').focus();
    await choose('Times without a zone are from', 'Asia/Tokyo');
    await expect(cell(0, 4)).toContainText('Apr 3, 2026, 3:00 AM UTC');
    for (const [words, said] of [
      ['pairs', /Cases2Events4Activities2/],
      ['ignore', /Cases2Events8Activities2/],
      ['name', /Cases2Events8Activities4/],
    ] as const) {
      await choose('Words for start and end', words);
      await press(page, 'Read all rows');
      await dialog(page).getByText('Figures', { exact: true }).click();
      await expect(facts).toContainText(said);
      await press(page, 'Back');
    }

    await dropFile(page, 'commas.csv', commasAndDays);
    await expect(dialog(page).getByLabel('Kind of rows')).toHaveValue('metrics');
    await expect(dialog(page).getByLabel('What KPI holds').getByText('Persona', { exact: true })).toBeAttached();
    await expect(cell(0, 3)).toHaveText('1,2341.234');
    await choose('Decimal sign', '.');
    await expect(cell(0, 3)).toHaveText('1,234');
    await choose('Bare numbers for times count', 'excel');
    await expect(cell(0, 5)).toHaveText('46000Dec 9, 2025');
    await choose('Bare numbers for times count', 'seconds');
    await expect(cell(0, 5)).toHaveText('46000Jan 1, 1970');
    await choose('Bare numbers for times count', 'none');
    await expect(cell(0, 5)).toHaveText('46000not read');
    await expect(preview.locator('tbody tr')).toHaveCount(2);
    await dialog(page).getByLabel('Leave rows of totals out').uncheck();
    await expect(cell(2, 1)).toHaveText('Total');
    await expect(dialog(page).getByText('1 line above the table')).toBeVisible();
    await dialog(page).getByLabel('Lines that begin with # are comments').uncheck();
    await expect(dialog(page).getByLabel('What # Shop holds')).toBeVisible();
    await expect(dialog(page).getByText('1 line above the table')).toHaveCount(0);
  });

  await dropFile(page, 'running-example.csv', sampleLog('running-example.csv'));
  // Each guess can be changed: without a case nothing is read.
  await dialog(page).getByLabel('What case:concept:name holds').selectOption('none');
  await expect(dialog(page).getByRole('status')).toHaveText('Say which column holds the case.');
  await expect(dialog(page).getByRole('button', { name: 'Read all rows' })).toBeDisabled();
  await dialog(page).getByLabel('What case:concept:name holds').selectOption('case');
  await dialog(page).getByLabel('Delimiter').selectOption(';');
  await expect(dialog(page).getByRole('alert')).toContainText('No table was found in this file.');
  await expect(dialog(page).getByRole('alert')).toContainText(
    '“Delimiter: Semicolon” was not taken: “Delimiter: Comma” is still in force.',
  );
  await expect(dialog(page).getByLabel('Delimiter')).toHaveValue(',');
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

test('I70 WZ120 a log packed in several parts is read whole, and asks for the order of day and month where a late row needs it', async ({
  page,
}) => {
  await openGallery(page);
  const parts = ['case,activity,time\n', 'c1,Look,05/05/2026 10:00\n'.repeat(1500), 'c1,Buy,06/05/2026 11:00\n'];
  await dropFile(page, 'parts.csv.gz', new Uint8Array(Buffer.concat(parts.map(gzipped))));
  await press(page, 'Read all rows');
  await expect(dialog(page).getByRole('alert')).toContainText('Say which it is.');
  await dialog(page).getByText('Month first', { exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toBeHidden();
  await press(page, 'Read all rows');
  await dialog(page).getByText('Figures', { exact: true }).click();
  await expect(dialog(page)).toContainText('1,501');
});
