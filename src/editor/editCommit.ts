import { enablePatches, type Patch as ImmerPatch, produceWithPatches } from 'immer';
import { CommandError } from '../commands/commandError.ts';
import { lensField } from '../model/lens.ts';
import { mergedValues } from '../model/mergedEntries.ts';
import { applyPatches, type Patch, readRecord, sameValue } from '../model/patch.ts';
import { type DocKind, type Documents, tableSchema } from '../model/tables.ts';

enablePatches();

export interface Edit<R> {
  readonly documents: Documents;
  readonly patches: Patch[];
  readonly inverse: Patch[];
  readonly result: R;
}

/** Refuses what `repair` would have to throw away later: the text that is too long, the field that does not exist. */
function refuseUnsound(documents: Documents, patches: readonly Patch[]): void {
  for (const { path, value } of patches) {
    const [doc, table, id, field] = path;
    const shape = tableSchema(doc, table)?.shape ?? {};
    const record = readRecord(documents, doc, table, id);
    if (record === undefined) continue;
    const fields: Record<string, unknown> = field === undefined ? record : { [field]: value };
    const needed = field === undefined ? [...new Set([...Object.keys(shape), ...Object.keys(fields)])] : [field];
    for (const name of needed) {
      const isSound = Object.hasOwn(shape, name) && shape[name]?.safeParse(fields[name]).success;
      if (isSound && (name !== 'id' || record.id === id)) continue;
      throw new CommandError(
        'badValue',
        { field: name },
        `The value for "${name}" cannot be kept in ${table}: it is too long or not of its kind.`,
      );
    }
  }
}

/**
 * Runs a command on a draft and cuts what it did to patches that name a record or one field of it (P1), with their
 * inverse (P2). What the command throws passes through and leaves the documents as they were;
 * a record that would not pass its schema throws a CommandError.
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
  const made = [...paths.values()].map((path) => at(next as Documents, path));
  const standing = made.map((patch) => withStanding(patch, (next as Documents).library));
  const edited = standing.some((patch, index) => patch !== made[index])
    ? applyPatches(next as Documents, standing)
    : (next as Documents);
  // A record or list written anew with the content it had is no change.
  const patches = standing.filter(({ path, value }) => !sameValue(at(documents, path).value, value));
  refuseUnsound(edited, patches);
  return {
    documents: edited,
    patches,
    inverse: patches.map(({ path }) => at(documents, path)),
    result: result as R,
  };
}

/** A patch in which an entry that was merged into another gives way to that one, as it does when the map is opened next. */
function withStanding(patch: Patch, library: Documents['library']): Patch {
  const { path, value } = patch;
  if (path[1] !== 'touchpoints' || typeof value !== 'object' || value === null) return patch;
  const stand = (field: string, ids: unknown) =>
    Object.values(lensField).includes(field as never) && Array.isArray(ids)
      ? mergedValues(ids, library[field as 'channels'])
      : ids;
  const next =
    path[3] !== undefined
      ? stand(path[3], value)
      : Object.fromEntries(Object.entries(value).map(([field, ids]) => [field, stand(field, ids)]));
  return sameValue(next, value) ? patch : { path, value: next };
}
