import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { dropFile } from '../../support/dropFile.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();

/** A standard report of Google Analytics 4, as it is exported. */
const report = (month: string, days: number) =>
  [
    '# ----------------------------------------',
    '# Pages and screens: Page path and screen class',
    '# Account: Shop',
    '# Property: Shop - GA4',
    '# ----------------------------------------',
    '# ',
    '# All Users',
    `# Start date: 2026${month}01`,
    `# End date: 2026${month}${days}`,
    'Page path and screen class,Views,Active users,Bounce rate,Key events',
    '/product-page,2310,1800,0.5,40',
    '"/search?q=shoes, red",900,700,0.4,3',
    '/careers,71,60,0.75,0',
    '(not set),12,10,0.1,0',
  ].join('\n');

const survey = [
  '"","date","touchpoint","nps","comment","respondent"',
  ...Array.from({ length: 40 }, (_, at) => {
    const place = ['Parcel arrives', 'Service team', 'Something else', 'parcel'][at % 4];
    return `"${at}","2026-01-${10 + (at % 20)}","${place}",${at % 11},${at % 5 === 0 ? `"Comment ${at}, with ""quotes"""` : 'NA'},"MARK-${at}@example.org"`;
  }),
].join('\n');

const series = (page: Page) =>
  page.evaluate(() => {
    const { map, library } = window.desirepath.editor?.doc ?? {};
    return Object.values(map?.series ?? {})
      .flatMap(({ kpiId, placeId, points }) =>
        points.map((point) =>
          [
            library?.kpis[kpiId]?.name,
            map?.touchpoints[placeId]?.title ?? placeId.slice(0, 2),
            point.from.slice(5),
            Math.round(point.value * 10) / 10,
            point.n,
          ].join(' | '),
        ),
      )
      .sort();
  });

/** The badges that are drawn at cards: title, number and n. */
const badges = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGElement>('.overlays:not([data-under]) [data-figure^="tp_"]')]
      .map((badge) => {
        const { title } = window.desirepath.editor?.doc.map.touchpoints[badge.dataset.figure ?? ''] ?? {};
        return `${title}: ${[...badge.querySelectorAll('text')].map((text) => text.textContent).join(' ')}`;
      })
      .sort(),
  );

/** All that is in the browser's databases, and in a journey file of the open map, as text. */
const allKept = (page: Page) =>
  page.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      for (const table of database.objectStoreNames)
        rows.push(
          table,
          await wait(database.transaction(table).objectStore(table).getAllKeys()),
          await wait(database.transaction(table).objectStore(table).getAll()),
        );
      database.close();
    }
    const file = await window.desirepath.exportMap('json');
    return { databases: JSON.stringify(rows), journeyFile: await file.text() };
  });

test('I36 WZ26 WZ52 WZ72 WZ78 WZ93 an analytics report and a survey become measurements on the open map; the next month is one drop', async ({
  page,
}) => {
  await openSample(page);
  const before = (await series(page)).length;
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog(page)).toContainText('Files on this map');
  await dropFile(page, 'Pages_and_screens.csv', report('01', 31));
  await expect(dialog(page).getByLabel('Kind of rows')).toHaveValue('analytics');
  await press(page, 'Read all rows');
  const touchpoint = (text: string) => dialog(page).getByLabel(`Touchpoint for ${text}`, { exact: true });
  await expect(touchpoint('/product-page').locator('option:checked')).toHaveText('Lands on the product page');
  await expect(touchpoint('/careers')).toHaveValue('');
  await dialog(page)
    .getByRole('button', { name: /Confirm the touchpoint for \/product/ })
    .click();
  await dialog(page).getByLabel('KPI for Active users').selectOption('none');
  await dialog(page).getByLabel('KPI for Key events').selectOption('none');
  await expect(dialog(page).getByLabel('What goes on the map')).toContainText('4 measurements at 2 places');
  await expect(dialog(page).getByLabel('What goes on the map')).toContainText('/careers (1), (not set) (1)');
  await press(page, 'Put on the map');
  const january = await series(page);
  expect(january).toHaveLength(before + 4);
  expect(january).toContain('Bounce rate | Lands on the product page | 01-01 | 50 | 1800');
  expect(january).toContain('Views | Lands on the product page | 01-01 | 2310 | ');

  // WZ93: each figure is drawn at its card with its n, and the legend names KPI and days.
  const legend = page.getByRole('complementary', { name: 'What the overlay means' });
  const kpiShown = legend.getByRole('combobox', { name: 'KPI', exact: true });
  await press(page, 'To the map');
  await expect(kpiShown.locator('option:checked')).toHaveText('Views');
  await expect(legend).toContainText('Jan 1 – 31, 2026');
  await expect
    .poll(() => badges(page))
    .toEqual(['Lands on the product page: 2,310 n unknown', 'Searches for the brand: 900 n unknown']);
  await kpiShown.selectOption({ label: 'Bounce rate' });
  await expect
    .poll(() => badges(page))
    .toEqual(['Lands on the product page: 50% n 1,800', 'Searches for the brand: 40% n 700']);
  await expect(legend).toContainText('Figures on the map: from a file');

  // The next month's file of the same columns asks nothing.
  await dropFile(page, 'Pages_and_screens (1).csv', report('02', 28));
  await expect(dialog(page).getByRole('heading', { level: 3 })).toContainText('4 measurements');
  await expect(dialog(page)).toContainText('2 rows belong to no touchpoint: /careers (1), (not set) (1).');
  expect(await series(page)).toHaveLength(before + 8);
  const { dataImports } = await tables(page);
  expect(
    Object.values(dataImports).map(({ kind, rows, rowsTaken, hash }) => [kind, rows, rowsTaken, hash.length]),
  ).toEqual([
    ['analytics', 4, 2, 64],
    ['analytics', 4, 2, 64],
  ]);

  await press(page, 'Another file');
  await dropFile(page, 'nps.csv', survey);
  await expect(dialog(page).getByLabel('Kind of rows')).toHaveValue('survey');
  await press(page, 'Read all rows');
  await expect(touchpoint('Parcel arrives').locator('option:checked')).toHaveText('The parcel arrives');
  await dialog(page).getByText('Rules for many rows at once').click();
  await press(page, 'Add a rule');
  await dialog(page).getByRole('textbox', { name: 'Text', exact: true }).fill('parcel');
  const rule = dialog(page).locator('.data-rules li');
  await rule.getByLabel('Touchpoint').selectOption({ label: 'The parcel arrives' });
  await expect(touchpoint('parcel').locator('option:checked')).toHaveText('The parcel arrives');
  await press(page, 'Put on the map');
  await expect(dialog(page).getByRole('heading', { level: 3 })).toContainText('2 measurements');
  const parcel = (await series(page)).find((line) => line.startsWith('NPS | The parcel arrives'));
  expect(parcel).toBeDefined();
  // Of 40 answers those of both names, by hand: 0 to 10 in turn, every second of them.
  const npsOf = (isMine: (at: number) => boolean) => {
    const mine = Array.from({ length: 40 }, (_, at) => at).filter(isMine);
    const promoters = mine.filter((at) => at % 11 >= 9).length;
    const detractors = mine.filter((at) => at % 11 <= 6).length;
    return Math.round(((promoters - detractors) / mine.length) * 1000) / 10;
  };
  const nps = npsOf((at) => at % 4 === 0 || at % 4 === 3);
  expect(parcel).toContain(`| ${nps} | 20`);
  const drawn = (value: number) => String(value).replace('-', '−');
  // WZ93: what somebody looked at gives way to the KPI of the file.
  await press(page, 'To the map');
  await expect(kpiShown.locator('option:checked')).toHaveText('NPS');
  await expect(legend).toContainText('Jan 10 – 29, 2026');
  await page.setViewportSize({ width: 3400, height: 900 });
  await expect
    .poll(() => badges(page))
    .toEqual([
      `Calls the service team: ${drawn(npsOf((at) => at % 4 === 1))} n 10 few`,
      `The parcel arrives: ${drawn(nps)} n 20 few`,
    ]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('Control+Shift+E');
  const { evidence, citations } = await tables(page);
  const comments = Object.values(evidence).filter(({ importId }) => importId !== null);
  expect(comments).toHaveLength(8);
  expect(comments.map(({ text }) => text)).toContain('Comment 0, with "quotes"');
  expect(
    Object.values(citations).filter(({ evidenceId }) => comments.some(({ id }) => id === evidenceId)).length,
  ).toBeGreaterThan(0);

  // A log goes to the map too. Of both no row is kept: neither who answered nor which case it was, in any table or export.
  const log = ['case_id,activity,timestamp,channel,resource,note'];
  for (let at = 0; at < 6; at++)
    for (const [hour, title] of ['Compares three models', 'Pays by card'].entries())
      log.push(
        `MARK-case-${at},${title},2026-02-0${at + 1}T0${hour}:00:00Z,${at % 2 === 0 ? 'web' : 'app'},MARK-person-${at},"MARK, said ${at}"`,
      );
  log.push(',Pays by card,2026-02-07T01:00:00Z,web,MARK-person-9,MARK');
  log.push('MARK-case-9,Pays by card,not a date,web,MARK-person-9,MARK');
  await dropFile(page, 'log.csv', log.join('\n'));
  await press(page, 'Read all rows');
  // What is not counted is said beside the figures, before anything is made of them.
  await expect(dialog(page)).toContainText('1 row without a case (first on line 14).');
  await expect(dialog(page)).toContainText('1 event whose time could not be read (line 15: not a date).');
  await dialog(page).getByText('Compare with this map', { exact: true }).click();
  // Its channels are told apart: the log is counted anew, and both go to the touchpoint of these words.
  await expect(dialog(page)).toContainText('“Compares three models” comes on several channels: app and web.');
  await dialog(page).getByLabel('Channel', { exact: true }).click();
  for (const channel of ['web', 'app'])
    await expect(touchpoint(`Compares three models · ${channel}`).locator('option:checked')).toHaveText(
      'Compares three models',
    );
  await expect(dialog(page).getByLabel('Channel', { exact: true })).toBeChecked();
  await expect(dialog(page).getByLabel('What goes on the map')).toContainText('12 of 14 rows');
  await press(page, 'Put on the map');
  await expect(dialog(page).getByRole('heading', { level: 3 })).toContainText('of log.csv are on the map');
  // A table of quotes is no table of figures: it opens where evidence is read, with what its columns hold.
  await press(page, 'Another file');
  await dropFile(page, 'quotes.csv', 'Quote,Touchpoint,Source,Feeling\nNobody rang me back,Pays by card,Forum,-2\n');
  await expect(dialog(page).getByRole('button', { name: 'Add 1 piece', exact: true })).toBeVisible();
  await press(page, 'These are figures');
  await expect(dialog(page).getByLabel('Kind of rows')).toBeVisible();
  await whenSaved(page);
  const kept = await allKept(page);
  for (const text of Object.values(kept)) {
    expect(text).toContain('Comment 0, with');
    expect(text).toContain('log.csv');
    expect(text).not.toContain('MARK');
  }

  // Removing a file takes all that came with it.
  await press(page, 'Back');
  await press(page, 'Remove the figures of log.csv from the map');
  await press(page, 'Remove the figures of nps.csv from the map');
  await press(page, 'Remove the figures of Pages_and_screens.csv from the map');
  await press(page, 'Remove the figures of Pages_and_screens (1).csv from the map');
  expect(await series(page)).toHaveLength(before);
});

test('WZ90 WZ103 of a snapshot of several tables one is read, the next month unasked, and the others after it', async ({
  page,
}) => {
  await openSample(page);
  const before = (await series(page)).length;
  const paths = (...views: number[]) =>
    `Page path and screen class,Views\n${views.map((each, at) => `${['/product-page', '/search', '/careers'][at]},${each}`).join('\n')}\n\n`;
  const campaigns = (...clicks: number[]) =>
    `Touchpoint,Clicks\n${clicks.map((each, at) => `${['Compares three models', 'Pays by card', 'Moon', 'Mars'][at]},${each}`).join('\n')}\n\n`;
  const period = (month: string) => `# Start date: 2026${month}01\n# End date: 2026${month}28\n`;
  await page.keyboard.press('Control+Shift+E');
  await dropFile(page, 'Snapshot.csv', `${period('01')}${paths(2310, 900, 71)}${period('01')}${campaigns(40, 30)}`);
  const tableAt = dialog(page).getByLabel('Table', { exact: true });
  await expect(tableAt.locator('option')).toHaveCount(2);
  await press(page, 'Read all rows');
  await dialog(page)
    .getByRole('button', { name: /Confirm the touchpoint for \/product/ })
    .click();
  await press(page, 'Put on the map');
  const heading = dialog(page).getByRole('heading', { level: 3, name: /are on the map/ });
  await expect(heading).toContainText('of Snapshot.csv are on the map');
  const january = (await series(page)).length;
  expect(january).toBeGreaterThan(before);

  // The other table comes first now, and is longer: the profile finds its own.
  await press(page, 'Another file');
  await dropFile(
    page,
    'Snapshot (1).csv',
    `${period('02')}${campaigns(41, 31, 5, 6)}${period('02')}${paths(2400, 950, 80)}`,
  );
  await expect(heading).toContainText('of Snapshot (1).csv are on the map');
  expect(await series(page)).toContain('Views | Lands on the product page | 02-01 | 2400 | ');

  // Its other table is one step away, and gets a profile of its own: from then on both are there, and it is asked which.
  await press(page, 'Another table of this file');
  await tableAt.selectOption('0');
  await expect(dialog(page).getByLabel('What Clicks holds')).toBeVisible();
  await press(page, 'Read all rows');
  await press(page, 'Put on the map');
  await expect(heading).toContainText('of Snapshot (1).csv are on the map');
  expect(await series(page)).toContain('Clicks | Pays by card | 02-01 | 31 | ');
  const { matchProfiles, dataImports } = await tables(page);
  expect([Object.keys(matchProfiles).length, Object.keys(dataImports).length]).toEqual([2, 3]);
  await press(page, 'Another file');
  await dropFile(page, 'Snapshot (2).csv', `${period('03')}${campaigns(42, 32)}${period('03')}${paths(2500, 960, 90)}`);
  await expect(dialog(page)).toContainText('The file holds another table too: choose which one is read.');

  // A file that does not say of which days it is waits to be told, whatever its profile knows.
  const count = (await series(page)).length;
  await dropFile(page, 'Clicks.csv', campaigns(43, 33));
  await expect(dialog(page).getByLabel('Figures from')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Put on the map', exact: true })).toBeEnabled();
  expect(await series(page)).toHaveLength(count);

  await test.step('WZ103 the profiles of the map are listed, renamed and deleted by keys; files say which of their tables is on the map', async () => {
    await press(page, 'Back');
    await press(page, 'Back');
    const rows = dialog(page).locator('.data-imports').first().locator('li b');
    await expect(rows).toHaveText(['Snapshot (1).csv, table 1', 'Snapshot (1).csv, table 2', 'Snapshot.csv, table 1']);
    const said = dialog(page).getByRole('status').first();
    await press(page, 'Remove the figures of Snapshot (1).csv, table 2 from the map');
    await expect(said).toContainText('The figures of Snapshot (1).csv, table 2 are off the map.');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(3);

    const name = (of: string) => dialog(page).getByRole('textbox', { name: `Name of the profile ${of}`, exact: true });
    const names = async () => Object.values((await tables(page)).matchProfiles).map((each) => each.name);
    const [views = '', clicks = ''] = await names();
    const profiles = dialog(page).locator('.data-imports').last().locator('li');
    await expect(profiles).toHaveCount(2);
    await expect(profiles.last()).toContainText('Analytics report · 2 rules');
    await name(views).focus();
    await name(views).fill(clicks);
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('alert')).toContainText(`Another profile is named “${clicks}”.`);
    await page.keyboard.press('Escape');
    await expect(name(views)).toHaveValue(views);
    await name(views).fill('Views by page');
    await page.keyboard.press('Enter');
    await expect(said).toContainText(`The profile “${views}” is now “Views by page”.`);
    await expect(name('Views by page')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(said).toContainText('The profile “Views by page” is deleted: the next file of its kind asks again.');
    expect(await names()).toEqual([clicks]);
    await expect(said.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await names()).sort()).toEqual([clicks, 'Views by page'].sort());
    await press(page, 'Delete the profile Views by page');
    await expect(profiles).toHaveCount(1);
    await dropFile(page, 'Snapshot (3).csv', `${period('04')}${paths(2600, 970, 91)}`);
    await expect(dialog(page).getByRole('button', { name: 'Read all rows' })).toBeVisible();
    await expect(dialog(page).getByText('Read as “')).toHaveCount(0);
  });
});
