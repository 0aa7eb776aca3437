import { expect } from '@playwright/test';
import { newBlankMap, openGallery } from '../../support/app.ts';
import { run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('O6 O13 O21 O24 new maps are made from templates; a blank one lacks nothing, and too many ways are only counted', async ({
  page,
}) => {
  await openGallery(page);
  for (const [name, title] of [
    ['Software subscription', 'Subscription to a planning tool'],
    ['Visit to a branch', 'A visit to the branch'],
  ] as const) {
    await test.step(`O6 a new map is made from the template ${name}`, async () => {
      await page.getByRole('button', { name: 'New map' }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect(page.locator('.touchpoint').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      const { touchpoints, opportunities } = await tables(page);
      expect(Object.keys(touchpoints).length).toBeGreaterThanOrEqual(20);
      expect(Object.keys(opportunities).length).toBeGreaterThanOrEqual(5);
      await expect(page.locator('.mark[data-state="gap"]').first()).toBeVisible();
      await page.getByRole('link', { name: 'All maps' }).click();
      await expect(page.locator('.tile').first()).toBeVisible();
    });
  }
  await newBlankMap(page);
  const rail = page.locator('.rail');
  const side = page.locator('.side-panel');
  await test.step('O21 an empty map is not told what it lacks', async () => {
    await rail.getByRole('button', { name: 'Touchpoint catalogue' }).click();
    await expect(side.locator('.chip').first()).toBeVisible();
    await expect(page.locator('.missing')).toHaveCount(0);
  });
  await test.step('O24 where no links are drawn every list says that the order of steps stands in', async () => {
    const stepId = Object.keys((await tables(page)).steps)[0] ?? '';
    const [a, b] = [
      await run(page, 'addTouchpoint', {
        stepId,
        fields: { title: 'Asks', departments: ['dp_sales'], channels: ['ch_phone'] },
      }),
      await run(page, 'addTouchpoint', {
        stepId,
        fields: { title: 'Buys', departments: ['dp_webshop'], channels: ['ch_shop'] },
      }),
    ];
    const implied = 'No links are drawn on this map, so the order of the steps stands in.';
    await expect(page.locator('.foot-legend')).toContainText('No links are drawn: the order of steps stands in.');
    for (const panel of ['Gaps and findings', 'Paths from start to end', 'A department’s view']) {
      await rail.getByRole('button', { name: panel, exact: true }).click();
      await expect(side.getByText(implied)).toBeVisible();
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'What do you want to do?' }).fill('Who hands to whom');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByText(implied)).toBeVisible();
    await page.keyboard.press('Escape');
    // A link takes its place, and the sentences go.
    await run(page, 'addLink', { from: a, to: b });
    await expect(side.getByText(implied)).toHaveCount(0);
    await run(page, 'removeItems', { ids: [a, b] });
  });
  await test.step('O13 more than 1,000 ways are counted, not listed', async () => {
    await page.evaluate(() => {
      const { editor } = window.desirepath;
      if (editor === null) throw new Error('No map is open.');
      const { stages, steps } = editor.doc.map;
      const byOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : 1);
      const inOrder = Object.values(stages)
        .sort(byOrder)
        .flatMap(({ id }) =>
          Object.values(steps)
            .filter((step) => step.stageId === id)
            .sort(byOrder),
        );
      const columns = inOrder
        .slice(0, 5)
        .map((step, column) =>
          [0, 1, 2, 3, 4].map((row) =>
            editor.run('addTouchpoint', { stepId: step.id, fields: { title: `${column} ${row}` } }),
          ),
        );
      for (const [at, column] of columns.entries())
        for (const from of column) for (const to of columns[at + 1] ?? []) editor.run('addLink', { from, to });
    });
    await rail.getByRole('button', { name: 'Paths from start to end', exact: true }).click();
    await expect(side.getByRole('status')).toContainText('3,125 ways from start to end.');
    await expect(side.locator('.way-line')).toHaveCount(0);
    await expect(side.getByText('Too many to list.')).toBeVisible();
  });
});
