import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { faults, faultsInBothThemes } from '../../support/axe.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

async function openWalks(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'What do you want to do?' }).fill('Mystery shopping');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Mystery shopping' })).toBeVisible();
}

test('EV18 a walk on a phone: noted, interrupted, gone on with, ended as evidence, and compared', async ({ page }) => {
  await openSample(page);
  const before = await tables(page);
  await openWalks(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the walk' }).fill('Autumn walk');
  await dialog.getByRole('textbox', { name: 'Who walks' }).fill('Lin');
  await dialog.getByRole('combobox', { name: 'As persona' }).click();
  await page.getByRole('option', { name: 'Anna' }).click();
  expect(await faults(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Begin' }).click();

  await expect(dialog.getByRole('heading', { level: 3 })).toBeFocused();
  const first = await dialog.getByRole('heading', { level: 3 }).textContent();
  await dialog.getByRole('textbox', { name: 'Expected' }).fill('A clear picture');
  const missed = dialog.getByRole('button', { name: 'Missed' });
  expect((await missed.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await missed.click();
  const begun = Date.now();
  await dialog.getByRole('button', { name: 'Started: now' }).click();
  await expect(dialog.getByLabel('Started', { exact: true })).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'Ended: now' }).click();
  await expect(dialog.getByLabel('Ended', { exact: true })).not.toHaveValue('');
  await dialog.getByLabel('Ended', { exact: true }).fill('2031-05-06T10:20');
  await dialog.getByRole('textbox', { name: 'Notes' }).fill('Blurred');
  await dialog.getByRole('button', { name: 'Start waiting' }).click();
  await expect(dialog.getByRole('timer')).not.toHaveText('0:00');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await faultsInBothThemes(page, 'a stop of a walk', '[role=dialog]')).toEqual([]);

  // A reload in the middle: the walk goes on where one was, and the stopwatch has not stopped.
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(dialog.getByRole('heading', { level: 3 })).not.toHaveText(first ?? '');
  const second = await dialog.getByRole('heading', { level: 3 }).textContent();
  await dialog.getByRole('textbox', { name: 'Notes' }).fill('A long queue');
  await whenSaved(page);
  await page.reload();
  await page.locator('.touchpoint').first().waitFor();
  await openWalks(page);
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(second ?? '');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(first ?? '');
  await expect(dialog.getByRole('timer')).not.toHaveText(/^0:0[0]$/);
  await dialog.getByRole('heading', { level: 3 }).focus();
  await page.keyboard.press('w');
  await expect(dialog.getByRole('timer')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: 'Waiting time, minutes and seconds' }).fill('1:30');
  await page.keyboard.press('Enter');

  // By keys alone: on, exceeded, to the end.
  await dialog.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { level: 3 })).not.toHaveText(first ?? '');
  await page.keyboard.press('3');
  await expect(dialog.getByRole('button', { name: 'Exceeded' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByLabel('Photo', { exact: true }).setInputFiles({
    name: 'shelf.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await expect(dialog.getByRole('img', { name: /^Photo of / })).toBeVisible();
  await dialog.getByRole('button', { name: 'To the end' }).click();
  await expect(dialog.getByRole('heading', { name: 'End of the walk' })).toBeFocused();
  await expect(dialog.locator('.walk-ends li')).toHaveCount(2);
  expect(await faultsInBothThemes(page, 'the end of a walk', '[role=dialog]')).toEqual([]);
  // EV42: the photo stands beside what it was taken of; Escape closes the large one alone.
  const photo = dialog.getByRole('button', { name: `Photo of ${second}` });
  await photo.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: `Photo of ${second}` });
  await expect(large).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(photo).toBeFocused();
  // Whole and without scrolling, as all that ends something.
  await expect(dialog.getByRole('button', { name: 'Finish the walk' })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole('button', { name: 'Finish the walk' }).click();
  await expect(dialog.getByRole('status')).toContainText('The walk is finished');

  const after = await tables(page);
  const timed = Object.values(after.walkSteps).find(({ notes }) => notes === 'Blurred');
  expect(Date.parse(timed?.startedAt ?? '')).toBeGreaterThanOrEqual(begun);
  expect(Date.parse(timed?.startedAt ?? '')).toBeLessThanOrEqual(Date.now());
  expect(timed?.endedAt).toBe(await page.evaluate(() => new Date('2031-05-06T10:20').toISOString()));
  const pieces = Object.values(after.evidence).filter(({ source }) => source === 'Autumn walk, Lin');
  expect(pieces.map(({ kind, sentiment }) => [kind, sentiment])).toEqual([
    ['walk', -1],
    ['walk', 2],
  ]);
  expect(pieces[0]?.text).toBe('Missed. Expected: A clear picture. Blurred. Waited 1:30.');
  expect(Object.values(after.series).some(({ points }) => points.some(({ value }) => value === 0.025))).toBe(true);
  expect(Object.values(after.walkSteps).some(({ photo }) => photo !== null)).toBe(true);

  // EV43: what is over says so, and starts nothing.
  await dialog.getByRole('button', { name: 'Open: Autumn walk' }).click();
  await expect(dialog.getByRole('heading', { name: 'Overview of the walk' })).toBeFocused();
  await expect(dialog.getByText('This walk ended')).toBeVisible();
  await dialog.getByRole('button', { name: 'Last stop' }).click();
  await expect(dialog.getByText('This walk ended')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Start waiting' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Overview' }).click();
  await expect(dialog.getByRole('button', { name: 'Take over the changes' })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole('button', { name: 'All walks' }).click();

  await dialog.getByRole('checkbox', { name: 'Compare Autumn walk' }).check();
  await dialog.getByRole('checkbox', { name: 'Compare Spring walk' }).check();
  await dialog.getByRole('button', { name: 'Compare the two chosen' }).click();
  await expect(dialog.getByRole('heading', { name: 'Spring walk against Autumn walk' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Exceeded/ }).first()).toBeVisible();
  await expect(dialog.getByRole('img', { name: `Photo of ${second}` })).toBeVisible();
  await expect(dialog.getByText('Blurred', { exact: true })).toHaveAttribute('data-result', 'missed');
  expect(await faultsInBothThemes(page, 'two walks', '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // EV42, EV40: its photo stands in the list of evidence; what Anna was thought to find good it found bad.
  await page.setViewportSize({ width: 1280, height: 800 });
  const panel = page.locator('.side-panel');
  await page.locator('.rail').getByRole('button', { name: 'Evidence', exact: true }).click();
  await panel.getByRole('button', { name: `Photo of ${second}` }).click();
  await expect(large).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await panel.getByRole('button', { name: /Blurred/ }).click();
  await panel.getByRole('button', { name: first ?? '?', exact: true }).click();
  await page.locator('.rail').getByRole('button', { name: 'Details', exact: true }).click();
  await expect(panel.getByText('assumed: the evidence says otherwise')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'assumed: the evidence says otherwise' }).first()).toBeAttached();

  // I51: the wait is named as from a walk where a value typed for that day would replace it.
  const waits = Object.values(after.series).find(({ points }) => points.some(({ value }) => value === 0.025));
  const kpi = await page.evaluate((id) => window.desirepath.editor?.doc.library.kpis[id]?.name, waits?.kpiId ?? '');
  await page.locator('.rail').getByRole('button', { name: 'KPIs and measurements' }).click();
  const known = panel.getByRole('button', { name: kpi ?? '?' });
  if ((await known.getAttribute('aria-expanded')) !== 'true') await known.click();
  await panel.getByRole('combobox', { name: 'Place', exact: true }).selectOption(waits?.placeId ?? '');
  await expect(panel.locator('.kpi-point').filter({ hasText: 'from a walk' })).toHaveCount(1);
  await panel.getByLabel(/^Value/).fill('2');
  const day = waits?.points.find(({ value }) => value === 0.025)?.from ?? '';
  await panel.getByLabel('First day').fill(day);
  await panel.getByLabel('Last day').fill(day);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('from a walk. Press again to replace it.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(Object.keys((await tables(page)).evidence)).toHaveLength(Object.keys(before.evidence).length);
});
