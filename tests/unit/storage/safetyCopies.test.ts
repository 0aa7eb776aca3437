import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { enWorkspace } from '../../../src/app/locales/enWorkspace.ts';
import { restoreCopy } from '../../../src/app/restoreCopy.ts';
import { mapRecord } from '../../../src/model/tables.ts';
import type { CopyTiming } from '../../../src/storage/copyKeeper.ts';
import { type DiskWorkspaceOptions, openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import { openMap } from '../../../src/storage/openMap.ts';
import { UnopenedError, type Workspace } from '../../../src/storage/workspace.ts';
import { fakeCopyDirectory } from './fakeCopyDirectory.ts';
import { cardRecord, channelRecord, fakeEditor, fakeStorage, MAP_ID, newBackend, sleep, smallMap } from './support.ts';

const timing: CopyTiming = { first: 5, firstLatest: 20, quiet: 5, latest: 20, every: 0 };
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]).buffer;

const opened: Workspace[] = [];
afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.close();
});

function setUp() {
  const directory = fakeCopyDirectory();
  const localStorage = fakeStorage();
  const open = async (options: DiskWorkspaceOptions = {}) => {
    const workspace = await openDiskWorkspace({
      backend: newBackend(),
      localStorage,
      openCopies: async () => directory,
      copyTiming: timing,
      ...options,
    });
    opened.push(workspace);
    return workspace;
  };
  /** Those written to their end. */
  const copies = () =>
    [...directory.files].flatMap(([name, { size }]) => (name.startsWith('copy_') && size > 0 ? name : [])).sort();
  return { directory, open, copies };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !isSo(); turn++) await sleep(5);
  expect(isSo()).toBe(true);
}

describe('safety copies', () => {
  it('S80 what was lost with the database is brought back from the copy, with library and pictures', async () => {
    const { open, copies } = setUp();
    const first = await open();
    await first.createMap(smallMap(), { channels: { ch_a: channelRecord('ch_a', 'Booth') } });
    const hash = await first.putAsset(png, 'image/png');
    await until(() => first.copying.get().savedAt !== null && copies().length > 0);
    const map = await openMap({ workspace: first, mapId: MAP_ID, createEditor: fakeEditor, page: undefined });
    map.editor.edit({ path: ['map', 'cards', 'cd_a'], value: cardRecord('cd_a', 'the last word') });
    await map.whenSaved();
    const before = copies().length;
    await until(() => copies().length > before);
    const { documents } = await first.load(MAP_ID);
    expect(await first.lostCopies(), 'what is there is not lost').toEqual([]);
    await map.close();
    first.close();

    const second = await open();
    expect(second.lost.get()).toBe(true);
    const [newest] = await second.lostCopies();
    expect(newest?.maps).toBe(1);
    expect(await restoreCopy(second, newest?.name ?? '')).toBe(1);
    expect((await second.load(MAP_ID)).documents).toEqual(documents);
    expect((await second.getAsset(hash))?.mime).toBe('image/png');
  });

  it('S81 restoring replaces nothing: a map whose id is taken becomes a copy', async () => {
    const { open, copies } = setUp();
    await (await open()).createMap(smallMap());
    await until(() => copies().length === 1);
    const second = await open();
    await second.createMap(smallMap(MAP_ID, 'Mine'));
    const name = (await second.lostCopies())[0]?.name ?? '';
    await restoreCopy(second, name);
    await restoreCopy(second, name);
    expect((await second.listMaps()).map((map) => map.name).sort()).toEqual(['Loan', 'Loan', 'Mine']);
    expect(mapRecord((await second.load(MAP_ID)).documents.map).name).toBe('Mine');
  });

  it('S80 a copy that is damaged, newer or gone is spoken of in the words of the interface, and nothing is stored', async () => {
    await i18next.init({ lng: 'en', resources: { en: { translation: enWorkspace } } });
    const { directory, open } = setUp();
    const workspace = await open();
    const names = ['copy_1_1_a.json', 'copy_2_1_a.json', 'copy_3_1_a.json'];
    directory.files.set(names[0] ?? '', new Blob(['{"schemaVersion":1,"docs":[']));
    directory.files.set(names[1] ?? '', new Blob(['{"schemaVersion":999,"docs":[],"records":[],"assets":[]}']));
    const said = names.map((name) => restoreCopy(workspace, name).catch((error: Error) => error.message));
    expect(await Promise.all(said)).toEqual([
      'This safety copy cannot be read. Import a backup file instead, if there is one.',
      'This safety copy was made by a newer version of Desirepath. Reload the page to get that version.',
      'This safety copy cannot be read. Import a backup file instead, if there is one.',
    ]);
    expect(await workspace.listMaps()).toEqual([]);
  });

  it('S82 the last few copies are kept, and those of a lost database whatever is copied now', async () => {
    const { open, copies } = setUp();
    await (await open()).createMap(smallMap());
    await until(() => copies().length === 1);
    const [lost] = copies();
    const second = await open();
    for (let turn = 0; turn < 7; turn++) {
      const at = second.copying.get().savedAt;
      await second.createMap(smallMap(`mp_${turn}`));
      await until(() => second.copying.get().savedAt !== at);
      await sleep(2);
    }
    await until(() => copies().length === 5);
    expect(copies()).toContain(lost);
    expect((await second.lostCopies()).map(({ name }) => name)).toEqual([lost]);
  });

  it('S83 a copy that fails is noted, harms no save and is made after the next change', async () => {
    const { directory, open, copies } = setUp();
    const workspace = await open();
    directory.fail = new DOMException('full', 'QuotaExceededError');
    await workspace.createMap(smallMap());
    await until(() => workspace.copying.get().failure !== null);
    expect(await workspace.listMaps()).toHaveLength(1);
    expect([...directory.files.keys()], 'nothing half').toEqual([]);
    directory.fail = undefined;
    await workspace.renameMap(MAP_ID, 'Other');
    await until(() => copies().length === 1);
    expect(workspace.copying.get().failure).toBeNull();
  });

  it('S83 a burst of saves makes one copy, and no copy is made of a map that is only looked at', async () => {
    const { open, copies } = setUp();
    const workspace = await open({ copyTiming: { first: 300, firstLatest: 5000, quiet: 300, latest: 5000, every: 0 } });
    await workspace.createMap(smallMap());
    for (let turn = 0; turn < 5; turn++) await workspace.renameMap(MAP_ID, `Name ${turn}`);
    await until(() => copies().length === 1);
    await workspace.touch(MAP_ID, { openedAt: new Date().toISOString() });
    await sleep(500);
    expect(copies()).toHaveLength(1);
  });

  it('S83 what one window has just copied no other copies again', async () => {
    const { open, copies } = setUp();
    const backend = newBackend();
    const slow = { first: 600, firstLatest: 600, quiet: 600, latest: 600, every: 0 };
    const second = await open({ backend, copyTiming: slow });
    const first = await open({ backend });
    await second.createMap(smallMap());
    await first.renameMap(MAP_ID, 'Other');
    await until(() => second.copying.get().savedAt !== null);
    expect(copies()).toHaveLength(1);
    expect(second.copying.get()).toEqual(first.copying.get());
    await second.renameMap(MAP_ID, 'A third name');
    await until(() => copies().length === 2);
  });

  it('S83 a second store that is missing, refuses or holds rubbish offers nothing', async () => {
    const { directory, open } = setUp();
    expect(await (await open({ openCopies: undefined })).lostCopies()).toEqual([]);
    const refusing = await open({ openCopies: () => Promise.reject(new DOMException('no', 'SecurityError')) });
    expect(await refusing.lostCopies()).toEqual([]);
    directory.files.set('copy_1_1_x.json', new Blob(['{"half":']));
    directory.files.set('copy_2_1_x.json', new Blob(['[]']));
    directory.files.set('notes.txt', new Blob(['?']));
    const workspace = await open();
    expect(await workspace.lostCopies()).toHaveLength(2);
    await expect(restoreCopy(workspace, 'copy_1_1_x.json')).rejects.toThrow('cannot be read');
    await expect(restoreCopy(workspace, 'copy_2_1_x.json')).rejects.toThrow('cannot be read');
    expect(await workspace.listMaps()).toEqual([]);
  });

  it('S80 a copy of an older schema is brought to today’s, one of a newer is refused in words', async () => {
    const { directory, open } = setUp();
    const row = (record: { id: string }, table: string) => ({ docId: MAP_ID, id: record.id, table, record });
    const { map, stages, steps } = smallMap();
    const { kindWeights: _, sentimentScale: __, ...oldMap } = map[MAP_ID] as (typeof map)[string];
    const content = {
      schemaVersion: 1,
      docs: [{ docId: MAP_ID, kind: 'map', name: 'Old', createdAt: '', openedAt: '' }],
      records: [row(oldMap, 'map'), row(stages.st_a as never, 'stages'), row(steps.sp_a as never, 'steps')],
      assets: [],
    };
    directory.files.set('copy_1_1_x.json', new Blob([JSON.stringify(content)]));
    directory.files.set('copy_2_1_x.json', new Blob([JSON.stringify({ ...content, schemaVersion: 99 })]));
    const workspace = await open();
    await restoreCopy(workspace, 'copy_1_1_x.json');
    expect(mapRecord((await workspace.load(MAP_ID)).documents.map).kindWeights).toBeDefined();
    await expect(restoreCopy(workspace, 'copy_2_1_x.json')).rejects.toThrow('newer version');
  });

  it('S80 a workspace in memory that stands in brings back what the copies hold', async () => {
    const { directory, open, copies } = setUp();
    await (await open()).createMap(smallMap());
    await until(() => copies().length === 1);
    const memory = createMemoryWorkspace(new UnopenedError('broken'), undefined, async () => directory);
    expect(await restoreCopy(memory, (await memory.lostCopies())[0]?.name ?? '')).toBe(1);
    expect(await memory.listMaps()).toHaveLength(1);
  });
});
