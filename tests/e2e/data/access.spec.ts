import { expect, type Page } from '@playwright/test';
import { openSample } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { sampleLog } from '../../support/bytesAs.ts';
import { dropFile } from '../../support/dropFile.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('I37 I55 figures come by keys alone; axe finds nothing serious in the wizard, and nothing is cut off in a small window', async ({
  page,
}) => {
  await openSample(page);
  await test.step('I37 a table is pasted, understood, matched and put on the map by keys alone', async () => {
    const before = Object.keys((await tables(page)).series).length;
    const tabTo = async (name: string) => {
      const wanted = dialog(page).getByRole('button', { name, exact: true });
      for (let tabs = 0; tabs < 60; tabs++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${name} is not reached by Tab`);
    };
    await page.keyboard.press('Control+Shift+E');
    await expect(dialog(page).getByRole('button', { name: 'Choose a file' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(
      'Touchpoint\tKPI\tValue\tn\nPays by card\tConversion\t61\t200\nNobody knows\tConversion\t5\t3',
    );
    // I55: closed by mistake and the page loaded anew, the rows are there.
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await page.reload();
    await page.waitForFunction(() => window.desirepath?.editor != null);
    await page.keyboard.press('Control+Shift+E');
    await expect(dialog(page).getByRole('textbox')).toHaveValue(/^Touchpoint\tKPI[\s\S]*Nobody knows/);
    await tabTo('Read this table');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('button', { name: 'Read all rows' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Put on the map' }).waitFor();
    await tabTo('Put on the map');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('To the map');
    await expect(dialog(page)).toContainText('1 row belongs to no touchpoint: Nobody knows (1).');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    const { series } = await tables(page);
    expect(Object.keys(series)).toHaveLength(before + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => Object.keys((await tables(page)).series).length).toBe(before);
  });
  await test.step('I37 axe finds nothing serious on the pages of the wizard, and nothing is cut off in a small window', async () => {
    const found: string[] = [];
    const look = async (where: string) => {
      found.push(...(await faultsInBothThemes(page, where, '[role=dialog]')));
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
      if (wide > 0) found.push(`${where}: ${wide} pixels too wide`);
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    await page.keyboard.press('Control+Shift+E');
    await dialog(page).getByText('Files on this map').waitFor();
    // I55: what is on the map is not offered again.
    await expect(dialog(page).getByRole('textbox')).toHaveValue('');
    await dropFile(page, 'cut.xes', '<log>\n<trace>');
    await dialog(page).getByRole('alert').waitFor();
    await look('choice of a file, with what is wrong');
    await dropFile(page, 'running-example.csv', sampleLog('running-example.csv'));
    await dialog(page).getByRole('button', { name: 'Read all rows' }).waitFor();
    await look('what was understood');
    await press(page, 'Read all rows');
    await dialog(page).getByText('Compare with this map', { exact: true }).click();
    await dialog(page).getByText('Rules for many rows at once').click();
    await press(page, 'Add a rule');
    await look('places');
    expect(found).toEqual([]);
  });
});
