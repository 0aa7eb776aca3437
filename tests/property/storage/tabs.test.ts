import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankTouchpoint } from '../../../src/model/blanks.ts';
import type { Patch } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import { type Documents, emptyLibraryTables, LIBRARY_ID } from '../../../src/model/tables.ts';
import { createAutosave } from '../../../src/storage/autosave.ts';
import type { RecordRow } from '../../../src/storage/database.ts';
import { loadDocuments } from '../../../src/storage/loadDocuments.ts';
import { rowsOfTables } from '../../../src/storage/mapRows.ts';
import { createClock } from '../../../src/storage/stamp.ts';
import { createTabs } from '../../../src/storage/tabs.ts';
import {
  docIdOf,
  keptEntries,
  nextRow,
  patchesOfRows,
  type WriteBatch,
  type Written,
} from '../../../src/storage/writeDirty.ts';
import {
  cardRecord,
  channelRecord,
  type FakeEditor,
  fakeEditor,
  fakeHub,
  MAP_ID,
  smallMap,
} from '../../unit/storage/support.ts';

const never = 2 ** 30;
const timing = { quiet: never, latest: never, retryFirst: never, retryMost: never, slow: never };

/** A disk whose transactions are atomic and happen when told to. */
function fakeDisk(initial: Documents) {
  const rows = new Map<string, RecordRow>();
  for (const row of [...rowsOfTables(MAP_ID, initial.map), ...rowsOfTables(LIBRARY_ID, initial.library)]) {
    rows.set(`${row.docId}/${row.id}`, row);
  }
  const waiting: { batch: WriteBatch; done: (result: Written | Error) => void }[] = [];
  return {
    waiting,
    write: (batch: WriteBatch) =>
      new Promise<Written>((resolve, reject) => {
        waiting.push({ batch, done: (result) => (result instanceof Error ? reject(result) : resolve(result)) });
      }),
    async settle(index: number, fails: boolean) {
      const [next] = waiting.splice(index % Math.max(1, waiting.length), 1);
      if (next === undefined) return;
      let kept: RecordRow[] = [];
      if (!fails) {
        const deleted: RecordRow[] = [];
        for (const dirty of next.batch.dirty) {
          const key = `${docIdOf(next.batch, dirty)}/${dirty.id}`;
          const row = nextRow(next.batch, dirty, rows.get(key));
          const existing = rows.get(key);
          if (row === 'delete') {
            rows.delete(key);
            if (dirty.doc === 'library' && existing !== undefined) deleted.push(existing);
          } else if (row !== 'skip') rows.set(key, structuredClone(row));
        }
        kept = keptEntries(deleted, [...rows.values()]);
        for (const row of kept) rows.set(`${row.docId}/${row.id}`, structuredClone(row));
      }
      next.done(
        fails ? new Error('refused') : { rows: next.batch.dirty.length, kept: structuredClone(patchesOfRows(kept)) },
      );
      for (let i = 0; i < 10; i++) await Promise.resolve();
    },
    load(arrived: readonly Patch[] = []) {
      const all = [...rows.values()].map((row) => structuredClone(row));
      return loadDocuments(
        MAP_ID,
        all.filter((row) => row.docId === MAP_ID),
        all.filter((row) => row.docId === LIBRARY_ID),
        arrived,
      );
    },
    raw: () => new Map([...rows].map(([key, row]) => [key, row.record])),
  };
}
type Disk = ReturnType<typeof fakeDisk>;

function openTab(name: string, hub: ReturnType<typeof fakeHub>, disk: Disk, now: () => number) {
  const tabs = createTabs({
    mapId: MAP_ID,
    channel: hub.open('x'),
    clock: createClock(name, now),
    codeVersion: 1,
    onNewer: () => undefined,
    onNotice: (notice) => expect(notice).toBeNull(),
    unconfirmedMs: never,
  });
  let inner: { editor: FakeEditor; autosave: ReturnType<typeof createAutosave> } | undefined;
  return {
    tabs,
    get loaded() {
      return inner;
    },
    finishLoading() {
      if (inner !== undefined) return;
      const loaded = disk.load(tabs.held());
      const editor = fakeEditor(loaded.documents);
      const autosave = createAutosave({
        mapId: MAP_ID,
        editor,
        write: disk.write,
        timing,
        mark: tabs.lastSent,
        onWritten: tabs.sendWritten,
      });
      tabs.attach(editor, autosave, loaded.repairPatches);
      autosave.markDirty(loaded.repairPatches);
      autosave.start();
      inner = { editor, autosave };
    },
  };
}

const ids = ['a', 'b', 'c'];
const edits = {
  channelName: (id: string, text: string): Patch => ({
    path: ['library', 'channels', `ch_${id}`, 'name'],
    value: text,
  }),
  channelArchive: (id: string, text: string): Patch => ({
    path: ['library', 'channels', `ch_${id}`, 'archived'],
    value: text > 'm',
  }),
  channelPut: (id: string, text: string): Patch => ({
    path: ['library', 'channels', `ch_${id}`],
    value: channelRecord(`ch_${id}`, text),
  }),
  channelDelete: (id: string): Patch => ({ path: ['library', 'channels', `ch_${id}`], value: undefined }),
  /** A touchpoint that uses the channel of the same letter. */
  touchpointPut: (id: string, text: string): Patch => ({
    path: ['map', 'touchpoints', `tp_${id}`],
    value: { ...blankTouchpoint, id: `tp_${id}`, order: 'a0', stepId: 'sp_a', title: text, channels: [`ch_${id}`] },
  }),
  touchpointDelete: (id: string): Patch => ({ path: ['map', 'touchpoints', `tp_${id}`], value: undefined }),
  cardText: (id: string, text: string): Patch => ({ path: ['map', 'cards', `cd_${id}`, 'text'], value: text }),
  cardLane: (id: string, text: string): Patch => ({
    path: ['map', 'cards', `cd_${id}`, 'laneId'],
    value: text > 'm' ? 'la_a' : 'la_b',
  }),
  cardPut: (id: string, text: string): Patch => ({
    path: ['map', 'cards', `cd_${id}`],
    value: cardRecord(`cd_${id}`, text),
  }),
  cardDelete: (id: string): Patch => ({ path: ['map', 'cards', `cd_${id}`], value: undefined }),
  lanePut: (): Patch => ({
    path: ['map', 'lanes', 'la_b'],
    value: { id: 'la_b', order: 'a1', name: '', role: 'notes', side: 'above', hidden: false, kpiId: null },
  }),
  laneDelete: (): Patch => ({ path: ['map', 'lanes', 'la_b'], value: undefined }),
  mapName: (_: string, text: string): Patch => ({ path: ['map', 'map', MAP_ID, 'name'], value: text }),
};
const fieldEdits = ['channelName', 'channelArchive', 'cardText', 'mapName'] as const;
const allEdits = Object.keys(edits) as (keyof typeof edits)[];

const stepArb = (kinds: readonly (keyof typeof edits)[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        tab: fc.nat(2),
        kind: fc.constantFrom(...kinds),
        id: fc.constantFrom(...ids),
        text: fc.constantFrom('a', 'k', 'z'),
      }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), pair: fc.nat(6) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('flush' as const), tab: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('disk' as const), which: fc.nat(2), fails: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('loaded' as const) }) },
  );

function start(): Documents {
  return {
    map: { ...smallMap(), cards: { cd_a: cardRecord('cd_a'), cd_b: cardRecord('cd_b') } },
    library: {
      ...emptyLibraryTables(),
      channels: { ch_a: channelRecord('ch_a'), ch_b: channelRecord('ch_b') },
    } as Documents['library'],
  };
}

async function play(steps: readonly { do: string; [key: string]: unknown }[]): Promise<void> {
  let time = 0;
  const now = () => Math.floor(time++ / 4);
  const hub = fakeHub();
  const disk = fakeDisk(start());
  const open = [openTab('A', hub, disk, now), openTab('B', hub, disk, now)];
  for (const tab of open) tab.finishLoading();
  for (const step of steps) {
    const tab = typeof step.tab === 'number' ? open[step.tab]?.loaded : undefined;
    if (step.do === 'edit')
      tab?.editor.edit(edits[step.kind as keyof typeof edits](step.id as string, step.text as string));
    else if (step.do === 'deliver') hub.deliver(step.pair as number);
    else if (step.do === 'flush') void tab?.autosave.flush();
    else if (step.do === 'disk') await disk.settle(step.which as number, step.fails as boolean);
    else if (step.do === 'join' && open.length < 3) open.push(openTab('C', hub, disk, now));
    else if (step.do === 'loaded') open[2]?.finishLoading();
  }
  open[2]?.finishLoading();
  for (let round = 0; ; round++) {
    expect(round).toBeLessThan(20);
    hub.deliverAll();
    for (const tab of open) void tab.loaded?.autosave.flush();
    if (disk.waiting.length === 0 && hub.pending() === 0) break;
    while (disk.waiting.length > 0) await disk.settle(0, false);
  }
  const [first, ...others] = open.map((tab) => tab.loaded?.editor.documents() as Documents);
  for (const other of others) expect(other).toEqual(first);
  expect(repair(first as Documents, MAP_ID).patches).toEqual([]);
  const memory = new Map(
    [...rowsOfTables(MAP_ID, (first as Documents).map), ...rowsOfTables(LIBRARY_ID, (first as Documents).library)].map(
      (row) => [`${row.docId}/${row.id}`, row.record],
    ),
  );
  expect(disk.raw()).toEqual(memory);
  expect(disk.load().documents).toEqual(first);
  for (const tab of open) {
    expect(tab.loaded?.autosave.status.get()).toBe('saved');
    tab.loaded?.autosave.stop();
    tab.tabs.close();
  }
}

describe('tabs and disk', () => {
  it('S22 pinned: a tab that reads a card whose new lane another tab has not written yet', () =>
    play([
      { do: 'edit', tab: 0, kind: 'lanePut', id: 'a', text: 'a' },
      { do: 'edit', tab: 1, kind: 'channelName', id: 'a', text: 'a' },
      { do: 'flush', tab: 1 },
      { do: 'deliver', pair: 3 },
      { do: 'edit', tab: 1, kind: 'cardLane', id: 'a', text: 'a' },
      { do: 'flush', tab: 0 },
      { do: 'join' },
      { do: 'disk', which: 0, fails: false },
      { do: 'flush', tab: 1 },
      { do: 'disk', which: 0, fails: true },
      { do: 'edit', tab: 0, kind: 'channelName', id: 'a', text: 'a' },
      { do: 'deliver', pair: 0 },
      { do: 'disk', which: 0, fails: false },
      { do: 'disk', which: 0, fails: false },
      { do: 'deliver', pair: 0 },
      { do: 'disk', which: 0, fails: false },
    ]));

  it('S30 tabs that edit the same fields converge, in memory and on disk, whatever the order of messages and writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb(fieldEdits), { minLength: 8, maxLength: 70, size: 'max' }), (steps) =>
        play(steps),
      ),
      { numRuns: 500 },
    );
  });

  it('S31 so do tabs that make, delete and bring back records and repair what meets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb(allEdits), { minLength: 8, maxLength: 70, size: 'max' }), (steps) =>
        play(steps),
      ),
      { numRuns: 800 },
    );
  });
});
