import { expect, type Page } from '@playwright/test';
import { card, openSample } from '../../support/app.ts';
import { faults } from '../../support/axe.ts';
import { run, tables } from '../../support/editing.ts';
import { test } from '../../support/quietPage.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panel = (page: Page) => page.locator('.side-panel');
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).click();

async function openCard(page: Page, title: string): Promise<string> {
  await card(page, title).first().click();
  await expect(panel(page).getByRole('textbox', { name: 'Title' })).toBeVisible();
  const { touchpoints } = await tables(page);
  return Object.values(touchpoints).find((touchpoint) => touchpoint.title.startsWith(title))?.id ?? '';
}

test.describe('gaps in the panel', () => {
  test('J10 J12 a touchpoint is judged a gap, asked for again when it changes, given its cost, and taken back', async ({
    page,
  }) => {
    await openSample(page);
    const id = await openCard(page, 'Compares three');
    const verdict = async () => (await tables(page)).verdicts[`vd_${id}-${id}`];
    const gap = panel(page).getByRole('article', { name: 'Friction inside this touchpoint' });
    await test.step('J12 judged, and asked for again when the touchpoint changes', async () => {
      await panel(page).getByRole('button', { name: 'Judge this touchpoint as a gap' }).click();
      await expect(gap).toContainText('friction inside one touchpoint');
      const mark = page.locator(`.touchpoint[data-record="${id}"] .friction-mark`);
      await expect(mark).toHaveAttribute('data-state', 'gap');
      expect(await verdict()).toMatchObject({ state: 'gap', from: id, to: id });
      await run(page, 'updateTouchpoint', { id, fields: { devices: ['dv_kiosk'] } });
      await expect(gap.locator('.stale-notice')).toContainText('is now Kiosk');
      await expect(mark).toHaveAttribute('data-was', 'gap');
      await gap.getByRole('button', { name: 'Still a gap' }).click();
      await expect(gap.locator('.stale-notice')).toBeHidden();
    });
    await test.step('J10 cost is a range with sources; what cannot be read gets a sentence', async () => {
      await gap.getByText('Cost: not known').click();
      const figure = async (name: string, text: string) => {
        await gap.getByRole('textbox', { name, exact: true }).fill(text);
        await page.keyboard.press('Enter');
      };
      await figure('Customers a year', '1,000-1,500');
      await figure('Share lost, percent', '10 %');
      await figure('Value of a customer', 'a lot');
      await expect(gap.getByText('“a lot” is no number. Type something like 1,000 – 1,500.5.')).toBeVisible();
      await figure('Value of a customer', '40');
      await expect(gap.getByText('“a lot” is no number')).toBeHidden();
      await gap.getByRole('textbox', { name: 'Source of “Customers a year”' }).fill('Shop report');
      await expect(gap.getByText('4,000–6,000 a year')).toBeVisible();
      await figure('Cost of mending', '1000');
      await figure('Return of mending a year', '3000-5000');
      await expect(gap.getByText('Mending returns 2,000–4,000 in the first year')).toBeVisible();
      expect(await verdict()).toMatchObject({
        customers: { low: 1000, high: 1500, source: 'Shop report' },
        shareLost: { low: 0.1, high: 0.1, source: '' },
        customerValue: { low: 40, high: 40 },
      });
      await figure('Customers a year', '');
      await expect(gap.getByText('Cost: not known')).toBeVisible();
      expect((await verdict())?.customers).toBeNull();
    });
    await test.step('J12 taken back', async () => {
      await gap.getByRole('button', { name: 'No gap' }).click();
      expect(await verdict()).toBeUndefined();
    });
  });

  test('J11 J13 a gap has its fields, each one undo step; weights, feelings, endings, promises and waits have theirs', async ({
    page,
  }) => {
    await openSample(page);
    await test.step('J11 checks, severity, cause, owner and a status with its date, each one undo step', async () => {
      await openCard(page, 'Compares three');
      const gap = panel(page).locator('.handoff[data-state="gap"]').first();
      const state = async () =>
        Object.values((await tables(page)).verdicts).find(({ owner }) => owner === 'Lin Wei') ?? null;
      await gap.getByRole('textbox', { name: 'Owner' }).fill('Lin Wei');
      await gap.getByRole('textbox', { name: 'Cause' }).fill('Two systems');
      await gap
        .getByRole('radiogroup', { name: 'Does the data travel along?' })
        .getByRole('radio', { name: 'No', exact: true })
        .click();
      await expect(gap.locator('.severity-why')).toContainText('answered no');
      await gap.getByRole('radiogroup', { name: 'Severity, 1 to 5' }).getByText('2', { exact: true }).click();
      await expect(gap.locator('.severity-why')).toContainText('Set by hand to 2. Computed it is');
      const before = await state();
      expect(before?.status).not.toBe('accepted');
      await gap.getByRole('combobox', { name: 'Status' }).click();
      await page.getByRole('option', { name: 'Accepted' }).click();
      await expect(gap.getByText(/^Since .*20\d\d/)).toBeVisible();
      expect(await state()).toMatchObject({ status: 'accepted', dataTravels: 'no', severity: 2, cause: 'Two systems' });
      await undo(page);
      expect(await state()).toEqual(before);
      await undo(page);
      expect((await state())?.severity).not.toBe(2);
      expect(await faults(page, '.side-panel')).toEqual([]);
    });
    await test.step('J13 weights, words for feelings, endings, promises, waits and shares have their fields', async () => {
      await page.getByRole('button', { name: 'Current state' }).click();
      const side = panel(page);
      await side.getByText('Weights of the severity').click();
      await side.getByRole('textbox', { name: 'Device' }).fill('5');
      await page.keyboard.press('Enter');
      await side.getByText('Words and faces for feelings').click();
      await side.getByRole('textbox', { name: 'Word for -2' }).fill('Furious');
      await side.getByRole('textbox', { name: 'Face for -2' }).fill('😡');
      const record = Object.values((await tables(page)).map)[0];
      expect(record?.kindWeights).toEqual({ channel: 2, device: 5, department: 3 });
      expect(record?.sentimentScale?.[0]).toEqual({ word: 'Furious', face: '😡' });
      // A face that is drawn is chosen from a menu, shown on the cards at once, and one step of undo.
      const onMap = () => page.locator('.touchpoint .face[data-value="2"] path').first().getAttribute('d');
      const smiling = await onMap();
      await side.getByRole('button', { name: 'Choose the face for +2' }).click();
      await page.getByRole('menuitem', { name: 'Sun', exact: true }).click();
      expect(await onMap()).not.toBe(smiling);
      expect(Object.values((await tables(page)).map)[0]?.sentimentScale?.[4]).toEqual({ word: '', face: '☀' });
      await undo(page);
      expect(await onMap()).toBe(smiling);
      await side.getByRole('button', { name: 'Take the usual weights' }).click();
      const id = await openCard(page, 'Compares three');
      await expect(side.getByRole('radio', { name: '😡 Furious' }).first()).toBeVisible();
      await side.getByRole('radiogroup', { name: 'The journey' }).getByText('Lost here').click();
      await side.getByRole('combobox', { name: 'Customers would rather help themselves' }).click();
      await page.getByRole('option', { name: 'Yes' }).click();
      await side.getByRole('textbox', { name: 'Promise to the customer' }).fill('An answer today');
      await side.getByRole('combobox', { name: 'Kept at' }).fill('Pays by');
      await page.getByRole('option', { name: 'Pays by card' }).click();
      const { touchpoints, links } = await tables(page);
      expect(touchpoints[id]).toMatchObject({ ending: 'lost', selfServiceWanted: true, promise: 'An answer today' });
      expect(touchpoints[touchpoints[id]?.promiseKeptAt ?? '']?.title).toBe('Pays by card');
      const link = Object.values(links).find(({ from }) => from === id);
      await side.locator('.link-list').getByRole('button', { name: /^to / }).first().click();
      await side.getByRole('textbox', { name: 'Hours that usually pass' }).fill('30');
      await side.getByRole('textbox', { name: 'Hours that may pass at most' }).fill('1-2');
      await side.getByRole('textbox', { name: 'Share of all customers, percent' }).fill('12.5%');
      await page.keyboard.press('Tab');
      await expect(side.getByText('“1-2” is a range, but one number is asked for')).toBeVisible();
      const typed = side.getByRole('textbox', { name: 'Share of all customers, percent' });
      await expect(typed).toHaveAccessibleDescription('typed by hand');
      const written = Object.values((await tables(page)).links).find(({ waitHours }) => waitHours === 30);
      expect(written).toMatchObject({ from: link?.from, share: 0.125, waitTargetHours: null });
    });
  });
});
