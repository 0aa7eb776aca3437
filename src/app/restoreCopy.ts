import i18next from 'i18next';
import { mimeOf } from '../model/assets.ts';
import { mapRecord } from '../model/tables.ts';
import { CopyError } from '../storage/safetyCopies.ts';
import type { Workspace } from '../storage/workspace.ts';
import { copyMap } from './copyMap.ts';

/**
 * Puts the maps of a safety copy into the workspace and resolves with how many those are. Nothing that is there is
 * replaced: a map whose id is taken becomes a copy with new ids. Rejects with a sentence.
 */
export async function restoreCopy(workspace: Workspace, name: string): Promise<number> {
  const { maps, library, assets } = await workspace.readCopy(name).catch((error: unknown) => {
    // What the browser says of a file that it does not give comes to the same.
    const code = error instanceof CopyError ? error.code : 'copyUnreadable';
    throw new Error(i18next.t(`storage.${code}`), { cause: error });
  });
  for (const bytes of assets) {
    const mime = mimeOf(bytes);
    // A picture that was damaged is missing from its persona; that is no reason to leave the maps where they are.
    if (mime !== null) await workspace.putAsset(bytes, mime).catch(() => undefined);
  }
  const taken = new Set(
    [...(await workspace.listMaps()), ...(await workspace.listDeleted())].map(({ docId }) => docId),
  );
  // The one opened last comes last, so that the order of the gallery stays.
  for (const map of [...maps].reverse()) {
    const { id, name: mapName } = mapRecord(map);
    await workspace.createMap(taken.has(id) ? copyMap(map, mapName) : map, library);
  }
  return maps.length;
}
