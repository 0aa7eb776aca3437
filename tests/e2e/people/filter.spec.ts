import { expect, type Page } from '@playwright/test';
import { card, newBlankMap, openSample } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { expectSaid, rectOf, run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const bar = (page: Page) => page.locator('.filter-bar');
const chip = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const forWhom = (page: Page) => page.locator('.side-panel').getByRole('group', { name: 'For' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click();

/** The names of the personas a record belongs to; empty for everyone. */
function owners(page: Page, recordId: string): Promise<string[]> {
  return page.evaluate((id) => {
    const { map, library } = window.desirepath.editor?.doc ?? {};
    return Object.values(map?.memberships ?? {})
      .filter((membership) => membership.recordId === id)
      .map((membership) => library?.personas[membership.personaId]?.name ?? '')
      .sort();
  }, recordId);
}

async function idOf(page: Page, title: string): Promise<string> {
  const { touchpoints } = await tables(page);
  return Object.values(touchpoints).find((touchpoint) => touchpoint.title.startsWith(title))?.id ?? '';
}

test('Z8 Z9 Z10 touchpoints and links are given to personas, who are shown alone, together or side by side', async ({
  page,
}) => {
  await openSample(page);
  await test.step('Z10 palette and key show one; the rest fades or hides, and personas stand side by side', async () => {
    await page.keyboard.press('Control+Shift+F');
    await expect(chip(page, 'Anna')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+Shift+F');
    await expect(chip(page, 'Max')).toHaveAttribute('aria-pressed', 'true');
    await expect(chip(page, 'Anna')).toHaveAttribute('aria-pressed', 'false');
    await bar(page).getByRole('radiogroup', { name: 'The rest' }).getByRole('radio', { name: 'Hide' }).click();
    await expectSaid(page, /Shown: Max, \d+ touchpoints\. The rest is hidden\./);
    expect(await faults(page, '.filter-bar')).toEqual([]);
    await bar(page).getByRole('button', { name: 'Side by side' }).press('Space');
    await expectSaid(page, 'Personas side by side.');
    for (const [name, said] of [
      ['Personas side by side', 'Personas in one map.'],
      ['Show everyone', 'Everyone is shown.'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder('What do you want to do?').fill(name);
      await page.keyboard.press('Enter');
      await expectSaid(page, said);
      await expect(page.getByPlaceholder('What do you want to do?')).toHaveCount(0);
    }
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.press('Control+Shift+F');
    await expect(chip(page, 'Everyone')).toHaveAttribute('aria-pressed', 'true');
  });
  await test.step('Z9 a long name is cut, in the bar and beside curves, and takes nothing from what stands beside it', async () => {
    const long = 'A person whose name was a whole paragraph of a file, with all that she does, wants and fears '.repeat(
      2,
    );
    const [id = ''] = await page.evaluate(() =>
      Object.values(window.desirepath.editor?.doc.library.personas ?? {}).flatMap(({ id, name }) =>
        name === 'Anna' ? [id] : [],
      ),
    );
    await run(page, 'updatePersona', { id, fields: { name: long.trim() } });
    await chip(page, long.trim()).click();
    const sideBySide = await rectOf(bar(page).getByRole('button', { name: 'Side by side' }));
    expect(sideBySide.x + sideBySide.width).toBeLessThanOrEqual(1440);
    expect(await bar(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    for (const mark of await page.locator('.curve-name svg').all()) expect((await rectOf(mark)).width).toBe(10);
    await expect(page.locator('.curve-name', { hasText: 'A person whose' })).toBeVisible();
    await undo(page);
    await chip(page, 'Everyone').click();
  });
  await test.step('Z8 a touchpoint is given to one persona, to several, to everyone, by keys and back by undo', async () => {
    const id = await idOf(page, 'Compares three');
    await card(page, 'Compares three').first().click();
    const group = forWhom(page);
    await expect(group.getByRole('button', { name: 'Everyone' })).toHaveAttribute('aria-pressed', 'true');
    await group.getByRole('button', { name: 'Anna' }).focus();
    await page.keyboard.press('Enter');
    await expect(group.getByRole('button', { name: 'Anna' })).toHaveAttribute('aria-pressed', 'true');
    expect(await owners(page, id)).toEqual(['Anna']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    // Both of two are everyone.
    expect(await owners(page, id)).toEqual([]);
    await undo(page);
    expect(await owners(page, id)).toEqual(['Anna']);
    expect(await faults(page, '.side-panel')).toEqual([]);
    await group.getByRole('button', { name: 'Everyone' }).click();
    expect(await owners(page, id)).toEqual([]);
  });
  await test.step('Z8 a link and a selection of several are given too; where they differ it says so', async () => {
    await run(page, 'addPersona', { name: 'Mei' });
    const [a, b] = [await idOf(page, 'Compares three'), await idOf(page, 'Calls to ask')];
    await card(page, 'Compares three').first().click();
    await page.locator('.side-panel .link-button').first().click();
    await forWhom(page).getByRole('button', { name: 'Max' }).click();
    const { links } = await tables(page);
    const given = await Promise.all(Object.keys(links).map((id) => owners(page, id)));
    expect(given.filter((names) => names.length > 0)).toEqual([['Max']]);
    const [anna] = await page.evaluate(() =>
      Object.values(window.desirepath.editor?.doc.library.personas ?? {}).flatMap(({ id, name }) =>
        name === 'Anna' ? [id] : [],
      ),
    );
    await run(page, 'setMembers', { recordIds: [a], personaIds: [anna ?? ''] });
    await card(page, 'Compares three').first().click();
    await card(page, 'Calls to ask')
      .first()
      .click({ modifiers: ['Control'] });
    const group = forWhom(page);
    await expect(group.getByRole('button', { name: 'Anna' })).toHaveAttribute('aria-pressed', 'mixed');
    await expect(page.locator('.side-panel')).toContainText('They differ.');
    await group.getByRole('button', { name: 'Mei' }).click();
    await group.getByRole('button', { name: 'Anna' }).click();
    expect([await owners(page, a), await owners(page, b)]).toEqual([
      ['Anna', 'Mei'],
      ['Anna', 'Mei'],
    ]);
    await undo(page);
    expect([await owners(page, a), await owners(page, b)]).toEqual([['Mei'], ['Mei']]);
  });
  await test.step('Z9 the bar comes with the second persona, shows one, several, all, and forgets who left', async () => {
    await page.getByRole('link', { name: 'All maps' }).click();
    await newBlankMap(page);
    await run(page, 'addPersona', { name: 'Ida' });
    await expect(bar(page)).toHaveCount(0);
    const jon = await run(page, 'addPersona', { name: 'Jon' });
    await run(page, 'addPersona', { name: 'Mei' });
    const [stepId] = Object.keys((await tables(page)).steps);
    await run(page, 'addTouchpoint', { stepId: stepId ?? '', fields: { title: 'For all' } });
    const own = await run(page, 'addTouchpoint', { stepId: stepId ?? '', fields: { title: 'For Jon' } });
    await run(page, 'setMembers', { recordIds: [own], personaIds: [jon] });
    await expect(chip(page, 'Everyone')).toHaveAttribute('aria-pressed', 'true');
    await chip(page, 'Ida').click();
    await expectSaid(page, 'Shown: Ida, 1 touchpoint. The rest is faded.');
    await chip(page, 'Jon').click();
    await expectSaid(page, 'Shown: Ida and Jon, 2 touchpoints. The rest is faded.');
    await expect(bar(page).locator('[aria-pressed="true"]')).toHaveText(['Ida', 'Jon']);
    await chip(page, 'Ida').click();
    await run(page, 'removePersonaFromMap', { personaId: jon });
    await expect(chip(page, 'Everyone')).toHaveAttribute('aria-pressed', 'true');
    await chip(page, 'Mei').click();
    await chip(page, 'Ida').click();
    await expectSaid(page, 'Everyone is shown.');
  });
});

test('Z11 on a phone the bar is one button in the corner of the heads', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  const fold = page.getByRole('button', { name: /^Personas shown/ });
  await expect(fold).toContainText('Everyone');
  const [button, map, main] = [
    await rectOf(fold),
    await rectOf(page.locator('.map')),
    await rectOf(page.locator('.editor-map')),
  ];
  expect(map).toEqual(main);
  expect(button.y + button.height).toBeLessThan(map.y + 62);
  expect(button.x + button.width).toBeLessThan(map.x + 104);
  await fold.click();
  const choices = page.getByRole('dialog');
  await choices.getByRole('button', { name: 'Max' }).click();
  await expectSaid(page, /Shown: Max/);
  expect(await faults(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(fold).toContainText('Max');
  await expect(fold).toBeFocused();
});
