import type { Documents, LibraryTables, MapTables } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';
import { download } from './download.ts';

/**
 * Downloads every map and the library as one file. What an open editor holds goes in as it is in memory, so that a
 * backup is whole even when the disk is full.
 */
export async function backupWorkspace(
  workspace: Workspace,
  open: { mapId: string; documents: Documents } | null,
): Promise<void> {
  const [{ writeBackup }, { picturesOf }] = await Promise.all([
    import('../exchange/backup.ts'),
    import('./pictures.ts'),
  ]);
  const maps: MapTables[] = [];
  let library: LibraryTables | null = open?.documents.library ?? null;
  for (const { docId } of await workspace.listMaps().catch(() => [])) {
    if (docId === open?.mapId) continue;
    const loaded = await workspace.load(docId);
    maps.push(loaded.documents.map);
    library ??= loaded.documents.library;
  }
  if (open !== null) maps.push(open.documents.map);
  const all = library ?? (await workspace.readLibrary());
  const text = writeBackup({ maps, library: all, pictures: await picturesOf(all, maps, workspace.getAsset) });
  const day = new Date().toISOString().slice(0, 10);
  download(new Blob([text], { type: 'application/json' }), `desirepath-${day}.workspace.json`);
}
