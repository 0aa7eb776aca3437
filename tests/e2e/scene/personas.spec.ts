import { expect, type Page } from '@playwright/test';
import { boxOf, drag, middleOf, openBlankMap, put, rectOf, run, tables } from '../../support/editing.ts';
import { test } from '../../support/samePage.ts';

/** Anna and Max: a touchpoint of both that leads to one of Anna's and one of Max's, in three rows. */
async function ofTwo(page: Page) {
  await openBlankMap(page);
  // Room for all rows at once.
  for (const id of Object.keys((await tables(page)).lanes)) await run(page, 'setLaneHidden', { id, hidden: true });
  const anna = await run(page, 'addPersona', { name: 'Anna' });
  const max = await run(page, 'addPersona', { name: 'Max' });
  const both = await put(page, 'Sees an advert', 0, 0);
  const hers = await put(page, 'Calls the shop', 1, 1);
  const his = await put(page, 'Visits the shop', 1, 0);
  await run(page, 'setMembers', { recordIds: [hers], personaIds: [anna] });
  await run(page, 'setMembers', { recordIds: [his], personaIds: [max] });
  await run(page, 'addLink', { from: both, to: hers });
  await run(page, 'addLink', { from: both, to: his });
  return { anna, max, both, hers, his };
}
const filterBar = (page: Page) => page.locator('.filter-bar');

test('W6 what a filter sets back can still be read and reached; what it hides is gone until it is looked for', async ({
  page,
}) => {
  const { hers, his } = await ofTwo(page);
  const counts = page.locator('.head-row[data-head="row"] .head-detail');
  await filterBar(page).getByRole('button', { name: 'Anna' }).click();
  const back = boxOf(page, his);
  await expect(back).toHaveAttribute('data-faded', 'true');
  await expect(boxOf(page, hers)).not.toHaveAttribute('data-faded', 'true');
  await expect(counts.first()).toHaveText('1 of 2 cards');
  await expect(page.locator('.link[data-faded]')).toHaveCount(1);
  const contrast = await back.evaluate((card) => {
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = parse(color).map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(card.querySelector('.touchpoint-title') as Element);
    const ground = getComputedStyle(card).backgroundColor;
    const [low = 0, high = 0] = [light(style.color), light(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
  expect(contrast).toBeGreaterThanOrEqual(3);
  await back.click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Visits the shop');

  await filterBar(page).getByText('Hide').click();
  await expect(back).toHaveCount(0);
  await expect(boxOf(page, hers)).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('dialog').getByRole('combobox').fill('Visits');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Visits the shop/ })
    .click();
  await expect(back).toBeVisible();
});

test('W7 side by side each persona has a band; a shared card is chosen, dragged and renamed in any of them', async ({
  page,
}) => {
  const { anna, max, both, hers, his } = await ofTwo(page);
  await filterBar(page).getByText('Side by side').click();
  await expect(page.locator('.head-band')).toHaveText(['Anna', 'Max']);
  const boxes = boxOf(page, both);
  await expect(boxes).toHaveCount(2);
  await expect(boxOf(page, hers)).toHaveCount(1);
  await expect(boxOf(page, his)).toHaveCount(1);
  const [upper, lower] = [await rectOf(boxes.first()), await rectOf(boxes.last())];
  expect(upper.x).toBeCloseTo(lower.x, 1);
  expect(lower.y).toBeGreaterThan(upper.y + upper.height);
  await expect(page.locator('.link')).toHaveCount(2);

  // Chosen in one, chosen in both; the focus is where one clicked.
  await boxes.last().click();
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(2);
  const cursor = await rectOf(page.locator('[data-cursor]'));
  expect(cursor.y).toBeCloseTo((await rectOf(boxes.last())).y, 0);
  await page.keyboard.press('F2');
  const field = await rectOf(page.locator('.in-place'));
  expect(field.y).toBeCloseTo((await rectOf(boxes.last())).y, 0);
  await page.keyboard.type('Hears of it');
  await page.keyboard.press('Enter');
  await expect(boxes).toHaveText([/Hears of it/, /Hears of it/]);

  // Dragged to another row of its band it changes its channel; another persona's band is no place to drop it.
  const start = await middleOf(boxes.first());
  const other = await middleOf(boxOf(page, hers));
  const channel = async (id: string) => (await tables(page)).touchpoints[id]?.channels[0];
  const before = await channel(both);
  await drag(page, start, await middleOf(boxes.last()));
  expect(await channel(both)).toBe(before);
  await drag(page, await middleOf(boxes.first()), { x: start.x, y: other.y });
  expect(await channel(both)).toBe(await channel(hers));
  await expect(boxes).toHaveCount(2);

  // What is made in a persona's band is this persona's.
  await boxOf(page, his).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pays at the till');
  await page.keyboard.press('Enter');
  const { touchpoints, memberships } = await tables(page);
  const made = Object.values(touchpoints).find(({ title }) => title === 'Pays at the till');
  expect(Object.values(memberships).filter(({ recordId }) => recordId === made?.id)).toMatchObject([
    { personaId: max },
  ]);
  await expect(boxOf(page, made?.id ?? '')).toHaveCount(1);
  expect(anna).not.toBe(max);
});

test('OV21 from afar names of stages and bands are whole words or shortened, and neither lines nor marks lie on them', async ({
  page,
}) => {
  await ofTwo(page);
  for (const [index, id] of Object.keys((await tables(page)).stages).entries())
    await run(page, 'renameStage', { id, name: ['Consideration', 'Retention', 'Advocacy'][index] ?? 'Decision' });
  await filterBar(page).getByText('Side by side').click();
  const foot = page.locator('.map-foot');
  const out = foot.getByRole('button', { name: 'Zoom out' });
  const zoom = async () => Number.parseInt((await foot.innerText()).replace(/\D*(\d+)%[\s\S]*/, '$1'), 10);
  await expect(page.locator('.head-band')).toHaveText(['Anna', 'Max']);
  let looked = 0;
  while ((await zoom()) > 12) {
    await out.click();
    const seen = await page.evaluate(() => {
      const all = (names: string) => [...document.querySelectorAll<HTMLElement>(names)];
      const titles = all('.map[data-level="overview"] .head-stage .head-title').map((title) => ({
        name: title.textContent ?? '',
        lines: Math.round(title.getBoundingClientRect().height / 17),
        isShown: getComputedStyle(title.parentElement as HTMLElement).opacity === '1',
        // Less what is left free at both sides.
        room: (title.closest('.head-stage')?.clientWidth ?? 0) - 7,
      }));
      const marks = all('.head-row:not([data-bare]) > .head-mark').map((mark) => mark.getBoundingClientRect());
      // Letters are lower than their line.
      const onBands = all('.head-band > .line').flatMap((name) => {
        const { top, bottom } = name.getBoundingClientRect();
        return marks.filter((mark) => mark.bottom > top + 3 && mark.top < bottom - 3);
      });
      const grounds = all('.head-band > *').map((name) => getComputedStyle(name).backgroundColor);
      const shapes = all('.head-band > svg').map((shape) => Number.parseFloat(getComputedStyle(shape).width));
      return { shapes, titles, onBands: onBands.length, grounds };
    });
    for (const { name, lines, isShown, room } of seen.titles) {
      expect(isShown, `${name} in ${room} px`).toBe(room > 16);
      // One word each: a second line would be a part of it.
      expect(lines, `${name} in ${room} px`).toBe(1);
      looked++;
    }
    expect(seen.onBands, `at ${await zoom()} %`).toBe(0);
    expect(seen.shapes).toEqual([12, 12]);
    for (const ground of seen.grounds) expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  }
  expect(looked).toBeGreaterThan(6);
});
