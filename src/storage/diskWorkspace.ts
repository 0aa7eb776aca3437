import { liveQuery, type Table } from 'dexie';
import type { Patch } from '../model/patch.ts';
import { LIBRARY_ID } from '../model/tables.ts';
import { announce } from './announce.ts';
import type { CopyDirectory } from './copyDirectory.ts';
import { type CopyState, type CopyTiming, createCopyKeeper } from './copyKeeper.ts';
import { createCopyReader } from './copyReader.ts';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  rowsOfDocument,
  SCHEMA_KEY,
  writeTransaction,
} from './database.ts';
import { putEditStamps } from './editStamps.ts';
import { loadDocuments } from './loadDocuments.ts';
import { deletedMaps, liveMaps, rowsOfNewMap } from './mapRows.ts';
import type { Migration } from './migrations/migration.ts';
import { migrateDatabase } from './migrations.ts';
import { createLossWatch, createPersistenceKeeper, type StorageManagerPort } from './persistence.ts';
import { createReadable, type Readable } from './readable.ts';
import type { CopyContent } from './safetyCopies.ts';
import type { OpenChannel } from './tabMessage.ts';
import { MapExistsError, MapNotFoundError, type Workspace } from './workspace.ts';
import { writeDirty } from './writeDirty.ts';

export interface DiskWorkspaceOptions extends Omit<DatabaseOptions, 'onVersionChange'> {
  readonly openChannel?: OpenChannel | undefined;
  readonly storageManager?: StorageManagerPort | undefined;
  readonly localStorage?: Storage | undefined;
  readonly migrations?: readonly Migration[];
  /** How long tabs with older code are given to write their last edits before a migration, in ms. */
  readonly migrationGrace?: number;
  readonly now?: () => Date;
  /** The second store, for safety copies; without it there are none. */
  readonly openCopies?: (() => Promise<CopyDirectory>) | undefined;
  readonly copyTiming?: CopyTiming;
  /** Tells whether this window forgets everything once it is closed. Never rejects. */
  readonly askForgets?: (() => Promise<boolean>) | undefined;
}

const PURGE_AFTER_MS = 30 * 24 * 3600 * 1000;

/**
 * Opens the workspace on disk: migrates, and removes maps deleted more than 30 days ago. Rejects when the browser
 * refuses.
 */
export async function openDiskWorkspace(options: DiskWorkspaceOptions = {}): Promise<Workspace> {
  const closing = new Set<() => Promise<void>>();
  const closed = createReadable(false);
  const db = openDatabase({
    ...options,
    onVersionChange: async () => {
      await Promise.all([...closing].map((listener) => listener()));
      closed.set(true);
    },
  });
  try {
    return await startWorkspace(db, closed, closing, options);
  } catch (error) {
    db.close();
    throw error;
  }
}

async function startWorkspace(
  db: Database,
  closed: Readable<boolean>,
  closing: Set<() => Promise<void>>,
  options: DiskWorkspaceOptions,
): Promise<Workspace> {
  const { now = () => new Date(), openChannel } = options;
  await db.open();
  const found = await migrateDatabase(db, options.migrations, () => {
    announce(openChannel, db.codeVersion, '', []);
    return new Promise((resolve) => setTimeout(resolve, options.migrationGrace ?? 1000));
  });
  const newer = found !== null && found > db.codeVersion;
  const persistence = await createPersistenceKeeper(db, options.storageManager);
  const loss = await createLossWatch(db, options.localStorage);
  const docsTable = db.docs as Table;
  const bothTables = [db.records as Table, docsTable];
  if (!newer) await purge(db, new Date(now().getTime() - PURGE_AFTER_MS).toISOString());
  if ((await db.docs.count()) > 0) loss.remember();

  const forgets = createReadable(false);
  void options.askForgets?.().then(forgets.set);
  const copies =
    options.openCopies &&
    createCopyKeeper({
      openDirectory: options.openCopies,
      birth: loss.birth,
      read: () => readForCopy(db),
      readAsset: (hash) => db.assets.get(hash),
      timing: options.copyTiming,
    });
  /** Does `work`, and has a copy made of what it wrote once things are quiet. */
  const copied = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    copies?.changed();
    return result;
  };

  const updateDoc = async (
    mapId: string,
    changes: { deletedAt?: string | undefined; openedAt?: string; editedAt?: string },
  ) => {
    const write = writeTransaction(db, [docsTable], () => db.docs.where('docId').equals(mapId).modify(changes));
    // That a map was looked at is not worth a copy.
    const found = await ('deletedAt' in changes ? copied(write) : write);
    if (found === 0) throw new MapNotFoundError(mapId);
  };

  const workspace: Workspace = {
    kind: 'disk',
    refusal: null,
    standsIn: false,
    forgets,
    newer,
    lost: loss.lost,
    acknowledgeLoss: loss.acknowledge,
    closed,
    persistence: persistence.state,
    requestPersistence: persistence.request,
    openChannel,
    codeVersion: db.codeVersion,
    listMaps: async () => liveMaps(await db.docs.toArray()),
    listDeleted: async () => deletedMaps(await db.docs.toArray()),
    watchMaps(listener) {
      const watching = liveQuery(() => db.docs.toArray()).subscribe((docs) => listener(liveMaps(docs)));
      return () => watching.unsubscribe();
    },
    watchMap(mapId, listener) {
      const watching = liveQuery(() => db.docs.get(mapId)).subscribe(listener);
      return () => watching.unsubscribe();
    },
    async createMap(map, library = {}) {
      const { doc, mapRows, libraryRows } = rowsOfNewMap(map, library, now().toISOString());
      const work = writeTransaction(db, bothTables, async () => {
        const taken = (await db.docs.get(doc.docId)) ?? (await rowsOfDocument(db, doc.docId).first());
        if (taken !== undefined) throw new MapExistsError(doc.docId);
        const known = await db.records.bulkGet(libraryRows.map((row): [string, string] => [row.docId, row.id]));
        const fresh = libraryRows.filter((_, index) => known[index] === undefined);
        await db.docs.add(doc);
        await db.records.bulkAdd([...mapRows, ...fresh]);
        return fresh;
      });
      const added = await copied(work);
      loss.remember();
      const patches = added.map((row): Patch => ({ path: ['library', row.table, row.id], value: row.record }));
      if (patches.length > 0) announce(openChannel, db.codeVersion, doc.docId, patches);
      return doc;
    },
    async renameMap(mapId, name) {
      const work = writeTransaction(db, bothTables, async () => {
        const row = await db.records.get([mapId, mapId]);
        if (row === undefined || (await db.docs.update(mapId, { name })) === 0) throw new MapNotFoundError(mapId);
        await db.records.put({ ...row, record: { ...(row.record as object), name } });
      });
      await copied(work);
      announce(openChannel, db.codeVersion, mapId, [{ path: ['map', 'map', mapId, 'name'], value: name }]);
    },
    async duplicateMap(mapId, copy) {
      return workspace.createMap(copy((await workspace.load(mapId)).documents.map));
    },
    deleteMap: (mapId) => updateDoc(mapId, { deletedAt: now().toISOString() }),
    restoreMap: (mapId) => updateDoc(mapId, { deletedAt: undefined }),
    async readLibrary() {
      return loadDocuments('mp_none', [], await rowsOfDocument(db, LIBRARY_ID).toArray()).documents.library;
    },
    readAll: () =>
      db.transaction('r', [...bothTables, db.assets as Table, db.meta as Table], async () => ({
        schemaVersion: (await db.meta.get(SCHEMA_KEY))?.value as number,
        docs: await db.docs.toArray(),
        records: await db.records.toArray(),
        assets: await db.assets.toArray(),
      })),
    async putAsset(bytes, claimed) {
      const { makeAsset } = await import('../model/assets.ts');
      const { id, mime } = makeAsset(bytes, claimed);
      const assets = db.assets as Table;
      await copied(
        writeTransaction(db, [assets], async () => {
          if ((await db.assets.get(id)) === undefined) await assets.add({ hash: id, mime, bytes });
        }),
      );
      return id;
    },
    async getAsset(hash) {
      const row = await db.assets.get(hash);
      return row === undefined ? null : { mime: row.mime, bytes: row.bytes };
    },
    space: persistence.space,
    copying: copies?.state ?? createReadable<CopyState>({ savedAt: null, failure: null }),
    ...createCopyReader(options.openCopies, loss.birth),
    async load(mapId, arrived) {
      // One transaction: a commit that spans both documents is in both or in neither.
      const [doc, mapRows, libraryRows] = await db.transaction(
        'r',
        bothTables,
        async () =>
          [
            await db.docs.get(mapId),
            await rowsOfDocument(db, mapId).toArray(),
            await rowsOfDocument(db, LIBRARY_ID).toArray(),
          ] as const,
      );
      if (doc === undefined && mapRows.length === 0) throw new MapNotFoundError(mapId);
      return loadDocuments(mapId, mapRows, libraryRows, arrived?.());
    },
    write: (batch) => copied(writeDirty(db, batch)),
    touch: (mapId, times) => updateDoc(mapId, times),
    onClosing(listener) {
      closing.add(listener);
      return () => void closing.delete(listener);
    },
    close() {
      copies?.stop();
      db.close();
    },
  };
  void putEditStamps(options.localStorage, workspace.touch);
  return workspace;
}

function readForCopy(db: Database): Promise<CopyContent> {
  const tables = [db.records as Table, db.docs as Table, db.assets as Table, db.meta as Table];
  return db.transaction('r', tables, async () => ({
    schemaVersion: (await db.meta.get(SCHEMA_KEY))?.value as number,
    docs: await db.docs.toArray(),
    records: await db.records.toArray(),
    assets: await db.assets.toCollection().primaryKeys(),
  }));
}

/** Removes maps deleted before an instant, each by one range: deleting row by row takes seconds. */
async function purge(db: Database, before: string): Promise<void> {
  const due = deletedMaps(await db.docs.toArray()).filter((doc) => (doc.deletedAt as string) < before);
  for (const { docId } of due) {
    await writeTransaction(db, [db.records as Table, db.docs as Table], async () => {
      await rowsOfDocument(db, docId).delete();
      await db.docs.delete(docId);
    });
  }
}
