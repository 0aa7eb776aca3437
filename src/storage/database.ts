import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { DocKind } from '../model/tables.ts';
import { SCHEMA_VERSION } from '../model/tables.ts';

/** One record of one document. `record` is whatever the disk holds: it is parsed when it is loaded. */
export interface RecordRow {
  docId: string;
  id: string;
  table: string;
  record: unknown;
}
/** What the gallery shows of a document, so that listing reads no records. Times are ISO 8601 instants. */
export interface DocRow {
  docId: string;
  kind: DocKind;
  name: string;
  createdAt: string;
  openedAt: string;
  editedAt?: string;
  deletedAt?: string;
}
/** Bytes, not a Blob: Safari's private windows refuse Blobs in IndexedDB. */
export interface AssetRow {
  hash: string;
  mime: string;
  bytes: ArrayBuffer;
}
export interface MetaRow {
  key: string;
  value: unknown;
}

export interface Database extends Dexie {
  /** The schema version this code writes. */
  readonly codeVersion: number;
  readonly records: Table<RecordRow, [string, string]>;
  readonly docs: Table<DocRow, string>;
  readonly assets: Table<AssetRow, string>;
  readonly meta: Table<MetaRow, string>;
}

export interface DatabaseOptions {
  name?: string;
  codeVersion?: number;
  /** Another tab wants to upgrade or delete the database. What is awaited here is written before we let go. */
  onVersionChange?: () => Promise<void>;
  /** Another tab holds the database in an older form. Opening goes on by itself once that tab is gone. */
  onBlocked?: () => void;
  /** For tests: another IndexedDB. */
  backend?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
}

export const SCHEMA_KEY = 'schemaVersion';

/** How long a tab may hold up another's upgrade to write its last edits, in ms. */
const LAST_WRITE_MS = 1500;

/** The database was written by a newer version of the app; this one must not touch it. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/** Declares the database; Dexie opens it at the first use and again after the browser dropped the connection. */
export function openDatabase(options: DatabaseOptions = {}): Database {
  // The cache serves live queries optimistically, before a transaction is through; nothing here wants that.
  const dexie = new Dexie(options.name ?? 'desirepath', { cache: 'disabled', ...options.backend });
  // Without secondary indexes a save touches as little as possible. Only ever add to this list: code that is rolled
  // back would put a table that is gone back in.
  dexie.version(1).stores({ records: '[docId+id]', docs: 'docId', assets: 'hash', meta: 'key' });
  const db = Object.assign(dexie, { codeVersion: options.codeVersion ?? SCHEMA_VERSION }) as unknown as Database;
  db.on('versionchange', () => {
    const late = new Promise<void>((resolve) => setTimeout(resolve, LAST_WRITE_MS));
    const flushed = options.onVersionChange?.() ?? Promise.resolve();
    // A plain close forbids Dexie to open again by itself, which would bring old code to the new database.
    void Promise.race([flushed.catch(() => undefined), late]).then(() => db.close());
    return false;
  });
  db.on('blocked', () => options.onBlocked?.());
  return db;
}

/** The rows of one document. */
export function rowsOfDocument(db: Database, docId: string) {
  return db.records.where('[docId+id]').between([docId, Dexie.minKey], [docId, Dexie.maxKey], true, true);
}

/**
 * Runs `work` in one read-write transaction over `tables` and resolves when it is complete. Every write goes through
 * here: it throws `NewerSchemaError`, and nothing is written, when newer code has been at the database.
 */
export function writeTransaction<T>(db: Database, tables: Table[], work: () => Promise<T>): Promise<T> {
  return db.transaction('rw', [...new Set([...tables, db.meta as Table])], async () => {
    const version = await db.meta.get(SCHEMA_KEY);
    if (version !== undefined && (version.value as number) > db.codeVersion) {
      throw new NewerSchemaError(`The database has schema ${version.value}, this code knows ${db.codeVersion}.`);
    }
    return work();
  });
}
