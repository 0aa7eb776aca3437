/** One row of a table in IndexedDB, as it lies there. */
export type StoredRow = Record<string, unknown>;
/** Every table of the app's database by its name. */
export type Disk = Record<string, StoredRow[]>;

export interface Probe {
  /** Raw requests that change tables, since the page was loaded: `records put`, `docs clear` and so on. */
  readonly requests: Record<string, number>;
  /** Connections that were opened, the latest last. */
  readonly connections: IDBDatabase[];
  /** Times the page asked the browser to keep its data. */
  persistCalls: number;
  /** Reads all rows. Null when there is no database. Makes and changes nothing. */
  readDisk(): Promise<Disk | null>;
  /** A number for the content of documents: equal content, equal number, whatever the order of keys. */
  digest(documents: { readonly map: object; readonly library: object }): number;
  /** The documents that rows make, unparsed. */
  documentsOf(disk: Disk, mapId: string): { map: object; library: object };
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in each page before any script of it, so it may use nothing from outside. */
export function installProbe(): void {
  const NAME = 'desirepath';
  const requests: Record<string, number> = {};
  const connections: IDBDatabase[] = [];
  const watched = ['put', 'add', 'delete', 'clear'] as const;
  const store = IDBObjectStore.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  // A save takes what there is to write in the same task that makes its transaction.
  const since = new WeakMap<IDBTransaction, number>();
  const announced = new WeakSet<IDBTransaction>();
  const announce = (transaction: IDBTransaction) => {
    if (announced.has(transaction)) return;
    announced.add(transaction);
    console.debug('probe: writing');
    transaction.addEventListener('complete', () => console.debug(`probe: written ${since.get(transaction) ?? 0}`));
  };
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
    const transaction = begin.apply(this, args);
    since.set(transaction, Date.now());
    return transaction;
  };
  for (const method of watched) {
    const original = store[method] as (...args: unknown[]) => unknown;
    store[method] = function (this: IDBObjectStore, ...args: unknown[]) {
      const key = `${this.name} ${method}`;
      requests[key] = (requests[key] ?? 0) + 1;
      if (this.name === 'records') announce(this.transaction);
      return original.apply(this, args);
    };
  }
  const cursor = IDBCursor.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const method of ['update', 'delete']) {
    const original = cursor[method] as (...args: unknown[]) => unknown;
    cursor[method] = function (this: IDBCursor, ...args: unknown[]) {
      const key = `${(this.source as IDBObjectStore).name} cursor ${method}`;
      requests[key] = (requests[key] ?? 0) + 1;
      return original.apply(this, args);
    };
  }
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
  const rawOpen = (name: string) => open.call(indexedDB, name);
  const probe: Probe = {
    requests,
    connections,
    persistCalls: 0,
    async readDisk() {
      const known = await indexedDB.databases();
      if (known.every((database) => database.name !== NAME)) return null;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = rawOpen(NAME);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      database.onversionchange = () => database.close();
      const names = [...database.objectStoreNames];
      const disk: Disk = {};
      if (names.length > 0) {
        const transaction = database.transaction(names, 'readonly');
        await Promise.all(
          names.map(
            (table) =>
              new Promise<void>((resolve, reject) => {
                const request = transaction.objectStore(table).getAll();
                request.onsuccess = () => {
                  disk[table] = request.result as StoredRow[];
                  resolve();
                };
                request.onerror = () => reject(request.error);
              }),
          ),
        );
      }
      database.close();
      return disk;
    },
    digest(documents) {
      const canonical = (value: unknown): string => {
        if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
        if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
        const row = value as Record<string, unknown>;
        const keys = Object.keys(row).sort();
        return `{${keys
          .filter((key) => row[key] !== undefined)
          .map((key) => `${JSON.stringify(key)}:${canonical(row[key])}`)
          .join()}}`;
      };
      const filled = (tables: object) =>
        Object.fromEntries(Object.entries(tables).filter(([, rows]) => Object.keys(rows as object).length > 0));
      const text = canonical({ map: filled(documents.map), library: filled(documents.library) });
      let high = 0xdeadbeef;
      let low = 0x41c6ce57;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        high = Math.imul(high ^ code, 2654435761);
        low = Math.imul(low ^ code, 1597334677);
      }
      high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
      low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
      return 4294967296 * (2097151 & low) + (high >>> 0);
    },
    documentsOf(disk, mapId) {
      const gather = (docId: string) => {
        const tables: Record<string, Record<string, unknown>> = {};
        for (const row of disk.records ?? []) {
          if (row.docId !== docId) continue;
          const rows = tables[String(row.table)] ?? {};
          tables[String(row.table)] = rows;
          rows[String(row.id)] = row.record;
        }
        return tables;
      };
      return { map: gather(mapId), library: gather('library') };
    },
  };
  if (typeof StorageManager !== 'undefined') {
    const persist = StorageManager.prototype.persist;
    StorageManager.prototype.persist = function (this: StorageManager) {
      probe.persistCalls++;
      console.debug('probe: persist');
      return persist.call(this);
    };
  }
  Object.defineProperty(window, 'probe', { value: probe });
}
