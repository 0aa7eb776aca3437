import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { usedPictures } from '../exchange/pictures.ts';
import { type Asset, makeAsset } from '../model/assets.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';

/** Bytes of pictures that one file takes: in Base64, with the text of the maps, it can still be read again. */
export const MAX_PICTURES = 30 * 1024 * 1024;

/**
 * The pictures of a library's personas and of the maps' walks, for a file. Those that are missing or damaged are left
 * out; so are those for which the file has no room, with a message that says how many.
 */
export async function picturesOf(
  library: LibraryTables,
  maps: readonly MapTables[],
  getAsset: Workspace['getAsset'],
  room = MAX_PICTURES,
): Promise<Asset[]> {
  const assets: Asset[] = [];
  let bytes = 0;
  let leftOut = 0;
  for (const hash of usedPictures(library, maps)) {
    const found = await getAsset(hash).catch(() => null);
    if (found === null) continue;
    bytes += found.bytes.byteLength;
    if (bytes <= room) assets.push(makeAsset(found.bytes));
    else leftOut++;
  }
  if (leftOut > 0)
    notifications.show({ color: 'yellow', autoClose: false, message: i18next.t('export.noRoom', { count: leftOut }) });
  return assets;
}
