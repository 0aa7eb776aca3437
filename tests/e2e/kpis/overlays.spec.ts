import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { card, openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const side = (page: Page) => page.locator('.side-panel');

async function openPanel(page: Page): Promise<void> {
  await page.locator('.rail').getByRole('button', { name: 'KPIs and measurements' }).click();
}

test('Q40 Q42 Q51 OV8 a KPI of the field is added, measured at a card by keys alone, and shown on it as badge and colour', async ({
  page,
}) => {
  await openSample(page);
  await card(page, 'Pays by card').click();
  await openPanel(page);
  const panel = side(page);
  await panel.getByText('Take from the field').focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Add NPS' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('combobox', { name: 'Place' })).toHaveValue(/^tp_/);
  // What was added is seen, wherever the panel had been scrolled to.
  await expect(panel.getByRole('button', { name: 'Set measurement' })).toBeInViewport();
  const type = async (label: string, text: string) => {
    await panel.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
  };
  await type('Value (Points)', '42');
  await type('n', '25');
  await panel.getByLabel('First day').fill('2026-03-31');
  await panel.getByLabel('Last day').fill('2026-03-01');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('the last must not lie before the first');
  await panel.getByLabel('First day').fill('2026-03-01');
  await panel.getByLabel('Last day').fill('2026-03-31');
  await page.keyboard.press('Enter');
  await expect(panel.locator('.kpi-point')).toContainText('42 n 25 few');
  await expect(panel.locator('.kpi-point')).toContainText('typed');

  // WZ5: looking at another card closes nothing, and a place is chosen without leaving the panel.
  await card(page, 'Fills the').click();
  await openPanel(page);
  await expect(panel.getByRole('button', { name: /^NPS/ })).toHaveAttribute('aria-expanded', 'true');
  await panel.getByRole('combobox', { name: 'Place' }).selectOption({ label: 'Pays by card' });
  await expect(panel.locator('.kpi-point')).toContainText('42 n 25 few');

  await panel.getByText('Definition, target, thresholds').click();
  await panel.getByLabel('Target', { exact: true }).fill('30');
  await panel.getByLabel('Warning from').fill('50');
  await expect(panel.getByRole('alert')).toContainText(
    'More is better, so the warning (50) has to lie below the target (30)',
  );

  await panel.getByRole('button', { name: 'KPI on the cards' }).click();
  await panel.getByRole('button', { name: 'Cards coloured by KPI' }).click();
  await expect(page.locator('.overlays:not([data-under]) [data-figure]')).toHaveText(['42n 25 few']);
  const held = panel.getByRole('button', { name: 'Against the target' });
  await held.click();
  await expect(held).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.overlays:not([data-under]) [data-figure]')).toContainText(['▲12']);
  await held.click();
  await expect(card(page, 'Pays by card')).toHaveAttribute('data-tone', 'few');
  // OV8: with a panel open there is no room for foot and legend beside each other.
  const legend = await page.locator('.overlay-key').boundingBox();
  const foot = await page.locator('.map-foot').boundingBox();
  expect((legend?.y ?? 0) + (legend?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  // Q27: money has the sign of its currency wherever it is written.
  await panel.getByLabel('Unit', { exact: true }).selectOption('currency');
  await panel.getByLabel('Currency', { exact: true }).selectOption('EUR');
  await expect(panel.locator('.kpi-point')).toContainText('€42');
  await expect(page.locator('.overlays:not([data-under]) [data-figure]')).toHaveText(['€42n 25 few']);
  const { series, touchpoints, map } = await tables(page);
  expect(Object.values(series).flatMap(({ points }) => points)).toContainEqual({
    ...{ from: '2026-03-01', to: '2026-03-31', value: 42, n: 25, importId: null },
  });
  const kpis = () => page.evaluate(() => Object.values(window.desirepath.editor?.doc.library.kpis ?? {}));
  const kpi = async (name: string) => (await kpis()).find((each) => each.name === name);
  const row = (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('Q42 where a figure is explained stand its arithmetic, the outcome it serves, source and owner', async () => {
    await panel.getByLabel('Source', { exact: true }).fill('Panel survey');
    await panel.getByLabel('Owner', { exact: true }).fill('Ann');
    await expect(row('NPS')).toContainText('financial outcome');
    const kpiId = (await kpi('NPS'))?.id ?? '';
    const landing = Object.values(touchpoints).find(({ title }) => title === 'Lands on the product page')?.id ?? '';
    const point = { from: '2026-03-01', to: '2026-03-31', value: 10, n: 75 };
    await run(page, 'setMeasurement', { kpiId, place: { placeId: landing, toId: null }, point });
    await panel.getByLabel('Place', { exact: true }).selectOption({ label: 'The whole map' });
    await expect(panel.locator('.kpi-standing code')).toHaveText('(€10 × 75 + €42 × 25) / 100 = €18');
    await expect(panel.locator('.kpi-standing')).toContainText(
      'Business outcome it serves: Financial · Source: Panel survey · Owner: Ann',
    );
  });
  await test.step('Q51 a finding about the whole map leads to what was measured of it', async () => {
    const [mapId = ''] = Object.keys(map);
    const point = { from: '2026-03-01', to: '2026-03-31', value: 10, n: 12 };
    await run(page, 'setMeasurement', {
      kpiId: (await kpi('NPS'))?.id ?? '',
      place: { placeId: mapId, toId: null },
      point,
    });
    await row('NPS').click();
    await page.locator('.rail').getByRole('button', { name: 'Gaps and findings' }).click();
    await panel.getByText(/^Findings/).click();
    await panel.getByText('n too small').click();
    await panel.getByRole('button', { name: /^The whole map/ }).click();
    await expect(row('NPS')).toHaveAttribute('aria-expanded', 'true');
    await expect(panel.getByLabel('Place', { exact: true }).locator('option:checked')).toHaveText('The whole map');
    await expect(panel.locator('.kpi-point')).toContainText('n 12 few');
  });
  await test.step('Q42 a KPI is made by hand with all that it means, put into the archive and brought back', async () => {
    await panel.getByRole('textbox', { name: 'New KPI' }).fill('Goodwill');
    await page.keyboard.press('Enter');
    await expect(row('Goodwill')).toHaveAttribute('aria-expanded', 'true');
    await panel.getByLabel('Definition in words').fill('Who would come again');
    await panel.getByLabel('Which definition is used').selectOption('topTwo');
    // Shares are percentages, and add up as such.
    await expect(panel.getByLabel('Unit', { exact: true })).toHaveValue('percent');
    await expect(panel.getByLabel('Places together')).toHaveValue('ratioOfSums');
    await panel.getByLabel('Unit', { exact: true }).selectOption('hours');
    await panel.getByLabel('Places together').selectOption('sum');
    await panel.getByText('Less', { exact: true }).click();
    await panel.getByLabel('Business outcome it serves').selectOption('employee');
    await panel.getByLabel('Source', { exact: true }).fill('Staff');
    await panel.getByLabel('Owner', { exact: true }).fill('Bo');
    expect(await kpi('Goodwill')).toMatchObject({
      ...{ metric: 'custom', description: 'Who would come again', definition: 'topTwo', unit: 'hours', rollUp: 'sum' },
      ...{ better: 'less', outcome: 'employee', source: 'Staff', owner: 'Bo', archived: false },
    });
    await expect(row('Goodwill')).toContainText(
      'Hours · less is better · employee outcome · top-two-box · not measured',
    );
    await panel.getByRole('button', { name: 'Archive', exact: true }).click();
    expect((await kpi('Goodwill'))?.archived).toBe(true);
    await expect(panel.getByRole('list', { name: 'KPIs of the workspace' }).getByText('Goodwill')).toHaveCount(0);
    await panel.getByText('Archived (1)').click();
    await panel.getByRole('button', { name: 'Bring back' }).click();
    await expect(panel.getByRole('list', { name: 'KPIs of the workspace' }).getByText('Goodwill')).toHaveCount(1);
  });
});

test('Q41 OV11 each overlay has a key; an edit draws what it concerns; the picture holds them; undo takes only what was edited', async ({
  page,
}) => {
  await openSample(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const badges = page.locator('.overlays:not([data-under]) [data-figure^="tp_"]');
  // Also from an empty cell, where other keys begin a text.
  await page.keyboard.press('Control+g');
  await expect(page.locator('[data-cursor]')).toBeFocused();
  // Pressed one after the other, each does its own, however long the first is fetched.
  for (const key of ['4', '6']) await page.keyboard.press(key);
  await expect(badges.first()).toBeVisible();
  await expect(page.locator('.overlay-volume').first()).toBeAttached();
  for (const key of ['6', '4']) await page.keyboard.press(key);
  await expect(badges).toHaveCount(0);
  // What it is held against has a key each, and puts it on the cards where nothing is drawn yet.
  const legend = page.getByRole('complementary', { name: 'What the overlay means' });
  await page.keyboard.press('Shift+(');
  await expect(legend.getByRole('combobox', { name: 'Held against' })).toHaveValue('target');
  await expect(badges.first()).toBeVisible();
  await page.keyboard.press('9');
  await expect(legend.getByRole('combobox', { name: 'Held against' })).toHaveValue('before');
  await page.keyboard.press('9');
  await expect(legend.getByRole('combobox', { name: 'Held against' })).toHaveValue('none');
  await page.keyboard.press('4');
  await expect(badges).toHaveCount(0);
  await page.keyboard.press('4');
  await expect(page.locator('.in-place')).toHaveCount(0);
  await expect(badges.first()).toBeVisible();
  await page.keyboard.press('5');
  await expect(card(page, 'Lands on the')).toHaveAttribute('data-tone', 'warning');
  await page.keyboard.press('6');
  await expect(page.locator('.overlay-volume').first()).toBeAttached();
  // OV2: n stands at links too; one that few go is not grey, since many were there.
  await expect(page.locator('.overlays:not([data-under]) [data-figure^="ln_"]').getByText('n 9,600')).not.toHaveCount(
    0,
  );
  await expect(page.locator('.overlay-volume[data-few]')).toHaveCount(0);
  await expect(legend).toContainText('On how many each rests: n 210 – 12,800.');
  await expect(legend.getByRole('listitem').filter({ hasText: '→ Asks under the post: 24, n 9,600' })).toHaveCount(1);
  // EV24: what somebody judged says how well it is evidenced.
  await expect(page.locator('.handoff-mark, .mark').filter({ has: page.locator('.strength-dot') })).not.toHaveCount(0);
  await expect(page.locator('.map-foot')).toContainText('•• well evidenced');
  await expect(legend).toContainText('typed by hand');
  await expect(legend).toContainText('≤ 20%');
  await page.keyboard.press('9');
  await expect(legend).toContainText('Against');
  await expect(badges.filter({ hasText: '▼2 pp' })).not.toHaveCount(0);
  expect(await faultsInBothThemes(page, 'the legend of overlays', '.overlay-key')).toEqual([]);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();

  const { touchpoints } = await tables(page);
  const landing = Object.values(touchpoints).find(({ title }) => title === 'Lands on the product page');
  const id = landing?.id ?? '';
  const count = () => page.evaluate(() => ({ ...window.desirepathRenders }));
  await page.evaluate(() => {
    window.desirepathRenders = {};
  });
  await run(page, 'updateTouchpoint', { id, fields: { title: 'Lands here' } });
  await expect(card(page, 'Lands here')).toBeVisible();
  expect(await count()).toEqual({ [id]: 1 });
  await page.evaluate(() => {
    window.desirepathRenders = {};
  });
  const kpi = await page.evaluate(() =>
    Object.values(window.desirepath.editor?.doc.library.kpis ?? {}).find(({ name }) => name === 'Conversion'),
  );
  const { series } = await tables(page);
  const point = series[`se_${kpi?.id}-${id}-everyone`]?.points.at(-1) ?? { from: '', to: '' };
  await run(page, 'setMeasurement', {
    kpiId: kpi?.id ?? '',
    place: { placeId: id, toId: null },
    point: { from: point.from, to: point.to, value: 60, n: 9600 },
  });
  await expect(badges.filter({ hasText: '60%' })).toHaveCount(1);
  // Its badge, and its card, whose colour is another now.
  expect(Object.keys(await count()).sort()).toEqual([`figure:${id}`, id].sort());

  await page.keyboard.press('8');
  const { lanes } = await tables(page);
  expect(Object.values(lanes).filter(({ role, kpiId }) => role === 'kpi' && kpiId === kpi?.id)).toHaveLength(1);
  await page.keyboard.press('7');
  await expect(page.getByText('Conversion: course', { exact: true })).not.toHaveCount(0);
  await page.keyboard.press('0');
  await expect(legend.getByRole('combobox', { name: 'KPI' })).toHaveValue(/./);
  await expect(legend.locator('option:checked').first()).toHaveText('CSAT');
  for (let more = 0; more < 2; more++) await page.keyboard.press('0');
  await expect(legend.locator('option:checked').first()).toHaveText('Conversion');
  await page.keyboard.press('Control+e');
  const small = page.getByRole('dialog').getByText('1×');
  await small.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const painted = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let tinted = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at] === 0xdb && pixels[at + 1] === 0xeb && pixels[at + 2] === 0xe8) tinted++;
    return tinted;
  }, bytes.toString('base64'));
  // Cards in the tint of what got better: each is 148 x 66.
  expect(painted).toBeGreaterThan(5000);

  await test.step('OV11 what was measured at links alone is shown there by a button of the legend, and by 6', async () => {
    const kpiId = await run(page, 'addKpi', { fields: { name: 'Handed on', unit: 'percent', rollUp: 'ratioOfSums' } });
    const link = Object.values((await tables(page)).links)[0];
    const place = { placeId: link?.from ?? '', toId: link?.to ?? '' };
    await run(page, 'setMeasurement', { kpiId, place, point: { from: point.from, to: point.to, value: 62, n: 345 } });
    await page.keyboard.press('Control+g');
    await page.keyboard.press('6');
    await legend.getByRole('combobox', { name: 'KPI', exact: true }).selectOption({ label: 'Handed on' });
    await expect(legend).toContainText('Measured at links, at no touchpoint.');
    await expect(legend.getByRole('listitem').filter({ hasText: '62%' })).toHaveCount(0);
    await legend.getByRole('button', { name: 'Show at links' }).click();
    const atLink = legend.getByRole('listitem').filter({ hasText: ': 62%, n 345' });
    await expect(atLink).toHaveCount(1);
    await expect(legend).toContainText('At links: Handed on');
    await legend.getByRole('combobox', { name: 'At links' }).selectOption({ label: 'Customers on the way' });
    await expect(atLink).toHaveCount(0);
    await page.keyboard.press('Control+g');
    for (let turn = 0; turn < 2; turn++) await page.keyboard.press('6');
    await expect(atLink).toHaveCount(1);
  });
});
