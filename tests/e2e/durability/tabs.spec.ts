import { expect, type Page } from '@playwright/test';
import { isSoak, test } from '../../support/persistentBrowser.ts';
import {
  digestInMemory,
  digestOnDisk,
  millisecondsUntil,
  openMapAt,
  openNewMap,
  spread,
} from '../../support/scriptedMap.ts';

const EDITS = isSoak ? 200 : 80;
/** The bar is a second; only the soak, which has the machine for itself, holds the clock to it. */
const CONVERGED_MS = isSoak ? 1000 : 8000;
const ROUNDS = isSoak ? 20 : 2;
const FIELDS = 10;

/** Edits of one tab, each of a record of its own: texts, marks, new cards, new links. Returns when the last one ended. */
function editMany(page: Page, offset: number, count: number): Promise<number> {
  return page.evaluate(
    async ({ offset, count }) => {
      const { editor } = window.desirepath;
      if (editor === null) throw new Error('No map is open.');
      const byTitle = new Map(Object.values(editor.doc.map.touchpoints).map((record) => [record.title, record.id]));
      const id = (index: number) => byTitle.get(`Touchpoint ${index}`) as string;
      const stepId = Object.keys(editor.doc.map.steps)[0] as string;
      const laneId = Object.keys(editor.doc.map.lanes)[0] as string;
      const ids = Array.from({ length: count }, (_, index) => id(offset + index));
      for (const [index, own] of ids.entries()) {
        const mark = `edit ${offset + index}`;
        const kind = index % 4;
        if (kind === 0) editor.run('updateTouchpoint', { id: own, fields: { description: mark } });
        else if (kind === 1) editor.run('updateTouchpoint', { id: own, fields: { title: mark } });
        else if (kind === 2) editor.run('addCard', { stepId, laneId, text: mark });
        else {
          editor.run('addLink', { from: own, to: ids[0] as string, label: mark });
        }
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
      }
      return Date.now();
    },
    { offset, count },
  );
}

/** How many of the edits a tab shows. */
function countShown(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { editor } = window.desirepath;
    return editor === null ? 0 : new Set(JSON.stringify(editor.doc.map).match(/"edit \d+"/g) ?? []).size;
  });
}

/** How many of the edits the disk holds. */
function countStored(page: Page, mapId: string): Promise<number> {
  return page.evaluate(async (mapId) => {
    const disk = await window.probe.readDisk();
    if (disk === null) return 0;
    return new Set(JSON.stringify(window.probe.documentsOf(disk, mapId).map).match(/"edit \d+"/g) ?? []).size;
  }, mapId);
}

/** At one instant, sets the same field of several touchpoints; some are typed twice, some deleted instead. */
function contend(page: Page, round: { at: number; tab: string; deletes: boolean; fields: number }): Promise<void> {
  return page.evaluate(async ({ at, tab, deletes, fields }) => {
    const { editor } = window.desirepath;
    if (editor === null) throw new Error('No map is open.');
    const ids = Object.keys(editor.doc.map.touchpoints).sort().slice(0, fields);
    while (Date.now() < at) if (at - Date.now() > 15) await new Promise((resolve) => setTimeout(resolve, 1));
    for (const [index, id] of ids.entries()) {
      if (editor.doc.map.touchpoints[id] === undefined) continue;
      if (index === fields - 1 && deletes) editor.run('removeItems', { ids: [id] });
      else editor.run('updateTouchpoint', { id, fields: { title: `${tab} ${at}` } });
      if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      if (index % 2 === 0 && editor.doc.map.touchpoints[id] !== undefined)
        editor.run('updateTouchpoint', { id, fields: { title: `${tab} ${at} again` } });
    }
  }, round);
}

test(`D3 D4 two tabs with ${EDITS} edits each, of their own and then of the same fields, end alike, and so does the disk @soak`, async ({
  page: first,
  context,
  app,
}) => {
  test.setTimeout(isSoak ? 240_000 : 60_000);
  const mapId = await openNewMap(first, app, 2 * EDITS);
  const second = await context.newPage();
  await openMapAt(second, app, mapId);
  await test.step('D3 edits of their own', async () => {
    const [a, b] = await Promise.all([editMany(first, 0, EDITS), editMany(second, EDITS, EDITS)]);
    const complete = async () => {
      const shown = await Promise.all([first, second].map(countShown));
      if (shown.some((count) => count < 2 * EDITS)) return false;
      return (await countStored(first, mapId)) === 2 * EDITS;
    };
    await millisecondsUntil(complete, 10_000, `${2 * EDITS} edits in both tabs and on disk`);
    const took = Date.now() - Math.max(a, b);
    const digests = await Promise.all([digestInMemory(first), digestInMemory(second), digestOnDisk(first, mapId)]);
    expect(new Set(digests).size, 'both tabs and the disk hold the same').toBe(1);
    expect(took).toBeLessThan(CONVERGED_MS);
    console.log(`D3: ${2 * EDITS} of ${2 * EDITS} edits in both tabs and on disk ${took} ms after the last one`);
  });
  await test.step('D4 edits of the same fields at the same time', () => contendInRounds(first, second, mapId));
});

async function contendInRounds(first: Page, second: Page, mapId: string): Promise<void> {
  const settled: number[] = [];
  let won = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const at = Date.now() + 120;
    const deletes = round % 2 === 1;
    await Promise.all([
      contend(first, { at, tab: 'first', deletes, fields: FIELDS }),
      contend(second, { at, tab: 'second', deletes: false, fields: FIELDS }),
    ]);
    const alike = async () => {
      const [one, two, disk] = await Promise.all([
        digestInMemory(first),
        digestInMemory(second),
        digestOnDisk(first, mapId),
      ]);
      const states = await Promise.all(
        [first, second].map((page) => page.locator('.save-light').getAttribute('data-state')),
      );
      return one === two && two === disk && states.every((state) => state === 'saved');
    };
    settled.push(await millisecondsUntil(alike, 3000, `round ${round}: both tabs and the disk hold the same`));
    won += await first.evaluate(
      () =>
        Object.values(window.desirepath.editor?.doc.map.touchpoints ?? {}).filter((tp) => tp.title.startsWith('first'))
          .length,
    );
  }
  console.log(
    `D4: ${ROUNDS * FIELDS} contested fields (${won} won by the first tab), all alike in both tabs and on disk; ${spread(settled)}`,
  );
}
