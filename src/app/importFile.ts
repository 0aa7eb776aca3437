import type { Note } from '../exchange/importResult.ts';
import type { Workspace } from '../storage/workspace.ts';

/**
 * Makes new maps of a file (one journey, or a workspace's backup). Returns the first map's id and what was changed or
 * left out, as sentences. Rejects with a sentence; nothing is stored then.
 */
export async function importFile(workspace: Workspace, file: File): Promise<{ mapId: string; notes: string[] }> {
  const { readTextFile, readJourneyFile } = await import('../exchange/readFile.ts');
  const { noteText } = await import('../exchange/noteText.ts');
  const words = (notes: readonly Note[]) => notes.map(noteText);
  const library = await workspace.readLibrary();
  const start = (await import('./newMaps.ts')).startLibrary();
  const known = {
    personas: library.personas,
    channels: { ...start.channels, ...library.channels },
    devices: { ...start.devices, ...library.devices },
    departments: { ...start.departments, ...library.departments },
  };
  const merged = (additions: typeof library) => ({
    personas: additions.personas,
    channels: { ...start.channels, ...additions.channels },
    devices: { ...start.devices, ...additions.devices },
    departments: { ...start.departments, ...additions.departments },
  });
  const isBackup =
    /\.json$/i.test(file.name) && /"format"\s*:\s*"desirepath\.workspace"/.test(await file.slice(0, 4096).text());
  if (isBackup) {
    const { readBackup } = await import('../exchange/backup.ts');
    const backup = readBackup(await readTextFile(file), known);
    let first = '';
    for (const { map } of backup.maps) {
      const { docId } = await workspace.createMap(map, merged(backup.libraryAdditions));
      first ||= docId;
    }
    return { mapId: first, notes: words([...backup.notes, ...backup.maps.flatMap(({ notes }) => notes)]) };
  }
  const { map, libraryAdditions, notes } = await readJourneyFile(file, known);
  const { docId } = await workspace.createMap(map, merged(libraryAdditions));
  return { mapId: docId, notes: words(notes) };
}
