import { applyPatches, type Patch, readRecord } from './patch.ts';
import type { AnyRecord, Documents } from './tables.ts';

/** True when plain data holds `id` as a text, at whatever depth. */
export function mentions(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value === id;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => mentions(item, id));
}

/** True when a record other than the entry itself names the entry of that id. */
function isUsed(documents: Documents, id: string): boolean {
  return [...Object.values(documents.map), ...Object.values(documents.library)].some((table) =>
    Object.entries(table as Record<string, AnyRecord>).some(([other, record]) => other !== id && mentions(record, id)),
  );
}

/**
 * `patches`, in their order, with every removal of a library entry that would still be named afterwards turned into
 * putting it back archived: what is in use is never deleted.
 */
export function archiveUsed(documents: Documents, patches: readonly Patch[]): Patch[] {
  const removes = ({ path, value }: Patch) => path[0] === 'library' && path.length === 3 && value === undefined;
  if (!patches.some(removes)) return [...patches];
  const after = applyPatches(documents, patches);
  return patches.map((patch) => {
    const [doc, table, id] = patch.path;
    const record = removes(patch) ? readRecord(documents, doc, table, id) : undefined;
    if (record === undefined || readRecord(after, doc, table, id) !== undefined || !isUsed(after, id)) return patch;
    return { path: [doc, table, id], value: { ...record, archived: true } };
  });
}
