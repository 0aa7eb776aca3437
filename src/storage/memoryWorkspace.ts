import { LIBRARY_ID, SCHEMA_VERSION } from '../model/tables.ts';
import type { CopyDirectory } from './copyDirectory.ts';
import type { CopyState } from './copyKeeper.ts';
import { createCopyReader } from './copyReader.ts';
import type { AssetRow, DocRow, RecordRow } from './database.ts';
import { loadDocuments } from './loadDocuments.ts';
import { deletedMaps, liveMaps, rowsOfNewMap } from './mapRows.ts';
import { createReadable } from './readable.ts';
import { MapExistsError, MapNotFoundError, UnopenedError, type Workspace } from './workspace.ts';
import { docIdOf, keptEntries, nextRow, patchesOfRows, writtenName } from './writeDirty.ts';

/**
 * The workspace where the browser refuses a database: everything works and nothing outlives the page. `refusal` is what
 * the browser said, an `UnopenedError` where it stands in for maps that are there. Tabs do not hear of each other: each has its own maps.
 */
export function createMemoryWorkspace(
  refusal: unknown,
  now: () => Date = () => new Date(),
  openCopies?: () => Promise<CopyDirectory>,
): Workspace {
  const docs = new Map<string, DocRow>();
  const documents = new Map<string, Map<string, RecordRow>>();
  const assets = new Map<string, AssetRow>();
  const changed = createReadable(0);

  const rowsOf = (docId: string): Map<string, RecordRow> => {
    const rows = documents.get(docId) ?? new Map<string, RecordRow>();
    documents.set(docId, rows);
    return rows;
  };
  const updateDoc = async (mapId: string, changes: Partial<DocRow>): Promise<void> => {
    const doc = docs.get(mapId);
    if (doc === undefined) throw new MapNotFoundError(mapId);
    const { deletedAt, ...rest } = { ...doc, ...changes };
    docs.set(mapId, deletedAt === undefined ? rest : { ...rest, deletedAt });
    changed.set(changed.get() + 1);
  };
  const listMaps = async () => liveMaps([...docs.values()]);

  const workspace: Workspace = {
    kind: 'memory',
    refusal,
    standsIn: refusal instanceof UnopenedError,
    forgets: createReadable(false),
    newer: false,
    lost: createReadable(false),
    acknowledgeLoss: () => undefined,
    closed: createReadable(false),
    persistence: createReadable('unavailable'),
    requestPersistence: async () => undefined,
    openChannel: undefined,
    codeVersion: SCHEMA_VERSION,
    listMaps,
    listDeleted: async () => deletedMaps([...docs.values()]),
    watchMaps(listener) {
      const tell = () => void listMaps().then(listener);
      tell();
      return changed.subscribe(tell);
    },
    watchMap(mapId, listener) {
      listener(docs.get(mapId));
      return changed.subscribe(() => listener(docs.get(mapId)));
    },
    async createMap(map, library = {}) {
      const { doc, mapRows, libraryRows } = rowsOfNewMap(map, library, now().toISOString());
      if (docs.has(doc.docId)) throw new MapExistsError(doc.docId);
      docs.set(doc.docId, doc);
      for (const row of mapRows) rowsOf(doc.docId).set(row.id, row);
      for (const row of libraryRows) if (!rowsOf(LIBRARY_ID).has(row.id)) rowsOf(LIBRARY_ID).set(row.id, row);
      changed.set(changed.get() + 1);
      return doc;
    },
    async renameMap(mapId, name) {
      await updateDoc(mapId, { name });
      const row = rowsOf(mapId).get(mapId);
      if (row !== undefined) rowsOf(mapId).set(mapId, { ...row, record: { ...(row.record as object), name } });
    },
    async duplicateMap(mapId, copy) {
      return workspace.createMap(copy((await workspace.load(mapId)).documents.map));
    },
    deleteMap: (mapId) => updateDoc(mapId, { deletedAt: now().toISOString() }),
    restoreMap: (mapId) => updateDoc(mapId, { deletedAt: undefined }),
    async readLibrary() {
      return loadDocuments('mp_none', [], [...rowsOf(LIBRARY_ID).values()]).documents.library;
    },
    readAll: async () => ({
      schemaVersion: SCHEMA_VERSION,
      docs: [...docs.values()],
      records: [...documents.values()].flatMap((rows) => [...rows.values()]),
      assets: [...assets.values()],
    }),
    async putAsset(bytes, claimed) {
      const { makeAsset } = await import('../model/assets.ts');
      const { id, mime } = makeAsset(bytes, claimed);
      assets.set(id, { hash: id, mime, bytes: bytes.slice(0) });
      return id;
    },
    getAsset: async (hash) => assets.get(hash) ?? null,
    space: async () => null,
    copying: createReadable<CopyState>({ savedAt: null, failure: null }),
    ...createCopyReader(openCopies, null),
    async load(mapId) {
      if (!docs.has(mapId)) throw new MapNotFoundError(mapId);
      return loadDocuments(mapId, [...rowsOf(mapId).values()], [...rowsOf(LIBRARY_ID).values()]);
    },
    async write(batch) {
      const deleted: RecordRow[] = [];
      for (const dirty of batch.dirty) {
        const rows = rowsOf(docIdOf(batch, dirty));
        const row = nextRow(batch, dirty, rows.get(dirty.id));
        const existing = rows.get(dirty.id);
        if (row === 'delete') {
          rows.delete(dirty.id);
          if (dirty.doc === 'library' && existing !== undefined) deleted.push(existing);
        } else if (row !== 'skip') rows.set(dirty.id, row);
      }
      const name = writtenName(batch);
      if (name !== undefined) await updateDoc(batch.mapId, { name });
      const kept = keptEntries(
        deleted,
        [...documents.values()].flatMap((rows) => [...rows.values()]),
      );
      for (const row of kept) rowsOf(LIBRARY_ID).set(row.id, row);
      return { rows: batch.dirty.length, kept: patchesOfRows(kept) };
    },
    touch: updateDoc,
    onClosing: () => () => undefined,
    close: () => undefined,
  };
  return workspace;
}
