import { type CDPSession, expect, type Page } from '@playwright/test';
import { boxOf, enterGrid, openBlankMap, put, tables } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

/** Types as an input method does: the key is its own, letters are composed, and the result is settled. */
async function compose(client: CDPSession, page: Page, letters: string, result: string): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await client.send('Input.imeSetComposition', {
      text: letters.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await expect(page.locator('[data-composing], .in-place').last()).toContainText(letters);
  await client.send('Input.insertText', { text: result });
}

const titleOf = async (page: Page) => Object.values((await tables(page)).touchpoints).map(({ title }) => title);

test('U31 what is composed, and text without keys, is taken as what is typed', async ({ page }) => {
  await test.step('U31 the first composed word begins a touchpoint in an empty cell, and what follows goes on', async () => {
    await openBlankMap(page);
    const client = await page.context().newCDPSession(page);
    await enterGrid(page);
    await expect(page.getByRole('gridcell')).toBeFocused();
    await compose(client, page, 'nihao', '你好');
    await expect(page.locator('textarea.in-place')).toHaveValue('你好');
    await expect(page.locator('textarea.in-place')).toBeFocused();
    await client.send('Input.imeSetComposition', { text: 'ma', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.insertText', { text: '吗' });
    await page.keyboard.press('Enter');
    await expect.poll(() => titleOf(page)).toEqual(['你好吗']);
    await expect(page.getByRole('gridcell')).toBeFocused();
    await expect(page.getByRole('gridcell')).toHaveText('');
  });

  await test.step('U31 composing on a card writes its title anew; what is taken back changes nothing', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    const client = await page.context().newCDPSession(page);
    await enterGrid(page);
    await compose(client, page, 'かう', '買う');
    await page.keyboard.press('Enter');
    await expect.poll(() => titleOf(page)).toEqual(['買う']);
    await client.send('Input.imeSetComposition', { text: 'かう', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await expect(page.locator('textarea.in-place')).toHaveCount(0);
    await expect(page.getByRole('gridcell')).toHaveText('');
    expect(await titleOf(page)).toEqual(['買う']);
  });

  await test.step('U31 text without keys, as dictation and lists of emoji give it, is taken too', async () => {
    await openBlankMap(page);
    const client = await page.context().newCDPSession(page);
    await enterGrid(page);
    await client.send('Input.insertText', { text: 'ซื้อ' });
    await expect(page.locator('textarea.in-place')).toHaveValue('ซื้อ');
    await page.keyboard.press('Enter');
    const [id] = Object.keys((await tables(page)).touchpoints);
    await expect(boxOf(page, id ?? '')).toContainText('ซื้อ');
  });
});
