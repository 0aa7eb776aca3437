import { expect, type Locator, type Page } from '@playwright/test';
import type { CommandArgs, CommandName, CommandResult } from '../../src/commands/commands.ts';
import type { MapTables } from '../../src/model/tables.ts';
import { newBlankMap, openGallery } from './app.ts';

/** Opens a new blank map and waits until its rows are drawn. Where the app is open already, it stays open. */
export async function openBlankMap(page: Page): Promise<void> {
  if (await page.evaluate(() => window.desirepath === undefined)) await openGallery(page);
  else {
    await page.getByRole('link', { name: 'All maps' }).click();
    await expect(page.locator('.tile').first()).toBeVisible();
  }
  await newBlankMap(page);
  await expect(page.locator('.head-row').first()).toBeVisible();
}

/** Runs a command of the open map, as a script would. */
export function run<N extends CommandName>(page: Page, name: N, args: CommandArgs<N>): Promise<CommandResult<N>> {
  return page.evaluate(([command, given]) => window.desirepath.editor?.run(command as never, given as never) as never, [
    name,
    args,
  ] as const);
}

/** The tables of the open map. */
export function tables(page: Page): Promise<MapTables> {
  return page.evaluate(() => structuredClone(window.desirepath.editor?.doc.map)) as Promise<MapTables>;
}

/** The ids of the steps, from left to right. */
export async function stepIds(page: Page): Promise<string[]> {
  const map = await tables(page);
  const byOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : 1);
  return Object.values(map.stages)
    .sort(byOrder)
    .flatMap((stage) =>
      Object.values(map.steps)
        .filter((step) => step.stageId === stage.id)
        .sort(byOrder)
        .map((step) => step.id),
    );
}

/** The ids of the library's first channels, as the rows of a blank map show them. */
export function channels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.values(window.desirepath.editor?.doc.library.channels ?? {})
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map((channel) => channel.id),
  );
}

/** Adds a touchpoint at a step and in a row of channels, both counted from 0. Returns its id. */
export async function put(page: Page, title: string, step: number, row: number): Promise<string> {
  const stepId = (await stepIds(page))[step] ?? '';
  const channel = (await channels(page))[row] ?? '';
  const id = await run(page, 'addTouchpoint', { stepId, fields: { title, channels: [channel] } });
  await expect(boxOf(page, id)).toBeVisible();
  return id;
}

/** The card of a record. */
export function boxOf(page: Page, id: string): Locator {
  return page.locator(`[data-record="${id}"]`);
}

/** The middle of a cell on the screen: the step and the row of the lens, counted from 0. */
export async function middleOfCell(page: Page, step: number, row: number): Promise<{ x: number; y: number }> {
  const column = await rectOf(page.locator('.head-step').nth(step));
  const band = await rectOf(page.locator('.head-row[data-head="row"]').nth(row));
  return { x: column.x + 74, y: band.y + band.height / 2 };
}

export async function rectOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}

export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await rectOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses the mouse at a place and takes it to another in steps, as a hand does. Does not let go. */
export async function hold(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  button: 'left' | 'middle' = 'left',
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  await page.mouse.move(from.x + 6, from.y + 6);
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  button: 'left' | 'middle' = 'left',
): Promise<void> {
  await hold(page, from, to, button);
  await page.mouse.up({ button });
}

/** The name of what has the focus, as a screen reader says it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body ? '' : (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

/** Waits, at most half a second, until screen readers are told something. */
export async function expectSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.locator('[aria-live="polite"][data-count]')).toContainText(text, { timeout: 500 });
}

/** A text of the map's data that two equal maps share. */
export async function fingerprint(page: Page): Promise<string> {
  return JSON.stringify(await tables(page), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What undo would take back next, by the state of its button; null when there is nothing. */
export function canUndo(page: Page): Promise<boolean> {
  return page.getByRole('button', { name: 'Undo', exact: true }).isEnabled();
}

/** Puts the focus into the grid, on its first cell. */
export async function enterGrid(page: Page): Promise<void> {
  await page.keyboard.press('Control+g');
  await expect(page.locator('[data-cursor]')).toBeFocused();
}

/** Where the map stands: zoom and shift. */
export function viewport(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  return page.locator('.react-flow__viewport').evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });
}
