import i18next from 'i18next';
import type { LibraryTable, PersonaMatch } from '../exchange/matchLibrary.ts';
import type { Note } from '../exchange/noteText.ts';
import type { Asset } from '../model/assets.ts';
import type { LibraryTables } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';
import { asMadeNow, startLibrary, withFeelingsShown } from './newMaps.ts';
import type { PersonaAnswer, PersonaAnswers } from './personas/personaAnswers.ts';

export interface ImportedFile {
  /** The first map that was made. */
  readonly mapId: string;
  /** How many maps were made. */
  readonly maps: number;
  /** What was changed, left out or taken from the library, as sentences. */
  readonly notes: string[];
}

type Ask = (matches: readonly PersonaMatch[], library: LibraryTables) => Promise<PersonaAnswers | null>;

/**
 * Makes new maps of a file (one journey, or a workspace's backup). Asks nobody: `personas` says whether those whose names
 * the workspace has are taken for the same ("match", the default, with a note each) or added under a free name. Rejects
 * with a sentence; nothing is stored then.
 */
export async function importFile(
  workspace: Workspace,
  file: File,
  { personas = 'match' }: { personas?: 'match' | 'new' } = {},
): Promise<ImportedFile> {
  if (personas !== 'match' && personas !== 'new') {
    throw new Error(`Personas cannot be imported as "${String(personas)}". Use "match" or "new".`);
  }
  const answer: Ask = async (matches) => new Map(matches.map(({ key }) => [key, personas]));
  const { mapId, maps, notes } = (await read(workspace, file, answer)) as Read;
  const { noteSentences } = await import('./exchangeTexts.ts');
  return { mapId, maps, notes: noteSentences(notes) };
}

/**
 * The same, but a person decides about each such persona that says something else than the one here. What of the file is in
 * the library under the same name, as is to be expected, is `taken`: one sentence, or null. Null when they would rather not
 * import; nothing is stored then.
 */
export async function importAsking(
  workspace: Workspace,
  file: File,
  ask: Ask,
): Promise<(ImportedFile & { readonly taken: string | null }) | null> {
  const { askOnlyDiffering } = await import('./personas/askOnlyDiffering.ts');
  let same = 0;
  const asked = await read(workspace, file, async (matches, library) => {
    const { answers, alike } = await askOnlyDiffering(matches, library, ask);
    same = alike.length;
    return answers;
  });
  if (asked === null) return null;
  const { mapId, maps, notes } = asked;
  const { noteSentences, takenSentence } = await import('./exchangeTexts.ts');
  const counts = new Map<LibraryTable, number>();
  for (const { code, params } of notes) {
    if (code !== 'libraryMatched') continue;
    const table = params.table as LibraryTable;
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  // What somebody has just decided needs no telling.
  if (counts.has('personas')) counts.set('personas', same);
  return {
    mapId,
    maps,
    notes: noteSentences(notes.filter(({ code }) => code !== 'libraryMatched')),
    taken: takenSentence(counts),
  };
}

interface Read extends Omit<ImportedFile, 'notes'> {
  readonly notes: readonly Note[];
}

async function read(workspace: Workspace, file: File, ask: Ask): Promise<Read | null> {
  try {
    return await readAndStore(workspace, file, ask);
  } catch (error) {
    const { translatedError } = await import('./exchangeTexts.ts');
    throw translatedError(error);
  }
}

async function readAndStore(workspace: Workspace, file: File, ask: Ask): Promise<Read | null> {
  const library = await workspace.readLibrary();
  const start = startLibrary();
  const merged = (additions: LibraryTables) => ({
    personas: additions.personas,
    kpis: additions.kpis,
    channels: { ...start.channels, ...additions.channels },
    devices: { ...start.devices, ...additions.devices },
    departments: { ...start.departments, ...additions.departments },
  });
  const known = merged(library);
  let found = await readMaps(file, known);
  const matches = found.personaMatches;
  const answers = matches.length === 0 ? new Map<string, PersonaAnswer>() : await ask(matches, library);
  if (answers === null) return null;
  const fresh = new Set(matches.flatMap(({ key }) => (answers.get(key) === 'new' ? [key] : [])));
  // Read again: ids that point to a persona are everywhere in a map.
  if (fresh.size > 0) found = await readMaps(file, known, fresh);

  const filled = matches.filter(({ key }) => answers.get(key) === 'fill');
  await storePictures(workspace, [...found.assets, ...filled.flatMap(({ picture }) => picture ?? [])]);
  const taken = new Set((await workspace.listMaps()).map(({ name }) => name));
  let first = '';
  for (const map of found.maps) {
    const { docId } = await workspace.createMap(asMadeNow(map, taken), merged(found.libraryAdditions));
    first ||= docId;
  }
  if (filled.length > 0) {
    const { fillProfiles } = await import('./personas/fillProfiles.ts');
    await fillProfiles(workspace, first, filled);
  }
  return { mapId: first, maps: found.maps.length, notes: found.notes };
}

/** The maps of a file, not stored. */
async function readMaps(file: File, known: LibraryTables, newPersonas?: ReadonlySet<string>) {
  const { readTextFile, readJourneyFile } = await import('../exchange/readFile.ts');
  const beginning = await file.slice(0, 4096).text();
  if (!/^\uFEFF?\s*\{[\s\S]*"format"\s*:\s*"desirepath\.workspace"/.test(beginning)) {
    const read = await readJourneyFile(file, known, undefined, newPersonas);
    // A journey file says itself which lanes there are; a diagram has none, but may be all about scores.
    const map = /^\uFEFF?\s*\{/.test(beginning) ? read.map : withFeelingsShown(read.map);
    return { ...read, maps: [map] };
  }
  const { readBackup } = await import('../exchange/backup.ts');
  const backup = readBackup(await readTextFile(file), known, undefined, newPersonas);
  if (backup.maps.length === 0) {
    const { noteSentences: words } = await import('./exchangeTexts.ts');
    const sentences = words(backup.notes);
    throw new Error([i18next.t('imported.emptyBackup'), ...sentences].join(' '));
  }
  return {
    ...backup,
    maps: backup.maps.map(({ map }) => map),
    notes: [...backup.notes, ...backup.maps.flatMap(({ notes }) => notes)],
  };
}

/** Before the map, so that a persona never names a picture that is not there. */
async function storePictures(workspace: Workspace, assets: readonly Asset[]): Promise<void> {
  for (const { bytes, mime } of assets) await workspace.putAsset(bytes, mime);
}
