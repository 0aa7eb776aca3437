import type { Patch } from '../model/patch.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';
import type { CopyState } from './copyKeeper.ts';
import type { AssetRow, DocRow, RecordRow } from './database.ts';
import type { LoadedDocuments } from './loadDocuments.ts';
import type { Readable } from './readable.ts';
import type { CopiedWorkspace, SafetyCopy } from './safetyCopies.ts';
import type { OpenChannel } from './tabMessage.ts';
import type { WriteBatch, Written } from './writeDirty.ts';

/** Everything there is, for a backup file. Rows are as they lie on disk, deleted maps and unknown tables included. */
export interface Backup {
  readonly schemaVersion: number;
  readonly docs: readonly DocRow[];
  readonly records: readonly RecordRow[];
  readonly assets: readonly AssetRow[];
}

/** Whether the browser promised to keep the data when the disk runs full: `unknown` before it was asked. */
export type Persistence = 'unknown' | 'granted' | 'denied' | 'unavailable';

/** Bytes, as the browser estimates them. */
export interface Space {
  readonly used: number;
  readonly quota: number;
}

/** No document has this id. */
export class MapNotFoundError extends Error {
  override readonly name = 'MapNotFoundError';
}
/** A map would have overwritten another one. */
export class MapExistsError extends Error {
  override readonly name = 'MapExistsError';
}

/** The maps of this browser are there as far as is known, but cannot be opened; `cause` is what the browser said. */
export class UnopenedError extends Error {
  override readonly name = 'UnopenedError';
  constructor(cause: unknown) {
    super(`The maps of this browser could not be opened: ${String(cause)}`, { cause });
  }
}

/** All journey maps and the library of this browser, on disk or, where the browser refuses that, in memory. */
export interface Workspace {
  readonly kind: 'disk' | 'memory';
  /** In memory: what the browser said when it refused. */
  readonly refusal: unknown;
  /** True for one in memory that stands in while the maps on this computer cannot be opened. */
  readonly standsIn: boolean;
  /** True once this window is known to keep everything in memory, as a private one does, although there is a database. */
  readonly forgets: Readable<boolean>;
  /** True when a newer version of the app has been here: maps can be looked at, nothing can be written. */
  readonly newer: boolean;
  /** True when there once was a database here and it is gone. Stays so over reloads until `acknowledgeLoss`. */
  readonly lost: Readable<boolean>;
  acknowledgeLoss(): void;
  /** True once another tab upgrades or deletes the database: nothing works any more, reload. */
  readonly closed: Readable<boolean>;
  readonly persistence: Readable<Persistence>;
  /** Asks the browser to keep the data; it asks only once, ever. Called by `openMap` after the first real edit. */
  requestPersistence(): Promise<void>;
  /** How tabs hear of each other; undefined where every tab has its own memory. */
  readonly openChannel: OpenChannel | undefined;
  readonly codeVersion: number;

  /** Maps that are not deleted, the one opened last first. */
  listMaps(): Promise<DocRow[]>;
  /** Deleted maps, the one deleted last first. After 30 days they are removed for good. */
  listDeleted(): Promise<DocRow[]>;
  /**
   * Calls `listener` with `listMaps()` now and after each change, other tabs' too. Returns the function that ends it.
   */
  watchMaps(listener: (maps: DocRow[]) => void): () => void;
  /** Calls `listener` with what the list knows of one map, a deleted one too, now and after each change. Returns the end. */
  watchMap(mapId: string, listener: (doc: DocRow | undefined) => void): () => void;
  /**
   * Stores a new map, whose id is that of its map record. Library records in `library` whose ids are not there yet are
   * stored with it, in the same transaction. Throws `MapExistsError` rather than overwrite anything.
   */
  createMap(map: MapTables, library?: Partial<LibraryTables>): Promise<DocRow>;
  renameMap(mapId: string, name: string): Promise<void>;
  /** Stores what `copy` makes of a map: the same content with new ids. */
  duplicateMap(mapId: string, copy: (map: MapTables) => MapTables): Promise<DocRow>;
  /** Moves a map to the deleted ones. `restoreMap` takes that back. */
  deleteMap(mapId: string): Promise<void>;
  restoreMap(mapId: string): Promise<void>;
  readLibrary(): Promise<LibraryTables>;
  readAll(): Promise<Backup>;
  /**
   * Keeps a picture (PNG, JPEG or WebP of at most 5 MB; `mime` is the kind it is said to be) and resolves with its id,
   * the SHA-256 of its bytes; one that is there already stays. Rejects with an `AssetError`.
   */
  putAsset(bytes: ArrayBuffer, mime: string): Promise<string>;
  /** The picture of that id, or null. */
  getAsset(hash: string): Promise<{ mime: string; bytes: ArrayBuffer } | null>;
  space(): Promise<Space | null>;

  /** The safety copies that are made of this workspace in the browser's second store; see `createCopyKeeper`. */
  readonly copying: Readable<CopyState>;
  /** Safety copies of maps that are no longer here, the newest first. Never rejects. */
  lostCopies(): Promise<SafetyCopy[]>;
  /** What a safety copy holds. Stores nothing. Rejects with a `CopyError` when it cannot be read. */
  readCopy(name: string): Promise<CopiedWorkspace>;

  /**
   * Reads a map and the library. `arrived` gives the changes other tabs have sent by the time the rows are read. Throws
   * `MapNotFoundError`.
   */
  load(mapId: string, arrived?: () => readonly Patch[]): Promise<LoadedDocuments>;
  /** Writes what autosave collected, in one transaction; see `writeDirty`. */
  write(batch: WriteBatch): Promise<Written>;
  /** Notes in the gallery's list that a map was opened or edited. */
  touch(mapId: string, times: { openedAt?: string; editedAt?: string }): Promise<void>;
  /** `listener` is awaited before the database is let go for another tab's upgrade. */
  onClosing(listener: () => Promise<void>): () => void;
  /** Ends the connection. */
  close(): void;
}
