import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { test } from '../../support/quietPage.ts';

const question = (page: Page) => page.getByRole('dialog');

/** The sample's journey file, with more known about Anna than the workspace knows, chosen in the gallery. */
async function bringAnna(page: Page): Promise<void> {
  await openSample(page);
  await page.evaluate(() => {
    const { editor } = window.desirepath;
    const anna = Object.values(editor?.doc.library.personas ?? {}).find(({ name }) => name === 'Anna');
    editor?.run('updatePersona', { id: anna?.id ?? '', fields: { age: '34', goals: '', worries: '' } });
  });
  await whenSaved(page);
  const text = await page.evaluate(async () => (await window.desirepath.exportMap('json')).text());
  const file = JSON.parse(text) as { library: { personas: { name: string }[] } };
  const anna = file.library.personas.find(({ name }) => name === 'Anna');
  Object.assign(anna ?? {}, { age: '40', goals: 'Найти платье к субботе' });
  await page.getByRole('link', { name: 'All maps' }).click();
  await expect(page.locator('.tile').first()).toBeVisible();
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'a.journey.json', mimeType: '', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(question(page)).toContainText('2 personas are here already by name');
}

/** Name, age and goals of every persona of the workspace, of the map that is open. */
function people(page: Page) {
  return page.evaluate(() =>
    Object.values(window.desirepath.editor?.doc.library.personas ?? {})
      .map(({ name, age, goals }) => [name, age, goals].join('|'))
      .sort(),
  );
}

const others = (page: Page) => people(page).then((all) => all.filter((one) => one.startsWith('Anna')));

test.describe('personas of a file that are here by name', () => {
  test('Z15 Z16 the question shows how they differ; filled in, only what is empty is written', async ({ page }) => {
    await bringAnna(page);
    const anna = question(page).getByRole('region', { name: 'Anna' });
    await expect(anna.getByRole('row', { name: 'Age 34 40' })).toBeVisible();
    await expect(anna.getByRole('row', { name: 'Goals – Найти платье к субботе' })).toBeVisible();
    await expect(question(page).getByRole('region', { name: 'Max' })).toContainText('Both profiles say the same.');
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    await anna.getByRole('radio', { name: 'Use it and fill in what is empty' }).check();
    await question(page).getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await page.waitForFunction(() => window.desirepath.editor !== null);
    expect(await others(page)).toEqual(['Anna|34|Найти платье к субботе']);
  });

  test('Z16 added as a new one there are two; Z15 closing the question imports nothing', async ({ page }) => {
    await bringAnna(page);
    await page.keyboard.press('Escape');
    await expect(question(page)).toHaveCount(0);
    await expect(page.locator('.tile')).toHaveCount(1);
    await bringAnna(page);
    await question(page).getByRole('button', { name: 'Add all as new ones' }).click();
    await question(page).getByRole('region', { name: 'Max' }).getByRole('radio').first().check();
    await question(page).getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.locator('.top-personas')).toContainText('Anna (2)');
    expect(await others(page)).toEqual(['Anna (2)|40|Найти платье к субботе', 'Anna|34|']);
    expect((await people(page)).filter((one) => one.startsWith('Max'))).toHaveLength(1);
  });
});
