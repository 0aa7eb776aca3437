import { enablePatches, type Patch as ImmerPatch, produceWithPatches } from 'immer';
import { type Patch, readRecord } from '../model/patch.ts';
import type { DocKind, Documents } from '../model/tables.ts';

enablePatches();

export interface Edit<R> {
  readonly documents: Documents;
  readonly patches: Patch[];
  readonly inverse: Patch[];
  readonly result: R;
}

/**
 * Runs a command on a draft and cuts what it did to patches that name a record or one field of it (P1), with their
 * inverse (P2). What the command throws passes through and leaves the documents as they were.
 */
export function edit<R>(documents: Documents, change: (draft: Documents) => R): Edit<R> {
  let result: R | undefined;
  const [next, changes] = produceWithPatches(documents, (draft) => {
    result = change(draft as Documents);
  });
  const paths = new Map<string, Patch['path']>();
  for (const { path } of changes as ImmerPatch[]) {
    if (path.length < 3)
      throw new Error(`A command replaced a whole table: ${path.join('/')}. Commands change records only.`);
    const cut = path.slice(0, 4) as unknown as Patch['path'];
    const key = cut.join('/');
    if (!paths.has(key) && !paths.has(cut.slice(0, 3).join('/'))) paths.set(key, cut);
  }
  const at = (docs: Documents, path: Patch['path']): Patch => {
    const record = readRecord(docs, path[0] as DocKind, path[1], path[2]);
    return { path, value: path[3] === undefined ? record : record?.[path[3]] };
  };
  const all = [...paths.values()];
  return {
    documents: next as Documents,
    patches: all.map((path) => at(next as Documents, path)),
    inverse: all.map((path) => at(documents, path)),
    result: result as R,
  };
}
