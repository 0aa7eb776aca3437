import { expect, type Page } from '@playwright/test';
import { card, openSample, whenSaved } from '../../support/app.ts';
import { test } from '../../support/quietPage.ts';

const panel = (page: Page) => page.locator('.side-panel');

async function openCard(page: Page, title: string): Promise<void> {
  await card(page, title).first().click();
  await expect(panel(page).getByRole('textbox', { name: 'Title' })).toBeVisible();
}

/** The record of a touchpoint, by its title. */
function touchpoint(page: Page, title: string) {
  return page.evaluate(
    (wanted) =>
      Object.values(window.desirepath.editor?.doc.map.touchpoints ?? {}).find(({ title }) => title === wanted) ?? null,
    title,
  );
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
}

/** Chooses a value of a segmented control by its label. */
async function segment(page: Page, group: string, value: string): Promise<void> {
  await panel(page).getByRole('radiogroup', { name: group }).getByText(value, { exact: true }).click();
}

test.describe('details', () => {
  test('V17 V20 every field of a touchpoint is set in the panel, its handoffs are judged, and all is there after a reload', async ({
    page,
  }) => {
    await openSample(page);
    await openCard(page, 'Compares three');
    const side = panel(page);
    await side.getByRole('textbox', { name: 'Title' }).fill('Weighs up');
    await side.getByRole('textbox', { name: 'Description' }).fill('Three tabs.\nOne winner.');
    for (const [field, value] of [
      ['channel', 'Phone'],
      ['device', 'Tablet'],
      ['department', 'Sales'],
    ] as const) {
      await side.getByRole('button', { name: `Add ${field}` }).click();
      await page.getByRole('option', { name: value, exact: true }).click();
    }
    await segment(page, 'When', 'After');
    await segment(page, 'Online or offline', 'Offline');
    await segment(page, 'Self-service', 'Only');
    await segment(page, 'Importance', '4');
    await side.getByRole('combobox', { name: 'A human can step in' }).click();
    await page.getByRole('option', { name: 'Yes' }).click();
    await side.getByRole('checkbox', { name: 'Moment of truth' }).check();
    await side.getByRole('textbox', { name: 'Owner' }).fill('Lin');
    await side.getByRole('textbox', { name: 'Objections heard' }).fill('Too dear');
    await side.getByRole('combobox', { name: 'Tags' }).fill('price');
    await page.keyboard.press('Enter');
    const links = side.getByRole('combobox', { name: 'Web links' });
    for (const address of [
      'https://example.org/a',
      'mailto:lin@example.org',
      'javascript:alert(1)',
      'ftp://example.org',
    ]) {
      await links.fill(address);
      await page.keyboard.press('Enter');
    }
    await expect(side.getByText('“ftp://example.org” is not such an address, so it was left out.')).toBeVisible();
    await expect(side.locator('.web-link')).toHaveText(['https://example.org/a', 'mailto:lin@example.org']);

    const before = await touchpoint(page, 'Weighs up');
    expect(before).toMatchObject({
      description: 'Three tabs.\nOne winner.',
      when: 'after',
      presence: 'offline',
      selfService: 'only',
      humanCanStepIn: true,
      importance: 4,
      momentOfTruth: true,
      owner: 'Lin',
      objections: 'Too dear',
      webLinks: ['https://example.org/a', 'mailto:lin@example.org'],
    });
    expect(before?.tags).toContain('price');
    expect([before?.channels.length, before?.devices.length, before?.departments.length]).toEqual([2, 2, 2]);

    // V20: smooth, a gap with severity and note, or left for later.
    const handoff = panel(page).locator('.handoff').last();
    await handoff.getByRole('button', { name: 'Smooth' }).click();
    await expect(handoff).toHaveAttribute('data-state', 'smooth');
    await handoff.getByRole('button', { name: /^Gap/ }).click();
    await handoff.getByRole('radiogroup', { name: 'Severity, 1 to 5' }).getByText('5').click();
    await expect(handoff.getByRole('button', { name: 'Gap · 5' })).toHaveAttribute('aria-pressed', 'true');
    await handoff.getByRole('textbox', { name: 'Note' }).fill('The basket is lost.');
    const verdicts = () =>
      page.evaluate(() => Object.values(window.desirepath.editor?.doc.map.verdicts ?? {}).map(({ note }) => note));
    expect(await verdicts()).toContain('The basket is lost.');
    await whenSaved(page);
    await page.reload();
    await openCard(page, 'Weighs up');
    expect(await touchpoint(page, 'Weighs up')).toEqual(before);
    await expect(handoff.getByRole('textbox', { name: 'Note' })).toHaveValue('The basket is lost.');
    await handoff.getByRole('button', { name: 'Later' }).click();
    await expect(handoff).toHaveAttribute('data-state', 'unreviewed');
    expect(await verdicts()).not.toContain('The basket is lost.');
  });

  test('V18 V19 V21 U43 CV15 a channel is made by typing, a feeling is a face, a link is added without dragging; undo undoes', async ({
    page,
  }) => {
    await openSample(page);
    await openCard(page, 'Compares three');
    await test.step('V18 a new channel is made by typing its name, and one undo takes it back', async () => {
      const state = () =>
        page.evaluate(() => {
          const { map, library } = window.desirepath.editor?.doc ?? {};
          const named = Object.values(map?.touchpoints ?? {}).find(({ title }) => title.startsWith('Compares three'));
          return [Object.keys(library?.channels ?? {}).length, named?.channels.length];
        });
      const before = await state();
      await panel(page).getByRole('button', { name: 'Add channel' }).click();
      await page
        .getByRole('combobox', { name: 'Add channel' })
        .or(page.getByPlaceholder('Add channel'))
        .first()
        .fill('Fax');
      await page.getByRole('option', { name: 'New: Fax' }).click();
      await expect(panel(page).getByRole('button', { name: 'Fax: make primary or take away' })).toBeVisible();
      expect(await state()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1]);
      // CV15 The card shows "+1"; which that is, it says.
      await expect(card(page, 'Compares three').first()).toHaveAttribute('title', 'Channel: Website, also Fax');
      await expect(page.locator('[data-cursor]')).toHaveAccessibleName(/Channel: Website, also Fax\./);
      await panel(page).getByRole('button', { name: 'Fax: make primary or take away' }).click();
      await page.getByRole('menuitem', { name: 'Make primary' }).click();
      await expect(page.locator('.head-row', { hasText: 'Fax' })).toBeVisible();
      await undo(page);
      await undo(page);
      expect(await state()).toEqual(before);
      await expect(panel(page).getByRole('button', { name: 'Fax: make primary or take away' })).toBeHidden();
    });
    await test.step('U43 several are added in a row by keys, Enter takes the first line, and the focus stays where chips go', async () => {
      const chips = panel(page).locator('.chips').nth(2).getByRole('button');
      const names = () => chips.evaluateAll((all) => all.map((chip) => chip.getAttribute('aria-label')));
      const before = await names();
      await panel(page).getByRole('button', { name: 'Add department' }).press('Enter');
      const field = page.getByPlaceholder('Add department');
      for (const name of ['it', 'Guest relations']) {
        await expect(field).toBeFocused();
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
        await expect(field).toHaveValue('');
      }
      await page.keyboard.press('Escape');
      await expect(panel(page).getByRole('button', { name: 'Add department' })).toBeFocused();
      expect((await names()).slice(before.length - 1)).toEqual([
        'IT: make primary or take away',
        'Guest relations: make primary or take away',
        'Add department',
      ]);
      const takeAway = async (name: RegExp) => {
        await panel(page).getByRole('button', { name }).press('Enter');
        await page.getByRole('menuitem', { name: 'Take away' }).press('Enter');
      };
      await takeAway(/^IT:/);
      await expect(panel(page).getByRole('button', { name: /^Guest relations:/ })).toBeFocused();
      await takeAway(/^Guest relations:/);
      await expect(chips.nth(before.length - 2)).toBeFocused();
      await expect(chips.first()).toHaveAccessibleName(/: take away$/);
      await takeAway(/^Web shop:/);
      await expect(panel(page).getByRole('button', { name: 'Add department' })).toBeFocused();
      for (let turn = 0; turn < 5; turn++) await undo(page);
      expect(await names()).toEqual(before);
    });
    await test.step('V19 what a persona feels is set in the panel and is a face on the card', async () => {
      const anna = panel(page).getByRole('radiogroup', { name: 'Feeling of Anna' });
      const faces = () =>
        card(page, 'Compares three')
          .first()
          .locator('.face')
          .evaluateAll((all) => all.map((face) => face.getAttribute('data-value')));
      await anna.getByRole('radio', { name: 'Very bad' }).click();
      await expect(anna.getByRole('radio', { name: 'Very bad' })).toBeChecked();
      const worst = await faces();
      await anna.getByRole('radio', { name: 'Very good' }).click();
      await expect.poll(faces).not.toEqual(worst);
      expect((await faces()).length).toBe(worst.length);
      await anna.getByRole('radio', { name: 'Very good' }).click();
      await expect(anna.getByRole('radio', { checked: true })).toHaveCount(0);
      await expect.poll(async () => (await faces()).length).toBe(worst.length - 1);
    });
    await test.step('V21 a link is added and removed without dragging', async () => {
      await openCard(page, 'Sees a friend');
      const side = panel(page);
      const lines = side.locator('.link-list li');
      const before = await lines.count();
      await side.getByRole('combobox', { name: 'Link to …' }).fill('Pays');
      await page.getByRole('option', { name: 'Pays by card' }).click();
      await expect(lines).toHaveCount(before + 1);
      await side.getByRole('button', { name: 'to Pays by card', exact: true }).click();
      await expect(side.getByRole('textbox', { name: 'Label' })).toBeVisible();
      await side.getByRole('textbox', { name: 'Label' }).fill('in a hurry');
      await openCard(page, 'Sees a friend');
      await side.getByRole('button', { name: 'Remove the link to Pays by card' }).click();
      await expect(lines).toHaveCount(before);
      await undo(page);
      await expect(lines).toHaveCount(before + 1);
    });
  });
});

test.describe('panels', () => {
  const open = (page: Page, name: string) => page.locator('.rail').getByRole('button', { name, exact: true }).click();

  test('V22 V23 personas and lanes are added, renamed, marked or moved, taken out or hidden, and brought back', async ({
    page,
  }) => {
    await openSample(page);
    const side = panel(page);
    await test.step('V22 personas', async () => {
      await open(page, 'Personas');
      await side.getByRole('textbox', { name: 'New persona' }).fill('Ida');
      await side.getByRole('button', { name: 'Add persona' }).click();
      const profiles = side.getByRole('button', { name: /^Profile of/ });
      await expect(profiles).toHaveCount(3);
      await profiles.last().click();
      const field = side.getByRole('textbox', { name: 'Name' });
      await expect(field).toHaveValue('Ida');
      expect((await field.boundingBox())?.width).toBeGreaterThan(120);
      await field.fill('Ida B.');
      await side.getByRole('button', { name: 'All personas of this map' }).click();
      await side.getByRole('button', { name: 'Colour and shape of Ida B.' }).click();
      await page.getByRole('menuitem', { name: 'Vermillion' }).click();
      await page.getByRole('menuitem', { name: 'Pentagon' }).click();
      await page.keyboard.press('Escape');
      expect(
        await page.evaluate(() =>
          Object.values(window.desirepath.editor?.doc.library.personas ?? {}).find(({ name }) => name === 'Ida B.'),
        ),
      ).toMatchObject({ color: 'vermillion', shape: 'pentagon' });
      await expect(page.locator('.top-personas')).toHaveAttribute('title', /Ida B\./);
      await side.getByRole('button', { name: 'Take Ida B. out of this map' }).click();
      await expect(profiles).toHaveCount(2);
      await side.getByRole('combobox', { name: 'From the workspace' }).click();
      await page.getByRole('option', { name: 'Ida B.' }).click();
      await expect(profiles).toHaveCount(3);
    });
    await test.step('V23 lanes', async () => {
      await open(page, 'Lanes');
      const heads = page.locator('.head-row');
      await side.getByRole('textbox', { name: 'New lane' }).fill('Evidence');
      await side.getByText('Above', { exact: true }).click();
      await side.getByRole('button', { name: 'Add lane' }).click();
      // The legend of the curves has that word too.
      await expect(page.locator('.head-row:not(.head-curves)', { hasText: 'Evidence' })).toBeVisible();
      const order = () =>
        page.evaluate(() =>
          Object.values(window.desirepath.editor?.doc.map.lanes ?? {})
            .filter(({ side }) => side === 'above')
            .sort((a, b) => (a.order < b.order ? -1 : 1))
            .map(({ name }) => name),
        );
      expect((await order()).at(-1)).toBe('Evidence');
      await side.getByRole('button', { name: 'Move Evidence up' }).click();
      expect((await order()).at(-2)).toBe('Evidence');
      await side.getByRole('button', { name: 'Move Evidence down' }).click();
      expect((await order()).at(-1)).toBe('Evidence');
      await side.locator('input[value="Evidence"]').fill('Proof');
      await expect(heads.filter({ hasText: 'Proof' })).toBeVisible();
      await side.getByRole('checkbox', { name: 'Show Proof' }).uncheck();
      await expect(heads.filter({ hasText: 'Proof' })).toHaveCount(0);
      await side.getByRole('checkbox', { name: 'Show Proof' }).check();
      await side.getByRole('button', { name: 'Delete Proof' }).click();
      await expect(heads.filter({ hasText: 'Proof' })).toHaveCount(0);
      await undo(page);
      await expect(heads.filter({ hasText: 'Proof' })).toBeVisible();
    });
  });

  test('V24 V40 U44 U45 rows are merged, added, renamed, marked, ordered and archived, and the map follows', async ({
    page,
  }) => {
    await openSample(page);
    await open(page, 'Rows: channels, devices, departments');
    const side = panel(page);
    const rows = page.locator('.head-row');
    await test.step('U44 every panel opens with the focus at its beginning, and Esc leads from it to the map', async () => {
      const panels = page.locator('.rail [aria-pressed]');
      const cell = page.getByRole('gridcell');
      await page.locator('.side-close').click();
      for (let at = 0; at < (await panels.count()); at++) {
        await panels.nth(at).press('Enter');
        await expect(side).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(cell).toBeFocused();
        await expect(side).toBeVisible();
      }
      // From whatever is in it too; what is open in it is closed first.
      await openCard(page, 'Compares three');
      const add = side.getByRole('button', { name: 'Add device' });
      await add.press('Enter');
      await page.keyboard.press('Escape');
      await expect(add).toBeFocused();
      await side.getByRole('button', { name: 'Laptop: take away' }).press('Enter');
      await expect(page.locator('[role="menu"]:focus-within')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(side.getByRole('button', { name: 'Laptop: take away' })).toBeFocused();
      await side.getByRole('textbox', { name: 'Description' }).press('Escape');
      await expect(cell).toBeFocused();
      await expect(side.getByRole('textbox', { name: 'Description' })).toBeVisible();
    });
    await test.step('U45 the rows are one tab stop, gone through by arrows, and keep the focus as they move and go', async () => {
      const rail = page.locator('.rail').getByRole('button', { name: 'Rows: channels, devices, departments' });
      await rail.press('Enter');
      await expect(side.getByRole('toolbar')).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const names = await side
        .locator('.library-row input[type="checkbox"]')
        .evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')));
      const app = names.findIndex((name) => name?.includes('“App”'));
      expect(app).toBeGreaterThan(1);
      for (let row = 0; row < app; row++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      await expect(side.getByRole('checkbox', { name: /“App”/ })).toBeChecked();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('gridcell')).toBeFocused();
      await expect(rows.filter({ hasText: 'App' })).toBeVisible();
      // Along a row, through its name at the ends of the text only.
      await side.getByRole('checkbox', { name: /“App”/ }).focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'Home', 'ArrowRight']) await page.keyboard.press(key);
      await expect(side.locator('input[value="App"]')).toBeFocused();
      for (const key of ['End', 'ArrowRight']) await page.keyboard.press(key);
      await expect(side.getByRole('button', { name: 'Move App up' })).toBeFocused();
      for (let row = 0; row < app; row++) await page.keyboard.press('Enter');
      // The first can go no further up.
      await expect(side.getByRole('button', { name: 'Move App down' })).toBeFocused();
      for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
      await expect(side.getByRole('button', { name: /^Archive / }).first()).toBeFocused();
      await expect(side.locator('input[value="App"]')).toHaveCount(0);
      await page.keyboard.press('Tab');
      await expect(side.getByRole('textbox', { name: 'New name' })).toBeFocused();
      for (let turn = 0; turn <= app; turn++) await undo(page);
      await side.getByRole('checkbox', { name: /“App”/ }).uncheck();
    });
    await test.step('V40 one row is merged into another by mouse and keyboard; undo and taking back undo it', async () => {
      const used = (name: string) =>
        page.evaluate((wanted) => {
          const { map, library } = window.desirepath.editor?.doc ?? {
            map: { touchpoints: {} },
            library: { channels: {} },
          };
          const entry = Object.values(library.channels).find((channel) => channel.name === wanted);
          return Object.values(map.touchpoints).filter(({ channels }) => channels.includes(entry?.id ?? '')).length;
        }, name);
      const before = { social: await used('Social media'), website: await used('Website') };
      expect(before.social).toBeGreaterThan(0);
      const merge = async () => {
        await side.getByRole('button', { name: 'Merge Social media into …' }).click();
        await page.getByRole('menuitem', { name: 'Website', exact: true }).click();
      };
      await merge();
      await expect(rows.filter({ hasText: 'Social media' })).toHaveCount(0);
      expect(await used('Social media')).toBe(0);
      expect(await used('Website')).toBeGreaterThan(before.website);
      const chip = side.getByRole('button', { name: 'Take Social media, merged into Website back' });
      await expect(chip).toBeVisible();
      await page.evaluate(() => window.desirepath.editor?.undo());
      expect(await used('Social media')).toBe(before.social);
      await expect(chip).toHaveCount(0);
      // By the keyboard alone.
      await side.getByRole('button', { name: 'Merge Social media into …' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Website', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(chip).toBeVisible();
      await chip.click();
      await expect(chip).toHaveCount(0);
      await expect(side.getByRole('button', { name: 'Merge Social media into …' })).toBeVisible();
      // The touchpoints stay where the merging put them; undo of both brings them back too.
      await page.evaluate(() => {
        window.desirepath.editor?.undo();
        window.desirepath.editor?.undo();
      });
      expect(await used('Social media')).toBe(before.social);
    });
    await test.step('V24 rows are added, renamed, marked, ordered and archived', async () => {
      await side.getByRole('textbox', { name: 'New name' }).fill('Kiosk');
      await side.getByRole('button', { name: 'Add', exact: true }).click();
      const entry = (name: string) =>
        page.evaluate(
          (wanted) =>
            Object.values(window.desirepath.editor?.doc.library.channels ?? {}).find(({ name }) => name === wanted) ??
            null,
          name,
        );
      expect(await entry('Kiosk')).not.toBeNull();
      await expect(side.getByRole('checkbox', { name: /Kiosk/ })).toBeChecked();
      await side.locator('input[value="Social media"]').fill('Networks');
      await expect(rows.filter({ hasText: 'Networks' })).toBeVisible();
      await side.getByRole('button', { name: /^(Sign|Mark|Colour).*Networks/ }).click();
      await page.getByRole('menuitem', { name: 'Green', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Gift', exact: true }).click();
      await page.keyboard.press('Escape');
      expect(await entry('Networks')).toMatchObject({ color: 'green', icon: 'gift' });
      const tops = async () => {
        const [web, net] = await Promise.all(
          ['Website', 'Networks'].map((name) => rows.filter({ hasText: name }).boundingBox()),
        );
        return (web?.y ?? 0) < (net?.y ?? 0);
      };
      expect(await tops()).toBe(true);
      await side.getByRole('button', { name: 'Move Networks up' }).click();
      await expect.poll(tops).toBe(false);
      await side.getByRole('button', { name: /rchive.*Kiosk|Kiosk.*rchive/ }).click();
      expect(await entry('Kiosk')).toMatchObject({ archived: true });
      await side.getByRole('button', { name: /Kiosk/ }).click();
      expect(await entry('Kiosk')).toMatchObject({ archived: false });
      await page.getByRole('radio', { name: 'Device' }).click();
      await expect(side.getByText('Devices', { exact: true })).toBeVisible();
    });
  });
});
