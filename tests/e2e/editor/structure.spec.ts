import { expect, type Page } from '@playwright/test';
import { keyText } from '../../../src/app/actions/keyText.ts';
import { actions } from '../../../src/app/actions/registry.ts';
import { en } from '../../../src/app/locales/en.ts';
import { card, count, titles } from '../../support/app.ts';
import {
  boxOf,
  canUndo,
  enterGrid,
  expectSaid,
  fingerprint,
  middleOf,
  middleOfCell,
  openBlankMap,
  put,
  rectOf,
  stepIds,
  tables,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const stageTitles = (page: Page) => page.locator('.head-stage .head-title');
const choose = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name }).click();

test('U25 U26 U39 steps, stages and lanes are added, moved and deleted', async ({ page }) => {
  await test.step('U25 U39 steps and stages are put in between, moved by menu and deleted', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Sees an advert', 1, 0);
    const before = await fingerprint(page);
    const old = await stepIds(page);
    await boxOf(page, id).click();
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expectSaid(page, 'Step added');
    await expect(page.locator('.head-step').nth(2).getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Compares');
    await page.keyboard.press('Enter');
    const steps = await stepIds(page);
    expect([...steps.slice(0, 2), ...steps.slice(3)]).toEqual(old);
    await expect(page.locator('.head-step').nth(2)).toContainText('Compares');

    // Moved left within its stage, then over the edge into the one before.
    const step = page.locator('.head-step', { hasText: 'Compares' });
    await step.click({ button: 'right' });
    await choose(page, 'Move step left');
    expect((await stepIds(page))[1]).toBe(steps[2]);
    await step.click({ button: 'right' });
    await choose(page, 'Move step left');
    const moved = await tables(page);
    expect(moved.stages[moved.steps[steps[2] ?? '']?.stageId ?? '']?.name).toBe('Awareness');
    await step.click({ button: 'right' });
    await choose(page, 'Delete step');
    expect(await stepIds(page)).toEqual(old);

    const stage = page.locator('.head-stage', { hasText: 'Consideration' });
    await stage.click({ button: 'right', position: { x: 120, y: 12 } });
    await choose(page, /^Add stage before/);
    await expect(page.getByRole('textbox', { name: /^Rename/ })).toBeFocused();
    await page.keyboard.type('Comparison');
    await page.keyboard.press('Enter');
    await expect(stageTitles(page).nth(1)).toHaveText('Comparison');
    await page
      .locator('.head-stage', { hasText: 'Comparison' })
      .click({ button: 'right', position: { x: 120, y: 12 } });
    await choose(page, 'Move stage right');
    await expect(stageTitles(page).nth(2)).toHaveText('Comparison');
    await page
      .locator('.head-stage', { hasText: 'Comparison' })
      .click({ button: 'right', position: { x: 120, y: 12 } });
    await choose(page, /^Delete stage/);
    await expect(stageTitles(page)).toHaveText(['Awareness', 'Consideration', 'Decision', 'Retention', 'Advocacy']);
    // At the end: it comes into view and is named at once. Outside the grid the menu offers the same.
    const map = await rectOf(page.locator('.map'));
    const toEnd = async () => {
      await page.mouse.click(map.x + map.width - 40, map.y + map.height - 60, { button: 'right' });
      await choose(page, 'Add stage at the end');
    };
    const byButton = () => page.getByRole('button', { name: '+ Add stage' }).click();
    for (const [name, add] of [['Renewal', byButton] as const, ['Farewell', toEnd] as const]) {
      await page.keyboard.press('Shift+1');
      await add();
      await expect(page.getByRole('textbox', { name: /^Rename/ })).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect(stageTitles(page).last()).toHaveText(name);
      await expect(stageTitles(page).last()).toBeInViewport();
    }
    await page.keyboard.press('Control+0');
    await expect(page.locator('.row-hint').first()).toBeVisible();
    await expect(page.locator('.head-step .head-title[data-empty]').first()).toBeVisible();
    for (let turn = 0; turn < 24 && (await fingerprint(page)) !== before; turn++)
      await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);
  });

  await test.step('U26 lanes are added, renamed, reordered, hidden and deleted in their panel and by menu', async () => {
    await openBlankMap(page);
    const lanes = page.locator('.head-row[data-head="lane"] .head-title');
    await page.getByRole('button', { name: 'Lanes', exact: true }).click();
    const panel = page.locator('.side-panel');
    await panel.getByRole('textbox', { name: 'New lane' }).fill('Evidence');
    await page.keyboard.press('Enter');
    await expect(lanes.last()).toHaveText('Evidence');
    await panel.getByRole('button', { name: 'Move Evidence up' }).click();
    await expect(lanes.last()).toHaveText('Opportunities');
    const name = panel.getByRole('textbox', { name: 'Name of the lane' }).nth(4);
    await name.press('End');
    await name.pressSequentially(' felt', { delay: 5 });
    await expect(lanes.nth(4)).toHaveText('Evidence felt');
    const before = await fingerprint(page);
    await panel.getByRole('checkbox', { name: 'Show Evidence felt' }).uncheck();
    await expect(lanes).toHaveCount(5);
    await panel.getByRole('checkbox', { name: 'Show Evidence felt' }).check();
    expect(await fingerprint(page)).toBe(before);
    await panel.getByRole('button', { name: 'Delete Evidence felt' }).click();
    await expect(lanes).toHaveCount(5);
    await page.locator('.head-row[data-head="lane"]').first().click({ button: 'right' });
    await choose(page, 'Move lane down');
    await expect(lanes.first()).toHaveText('Thoughts');
    await page.locator('.head-row[data-head="lane"]').first().click({ button: 'right' });
    await choose(page, 'Hide lane');
    await expect(lanes).toHaveCount(4);
    await page.locator('.head-row[data-head="lane"]').first().click({ button: 'right' });
    await choose(page, 'Add lane');
    await expect(lanes).toHaveCount(5);
  });
});

test('U27 U28 U29 the catalogue, finding text and the palette do what they offer', async ({ page }) => {
  await test.step('U27 the catalogue puts a touchpoint into a step by a click and by dragging', async () => {
    await openBlankMap(page);
    const steps = await stepIds(page);
    const cell = await middleOfCell(page, 2, 0);
    await page.mouse.click(cell.x + 60, cell.y);
    await page.getByRole('button', { name: 'Touchpoint catalogue' }).click();
    await page.getByRole('button', { name: 'Invoice', exact: true }).click();
    const placeOf = async (title: string) => {
      const made = Object.values((await tables(page)).touchpoints).find((touchpoint) => touchpoint.title === title);
      return { step: steps.indexOf(made?.stepId ?? ''), channels: made?.channels };
    };
    expect(await placeOf('Invoice')).toEqual({ step: 2, channels: ['ch_email'] });
    await expect(card(page, 'Invoice')).toBeVisible();
    const chip = page.locator('.chip[draggable=true]', { hasText: /^Live chat$/ });
    await chip.scrollIntoViewIfNeeded();
    const item = await middleOf(chip);
    const target = await middleOfCell(page, 1, 1);
    await page.mouse.move(item.x, item.y);
    await page.mouse.down();
    await page.mouse.move(target.x + 20, target.y, { steps: 4 });
    await page.mouse.move(target.x, target.y, { steps: 2 });
    await page.mouse.up();
    await expect.poll(() => count(page, 'touchpoints')).toBe(2);
    expect(await placeOf('Live chat')).toEqual({ step: 1, channels: ['ch_chat'] });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await canUndo(page)).toBe(false);
  });

  await test.step('U28 Ctrl+F finds text in this map and the others and goes there, by keys too', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Reads a testimonial', 1, 0);
    const row = page.locator('.head-row[data-head="row"]').first();
    await row.click({ button: 'right' });
    await choose(page, 'Collapse or open row');
    await enterGrid(page);
    const search = page.getByRole('combobox', { name: 'Search' });
    const results = page.getByRole('listbox', { name: 'Find text' }).getByRole('option');
    // What is typed before the dialog is there goes into its field, not on the map.
    await page.keyboard.press('Control+f');
    await page.keyboard.type('TESTI');
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('TESTI');
    expect(await titles(page)).toEqual(['Reads a testimonial']);
    // Rows of the letters before do not stay, many texts of one name or none.
    await page.keyboard.type('MON', { delay: 20 });
    await expect(results.filter({ hasText: 'This map' })).toHaveCount(1);
    await expect(results.filter({ hasNotText: /testimon/i })).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await expect(results.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.locator('.react-flow__node.selected')).toHaveText(/testimonial/);
    await expect(page.locator('[data-cursor]')).toBeFocused();
    await expect(boxOf(page, id)).toBeVisible();
    const here = page.url();
    await page.keyboard.press('Control+f');
    await expect(search).toBeFocused();
    await page.keyboard.type('shop');
    const others = results.filter({ hasText: 'First order' });
    await expect(others.first()).toBeVisible();
    await others.first().click();
    await expect.poll(() => page.url()).not.toBe(here);
    await expect(page.locator('.touchpoint').first()).toBeVisible();
  });

  await test.step('U29 Ctrl+K lists the actions with their keys and runs one; ? lists the keys; each action has a text', async () => {
    const textOf = (id: string) =>
      id.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], en.action);
    for (const { id } of actions) expect(textOf(id), id).toEqual(expect.stringMatching(/\S/));
    const named = (id: string, keys?: readonly string[]) => [
      textOf(id),
      ...(keys?.[0] === undefined ? [] : [keyText(keys[0], process.platform === 'darwin')]),
    ];

    await openBlankMap(page);
    await put(page, 'Sees an advert', 0, 0);
    await enterGrid(page);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    const items = dialog.locator('.mantine-Spotlight-action');
    await expect(items.first()).toBeVisible();
    const listed = await items.allInnerTexts();
    const always = actions.filter(({ enabled, id }) => enabled === undefined && id !== 'palette');
    for (const { id, keys } of always) {
      const entry = listed.find((text) => text.split('\n')[0] === textOf(id));
      expect(
        entry?.split('\n').filter((part) => part.trim() !== ''),
        id,
      ).toEqual(named(id, keys));
    }
    await page.keyboard.type('rows by dev');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: /Device/ })).toHaveAttribute('aria-checked', 'true');
    await expect(dialog).toHaveCount(0);

    await enterGrid(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('personas');
    await expect(dialog.getByPlaceholder('What do you want to do?')).toHaveValue('personas');
    await page.keyboard.press('Enter');
    await expect(page.locator('.side-panel')).toBeFocused();
    await page.keyboard.type('nothing on the map');
    expect(await titles(page)).toEqual(['Sees an advert']);

    await enterGrid(page);
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    const pairs = await page
      .locator('.shortcuts dl > div')
      .evaluateAll((all) => all.map((row) => [...row.children].map((part) => part.textContent)));
    for (const { id, keys } of actions) if (keys !== undefined) expect(pairs, id).toContainEqual(named(id, keys));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await titles(page)).toEqual(['Sees an advert']);
  });
});
