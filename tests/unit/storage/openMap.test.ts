// Live queries look for a global IDBKeyRange.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEditor } from '../../../src/editor/createEditor.ts';
import type { Patch } from '../../../src/model/patch.ts';
import { SCHEMA_VERSION } from '../../../src/model/tables.ts';
import { openDatabase, SCHEMA_KEY } from '../../../src/storage/database.ts';
import { openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import { openMap } from '../../../src/storage/openMap.ts';
import type { Readable } from '../../../src/storage/readable.ts';
import type { Workspace } from '../../../src/storage/workspace.ts';
import {
  cardRecord,
  channelRecord,
  fakeEditor,
  fakeHub,
  fakePage,
  fakeStorage,
  MAP_ID,
  newBackend,
  sleep,
  smallMap,
} from './support.ts';

const name = (value: string): Patch => ({ path: ['map', 'map', MAP_ID, 'name'], value });
const card: Patch = { path: ['map', 'cards', 'cd_a'], value: cardRecord('cd_a', 'hello') };
const timing = { quiet: 10, latest: 20, retryFirst: 10, retryMost: 40 };

async function setUp() {
  const backend = newBackend();
  const hub = fakeHub(true);
  const workspace = await openDiskWorkspace({ backend, openChannel: hub.open });
  await workspace.createMap(smallMap());
  const db = openDatabase({ backend });
  const localStorage = fakeStorage();
  const open = (options: { workspace?: Workspace; page?: ReturnType<typeof fakePage>; slow?: boolean } = {}) =>
    openMap({
      workspace: options.workspace ?? workspace,
      mapId: MAP_ID,
      createEditor: fakeEditor,
      timing: options.slow ? {} : timing,
      page: options.page?.target,
      localStorage,
      unconfirmedMs: 50,
      settleMs: 20,
    });
  const stored = async () => (await workspace.load(MAP_ID)).documents;
  return { backend, hub, workspace, db, localStorage, open, stored };
}

/** Waits until a value is told. */
const until = <T>(readable: Readable<T>, value: T) => expect.poll(readable.get).toBe(value);

/** How many pages have left changes there that they could not write. */
const unsavedIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith('desirepath:unsaved:'),
  ).length;

describe('an open map', () => {
  it('S60 saved and loaded again it equals memory, and so does the name in the list', async () => {
    const { workspace, open, stored } = await setUp();
    const map = await open();
    map.editor.edit(name('New'), card, { path: ['library', 'channels', 'ch_a'], value: channelRecord('ch_a') });
    await map.whenSaved();
    expect(map.status.get()).toBe('saved');
    expect(await stored()).toEqual(map.editor.documents());
    expect((await workspace.listMaps())[0]?.name).toBe('New');
    expect(await map.close()).toBe(true);
  });

  it('S61 one edit writes one row', async () => {
    const { open } = await setUp();
    const map = await open();
    map.editor.edit(card);
    await map.whenSaved();
    map.editor.edit({ path: ['map', 'cards', 'cd_a', 'text'], value: 'b' });
    await map.whenSaved();
    expect(map.counters()).toEqual({ writes: 2, failures: 0, rows: 2, lastRows: 1 });
  });

  it("S62 only the dirty fields go into a row: another tab's newer field on disk stays", async () => {
    const { db, open } = await setUp();
    const map = await open();
    const row = await db.records.get([MAP_ID, MAP_ID]);
    await db.records.put({ ...row, record: { ...(row?.record as object), scenario: 'theirs' } } as never);
    map.editor.edit(name('mine'));
    await map.whenSaved();
    expect((await db.records.get([MAP_ID, MAP_ID]))?.record).toMatchObject({ name: 'mine', scenario: 'theirs' });
  });

  it('S62 a field of a row that is gone from disk does not bring it back', async () => {
    const { db, open } = await setUp();
    const map = await open();
    map.editor.edit(card);
    await map.whenSaved();
    await db.records.delete([MAP_ID, 'cd_a']);
    map.editor.edit({ path: ['map', 'cards', 'cd_a', 'text'], value: 'b' });
    await map.whenSaved();
    expect(await db.records.get([MAP_ID, 'cd_a'])).toBeUndefined();
  });

  it('S63 opening and closing without an edit changes no record, fifty times over', async () => {
    const { db, open } = await setUp();
    const before = await db.records.toArray();
    for (let i = 0; i < 50; i++) expect(await (await open()).close()).toBe(true);
    expect(await db.records.toArray()).toEqual(before);
  });

  it('S64 two tabs show the same and the disk has both their edits', async () => {
    const { open, stored } = await setUp();
    const [a, b] = [await open(), await open()];
    a.editor.edit(card, name('a'));
    b.editor.edit({ path: ['map', 'stages', 'st_a', 'name'], value: 'Stage' }, name('b'));
    await sleep(5);
    await Promise.all([a.whenSaved(), b.whenSaved()]);
    expect(a.editor.documents()).toEqual(b.editor.documents());
    expect(await stored()).toEqual(a.editor.documents());
    await Promise.all([a.close(), b.close()]);
  });

  it('S65 renaming in the gallery reaches an open map', async () => {
    const { workspace, open } = await setUp();
    const map = await open();
    await workspace.renameMap(MAP_ID, 'From the gallery');
    await expect.poll(() => map.editor.documents().map.map[MAP_ID]?.name).toBe('From the gallery');
    await sleep(80);
    expect(map.counters().writes).toBe(0);
  });

  it('S66 a hidden page and a page that goes away are written at once', async () => {
    const { open } = await setUp();
    const page = fakePage();
    const map = await open({ page, slow: true });
    map.editor.edit(name('hidden'));
    page.hide();
    await expect.poll(() => map.counters().writes).toBe(1);
    map.editor.edit(name('gone'));
    page.send('pagehide');
    await expect.poll(() => map.counters().writes).toBe(2);
    await expect.poll(() => map.status.get()).toBe('saved');
    await map.close();
  });

  it('S67 what a page that goes away cannot write any more is put back by the next one', async () => {
    const { workspace, localStorage, open, stored } = await setUp();
    const page = fakePage();
    // The disk never answers the page that goes away.
    const map = await open({
      page,
      slow: true,
      workspace: { ...workspace, write: () => new Promise(() => undefined) },
    });
    map.editor.edit(name('last words'), card);
    page.send('pagehide');
    expect(unsavedIn(localStorage)).toBe(1);
    const next = await open();
    expect(next.editor.documents()).toEqual(map.editor.documents());
    expect(next.notices.get()).toEqual([{ code: 'recovered', count: 2 }]);
    await next.whenSaved();
    await sleep(0);
    expect(await stored()).toEqual(map.editor.documents());
    expect(unsavedIn(localStorage)).toBe(0);
  });

  it('S67 a page that is written after all leaves nothing behind', async () => {
    const { localStorage, open } = await setUp();
    const page = fakePage();
    const map = await open({ page, slow: true });
    map.editor.edit(name('x'));
    page.hide();
    expect(unsavedIn(localStorage)).toBe(1);
    await map.whenSaved();
    expect(unsavedIn(localStorage)).toBe(0);
  });

  it('S67 a live tab writes what a dying one left, so that nobody puts it back over later edits', async () => {
    const { workspace, localStorage, open, stored } = await setUp();
    const [pageA, pageB] = [fakePage(), fakePage()];
    const dying = await open({
      page: pageA,
      slow: true,
      workspace: { ...workspace, write: () => new Promise(() => undefined) },
    });
    const live = await open({ page: pageB });
    dying.editor.edit(name('last words'));
    await sleep(1);
    pageA.send('pagehide');
    pageB.send('storage', { key: localStorage.key(0) });
    await live.whenSaved();
    await sleep(0);
    expect((await stored()).map.map[MAP_ID]?.name).toBe('last words');
    expect(unsavedIn(localStorage)).toBe(0);
  });

  it('S68 a map that cannot be written does not close unless forced', async () => {
    const { workspace, open } = await setUp();
    let broken = true;
    const map = await open({
      workspace: {
        ...workspace,
        write: (batch) => (broken ? Promise.reject(new Error('full')) : workspace.write(batch)),
      },
    });
    map.editor.edit(name('x'));
    expect(await map.close()).toBe(false);
    expect(map.status.get()).toBe('notSaved');
    broken = false;
    await map.whenSaved();
    expect(await map.close()).toBe(true);
  });

  it('S69 in memory a map survives closing, and is never called saved', async () => {
    const workspace = createMemoryWorkspace(null);
    await workspace.createMap(smallMap());
    const open = () =>
      openMap({ workspace, mapId: MAP_ID, createEditor: fakeEditor, timing, page: undefined, localStorage: undefined });
    const map = await open();
    const states = [map.status.get()];
    map.status.subscribe(() => states.push(map.status.get()));
    map.editor.edit(name('kept'), card);
    expect(await map.close()).toBe(true);
    expect(states).toEqual(['memory', 'saving', 'memory']);
    expect((await open()).editor.documents()).toEqual(map.editor.documents());
  });

  it('S70 the first edit, and no other moment, asks the browser to keep the data', async () => {
    const { workspace, open } = await setUp();
    let asked = 0;
    const map = await open({ workspace: { ...workspace, requestPersistence: async () => void asked++ } });
    map.editor.applyForeign([name('theirs')], 'tab');
    expect(asked).toBe(0);
    map.editor.edit(name('a'));
    map.editor.edit(name('b'));
    expect(asked).toBe(1);
  });

  it('S71 newer code in another tab: the last edit is written, then this one only reads', async () => {
    const { hub, open, stored } = await setUp();
    const map = await open({ slow: true });
    map.editor.edit(name('last'));
    hub.open('x').postMessage({ kind: 'hello', schema: SCHEMA_VERSION + 1, tab: 'Z', mapId: MAP_ID });
    await expect.poll(() => map.status.get()).toBe('readOnly');
    expect(map.notices.get()).toEqual([{ code: 'newerVersion' }]);
    expect((await stored()).map.map[MAP_ID]?.name).toBe('last');
    map.editor.edit(name('later'));
    expect(await map.close()).toBe(true);
    expect((await stored()).map.map[MAP_ID]?.name).toBe('last');
  });

  it('S71 newer code at the database: nothing is written, what was not is kept for it', async () => {
    const { db, localStorage, open } = await setUp();
    const map = await open();
    await db.meta.put({ key: SCHEMA_KEY, value: SCHEMA_VERSION + 1 });
    const before = await db.records.toArray();
    map.editor.edit(name('too late'));
    await expect.poll(() => map.status.get()).toBe('readOnly');
    expect(await db.records.toArray()).toEqual(before);
    expect(unsavedIn(localStorage)).toBe(1);
  });

  it('S71 a workspace of newer code opens for reading only', async () => {
    const { backend, db, open } = await setUp();
    await db.meta.put({ key: SCHEMA_KEY, value: SCHEMA_VERSION + 1 });
    const map = await open({ workspace: await openDiskWorkspace({ backend }) });
    expect(map.status.get()).toBe('readOnly');
    const before = await db.docs.toArray();
    map.editor.edit(name('x'));
    await map.flush();
    expect(await map.close()).toBe(true);
    expect(await db.docs.toArray()).toEqual(before);
  });

  it('S72 another tab that upgrades the database gets the last edit written first', async () => {
    const { backend, open } = await setUp();
    const map = await open({ slow: true });
    map.editor.edit(name('in time'));
    const upgraded = await new Promise<IDBDatabase>((resolve) => {
      const request = backend.indexedDB.open('desirepath', 999);
      request.onsuccess = () => resolve(request.result);
    });
    expect(map.status.get()).toBe('readOnly');
    const row = await new Promise<{ record: { name: string } }>((resolve) => {
      const request = upgraded.transaction('records').objectStore('records').get([MAP_ID, MAP_ID]);
      request.onsuccess = () => resolve(request.result);
    });
    expect(row.record.name).toBe('in time');
  });

  it("S73 a page that comes back from the browser's cache stops writing and says so", async () => {
    const { open } = await setUp();
    const page = fakePage();
    const map = await open({ page });
    page.send('pageshow', { persisted: false });
    expect(map.status.get()).toBe('saved');
    page.send('pageshow', { persisted: true });
    expect(map.status.get()).toBe('readOnly');
    expect(map.notices.get()).toEqual([{ code: 'stalePage' }]);
  });

  it('S22 what looks broken on disk is mended only after the other tabs have had their say', async () => {
    const { workspace, db, open } = await setUp();
    // A tab whose disk does not answer has made a lane; another tab has put a card in it and written that.
    const slow = await open({ workspace: { ...workspace, write: () => Promise.reject(new Error('full')) } });
    slow.editor.edit({ path: ['map', 'lanes', 'la_b'], value: { ...smallMap().lanes.la_a, id: 'la_b' } });
    await db.records.put({
      docId: MAP_ID,
      id: 'cd_a',
      table: 'cards',
      record: { ...cardRecord('cd_a'), laneId: 'la_b' },
    });
    const next = await open();
    expect(next.repairNotes).toEqual([]);
    expect(next.editor.documents().map.cards).toHaveProperty('cd_a');
    expect(await db.records.get([MAP_ID, 'cd_a'])).toBeDefined();
    await Promise.all([slow.close({ force: true }), next.close()]);
  });

  it('S22 what really is broken is mended in every tab and on disk', async () => {
    const { db, open } = await setUp();
    const first = await open();
    first.editor.applyForeign(
      [{ path: ['map', 'lanes', 'la_b'], value: { ...smallMap().lanes.la_a, id: 'la_b' } }],
      'tab',
    );
    await db.records.put({
      docId: MAP_ID,
      id: 'cd_a',
      table: 'cards',
      record: { ...cardRecord('cd_a'), laneId: 'la_gone' },
    });
    const next = await open();
    expect(next.repairNotes).toMatchObject([{ code: 'cardDropped', id: 'cd_a' }]);
    await next.whenSaved();
    expect(await db.records.get([MAP_ID, 'cd_a'])).toBeUndefined();
  });

  it("S60 the application's editor fits the port", async () => {
    const { workspace, stored } = await setUp();
    const map = await openMap({
      workspace,
      mapId: MAP_ID,
      createEditor: (documents) => createEditor(documents),
      timing,
      page: undefined,
      localStorage: undefined,
    });
    map.editor.transact('renameMap' as never, (draft) => {
      (draft.map.map[MAP_ID] as { name: string }).name = 'By command';
    });
    await map.whenSaved();
    map.editor.undo();
    map.editor.redo();
    await map.whenSaved();
    expect((await stored()).map.map[MAP_ID]?.name).toBe('By command');
    expect(await stored()).toEqual(map.editor.documents());
  });

  it('S77 a map deleted elsewhere says so; what is done to it stays with it, and brings it back into the list', async () => {
    const { backend, hub, workspace, open, stored } = await setUp();
    const other = await openDiskWorkspace({ backend, openChannel: hub.open });
    const map = await open();
    await sleep(30);
    await other.deleteMap(MAP_ID);
    await until(map.deletion.state, 'meanwhile');
    // Another window's change is no sign that somebody here goes on with it.
    map.editor.applyForeign([name('theirs')], 'tab');
    await sleep(30);
    expect(await workspace.listMaps()).toEqual([]);

    map.editor.edit(card);
    await until(map.deletion.state, 'broughtBack');
    await map.whenSaved();
    expect((await other.listMaps()).map(({ docId }) => docId)).toEqual([MAP_ID]);
    expect((await stored()).map.cards.cd_a).toBeDefined();
    await other.deleteMap(MAP_ID);
    await until(map.deletion.state, 'meanwhile');
    await other.restoreMap(MAP_ID);
    await until(map.deletion.state, 'none');
    await map.close();
  });

  it('S77 a map that is opened although it was deleted says so, and can be brought back; in memory too', async () => {
    const { workspace: onDisk, open } = await setUp();
    const inMemory = createMemoryWorkspace(null);
    await inMemory.createMap(smallMap());
    for (const workspace of [onDisk, inMemory]) {
      await workspace.deleteMap(MAP_ID);
      const map = await open({ workspace });
      await until(map.deletion.state, 'found');
      await map.deletion.restore();
      await until(map.deletion.state, 'none');
      expect(await workspace.listMaps()).toHaveLength(1);
      await map.close();
    }
  });

  it('S77 where a deleted map cannot be brought back it stays said, and the next edit tries again', async () => {
    const { workspace, open } = await setUp();
    let refusals = 1;
    const restoreMap = (id: string) => (refusals-- > 0 ? Promise.reject(new Error('full')) : workspace.restoreMap(id));
    await workspace.deleteMap(MAP_ID);
    const map = await open({ workspace: { ...workspace, restoreMap } });
    await until(map.deletion.state, 'found');
    map.editor.edit(card);
    await sleep(30);
    expect(map.deletion.state.get()).toBe('found');
    map.editor.edit(name('again'));
    await until(map.deletion.state, 'broughtBack');
    await map.close();
  });

  it('S45 a map that does not exist leaves nothing open', async () => {
    const { hub, workspace } = await setUp();
    await expect(
      openMap({ workspace, mapId: 'mp_none', createEditor: fakeEditor, page: undefined, localStorage: undefined }),
    ).rejects.toThrow();
    expect(hub.pending()).toBe(0);
  });
});
