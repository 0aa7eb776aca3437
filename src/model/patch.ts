import { isId } from './ids.ts';
import { type AnyRecord, type DocKind, type Documents, type RecordSchema, tableSchema } from './tables.ts';

/**
 * One change of a document (P1): the path names a record (`value` is the whole record, or undefined when it is
 * removed) or one field of it.
 */
export interface Patch {
  readonly path:
    | readonly [doc: DocKind, table: string, id: string]
    | readonly [doc: DocKind, table: string, id: string, field: string];
  readonly value: unknown;
}

type LooseTable = Record<string, AnyRecord>;
type LooseDoc = Record<string, LooseTable>;

function looseDocs(docs: Documents): Record<DocKind, LooseDoc> {
  return docs as unknown as Record<DocKind, LooseDoc>;
}

export function recordKey(patch: Patch): string {
  return `${patch.path[0]}/${patch.path[1]}/${patch.path[2]}`;
}

export function patchKey(patch: Patch): string {
  return patch.path.join('/');
}

/** True when two values of a document (plain data) have the same content, whatever objects they are. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!sameValue(a[index], b[index])) return false;
    return true;
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/** The record a path names, or undefined. */
export function readRecord(docs: Documents, doc: DocKind, table: string, id: string): AnyRecord | undefined {
  return looseDocs(docs)[doc][table]?.[id];
}

/**
 * Applies patches and returns the new documents; what is not touched keeps its identity, and so does everything when
 * nothing changes. A field patch for a missing record is dropped (P5).
 */
export function applyPatches(docs: Documents, patches: readonly Patch[]): Documents {
  const next: Record<DocKind, LooseDoc> = { ...looseDocs(docs) };
  const fresh = new Set<object>();
  for (const { path, value } of patches) {
    const [doc, table, id, field] = path;
    const current = next[doc][table]?.[id];
    let record: AnyRecord | undefined;
    if (field === undefined) {
      record = value as AnyRecord | undefined;
      if (record === current) continue;
    } else {
      if (current === undefined || Object.is(current[field], value)) continue;
      record = { ...current, [field]: value };
      if (value === undefined) delete record[field];
    }
    if (!fresh.has(next[doc])) {
      next[doc] = { ...next[doc] };
      fresh.add(next[doc]);
    }
    let rows = next[doc][table] ?? {};
    if (!fresh.has(rows)) {
      rows = { ...rows };
      fresh.add(rows);
      next[doc][table] = rows;
    }
    if (record === undefined) delete rows[id];
    else rows[id] = record;
  }
  return fresh.size === 0 ? docs : (next as unknown as Documents);
}

/** Keeps one patch a path (P4): later ones win, and field patches melt into a record patch before them. */
export function compactPatches(patches: readonly Patch[]): Patch[] {
  const kept = new Map<string, Patch>();
  const fieldsOf = new Map<string, string[]>();
  for (const patch of patches) {
    const record = recordKey(patch);
    const field = patch.path[3];
    if (field === undefined) {
      for (const key of fieldsOf.get(record) ?? []) kept.delete(key);
      fieldsOf.delete(record);
      kept.delete(record);
      kept.set(record, patch);
      continue;
    }
    const whole = kept.get(record);
    if (whole !== undefined) {
      if (whole.value !== undefined) {
        const merged = { ...(whole.value as AnyRecord), [field]: patch.value };
        if (patch.value === undefined) delete (merged as Record<string, unknown>)[field];
        kept.set(record, { path: whole.path, value: merged });
      }
      continue;
    }
    const key = patchKey(patch);
    if (!kept.has(key)) fieldsOf.set(record, [...(fieldsOf.get(record) ?? []), key]);
    kept.set(key, patch);
  }
  return [...kept.values()];
}

/** The records that patches touch (P6), as `doc/table/id`. */
export function touchedRecords(patches: readonly Patch[]): Set<string> {
  return new Set(patches.map(recordKey));
}

/**
 * Reads patches that came from outside (another tab, a peer). Every one must name a known document, table and field and
 * carry a value that passes its schema (P8); those that do not are left out and counted.
 */
export function parsePatches(input: unknown): { patches: Patch[]; refused: number } {
  if (!Array.isArray(input)) return { patches: [], refused: 1 };
  const patches: Patch[] = [];
  let refused = 0;
  for (const item of input) {
    const patch = parsePatch(item);
    if (patch === null) refused++;
    else patches.push(patch);
  }
  return { patches, refused };
}

function parsePatch(input: unknown): Patch | null {
  if (typeof input !== 'object' || input === null) return null;
  const { path, value } = input as { path?: unknown; value?: unknown };
  if (!Array.isArray(path) || path.length < 3 || path.length > 4) return null;
  const [doc, table, id, field] = path as unknown[];
  if ((doc !== 'map' && doc !== 'library') || typeof table !== 'string' || !isId(id)) return null;
  const schema = tableSchema(doc, table);
  if (schema === undefined) return null;
  if (path.length === 3) {
    if (value === undefined) return { path: [doc, table, id], value };
    const parsed = schema.safeParse(value);
    if (!parsed.success || (parsed.data as AnyRecord).id !== id) return null;
    return { path: [doc, table, id], value: parsed.data };
  }
  if (typeof field !== 'string' || field === 'id' || !Object.hasOwn(schema.shape, field)) return null;
  const parsed = (schema.shape[field] as RecordSchema['shape'][string]).safeParse(value);
  return parsed.success ? { path: [doc, table, id, field], value: parsed.data } : null;
}
