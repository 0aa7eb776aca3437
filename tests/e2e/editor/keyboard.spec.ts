import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { card, count, titles } from '../../support/app.ts';
import {
  boxOf,
  canUndo,
  enterGrid,
  expectSaid,
  fingerprint,
  focused,
  openBlankMap,
  put,
  rectOf,
  run,
  stepIds,
  tables,
} from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

const cells = (page: Page) => page.locator('[data-cursor]');

test('U7 arrows reach every cell and head, and what has the focus has a name', async ({ page }) => {
  await test.step('U7 arrows move over the whole grid with its heads, and what has the focus is an element with a name', async () => {
    await openBlankMap(page);
    await put(page, 'Sees an advert', 1, 1);
    await enterGrid(page);
    const said: string[] = [];
    const press = async (key: string, times = 1) => {
      for (let turn = 0; turn < times; turn++) {
        await page.keyboard.press(key);
        await expect.poll(() => focused(page)).not.toBe(said.at(-1));
        said.push(await focused(page));
        expect(said.at(-1)).not.toBe('');
      }
    };
    said.push(await focused(page));
    expect(said[0]).toContain('Awareness');
    await press('ArrowRight');
    await press('ArrowDown');
    expect(said.at(-1)).toContain('Sees an advert');
    expect(said.at(-1)).toContain('1 of 1');
    await press('ArrowRight', 3);
    expect(said.at(-1)).toContain('Advocacy');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(said.at(-1));
    await press('Home');
    expect(said.at(-1)).toContain('Awareness');
    // The head of the row, and up to the topmost one.
    await press('ArrowLeft');
    await expect(page.locator('.head-row[data-head="row"] .head-title').nth(1)).toBeFocused();
    await press('ArrowUp', 4);
    await expect(page.locator('.head-row .head-title').first()).toBeFocused();
    await press('ArrowRight');
    await expect(cells(page)).toBeFocused();
    await press('ArrowUp');
    await expect(page.locator('.head-step .head-title').first()).toBeFocused();
    await press('ArrowUp');
    await expect(page.locator('.head-stage .head-title').first()).toBeFocused();
    await press('ArrowRight');
    await expect(page.locator('.head-stage .head-title').nth(1)).toBeFocused();
    await press('ArrowDown', 2);
    await expect(cells(page)).toBeFocused();
    // The bottom edge.
    for (let turn = 0; turn < 12; turn++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('Opportunities');
    // Whatever has the focus is on the screen.
    const map = await rectOf(page.locator('.map'));
    const cell = await rectOf(cells(page));
    expect(cell.y + cell.height).toBeLessThanOrEqual(map.y + map.height);
  });

  await test.step('U7 the arrows find a head also in a stage of several steps and past a collapsed stage', async () => {
    await openBlankMap(page);
    const stage = Object.values((await tables(page)).stages).find(({ name }) => name === 'Consideration');
    await run(page, 'addStep', { stageId: stage?.id ?? '', name: 'Compares' });
    await enterGrid(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toContain('Compares');
    await page.keyboard.press('Control+g');
    for (let turn = 0; turn < 5; turn++) await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe('Consideration');
    await page
      .locator('.head-stage')
      .nth(1)
      .click({ button: 'right', position: { x: 120, y: 12 } });
    await page.getByRole('menuitem', { name: 'Collapse or open stage' }).click();
    await page.keyboard.press('Control+g');
    await expect.poll(() => focused(page)).toBe('Consideration');
    await page.keyboard.press('ArrowDown');
    await expect(cells(page)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe('Consideration');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe('Decision');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.head-step .head-title').first()).toBeFocused();
  });
});

test('U8 U10 U36 U38 a new map has the focus in its grid; Enter, typing, F2 and Tab make and edit cards, and Esc leaves no trace', async ({
  page,
}) => {
  await test.step('U8 U36 U38 a new map has the focus in its grid; Enter in an empty cell makes a touchpoint or a lane card; typing, F2 and a double click edit', async () => {
    await openBlankMap(page);
    await expect(cells(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sees an advert');
    await page.keyboard.press('Enter');
    await expect(cells(page)).toBeFocused();
    await expectSaid(page, 'Added: Sees an advert');
    expect(await titles(page)).toEqual(['Sees an advert']);

    await expect(cells(page)).toHaveAttribute('data-goes-on');
    // Written on, it is the next one at the next step, as after a second Enter.
    await page.keyboard.type('Looks inside');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Looks inside', 'Sees an advert']);
    expect(await count(page, 'links')).toBe(1);
    await page.keyboard.press('Control+z');

    // A card that one has come back to is edited by typing.
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Home');
    await page.keyboard.type('Looks at a poster');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Looks at a poster']);
    await page.keyboard.press('F2');
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Looks at a poster!']);
    await page.keyboard.type('Sees a poster');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Sees a poster']);
    await page.keyboard.press('Control+z');
    await card(page, 'Looks at').dblclick();
    await page.keyboard.type('Reads a poster');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Reads a poster']);

    // A lane has text cards; that of emotion, between, has none.
    await enterGrid(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('I want one');
    await page.keyboard.press('Enter');
    expect(await count(page, 'cards')).toBe(1);
    expect(await count(page, 'touchpoints')).toBe(1);
    await expect(page.locator('.lane-card')).toHaveText('I want one');

    // Letters that begin a title are typed, whatever else they may be keys of; digits are keys, and typed after Enter.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('looks around');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5 o’clock news');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['5 o’clock news', 'looks around']);
    expect(await count(page, 'links')).toBe(0);
  });

  await test.step('U10 while editing Tab takes over and goes to the next cell, Esc leaves no trace', async () => {
    await openBlankMap(page);
    await enterGrid(page);
    await page.keyboard.type('nothing of this');
    await page.keyboard.press('Escape');
    expect(await count(page, 'touchpoints')).toBe(0);
    expect(await canUndo(page)).toBe(false);
    await page.keyboard.press('Enter');
    await page.keyboard.type('One');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Two');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Three');
    await page.keyboard.press('Escape');
    expect(await titles(page)).toEqual(['One', 'Two']);
    const steps = await stepIds(page);
    const map = await tables(page);
    expect(Object.values(map.touchpoints).map(({ stepId }) => steps.indexOf(stepId))).toEqual([0, 1]);
    await expect(cells(page)).toBeFocused();
    await page.keyboard.press('Control+z');
    expect(await titles(page)).toEqual(['One']);
    await page.keyboard.press('Control+Shift+z');

    // At the last step the text is taken over and the focus stays in the grid.
    await page.keyboard.press('End');
    await page.keyboard.type('Last');
    await page.keyboard.press('Tab');
    expect(await titles(page)).toEqual(['Last', 'One', 'Two']);
    await expect(cells(page)).toBeFocused();

    const before = await fingerprint(page);
    await page.keyboard.press('F2');
    await page.keyboard.type('nothing of this');
    await page.keyboard.press('Escape');
    expect(await fingerprint(page)).toBe(before);
    await page.keyboard.press('Control+z');
    expect(await titles(page)).toEqual(['One', 'Two']);
  });
});

test('U9 U13 Enter adds the next card, linked; Alt and arrows move one', async ({ page }) => {
  await test.step('U9 Enter on a card makes the next one, linked; at the last step it adds a step, all in one gesture', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Recommends the shop', 4, 0);
    const before = await fingerprint(page);
    await boxOf(page, id).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Text/ })).toBeFocused();
    await page.keyboard.type('never mind');
    await page.keyboard.press('Escape');
    expect(await fingerprint(page)).toBe(before);
    await expect(cells(page)).toBeFocused();

    await page.keyboard.press('Enter');
    await page.keyboard.type('Writes a review');
    await page.keyboard.press('Enter');
    expect(await count(page, 'steps')).toBe(6);
    const map = await tables(page);
    const review = Object.values(map.touchpoints).find(({ title }) => title === 'Writes a review');
    expect(review?.stepId).toBe((await stepIds(page))[5]);
    expect(review?.channels).toEqual(map.touchpoints[id]?.channels);
    expect(Object.values(map.links).map(({ from, to }) => [from, to])).toEqual([[id, review?.id]]);
    await page.keyboard.press('Control+z');
    expect(await fingerprint(page)).toBe(before);
  });

  await test.step('U13 Alt and arrows move a card; moves in quick succession are kept and taken back as one', async () => {
    await openBlankMap(page);
    const id = await put(page, 'Sees an advert', 0, 0);
    const before = await fingerprint(page);
    await boxOf(page, id).click();
    await page.keyboard.press('Alt+ArrowRight');
    await expectSaid(page, 'Moved');
    await page.keyboard.press('Alt+ArrowDown');
    await expectSaid(page, /^Channel is now/);
    await page.keyboard.press('Alt+ArrowRight');
    const { touchpoints } = await tables(page);
    expect(touchpoints[id]?.stepId).toBe((await stepIds(page))[2]);
    expect(touchpoints[id]?.channels).not.toEqual((JSON.parse(before) as typeof touchpoints).channels);
    expect(await focused(page)).toContain('Sees an advert');
    await page.evaluate(() => window.desirepath.editor?.whenSaved());
    await page.reload();
    await expect(boxOf(page, id)).toBeVisible();
    expect((await tables(page)).touchpoints[id]).toEqual(touchpoints[id]);
    await boxOf(page, id).click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Control+z');
    expect((await tables(page)).touchpoints[id]).toEqual(touchpoints[id]);
  });
});

test('U11 U12 the map is one stop of Tab, and is drawn and taken out by keys alone', async ({ page }) => {
  await test.step('U11 Tab leaves the map, and the map is one stop, reached from the top of the page', async () => {
    await openBlankMap(page);
    let stops = 0;
    for (; stops < 30 && !(await cells(page).evaluate((cell) => cell === document.activeElement)); stops++) {
      await page.keyboard.press('Tab');
    }
    expect(stops).toBeLessThan(25);
    await page.keyboard.press('ArrowRight');
    await expect(cells(page)).toBeFocused();
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('.react-flow, .heads-top, .heads-left')),
    ).toBeNull();
    await page.keyboard.press('Shift+Tab');
    await expect(cells(page)).toBeFocused();
    // One chord does it from anywhere.
    await page.getByRole('button', { name: 'Export' }).focus();
    await enterGrid(page);
  });

  await test.step('U12 a map of five by four is drawn and taken out by the keyboard within 120 presses beyond its text', async () => {
    await openBlankMap(page);
    let presses = 0;
    const press = async (key: string, times = 1) => {
      for (let turn = 0; turn < times; turn++) await page.keyboard.press(key);
      presses += times;
    };
    await press('Control+g');
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 5; column++) {
        await page.keyboard.type(`Cell ${row} ${column}`);
        if (column < 4) await press('Tab');
        else await press('Enter');
      }
      if (row < 3) {
        await press('ArrowDown');
        await press('Home');
      }
    }
    await expect.poll(() => count(page, 'touchpoints')).toBe(20);
    // From the last cell back to its neighbour.
    await press('Control+l');
    await press('ArrowLeft');
    await press('Enter');
    expect(await count(page, 'links')).toBe(1);
    await expectSaid(page, 'Linked');
    await press('Control+z');
    expect(await count(page, 'links')).toBe(0);
    await press('Control+Shift+z');
    expect(await count(page, 'links')).toBe(1);
    const download = page.waitForEvent('download');
    await press('Control+s');
    const file = JSON.parse(await readFile((await (await download).path()) ?? '', 'utf8')) as {
      map: { touchpoints: { title: string; stepId: string; channels: string[] }[]; links: unknown[] };
    };
    expect(presses).toBeLessThanOrEqual(120);
    expect(file.map.touchpoints).toHaveLength(20);
    expect(file.map.links).toHaveLength(1);
    const places = new Set(file.map.touchpoints.map(({ stepId, channels }) => `${stepId} ${channels[0]}`));
    expect(places.size).toBe(20);
  });
});
