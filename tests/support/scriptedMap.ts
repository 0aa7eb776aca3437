import { type Disposable, expect, type Page } from '@playwright/test';
import type { Disk } from './storageProbe.ts';

const STEPS = 10;

/** The text of a journey file: one stage of ten steps, two lanes, two channels and so many touchpoints. */
function journeyText(touchpoints: number): string {
  const two = (index: number) => String(index).padStart(2, '0');
  const four = (index: number) => String(index).padStart(4, '0');
  return JSON.stringify({
    format: 'desirepath.journey',
    formatVersion: 2,
    map: {
      map: [{ id: 'mp_one', name: 'Trial', state: 'current', scenario: '', createdAt: '2026-01-02T03:04:05.000Z' }],
      mapPersonas: [],
      stages: [{ id: 'st_one', order: 'a0', name: 'Stage' }],
      steps: Array.from({ length: STEPS }, (_, index) => ({
        id: `sp_${two(index)}`,
        order: `a${index}`,
        stageId: 'st_one',
        name: `Step ${index}`,
      })),
      lanes: [
        { id: 'la_acts', order: 'a0', name: 'Actions', role: 'actions', side: 'above', hidden: false },
        { id: 'la_pain', order: 'a1', name: 'Pains', role: 'pains', side: 'below', hidden: false },
      ],
      touchpoints: Array.from({ length: touchpoints }, (_, index) => ({
        id: `tp_${four(index)}`,
        order: `d${four(index)}`,
        stepId: `sp_${two(index % STEPS)}`,
        title: `Touchpoint ${index}`,
        channels: [index % 2 === 0 ? 'ch_web' : 'ch_shop'],
      })),
      cards: [],
      links: [],
      sentiments: [],
      verdicts: [],
    },
    library: {
      personas: [],
      channels: [
        { id: 'ch_web', order: 'a0', name: 'Website', icon: 'globe', color: 'blue', archived: false },
        { id: 'ch_shop', order: 'a1', name: 'Shop', icon: 'store', color: 'green', archived: false },
      ],
      devices: [],
      departments: [],
    },
  });
}

/** Loads the app at its gallery and waits until scripts may use it. */
export async function openApp(page: Page, app: string): Promise<void> {
  await load(page, app, app);
  await page.waitForFunction(() => window.desirepath !== undefined);
}

/** Goes to the app, imports a map of so many touchpoints, opens it, and returns its id. */
export async function openNewMap(page: Page, app: string, touchpoints: number): Promise<string> {
  await openApp(page, app);
  const mapId = await page.evaluate(async (text) => {
    const { mapId } = await window.desirepath.importFile(new File([text], 'trial.json'));
    await window.desirepath.open(mapId);
    return mapId;
  }, journeyText(touchpoints));
  await expect(page.locator('.save-light')).toHaveAttribute('data-state', 'saved');
  return mapId;
}

/**
 * Goes to an address of the app by a load, even where only the part after # differs from where the page is. By way of
 * the bare page: `about:blank` would cost the process of the page, and with it the app's compiled code.
 */
async function load(page: Page, app: string, address: string): Promise<void> {
  if (page.url().split('#')[0] === app) await page.goto(`${app}icon.svg`);
  await page.goto(address);
}

/** Loads the app at a map and waits until the map is open. */
export async function openMapAt(page: Page, app: string, mapId: string): Promise<void> {
  await load(page, app, `${app}#/map/${mapId}`);
  await mapOpen(page);
}

export async function mapOpen(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.desirepath?.editor ?? null) !== null);
}

/** A number for what the open map holds in memory. */
export function digestInMemory(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    return window.probe.digest(editor.doc);
  });
}

/** A number for what the tables hold of a map and the library. */
export function digestOnDisk(page: Page, mapId: string): Promise<number> {
  return page.evaluate(async (mapId) => {
    const disk = await window.probe.readDisk();
    return disk === null ? 0 : window.probe.digest(window.probe.documentsOf(disk, mapId));
  }, mapId);
}

/** What refers to something that is not there, by rules of the file format and not by the app's own check. */
export function danglingIn(disk: Disk, mapId: string): string[] {
  const rows = disk.records ?? [];
  const ids = (docId: string, table: string) =>
    new Set(rows.filter((row) => row.docId === docId && row.table === table).map((row) => String(row.id)));
  const stages = ids(mapId, 'stages');
  const steps = ids(mapId, 'steps');
  const lanes = ids(mapId, 'lanes');
  const touchpoints = ids(mapId, 'touchpoints');
  const personas = ids('library', 'personas').add('everyone');
  const targets: Record<string, Record<string, Set<string>>> = {
    steps: { stageId: stages },
    touchpoints: {
      stepId: steps,
      channels: ids('library', 'channels'),
      devices: ids('library', 'devices'),
      departments: ids('library', 'departments'),
    },
    cards: { stepId: steps, laneId: lanes },
    links: { from: touchpoints, to: touchpoints },
    verdicts: { from: touchpoints, to: touchpoints },
    sentiments: { touchpointId: touchpoints, personaId: personas },
    mapPersonas: { personaId: personas },
  };
  const dangling: string[] = [];
  for (const { docId, table, id, record } of rows) {
    if (docId !== mapId) continue;
    for (const [field, known] of Object.entries(targets[String(table)] ?? {})) {
      const value = (record as Record<string, unknown>)[field];
      for (const target of Array.isArray(value) ? value : [value]) {
        if (!known.has(String(target))) dangling.push(`${table} ${id}: ${field} ${target}`);
      }
    }
  }
  return dangling;
}

/** Milliseconds until `check` gives true, looked at again and again; fails after `most`. */
export async function millisecondsUntil(check: () => Promise<boolean>, most: number, what: string): Promise<number> {
  const from = Date.now();
  while (!(await check())) {
    if (Date.now() - from > most) throw new Error(`Not within ${most} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return Date.now() - from;
}

/** Waits a while; for what must not happen and for random moments, which no event tells of. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The largest, and one for a typical case, of some figures. */
export function spread(figures: readonly number[]): string {
  const sorted = [...figures].sort((a, b) => a - b);
  return `median ${sorted[Math.floor(sorted.length / 2)] ?? 0} ms, most ${sorted.at(-1) ?? 0} ms`;
}

/**
 * From the next load on, timers of one to three seconds, or to `longest`, end after a tenth of it: those with which the
 * product waits for what does not come. Saving, with its halves of a second, and IndexedDB keep their time. Dispose of
 * it at the end.
 */
export function hastenTimers(page: Page, longest = 3000): Promise<Disposable> {
  return page.addInitScript((longest) => {
    const later = window.setTimeout;
    const hastened = (handler: TimerHandler, delay = 0, ...args: unknown[]) =>
      later(handler, delay >= 900 && delay <= longest ? delay / 10 : delay, ...args);
    Object.assign(window, { setTimeout: hastened });
  }, longest);
}
