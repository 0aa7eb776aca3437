import { expect, type Page } from '@playwright/test';
import { card, openSample, whenSaved } from '../../support/app.ts';
import { faults, faultsInBothThemes } from '../../support/axe.ts';
import { inCodePage } from '../../support/bytesAs.ts';
import { dropFile } from '../../support/dropFile.ts';
import { tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const side = (page: Page) => page.locator('.side-panel');

async function piece(page: Page, text: string) {
  const { evidence, citations, touchpoints } = await tables(page);
  const found = Object.values(evidence).find((candidate) => candidate.text === text);
  const about = Object.values(citations)
    .filter(({ evidenceId }) => evidenceId === found?.id)
    .map(({ placeId, toId }) => [placeId, toId].map((id) => touchpoints[id ?? '']?.title ?? null));
  return { found, about };
}

/** What the panel should say of how much rests on evidence, counted from the records of the map. */
async function sharesOfEvidence(page: Page) {
  const { touchpoints, verdicts, sentiments, links, citations, evidence } = await tables(page);
  const at = (place: string, to: string | null) =>
    Object.values(citations).flatMap(({ evidenceId, placeId, toId }) =>
      placeId === place && toId === to ? (evidence[evidenceId] ?? []) : [],
    );
  const ways = new Set(Object.values(links).map(({ from, to }) => `${from} ${to}`));
  const cards = Object.keys(touchpoints).map((id) => at(id, null).length > 0);
  const judged = Object.values(verdicts)
    .filter(({ from, to }) => from === to || ways.has(`${from} ${to}`))
    .map(({ from, to }) => at(from, from === to ? null : to).length > 0);
  const felt = Object.values(sentiments).map(({ touchpointId, personaId, value }) =>
    at(touchpointId, null).some(
      (each) =>
        each.sentiment !== null &&
        (personaId === 'everyone' || each.personaId === personaId) &&
        Math.abs(each.sentiment - value) <= 1,
    ),
  );
  const percent = (of: readonly boolean[]) => `${Math.round((of.filter(Boolean).length / of.length) * 100)}%`;
  return {
    sum: `${percent([...cards, ...judged, ...felt])} of what this map says rests on evidence`,
    kinds: [cards, judged, felt].map((of) => `${percent(of)} of ${of.length}`),
  };
}

async function expectShares(page: Page): Promise<string> {
  const { sum, kinds } = await sharesOfEvidence(page);
  await expect(side(page).locator('.strengths-sum')).toHaveText(sum);
  await expect(side(page).locator('.strengths dd')).toHaveText(kinds);
  return kinds.join(' ');
}

test('EV4 EV11 EV12 EV22 EV25 WZ21 evidence is added to what is selected, found again, and pasted as a table', async ({
  page,
}) => {
  await openSample(page);
  await test.step('EV12 EV22 a pasted table becomes evidence in one step, and says what it could not take', async () => {
    const before = Object.keys((await tables(page)).evidence).length;
    const dialog = page.getByRole('dialog');
    const rows = dialog.getByRole('textbox', { name: 'Rows to read' });
    const openTable = async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'What do you want to do?' }).fill('Evidence from a table');
      await page.keyboard.press('Enter');
    };
    const readTable = async () => {
      await openTable();
      await expect(rows).toHaveValue('');
      await rows.fill(
        'Quote\tFrom\tDate\tTouchpoint\tStars\nNobody rang back\tForum\t03/04/2026\tCalls to ask about delivery\t1\nQuick\tForum\t05/04/2026\tNowhere\t5\n\tForum\t\t\t\n',
      );
      await dialog.getByRole('button', { name: 'Read', exact: true }).click();
      await expect(dialog.getByText('Line 3: no touchpoint is called “Nowhere”')).toBeVisible();
      await expect(dialog.getByText('Line 4: no text, left out.')).toBeVisible();
    };
    await readTable();
    // EV25: rows that were pasted outlive the dialog.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await openTable();
    await expect(rows).toHaveValue(/Nobody rang back/);
    await dialog.getByRole('button', { name: 'Read', exact: true }).click();
    expect(await faultsInBothThemes(page, 'table of evidence', '[role=dialog]')).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Dates such as 03/04/2026' }).click();
    await page.getByRole('option', { name: 'Day first' }).click();
    await expect(dialog.getByText('can be day or month first')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Add 2 pieces' }).click();
    await expect(dialog).toBeHidden();
    const { found, about } = await piece(page, 'Nobody rang back');
    expect(found).toMatchObject({ source: 'Forum', date: '2026-04-03', sentiment: -2 });
    expect(about).toEqual([['Calls to ask about delivery', null]]);
    // The very same table again: it asks, replaces, and nothing is there twice.
    await readTable();
    await dialog.getByRole('button', { name: 'Add 2 pieces' }).click();
    await expect(dialog.getByRole('alert')).toContainText('This very table is on the map already.');
    await dialog.getByRole('button', { name: 'Replace its pieces by 2' }).click();
    await expect(dialog).toBeHidden();
    expect(Object.keys((await tables(page)).evidence)).toHaveLength(before + 2);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(Object.keys((await tables(page)).evidence)).toHaveLength(before);
  });
  await test.step('WZ21 a dropped table is read as evidence by the settings of the wizard, and its guesses can be changed', async () => {
    const before = Object.keys((await tables(page)).evidence).length;
    const dialog = page.getByRole('dialog');
    const voices = 'Цитата;Источник\nДолго ждал;Форум\nВсё хорошо;Чат\n';
    await dropFile(page, 'voices.csv', inCodePage(voices, 'windows-1251'));
    await dialog.getByRole('button', { name: 'Read them as evidence' }).click();
    await expect(dialog.getByRole('cell', { name: 'Долго ждал' })).toBeVisible();
    // The encoding is a guess, so the settings are open.
    await dialog.getByLabel('Encoding').selectOption('windows-1252');
    await expect(dialog.getByRole('cell', { name: 'Долго ждал' })).toHaveCount(0);
    await dialog.getByLabel('Encoding').selectOption('windows-1251');
    await dialog.getByLabel('Header').selectOption('0');
    await expect(dialog.getByText('3 pieces from 3 rows.')).toBeVisible();
    await dialog.getByLabel('Header').selectOption('1');
    await expect(dialog.getByText('2 pieces from 2 rows.')).toBeVisible();
    // What cannot be read leaves all as it was.
    await dialog.getByLabel('Delimiter').selectOption(',');
    await expect(dialog.getByRole('alert')).toContainText('No table was found in this file.');
    await expect(dialog.getByText('2 pieces from 2 rows.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 2 pieces' }).click();
    await expect(dialog).toBeHidden();
    expect((await piece(page, 'Всё хорошо')).found).toMatchObject({ source: 'Чат' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(Object.keys((await tables(page)).evidence)).toHaveLength(before);
    // Reading a large table is stopped: nothing of it is left.
    await dropFile(page, 'large.csv', ['quote,source\nNobody rang back,Forum\n', 1_200_000]);
    await dialog.getByRole('button', { name: 'Read them as evidence' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Rows to read' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('EV11 evidence is added to what is selected, described, attached, found again and jumped to', async () => {
    await card(page, 'Calls to ask').click();
    const here = side(page).getByRole('group', { name: 'Evidence', exact: true }).first();
    await expect(here).toContainText('This touchpoint is partly evidenced (2 pieces)');
    await here.getByRole('button', { name: 'Add evidence' }).click();

    // The panel opens at the new piece; everything in it goes by keys.
    const text = side(page).getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('Nobody could say when it comes');
    await page.keyboard.press('Tab');
    const kind = side(page).locator('.evidence-details').getByRole('combobox', { name: 'Kind' });
    await expect(kind).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Observation' }).click();
    await side(page).getByRole('textbox', { name: 'Source' }).fill('Shop visit');
    await side(page).locator('.evidence-details').getByText('−2', { exact: true }).click();
    const attach = side(page).getByRole('combobox', { name: 'Attach to a touchpoint or link …' });
    await attach.fill('Tries it in');
    await page.getByRole('option', { name: 'Tries it in the shop', exact: true }).click();
    const { found, about } = await piece(page, 'Nobody could say when it comes');
    expect(found).toMatchObject({ kind: 'observation', source: 'Shop visit', sentiment: -2 });
    expect(about).toHaveLength(2);
    expect(about).toContainEqual(['Calls to ask about delivery', null]);
    expect(await faults(page, '.side-panel')).toEqual([]);

    await whenSaved(page);
    await page.reload();
    await page.locator('.touchpoint').first().waitFor();
    await page.locator('.rail').getByRole('button', { name: 'Evidence', exact: true }).click();
    await side(page).locator('.evidence-line').first().waitFor();
    const before = await side(page).locator('.evidence-line').count();
    const shares = await expectShares(page);
    await side(page).getByRole('searchbox', { name: 'Search in evidence' }).fill('nobody could');
    await expect(side(page).locator('.evidence-line')).toHaveCount(1);
    await side(page).locator('.evidence-line').click();
    await side(page).getByRole('button', { name: 'Calls to ask about delivery', exact: true }).click();
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
    await side(page).getByRole('button', { name: 'Delete', exact: true }).click();
    await side(page).getByRole('searchbox', { name: 'Search in evidence' }).fill('');
    await expect(side(page).locator('.evidence-line')).toHaveCount(before - 1);
    expect(await expectShares(page)).not.toBe(shares);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect((await piece(page, 'Nobody could say when it comes')).about).toHaveLength(2);
  });
  await test.step('EV25 what is being written stays while panels change; a click on a card attaches it and takes nothing away', async () => {
    await page.keyboard.press('Escape');
    const quote = side(page).getByRole('textbox', { name: 'What was said or seen' });
    await quote.fill('I gave up');
    await expect(side(page).getByText('Select touchpoints or links first')).toBeVisible();
    await page.locator('.rail').getByRole('button', { name: 'Personas', exact: true }).click();
    const persona = side(page).getByRole('textbox', { name: 'New persona' });
    await persona.fill('Ida');
    await page.locator('.rail').getByRole('button', { name: 'Evidence', exact: true }).click();
    await expect(quote).toHaveValue('I gave up');
    await card(page, 'Calls to ask').click();
    await side(page).getByRole('button', { name: 'Add', exact: true }).click();
    await expect(quote).toHaveValue('');
    expect((await piece(page, 'I gave up')).about).toEqual([['Calls to ask about delivery', null]]);
    await card(page, 'Calls to ask').click();
    await expect(side(page)).toHaveAccessibleName('Details');
    await page.locator('.rail').getByRole('button', { name: 'Personas', exact: true }).click();
    await expect(persona).toHaveValue('Ida');
  });
});
