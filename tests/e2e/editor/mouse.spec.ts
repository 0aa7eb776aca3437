import { expect } from '@playwright/test';
import { card, count, titles } from '../../support/app.ts';
import {
  boxOf,
  canUndo,
  channels,
  drag,
  expectSaid,
  fingerprint,
  hold,
  middleOf,
  middleOfCell,
  openBlankMap,
  put,
  rectOf,
  run,
  stepIds,
  tables,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

test('U14 U15 U16 cards are made, chosen and dragged with the mouse', async ({ page }) => {
  await test.step('U14 a double click in an empty cell and the "+" under the pointer make touchpoints there', async () => {
    await openBlankMap(page);
    const [steps, rows] = [await stepIds(page), await channels(page)];
    const first = await middleOfCell(page, 1, 2);
    await page.mouse.dblclick(first.x, first.y);
    await page.keyboard.type('Visits the shop');
    await page.keyboard.press('Enter');
    const second = await middleOfCell(page, 3, 1);
    await page.mouse.move(second.x, second.y);
    await page.locator('.hover-add').click();
    await page.keyboard.type('Gets an e-mail');
    await page.mouse.click(second.x + 60, second.y + 90);
    await expect(card(page, 'Gets an')).toBeVisible();
    const all = Object.values((await tables(page)).touchpoints);
    expect(
      all.map(({ title, stepId, channels: [row] }) => [title, steps.indexOf(stepId), rows.indexOf(row ?? '')]),
    ).toEqual(
      expect.arrayContaining([
        ['Visits the shop', 1, 2],
        ['Gets an e-mail', 3, 1],
      ]),
    );
    // A click beside the cards of a cell leads to its empty place: typing there overwrites nothing.
    const { x, y, height } = await rectOf(page.locator('.head-row[data-head="row"]').nth(2));
    expect(x).toBeGreaterThanOrEqual(0);
    await page.mouse.click(first.x, y + height - 4);
    await page.keyboard.type('Second');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Gets an e-mail', 'Second', 'Visits the shop']);
  });

  await test.step('U15 a card dragged to another cell and row changes its channel; one undo takes it back, and it is said', async () => {
    await openBlankMap(page);
    const [steps, rows] = [await stepIds(page), await channels(page)];
    const id = await put(page, 'Calls the shop', 0, 0);
    await run(page, 'updateTouchpoint', { id, fields: { channels: [rows[0] ?? '', rows[3] ?? ''] } });
    const before = await fingerprint(page);

    await drag(page, await middleOf(boxOf(page, id)), await middleOfCell(page, 2, 0));
    expect((await tables(page)).touchpoints[id]?.stepId).toBe(steps[2]);
    await expectSaid(page, 'Moved');
    const cursor = page.locator('[data-cursor]');
    await expect(cursor).toBeFocused();
    await expect(cursor).toHaveAttribute('data-cursor', new RegExp(`^${steps[2]}`));
    await page.keyboard.press('Control+z');
    await expectSaid(page, 'Undone: move');
    expect(await fingerprint(page)).toBe(before);

    await drag(page, await middleOf(boxOf(page, id)), await middleOfCell(page, 1, 2));
    await expectSaid(page, /^Channel is now/);
    const moved = (await tables(page)).touchpoints[id];
    expect(moved?.channels).toEqual([rows[2], rows[3]]);
    expect(moved?.stepId).toBe(steps[1]);
    await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);

    // Esc on the way, and a drop where nothing changes, leave no trace.
    await run(page, 'updateMap', { name: 'Marked' });
    const marked = await fingerprint(page);
    await hold(page, await middleOf(boxOf(page, id)), await middleOfCell(page, 3, 3));
    await expect(page.locator('.drop-cell')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.drop-cell')).toHaveCount(0);
    await page.mouse.up();
    await expectSaid(page, 'Nothing was moved');
    const place = await middleOf(boxOf(page, id));
    await drag(page, place, { x: place.x + 12, y: place.y + 6 });
    expect(await fingerprint(page)).toBe(marked);
    await page.keyboard.press('Control+z');
    await expectSaid(page, 'Undone: change of the map');
  });

  await test.step('U16 several cards, chosen by marquee and Shift-click, are dragged at once, also lane cards', async () => {
    await openBlankMap(page);
    const [steps, rows] = [await stepIds(page), await channels(page)];
    const ids = [await put(page, 'One', 0, 0), await put(page, 'Two', 1, 0), await put(page, 'Three', 2, 1)];
    const corner = await middleOfCell(page, 0, 0);
    const far = await middleOfCell(page, 1, 0);
    const top = await rectOf(page.locator('.head-row[data-head="row"]').first());
    await drag(page, { x: corner.x - 82, y: top.y + 2 }, { x: far.x + 30, y: far.y + 10 });
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(2);
    await boxOf(page, ids[2] ?? '').click({ modifiers: ['Shift'] });
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(3);
    await expect(page.locator('.side-panel')).toContainText('3 selected');
    await boxOf(page, ids[2] ?? '').click({ modifiers: ['Shift'] });
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(2);
    const before = await fingerprint(page);
    await drag(page, await middleOf(boxOf(page, ids[0] ?? '')), await middleOfCell(page, 2, 2));
    const { touchpoints } = await tables(page);
    for (const id of ids.slice(0, 2)) {
      expect(touchpoints[id]?.stepId).toBe(steps[2]);
      expect(touchpoints[id]?.channels).toEqual([rows[2]]);
    }
    await expectSaid(page, 'Channel of 2 cards is now');
    await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);

    // Two cards of a lane: the first, dropped where it is, stays first.
    const lane = Object.values((await tables(page)).lanes).find(({ name }) => name === 'Thoughts')?.id ?? '';
    const first = await run(page, 'addCard', { stepId: steps[0] ?? '', laneId: lane, text: 'First thought' });
    await run(page, 'addCard', { stepId: steps[0] ?? '', laneId: lane, text: 'Second thought' });
    const kept = await fingerprint(page);
    const from = await middleOf(boxOf(page, first));
    await drag(page, from, { x: from.x + 8, y: from.y - 2 });
    expect(await fingerprint(page)).toBe(kept);
    await drag(page, from, { x: (await middleOfCell(page, 2, 0)).x, y: from.y });
    expect((await tables(page)).cards[first]?.stepId).toBe(steps[2]);
  });
});

test('U17 U18 U19 U40 links are dragged, heads renamed, menus act, and each gesture is one step of undo', async ({
  page,
}) => {
  await test.step('U17 from a card’s edge a link is dragged to a card, to an empty cell, or taken back by Esc', async () => {
    await openBlankMap(page);
    const one = await put(page, 'Sees an advert', 0, 0);
    const two = await put(page, 'Calls the shop', 2, 1);
    const handle = page.locator('.react-flow__node', { has: boxOf(page, one) }).locator('.react-flow__handle.source');
    const grab = async () => {
      await boxOf(page, one).hover();
      return middleOf(handle);
    };
    await hold(page, await grab(), await middleOf(boxOf(page, two)));
    await page.keyboard.press('Escape');
    await expect(page.locator('.react-flow__connection')).toBeHidden();
    await page.mouse.up();
    expect(await count(page, 'links')).toBe(0);

    await drag(page, await grab(), await middleOf(boxOf(page, two)));
    await expectSaid(page, 'Linked');
    expect(Object.values((await tables(page)).links).map(({ from, to }) => [from, to])).toEqual([[one, two]]);
    await expect(page.locator('.mark[data-state="unreviewed"]')).toHaveCount(1);

    await drag(page, await grab(), await middleOfCell(page, 1, 2));
    await page.keyboard.type('Asks a friend');
    await page.keyboard.press('Enter');
    const map = await tables(page);
    const friend = Object.values(map.touchpoints).find(({ title }) => title === 'Asks a friend');
    expect(friend?.channels).toEqual([(await channels(page))[2]]);
    expect(Object.values(map.links).some(({ from, to }) => from === one && to === friend?.id)).toBe(true);
    // One gesture, and again without a link when it is let go over nothing.
    await page.keyboard.press('Control+z');
    expect(await count(page, 'links')).toBe(1);
    expect(await count(page, 'touchpoints')).toBe(2);
    await drag(page, await grab(), await middleOfCell(page, 1, 2));
    await page.keyboard.press('Escape');
    expect(await count(page, 'touchpoints')).toBe(2);

    // By the menu and a click.
    await boxOf(page, two).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Link to/ }).click();
    await boxOf(page, one).click();
    expect(await count(page, 'links')).toBe(2);
  });

  await test.step('U19 a burst of typing in the panel is one step of undo; deleting a card with its links is one too', async () => {
    await openBlankMap(page);
    const one = await put(page, 'One', 0, 0);
    const two = await put(page, 'Two', 1, 1);
    const three = await put(page, 'Three', 2, 0);
    await run(page, 'addLink', { from: one, to: two });
    await run(page, 'addLink', { from: two, to: three });
    const before = await fingerprint(page);
    await boxOf(page, two).click();
    const description = page.getByRole('textbox', { name: 'Description' });
    await description.fill('');
    await description.pressSequentially('Rings for ages', { delay: 5 });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await fingerprint(page)).toBe(before);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect(description).toHaveValue('Rings for ages');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();

    await boxOf(page, two).click();
    await page.keyboard.press('Delete');
    await expectSaid(page, 'Deleted');
    expect(await count(page, 'links')).toBe(0);
    await page.keyboard.press('Control+z');
    await expectSaid(page, 'Undone: delete');
    expect(await fingerprint(page)).toBe(before);
    await page.keyboard.press('Control+y');
    expect(await count(page, 'touchpoints')).toBe(2);
    // Over everything: back to the empty map.
    for (let turn = 0; turn < 6; turn++) await page.keyboard.press('Control+z');
    expect(await count(page, 'touchpoints')).toBe(0);
    expect(await canUndo(page)).toBe(false);
  });

  await test.step('U18 a click on a head’s title renames it, and right-click menus act on what was clicked', async () => {
    await openBlankMap(page);
    const rename = async (title: string, name: string) => {
      await page.getByRole('button', { name: title, exact: true }).click();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect(page.locator('.head-title', { hasText: name })).toBeVisible();
    };
    await rename('Awareness', 'Before');
    await rename('Thoughts', 'What Ida thinks');
    await rename('Website', 'Our site');
    const step = page.locator('.head-step').first();
    await step.hover();
    await step.locator('.head-title').click();
    await page.keyboard.type('First look');
    await page.keyboard.press('Enter');
    await expect(step).toContainText('First look');
    await step.locator('.head-title').click();
    await page.keyboard.type('Not this');
    await page.keyboard.press('Escape');
    await expect(step).toContainText('First look');

    const id = await put(page, 'Sees an advert', 0, 0);
    const calls = await put(page, 'Calls', 0, 1);
    await boxOf(page, id).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expectSaid(page, 'Deleted');
    expect(await titles(page)).toEqual(['Calls']);
    // U40 Without dragging, by lists.
    await boxOf(page, calls).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Move to/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Move to …' });
    await expect(dialog.getByLabel('Step')).toBeFocused();
    await dialog.getByLabel('Step').selectOption({ index: 3 });
    await dialog.getByLabel('Channel').selectOption('Phone');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expectSaid(page, 'Moved to Phone, ');
    expect((await tables(page)).touchpoints[calls]?.stepId).toBe((await stepIds(page))[3]);
    await expect(page.locator('[data-cursor]')).toBeFocused();
    await expect(page.locator('[data-cursor]')).toHaveAccessibleName(/^Calls\. Phone/);
    await page.keyboard.press('Control+z');
    expect((await tables(page)).touchpoints[calls]?.stepId).toBe((await stepIds(page))[0]);
    const empty = await middleOfCell(page, 2, 1);
    await page.mouse.click(empty.x, empty.y, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Add here/ }).click();
    await page.keyboard.type('Right here');
    await page.keyboard.press('Enter');
    expect(Object.values((await tables(page)).touchpoints).find(({ title }) => title === 'Right here')?.stepId).toBe(
      (await stepIds(page))[2],
    );
    // By keys: the menu of the cell under the cursor.
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Duplicate/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
