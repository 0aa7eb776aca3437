import { expect, type Page } from '@playwright/test';
import { openSample, whenSaved } from '../../support/app.ts';
import { faultsInBothThemes } from '../../support/axe.ts';
import { drag, middleOf, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const side = (page: Page) => page.locator('.side-panel');
const openPanel = (page: Page) =>
  page.locator('.rail').getByRole('button', { name: 'Opportunities', exact: true }).click();
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click();

async function add(page: Page, title: string): Promise<void> {
  await side(page).getByRole('textbox', { name: 'New opportunity' }).fill(title);
  await side(page).getByRole('button', { name: 'Add', exact: true }).click();
}

async function opportunity(page: Page, title: string) {
  return Object.values((await tables(page)).opportunities).find((candidate) => candidate.title === title);
}

/** The middle of a cell of the matrix on the screen. */
async function cellAt(page: Page, impact: number, effort: number): Promise<{ x: number; y: number }> {
  return middleOf(page.locator('.grades-cells > div').nth((5 - impact) * 5 + effort - 1));
}

test('O2 O3 O4 O22 opportunities are graded, described, tied, found again and deleted', async ({ page }) => {
  await openSample(page);
  await openPanel(page);
  await test.step('O4 in the matrix a dot is dragged or moved by arrow keys, each one step of undo', async () => {
    await add(page, 'Answer by phone');
    const dot = side(page).getByRole('button', { name: /^\d+\. Answer by phone\./ });
    const grades = async () => {
      const found = await opportunity(page, 'Answer by phone');
      return [found?.impact, found?.effort];
    };
    await side(page).locator('.grades').scrollIntoViewIfNeeded();
    await drag(page, await middleOf(dot), await cellAt(page, 5, 2));
    expect(await grades()).toEqual([5, 2]);
    await expect(dot).toHaveAccessibleName(/Impact 5, effort 2/);
    await undo(page);
    expect(await grades()).toEqual([null, null]);

    await dot.focus();
    await page.keyboard.press('ArrowUp');
    expect(await grades()).toEqual([3, 3]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await grades()).toEqual([4, 2]);
    await expect(dot).toBeFocused();
    await undo(page);
    expect(await grades()).toEqual([4, 3]);

    // Beside the matrix it loses its grades; Escape leaves it where it was.
    const from = await middleOf(dot);
    await drag(page, from, { x: from.x, y: (await cellAt(page, 1, 3)).y + 60 });
    expect(await grades()).toEqual([null, null]);
    await undo(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await grades()).toEqual([4, 3]);
    // A click opens the form below and leaves the matrix where the keys go on.
    await side(page).evaluate((panel) => panel.scrollTo(0, 0));
    await side(page).locator('.grades-dot').first().click();
    await expect(side(page).locator('.opportunity-line').first()).toHaveAttribute('aria-expanded', 'true');
    await dot.click();
    await expect(side(page).getByRole('button', { expanded: true })).toContainText('Answer by phone');
    await page.keyboard.press('ArrowRight');
    expect(await grades()).toEqual([4, 4]);
    await expect(page.locator('.grades-field')).toBeInViewport({ ratio: 1 });
  });
  await test.step('O2 O22 one is added, described and tied, and is there after a reload', async () => {
    const before = Object.keys((await tables(page)).opportunities).length;
    await add(page, 'Call back in an hour');
    const panel = side(page);
    await panel.getByRole('textbox', { name: 'Description' }).fill('Nobody waits for an answer under a post.');
    await panel.getByRole('radiogroup', { name: 'Kind' }).getByText('Strategy').click();
    await panel.getByRole('textbox', { name: 'Owner' }).fill('Lin');
    await panel.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Planned' }).click();
    const tie = panel.getByRole('combobox', { name: 'A gap or touchpoint …' });
    await tie.fill('Calls to ask about delivery');
    await page.getByRole('option', { name: 'Compares three models → Calls to ask about delivery' }).click();
    await tie.fill('Asks under the post');
    await page.getByRole('option', { name: 'Asks under the post', exact: true }).click();
    await expect(panel.locator('.link-list li')).toHaveCount(2);
    await whenSaved(page);
    await page.reload();
    await page.locator('.touchpoint').first().waitFor();
    const found = await opportunity(page, 'Call back in an hour');
    expect(found).toMatchObject({
      description: 'Nobody waits for an answer under a post.',
      kind: 'strategy',
      owner: 'Lin',
      status: 'planned',
      impact: null,
      effort: null,
    });
    const { ties, opportunities, touchpoints } = await tables(page);
    const tied = Object.values(ties)
      .filter(({ opportunityId }) => opportunityId === found?.id)
      .map(({ placeId, toId }) => [touchpoints[placeId]?.title, toId === null ? null : touchpoints[toId]?.title]);
    expect(tied).toHaveLength(2);
    expect(tied).toContainEqual(['Compares three models', 'Calls to ask about delivery']);
    expect(tied).toContainEqual(['Asks under the post', null]);
    expect(Object.keys(opportunities)).toHaveLength(before + 1);

    await openPanel(page);
    await panel
      .getByRole('button', { name: /Call back in an hour/ })
      .last()
      .click();
    await panel.getByRole('button', { name: 'Asks under the post', exact: true }).click();
    await expect(page.locator('.touchpoint', { hasText: 'Asks under' })).toBeInViewport({ ratio: 0.95 });
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
    expect(await faultsInBothThemes(page, 'opportunities', '.side-panel')).toEqual([]);
    await panel.getByRole('button', { name: 'Delete', exact: true }).click();
    expect(await opportunity(page, 'Call back in an hour')).toBeUndefined();
    await undo(page);
    expect(await opportunity(page, 'Call back in an hour')).toBeDefined();
    expect(
      Object.values((await tables(page)).ties).filter(({ opportunityId }) => opportunityId === found?.id),
    ).toHaveLength(2);
  });
  await test.step('O3 what is selected on the map is what a new opportunity is tied to', async () => {
    await page.locator('.touchpoint', { hasText: 'Lands on' }).click();
    await openPanel(page);
    await add(page, 'Terms first');
    const { ties, touchpoints } = await tables(page);
    const added = await opportunity(page, 'Terms first');
    const tied = Object.values(ties).filter(({ opportunityId }) => opportunityId === added?.id);
    expect(tied.map(({ placeId }) => touchpoints[placeId]?.title)).toEqual(['Lands on the product page']);
  });
});
