import { type Patch, readRecord, recordKey } from '../model/patch.ts';
import type { DocKind, Documents } from '../model/tables.ts';

/** What of one record has to be written: all of it (`whole`: it was made, replaced or removed) or some fields. */
export interface DirtyRecord {
  readonly doc: DocKind;
  readonly table: string;
  readonly id: string;
  readonly whole: boolean;
  readonly fields: ReadonlySet<string>;
}

export interface DirtyPaths {
  readonly size: number;
  add(patch: Pick<Patch, 'path'>): void;
  addRecords(records: readonly DirtyRecord[]): void;
  /** True when `patch` touches the same record or field as something in the set. */
  overlaps(patch: Patch): boolean;
  /** Empties the set and returns what was in it. */
  take(): DirtyRecord[];
  records(): DirtyRecord[];
}

/** A set of paths of records and fields. A whole record contains its fields. */
export function createDirtyPaths(): DirtyPaths {
  const entries = new Map<string, { doc: DocKind; table: string; id: string; whole: boolean; fields: Set<string> }>();

  function add({ path }: Pick<Patch, 'path'>): void {
    const [doc, table, id, field] = path;
    const key = `${doc}/${table}/${id}`;
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { doc, table, id, whole: false, fields: new Set() };
      entries.set(key, entry);
    }
    if (field === undefined) {
      entry.whole = true;
      entry.fields.clear();
    } else if (!entry.whole) entry.fields.add(field);
  }

  return {
    get size() {
      return entries.size;
    },
    add,
    addRecords(records) {
      for (const { doc, table, id, whole, fields } of records) {
        if (whole) add({ path: [doc, table, id] });
        for (const field of fields) add({ path: [doc, table, id, field] });
      }
    },
    overlaps(patch) {
      const entry = entries.get(recordKey(patch));
      if (entry === undefined) return false;
      const field = patch.path[3];
      return field === undefined || entry.whole || entry.fields.has(field);
    },
    take() {
      const taken = [...entries.values()];
      entries.clear();
      return taken;
    },
    records: () => [...entries.values()].map((entry) => ({ ...entry, fields: new Set(entry.fields) })),
  };
}

/** Patches that carry today's values of dirty paths. Fields of records that are gone are left out. */
export function patchesOf(dirty: readonly DirtyRecord[], documents: Documents): Patch[] {
  return dirty.flatMap(({ doc, table, id, whole, fields }): Patch[] => {
    const record = readRecord(documents, doc, table, id);
    if (whole) return [{ path: [doc, table, id], value: record }];
    if (record === undefined) return [];
    return [...fields].map((field) => ({ path: [doc, table, id, field], value: record[field] }));
  });
}
