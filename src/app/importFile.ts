import i18next from 'i18next';
import type { Asset } from '../model/assets.ts';
import type { Workspace } from '../storage/workspace.ts';
import { startLibrary } from './newMaps.ts';

export interface ImportedFile {
  /** The first map that was made. */
  readonly mapId: string;
  /** How many maps were made. */
  readonly maps: number;
  /** What was changed or left out, as sentences. */
  readonly notes: string[];
}

/**
 * Makes new maps of a file (one journey, or a workspace's backup). Rejects with a sentence; nothing is stored then.
 */
export async function importFile(workspace: Workspace, file: File): Promise<ImportedFile> {
  try {
    return await readAndStore(workspace, file);
  } catch (error) {
    const { translatedError } = await import('./exchangeTexts.ts');
    throw translatedError(error);
  }
}

async function readAndStore(workspace: Workspace, file: File): Promise<ImportedFile> {
  const { readTextFile, readJourneyFile } = await import('../exchange/readFile.ts');
  const { noteSentences: words } = await import('./exchangeTexts.ts');
  const library = await workspace.readLibrary();
  const start = startLibrary();
  const known = {
    personas: library.personas,
    kpis: library.kpis,
    channels: { ...start.channels, ...library.channels },
    devices: { ...start.devices, ...library.devices },
    departments: { ...start.departments, ...library.departments },
  };
  const merged = (additions: typeof library) => ({
    personas: additions.personas,
    kpis: additions.kpis,
    channels: { ...start.channels, ...additions.channels },
    devices: { ...start.devices, ...additions.devices },
    departments: { ...start.departments, ...additions.departments },
  });
  const beginning = await file.slice(0, 4096).text();
  if (/^\uFEFF?\s*\{[\s\S]*"format"\s*:\s*"desirepath\.workspace"/.test(beginning)) {
    const { readBackup } = await import('../exchange/backup.ts');
    const backup = readBackup(await readTextFile(file), known);
    if (backup.maps.length === 0) throw new Error([i18next.t('gallery.emptyBackup'), ...words(backup.notes)].join(' '));
    await storePictures(workspace, backup.assets);
    let first = '';
    for (const { map } of backup.maps) {
      const { docId } = await workspace.createMap(map, merged(backup.libraryAdditions));
      first ||= docId;
    }
    return {
      mapId: first,
      maps: backup.maps.length,
      notes: words([...backup.notes, ...backup.maps.flatMap(({ notes }) => notes)]),
    };
  }
  const { map, libraryAdditions, assets, notes } = await readJourneyFile(file, known);
  await storePictures(workspace, assets);
  const { docId } = await workspace.createMap(map, merged(libraryAdditions));
  return { mapId: docId, maps: 1, notes: words(notes) };
}

/** Before the map, so that a persona never names a picture that is not there. */
async function storePictures(workspace: Workspace, assets: readonly Asset[]): Promise<void> {
  for (const { bytes, mime } of assets) await workspace.putAsset(bytes, mime);
}
