import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { dropFile } from '../../support/dropFile.ts';
import { test } from '../../support/quietPage.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const month = (number: string, value: string) =>
  `Touchpoint,Month,Bounce rate\nLands on the product page,2026-${number},${value}\n`;

const values = (page: Page) =>
  page.evaluate(() => {
    const { map, library } = window.desirepath.editor?.doc ?? {};
    return Object.values(map?.series ?? {})
      .flatMap(({ kpiId, points }) => (library?.kpis[kpiId]?.name === 'Bounce rate' ? points : []))
      .filter(({ from }) => from.startsWith('2026-'))
      .map(({ from, value }) => `${from.slice(5, 7)}: ${value}`)
      .sort();
  });

test('WZ111 a month written with percent signs is put on the map, one that is written otherwise asks first', async ({
  page,
}) => {
  await openSample(page);
  await dropFile(page, 'rates-01.csv', month('01', '12.5'));
  await press(page, 'Read all rows');
  await press(page, 'Put on the map');
  await press(page, 'To the map');
  await dropFile(page, 'rates-02.csv', month('02', '13.5%'));
  await expect(dialog(page).getByRole('heading', { level: 3 })).toContainText('1 measurement');
  expect(await values(page)).toEqual(['01: 12.5', '02: 13.5']);
  await press(page, 'To the map');

  await dropFile(page, 'rates-03.csv', month('03', '0.145'));
  await expect(dialog(page)).toContainText('Written otherwise than before');
  await expect(dialog(page).getByLabel('How the values of Bounce rate are read')).toHaveValue('100');
  expect(await values(page)).toEqual(['01: 12.5', '02: 13.5']);
  await press(page, 'Put on the map');
  await press(page, 'To the map');
  expect(await values(page)).toEqual(['01: 12.5', '02: 13.5', '03: 14.499999999999998']);
});
