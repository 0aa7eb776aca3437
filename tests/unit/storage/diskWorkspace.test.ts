// Live queries look for a global IDBKeyRange.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { SCHEMA_VERSION } from '../../../src/model/tables.ts';
import { openDatabase, type RecordRow, SCHEMA_KEY, writeTransaction } from '../../../src/storage/database.ts';
import { type DiskWorkspaceOptions, openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import type { Migration } from '../../../src/storage/migrations/migration.ts';
import { openWorkspace } from '../../../src/storage/openWorkspace.ts';
import type { Workspace } from '../../../src/storage/workspace.ts';
import { cardRecord, channelRecord, fakeHub, fakeStorage, MAP_ID, newBackend, sleep, smallMap } from './support.ts';

const open = (options: DiskWorkspaceOptions = {}) => openDiskWorkspace({ backend: newBackend(), ...options });
const copyOf = () => smallMap('mp_copy', 'Copy');

/** What both kinds of workspace must do alike. */
const kinds: [string, () => Promise<Workspace>][] = [
  ['on disk', () => open()],
  ['in memory', async () => createMemoryWorkspace(new Error('refused'))],
];
describe.each(kinds)('a workspace %s', (_, make) => {
  it('S40 stores a new map and reads it back', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap(), { channels: { ch_a: channelRecord('ch_a', 'Shop') as never } });
    const { documents, notes } = await workspace.load(MAP_ID);
    expect(documents.map).toEqual(smallMap());
    expect(documents.library.channels.ch_a?.name).toBe('Shop');
    expect(notes).toEqual([]);
    expect(await workspace.listMaps()).toMatchObject([
      { docId: MAP_ID, name: 'Loan', createdAt: '2026-01-02T03:04:05.000Z' },
    ]);
  });

  it('S92 keeps a picture once under its hash, and refuses what is none', async () => {
    const workspace = await make();
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).buffer;
    const hash = await workspace.putAsset(bytes, 'image/png');
    expect(await workspace.putAsset(bytes.slice(0), 'image/png')).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await workspace.getAsset(hash)).toMatchObject({ mime: 'image/png' });
    expect(new Uint8Array((await workspace.getAsset(hash))?.bytes ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array(bytes),
    );
    expect((await workspace.readAll()).assets).toHaveLength(1);
    expect(await workspace.getAsset('0'.repeat(64))).toBeNull();
    await expect(workspace.putAsset(new ArrayBuffer(4), 'image/png')).rejects.toThrow('PNG, JPEG or WebP');
  });

  it('S41 a map never overwrites another, and a library record never one that is there', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap(), { channels: { ch_a: channelRecord('ch_a', 'Mine') as never } });
    await expect(workspace.createMap(smallMap(MAP_ID, 'Sample'))).rejects.toThrow();
    await workspace.createMap(smallMap('mp_two'), { channels: { ch_a: channelRecord('ch_a', 'Template') as never } });
    expect((await workspace.load(MAP_ID)).documents.map.map[MAP_ID]?.name).toBe('Loan');
    expect((await workspace.readLibrary()).channels.ch_a?.name).toBe('Mine');
  });

  it('S42 renames a map in the list and in the map', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap());
    await workspace.renameMap(MAP_ID, 'Mortgage');
    expect((await workspace.listMaps())[0]?.name).toBe('Mortgage');
    expect((await workspace.load(MAP_ID)).documents.map.map[MAP_ID]?.name).toBe('Mortgage');
    await expect(workspace.renameMap('mp_none', 'x')).rejects.toThrow();
  });

  it('S43 deleting moves a map to the deleted ones, and can be taken back', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap());
    await workspace.deleteMap(MAP_ID);
    expect(await workspace.listMaps()).toEqual([]);
    expect(await workspace.listDeleted()).toHaveLength(1);
    await workspace.restoreMap(MAP_ID);
    expect((await workspace.listMaps())[0]).not.toHaveProperty('deletedAt');
    expect((await workspace.load(MAP_ID)).documents.map).toEqual(smallMap());
  });

  it('S44 duplicates a map under the ids its caller gives', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap());
    await workspace.duplicateMap(MAP_ID, copyOf);
    expect((await workspace.listMaps()).map((doc) => doc.docId).sort()).toEqual(['mp_copy', MAP_ID]);
  });

  it('S45 a map that does not exist is an error, never an empty map', async () => {
    await expect((await make()).load('mp_none')).rejects.toThrow('mp_none');
  });

  it('S46 the list is watched', async () => {
    const workspace = await make();
    const seen: number[] = [];
    const stop = workspace.watchMaps((maps) => seen.push(maps.length));
    await expect.poll(() => seen).toEqual([0]);
    await workspace.createMap(smallMap());
    await expect.poll(() => seen.at(-1)).toBe(1);
    stop();
    await workspace.createMap(smallMap('mp_two'));
    await sleep(20);
    expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
  });

  it('S47 a backup has everything, deleted maps too', async () => {
    const workspace = await make();
    await workspace.createMap(smallMap(), { channels: { ch_a: channelRecord('ch_a') as never } });
    await workspace.deleteMap(MAP_ID);
    const backup = await workspace.readAll();
    expect(backup.schemaVersion).toBe(SCHEMA_VERSION);
    expect(backup.docs).toHaveLength(1);
    expect(backup.records.map((row) => row.id).sort()).toEqual(['ch_a', 'la_a', MAP_ID, 'sp_a', 'st_a']);
  });
});

/** The schema after today's. */
const NEXT = SCHEMA_VERSION + 1;

describe('the workspace on disk', () => {
  it('S48 maps deleted more than 30 days ago are removed at the next start, others are not', async () => {
    const backend = newBackend();
    const start = new Date('2026-03-01T00:00:00Z').getTime();
    const at = (days: number) => openDiskWorkspace({ backend, now: () => new Date(start + days * 86_400_000) });
    const first = await at(0);
    await first.createMap(smallMap());
    await first.createMap(smallMap('mp_two'));
    await first.deleteMap(MAP_ID);
    first.close();
    const second = await at(29);
    expect(await second.listDeleted()).toHaveLength(1);
    second.close();
    const third = await at(31);
    expect((await third.readAll()).records.every((row) => row.docId === 'mp_two')).toBe(true);
    expect(await third.listDeleted()).toEqual([]);
  });

  it('S49 rows that cannot be read, and rows of unknown tables, stay on disk', async () => {
    const backend = newBackend();
    const workspace = await open({ backend });
    await workspace.createMap(smallMap());
    const db = openDatabase({ backend });
    await db.records.bulkPut([
      { docId: MAP_ID, id: 'cd_bad', table: 'cards', record: { id: 'cd_bad', text: 7 } },
      { docId: MAP_ID, id: '__proto__', table: 'cards', record: { id: '__proto__' } },
      { docId: MAP_ID, id: 'xx_a', table: 'holograms', record: { id: 'xx_a' } },
      { docId: MAP_ID, id: 'cd_lost', table: 'cards', record: { ...cardRecord('cd_lost'), stepId: 'sp_gone' } },
    ]);
    const loaded = await workspace.load(MAP_ID);
    expect(Object.keys(loaded.documents.map.cards)).toEqual(['cd_lost']);
    expect(loaded.unknownRows).toBe(1);
    expect(loaded.notes.map((note) => note.code).sort()).toEqual(['cardMoved', 'recordRefused', 'recordRefused']);
    expect(loaded.repairPatches).toEqual([{ path: ['map', 'cards', 'cd_lost', 'stepId'], value: 'sp_a' }]);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });

  it('S50 opens again by itself after the browser dropped the connection', async () => {
    const backend = newBackend();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const db = openDatabase({ backend });
    for (let i = 0; i < 20; i++) {
      await writeTransaction(db, [db.records], () =>
        db.records.put({ docId: 'd', id: `r${i}`, table: 't', record: i }),
      );
      (db.backendDB() as IDBDatabase).close();
    }
    expect(await db.records.count()).toBe(20);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });

  it('S51 code older than the database writes nothing, whatever it tries', async () => {
    const backend = newBackend();
    const workspace = await open({ backend });
    await workspace.createMap(smallMap());
    const db = openDatabase({ backend });
    await db.meta.put({ key: SCHEMA_KEY, value: SCHEMA_VERSION + 1 });
    const before = await db.records.toArray();
    await expect(workspace.renameMap(MAP_ID, 'x')).rejects.toMatchObject({ name: 'NewerSchemaError' });
    await expect(workspace.createMap(smallMap('mp_two'))).rejects.toMatchObject({ name: 'NewerSchemaError' });
    await expect(workspace.deleteMap(MAP_ID)).rejects.toMatchObject({ name: 'NewerSchemaError' });
    expect(await db.records.toArray()).toEqual(before);
    const rolledBack = await open({ backend });
    expect(rolledBack.newer).toBe(true);
    expect((await rolledBack.load(MAP_ID)).documents.map).toEqual(smallMap());
    expect(await db.records.toArray()).toEqual(before);
  });

  it('S52 an upgrade by another tab waits for the last write; then this tab is closed and stays so', async () => {
    const backend = newBackend();
    const workspace = await open({ backend });
    const order: string[] = [];
    workspace.onClosing(async () => {
      await workspace.createMap(smallMap());
      order.push('written');
    });
    await new Promise<void>((resolve) => {
      const request = backend.indexedDB.open('desirepath', 999);
      request.onsuccess = () => {
        order.push('upgraded');
        request.result.close();
        resolve();
      };
    });
    expect(order).toEqual(['written', 'upgraded']);
    expect(workspace.closed.get()).toBe(true);
    await expect(workspace.listMaps()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
  });
});

describe('migrations', () => {
  const rename: Migration = {
    to: NEXT,
    migrate: (kind, rows) =>
      rows
        .filter((row) => row.id !== 'la_a')
        .map(
          (row): RecordRow =>
            kind === 'map' && row.table === 'stages'
              ? { ...row, record: { ...(row.record as object), name: 'New' } }
              : row,
        ),
  };

  it('S53 bring every document to the new version in one transaction, once', async () => {
    const backend = newBackend();
    const old = await open({ backend });
    await old.createMap(smallMap(), { channels: { ch_a: channelRecord('ch_a') as never } });
    old.close();
    const hub = fakeHub();
    const options = { backend, codeVersion: NEXT, migrations: [rename], migrationGrace: 0, openChannel: hub.open };
    const workspace = await open(options);
    const { documents } = await workspace.load(MAP_ID);
    expect(documents.map.stages.st_a?.name).toBe('New');
    expect(documents.map.lanes).toEqual({});
    expect(documents.library.channels).toHaveProperty('ch_a');
    expect(hub.log[0]).toMatchObject({ schema: NEXT });
    await workspace.renameMap(MAP_ID, 'Still works');
    workspace.close();
    const again = await open({ ...options, migrations: [] });
    expect((await again.readAll()).schemaVersion).toBe(NEXT);
  });

  it('S53 that fail leave the database as it was', async () => {
    const backend = newBackend();
    const old = await open({ backend });
    await old.createMap(smallMap());
    const before = await old.readAll();
    const broken: Migration = {
      to: NEXT,
      migrate: (kind, rows) => {
        if (kind === 'map') throw new Error('bug');
        return [...rows];
      },
    };
    await expect(open({ backend, codeVersion: NEXT, migrations: [broken], migrationGrace: 0 })).rejects.toThrow('bug');
    await expect(open({ backend, codeVersion: NEXT + 1, migrations: [rename], migrationGrace: 0 })).rejects.toThrow(
      'no migration',
    );
    expect(await old.readAll()).toEqual(before);
  });
});

describe('loss', () => {
  it('S54 a database that is gone while its mark remains is reported until that is acknowledged', async () => {
    const localStorage = fakeStorage();
    const first = await open({ localStorage });
    expect(first.lost.get()).toBe(false);
    await first.createMap(smallMap());
    const backend = newBackend();
    expect((await open({ backend, localStorage })).lost.get()).toBe(true);
    const again = await open({ backend, localStorage });
    expect(again.lost.get()).toBe(true);
    again.acknowledgeLoss();
    expect((await open({ backend, localStorage })).lost.get()).toBe(false);
  });

  it('S54 a first visit, and an empty database that is cleared, are no loss', async () => {
    const localStorage = fakeStorage();
    expect((await open({ localStorage })).lost.get()).toBe(false);
    expect((await open({ localStorage })).lost.get()).toBe(false);
  });

  it('S55 the browser is asked to keep the data once, ever, and its answer is kept', async () => {
    const backend = newBackend();
    let asked = 0;
    const storageManager = {
      persist: async () => {
        asked++;
        return false;
      },
      persisted: async () => false,
      estimate: async () => ({ usage: 3, quota: 9 }),
    };
    const workspace = await open({ backend, storageManager });
    expect(workspace.persistence.get()).toBe('unknown');
    await Promise.all([workspace.requestPersistence(), workspace.requestPersistence()]);
    expect(workspace.persistence.get()).toBe('denied');
    const again = await open({ backend, storageManager });
    await again.requestPersistence();
    expect(again.persistence.get()).toBe('denied');
    expect(asked).toBe(1);
    expect(await again.space()).toEqual({ used: 3, quota: 9 });
  });

  it('S56 a browser that refuses the database gives a workspace in memory that says why', async () => {
    const indexedDB = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const workspace = await openWorkspace({ backend: { indexedDB, IDBKeyRange } });
    expect(workspace.kind).toBe('memory');
    expect(String(workspace.refusal)).toContain('denied');
  });
});
