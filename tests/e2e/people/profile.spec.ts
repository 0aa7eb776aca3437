import { expect, type Page } from '@playwright/test';
import { personaFacts } from '../../../src/model/records/persona.ts';
import { openSample, whenSaved } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { canUndo } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panel = (page: Page) => page.locator('.side-panel');
const openPanel = (page: Page) => page.locator('.rail').getByRole('button', { name: 'Personas', exact: true }).click();

async function openProfile(page: Page, name: string): Promise<void> {
  await openPanel(page);
  await panel(page)
    .getByRole('button', { name: `Profile of ${name}` })
    .click();
}

function persona(page: Page, name: string) {
  return page.evaluate(
    (wanted) =>
      Object.values(window.desirepath.editor?.doc.library.personas ?? {}).find(({ name }) => name === wanted) ?? null,
    name,
  );
}

const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click();

/** A persona of whom nothing is known. */
async function addIda(page: Page): Promise<void> {
  await page.evaluate(() => window.desirepath.editor?.run('addPersona', { name: 'Ida' }));
}

test('Z3 Z4 Z5 Z6 a profile is checked, written in all its fields, archived and taken back', async ({ page }) => {
  await openSample(page);
  await addIda(page);
  await test.step('Z5 "Checked today" ends the reminder; an old day brings it back, in words', async () => {
    await openPanel(page);
    const row = panel(page).getByRole('button', { name: 'Profile of Ida' });
    await expect(row).not.toContainText('check is due');
    await row.click();
    const check = panel(page).locator('.persona-check');
    await expect(check).toContainText('Not yet checked against evidence.');
    await check.getByRole('button', { name: 'Checked today' }).click();
    await expect(check).toContainText('Last checked: today.');
    await expect(check.getByRole('button', { name: 'Checked today' })).toBeDisabled();
    const field = check.getByLabel('Checked against evidence on');
    await field.fill('2020-05-17');
    await expect(check).toContainText(/Last checked: \d+ years ago\. Is this still so\?/);
    expect((await persona(page, 'Ida'))?.checkedOn).toBe('2020-05-17');
    await field.fill('');
    await expect(check).toContainText('Not yet checked against evidence.');
    expect((await persona(page, 'Ida'))?.checkedOn).toBeNull();
    await panel(page).getByRole('button', { name: 'All personas of this map' }).click();
  });
  await test.step('Z3 Z4 every fact is written in its group, is there after a reload, and undone burst by burst', async () => {
    await panel(page).getByRole('button', { name: 'Profile of Ida' }).click();
    const side = panel(page);
    await expect(side.getByRole('button', { name: 'All personas of this map' })).toBeFocused();
    await expect(side.locator('details[open]')).toHaveCount(0);
    for (const group of await side.locator('details summary').all()) await group.click();
    const fields = side.locator('.fact-group').locator('input, textarea:not([aria-hidden])');
    await expect(fields).toHaveCount(personaFacts.length);
    // Half a panel is too narrow for this: it wraps, and all of it is seen.
    const location = side.getByRole('textbox', { name: 'Location' });
    await location.fill('Suburb of a large city by the sea');
    await expect
      .poll(() =>
        location.evaluate(
          (field) => field.scrollWidth <= field.clientWidth && field.scrollHeight <= field.clientHeight,
        ),
      )
      .toBe(true);
    for (const [index, field] of (await fields.all()).entries()) await field.fill(`ไทย 中文 ${index}`);
    const written = await persona(page, 'Ida');
    const texts = personaFacts.map((fact) => written?.[fact]);
    expect(new Set(texts)).toEqual(new Set(personaFacts.map((_, index) => `ไทย 中文 ${index}`)));
    await side.getByRole('textbox', { name: 'Age' }).pressSequentially(' and more');
    await undo(page);
    await expect(side.getByRole('textbox', { name: 'Age' })).toHaveValue(String(written?.age));
    await whenSaved(page);
    await page.reload();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    expect(await persona(page, 'Ida')).toEqual(written);
    await openProfile(page, 'Ida');
    await expect(side.locator('details[open]')).toHaveCount(4);
    expect(await faults(page, '.side-panel')).toEqual([]);
    await side.getByRole('button', { name: 'All personas of this map' }).press('Enter');
    await expect(side.getByRole('button', { name: 'Profile of Ida' })).toBeFocused();
  });
  await test.step('Z6 an archived persona stays in its map, is not offered once taken out, and is taken back', async () => {
    await panel(page).getByRole('button', { name: 'Profile of Ida' }).press('Enter');
    const side = panel(page);
    await side.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect(side.getByRole('button', { name: 'Take back from the archive' })).toBeVisible();
    await side.getByRole('button', { name: 'All personas of this map' }).click();
    await expect(side.getByRole('button', { name: 'Profile of Ida' })).toContainText('Archived');
    await side.getByRole('button', { name: 'Take Ida out of this map' }).click();
    await expect(side.getByRole('combobox', { name: 'From the workspace' })).toHaveCount(0);
    await side.getByRole('button', { name: 'Take Ida back' }).click();
    await side.getByRole('combobox', { name: 'From the workspace' }).click();
    await page.getByRole('option', { name: 'Ida' }).click();
    await expect(side.getByRole('button', { name: 'Profile of Ida' })).not.toContainText('Archived');
    expect(await canUndo(page)).toBe(true);
  });
});
