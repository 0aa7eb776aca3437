import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const question = (page: Page) => page.getByRole('dialog');

/** The sample's journey file, with more known about Anna than the workspace knows. Leaves to the gallery. */
async function fileWithAnna(page: Page): Promise<Buffer> {
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
  return Buffer.from(JSON.stringify(file));
}

async function choose(page: Page, buffer: Buffer): Promise<void> {
  await expect(page.locator('.tile').first()).toBeVisible();
  await page.getByLabel('Import a file').setInputFiles({ name: 'a.journey.json', mimeType: '', buffer });
  await expect(question(page)).toContainText('A persona of this name is here already');
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

test('Z15 Z16 Z21 personas of a file that are here by name are asked about, taken as they are, filled in or added', async ({
  page,
}) => {
  const file = await fileWithAnna(page);
  await choose(page, file);
  await test.step('Z15 the question shows how they differ; closing it imports nothing', async () => {
    const anna = question(page).getByRole('region', { name: 'Anna' });
    await expect(anna.getByRole('row', { name: 'Age 34 40' })).toBeVisible();
    await expect(anna.getByRole('row', { name: 'Goals – Найти платье к субботе' })).toBeVisible();
    // Max says the same here and there: that is told afterwards, and not asked.
    await expect(question(page).getByRole('region', { name: 'Max' })).toHaveCount(0);
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(question(page)).toHaveCount(0);
    await expect(page.locator('.tile')).toHaveCount(1);
  });
  await test.step('Z16 filled in, only what is empty is written', async () => {
    await choose(page, file);
    const anna = question(page).getByRole('region', { name: 'Anna' });
    await anna.getByRole('radio', { name: 'Use it and fill in what is empty' }).check();
    await question(page).getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.locator('.touchpoint').first()).toBeVisible();
    await page.waitForFunction(() => window.desirepath.editor !== null);
    await expect(page.getByText(/Already in your library, so used from there: 1 persona, \d+ channels/)).toBeVisible();
    expect(await others(page)).toEqual(['Anna|34|Найти платье к субботе']);
  });
  await test.step('Z16 added as a new one there are two', async () => {
    await page.getByRole('link', { name: 'All maps' }).click();
    await choose(page, file);
    await question(page).getByRole('radio').last().check();
    await question(page).getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.locator('.top-personas')).toHaveAttribute('title', /Anna \(2\)/);
    expect(await others(page)).toEqual(['Anna (2)|40|Найти платье к субботе', 'Anna|34|Найти платье к субботе']);
    expect((await people(page)).filter((one) => one.startsWith('Max'))).toHaveLength(1);
  });
});
