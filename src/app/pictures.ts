import { type Asset, makeAsset } from '../model/assets.ts';
import type { LibraryTables } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';

/** The pictures that the personas of a library name. Those that are missing or damaged are left out. */
export async function picturesOf(library: LibraryTables, getAsset: Workspace['getAsset']): Promise<Asset[]> {
  const named = new Set(Object.values(library.personas).flatMap(({ picture }) => picture ?? []));
  const assets: Asset[] = [];
  for (const hash of named) {
    const found = await getAsset(hash).catch(() => null);
    if (found !== null) assets.push(makeAsset(found.bytes));
  }
  return assets;
}
