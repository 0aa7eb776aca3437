import { describe, expect, it } from 'vitest';
import { createEditor } from '../../../src/editor/createEditor.ts';
import type { Patch } from '../../../src/model/patch.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import { openMap } from '../../../src/storage/openMap.ts';
import type { Workspace } from '../../../src/storage/workspace.ts';
import { fakeHub, MAP_ID, newBackend, smallMap } from './support.ts';

const timing = { quiet: 5, latest: 10, retryFirst: 10, retryMost: 40 };
const OTHER = 'mp_two';

async function twoMaps(workspace: Workspace) {
  await workspace.createMap(smallMap());
  await workspace.createMap(smallMap(OTHER, 'Other'));
  const open = (mapId: string) =>
    openMap({ workspace, mapId, createEditor, timing, page: undefined, unconfirmedMs: 50, settleMs: 20 });
  return { one: await open(MAP_ID), other: await open(OTHER), open };
}
type Opened = Awaited<ReturnType<typeof twoMaps>>['one'];

const onDisk = async () => openDiskWorkspace({ backend: newBackend(), openChannel: fakeHub(true).open });
const inMemory = async () => createMemoryWorkspace(new Error('refused'));

function use(map: Opened, entry: string): void {
  const id = map.editor.run('addTouchpoint', { stepId: 'sp_a', fields: { title: 'Uses it' } });
  map.editor.run('updateTouchpoint', { id, fields: { channels: [entry] } });
}
const channelsUsed = (map: Opened) =>
  Object.values(map.editor.documents().map.touchpoints).flatMap(({ channels }) => channels);

describe.each([
  ['on disk', onDisk],
  ['in memory', inMemory],
])('entries of the library %s', (_, make) => {
  it('S74 undoing a new channel that a closed map uses archives it, in memory as on disk', async () => {
    const workspace = await make();
    const { one, other, open } = await twoMaps(workspace);
    await other.close();
    const id = one.editor.run('addLibraryEntry', { table: 'channels', name: 'Booth' });
    await one.whenSaved();
    const again = await open(OTHER);
    use(again, id);
    await again.whenSaved();
    await again.close();
    // What an editor undoes may be hours old.
    one.editor.undo();
    await one.whenSaved();
    expect((await workspace.readLibrary()).channels[id]).toMatchObject({ name: 'Booth', archived: true });
    expect(one.editor.documents().library).toEqual((await workspace.load(MAP_ID)).documents.library);
    expect(one.status.get()).not.toBe('saving');
    expect(await one.close()).toBe(true);
    const last = await open(OTHER);
    expect(channelsUsed(last)).toEqual([id]);
    await last.close();
  });

  it('S74 one that nobody uses is deleted, and so is one that closing writes', async () => {
    const workspace = await make();
    const { one, other } = await twoMaps(workspace);
    await other.close();
    const id = one.editor.run('addLibraryEntry', { table: 'channels', name: 'Booth' });
    await one.whenSaved();
    one.editor.undo();
    expect(await one.close()).toBe(true);
    expect((await workspace.readLibrary()).channels).not.toHaveProperty(id);
  });

  it('S74 a deleted map still counts: it may be taken back', async () => {
    const workspace = await make();
    const { one, other, open } = await twoMaps(workspace);
    const id = one.editor.run('addPersona', { name: 'Mara' });
    await one.whenSaved();
    await other.close();
    const again = await open(OTHER);
    again.editor.run('addPersonaToMap', { personaId: id });
    await again.close();
    await workspace.deleteMap(OTHER);
    one.editor.undo();
    expect(await one.close(), 'closing writes what was put back').toBe(true);
    expect((await workspace.readLibrary()).personas[id]).toMatchObject({ name: 'Mara', archived: true });
  });
});

describe('entries of the library in open tabs', () => {
  it('S75 a tab whose map uses an entry that another tab deletes puts it back archived, everywhere', async () => {
    const workspace = await onDisk();
    const { one, other } = await twoMaps(workspace);
    const id = one.editor.run('addLibraryEntry', { table: 'channels', name: 'Booth' });
    await expect.poll(() => other.editor.documents().library.channels[id]).toBeDefined();
    use(other, id);
    one.editor.undo();
    const archived = () => [one, other].map(({ editor }) => editor.documents().library.channels[id]?.archived);
    await expect.poll(archived).toEqual([true, true]);
    await Promise.all([one.whenSaved(), other.whenSaved()]);
    expect(channelsUsed(other)).toEqual([id]);
    for (const { editor } of [one, other]) {
      expect(editor.documents().library.channels[id]).toMatchObject({ name: 'Booth', archived: true });
    }
    expect((await workspace.readLibrary()).channels[id]).toMatchObject({ archived: true });
    await one.close();
    await other.close();
  });

  it('S75 so does a map that is being opened while the deletion is under way', async () => {
    const workspace = await onDisk();
    const { one, other, open } = await twoMaps(workspace);
    const id = one.editor.run('addLibraryEntry', { table: 'channels', name: 'Booth' });
    await expect.poll(() => other.editor.documents().library.channels[id]).toBeDefined();
    use(other, id);
    await other.close();
    await one.whenSaved();
    const opening = open(OTHER);
    one.editor.undo();
    const opened = await opening;
    await expect.poll(() => one.editor.documents().library.channels[id]?.archived).toBe(true);
    await Promise.all([one.whenSaved(), opened.whenSaved()]);
    expect(channelsUsed(opened)).toEqual([id]);
    expect(one.editor.documents().library.channels[id]).toMatchObject({ archived: true });
    expect((await workspace.readLibrary()).channels[id]).toMatchObject({ archived: true });
    await one.close();
    await opened.close();
  });

  it('S76 undo archives an entry that another tab has used in the same map meanwhile', () => {
    const editor = createEditor({
      map: smallMap(),
      library: emptyLibraryTables(),
    });
    const id = editor.run('addLibraryEntry', { table: 'channels', name: 'Booth' });
    const foreign = createEditor(editor.documents());
    const touchpoint = foreign.run('addTouchpoint', { stepId: 'sp_a', fields: { title: 'Theirs', channels: [id] } });
    const theirs: Patch = {
      path: ['map', 'touchpoints', touchpoint],
      value: foreign.documents().map.touchpoints[touchpoint],
    };
    editor.applyForeign([theirs], 'tab');
    editor.undo();
    const { map, library } = editor.documents();
    expect(map.touchpoints[touchpoint]?.channels).toEqual([id]);
    expect(library.channels[id]).toMatchObject({ name: 'Booth', archived: true });
  });
});
