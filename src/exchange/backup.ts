import type { Asset } from '../model/assets.ts';
import { newId as randomId } from '../model/ids.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';
import { finishImport } from './finishImport.ts';
import { ImportError } from './importError.ts';
import type { ImportResult } from './importResult.ts';
import { decodeLibrary } from './json/decodeLibrary.ts';
import { decodeMap } from './json/decodeMap.ts';
import { encodeTables, FILE_KEY, unknownParts } from './json/encodeTables.ts';
import { FORMAT_VERSION, isRow, listAt, openJson, rowAt, WORKSPACE_FORMAT } from './json/openJson.ts';
import { IdMap } from './json/remapIds.ts';
import { matchLibrary, type NewId, type PersonaMatch } from './matchLibrary.ts';
import { capNotes, type Note } from './noteText.ts';
import { decodePictures, encodePictures, picturesToStore, usedPictures, withPhotos, withPictures } from './pictures.ts';

const knownKeys: ReadonlySet<string> = new Set(['format', 'formatVersion', 'library', 'maps', 'assets']);

/** What a backup was read into. */
export interface BackupResult {
  /**
   * One for each map that could be read. All share ids for what they add to the library, so their `libraryAdditions` may
   * be put one after the other, or `libraryAdditions` once.
   */
  readonly maps: ImportResult[];
  /** Everything the backup adds to the library, also what no map uses. */
  readonly libraryAdditions: LibraryTables;
  /** Pictures that `libraryAdditions` and the maps' walks name. They are to be stored first. */
  readonly assets: readonly Asset[];
  /** Personas of the backup that were taken for those of the library with the same name. */
  readonly personaMatches: readonly PersonaMatch[];
  /** About the backup as a whole, such as maps that could not be read. */
  readonly notes: Note[];
}

/** All maps and the whole library, with their pictures, as the text of a backup file (JSON, indented by two spaces). */
export function writeBackup(workspace: {
  maps: readonly MapTables[];
  library: LibraryTables;
  pictures?: readonly Asset[];
}): string {
  const maps = workspace.maps.map((map) => {
    const { top, map: tables, library } = unknownParts(Object.values(map.map)[0]);
    // Each map keeps the unknown parts of the file it came from; here they have no place of their own.
    const parts = { ...(Object.keys(top).length > 0 && { top }), ...(Object.keys(library).length > 0 && { library }) };
    return { ...tables, ...encodeTables('map', map), ...(Object.keys(parts).length > 0 && { [FILE_KEY]: parts }) };
  });
  const library = encodeTables('library', workspace.library);
  const assets = encodePictures(usedPictures(workspace.library, workspace.maps), workspace.pictures ?? []);
  const file = { format: WORKSPACE_FORMAT, formatVersion: FORMAT_VERSION, library, maps };
  return `${JSON.stringify({ ...file, ...(assets.length > 0 && { assets }) }, null, 2)}\n`;
}

/**
 * Reads a backup into copies with new ids; nothing that exists is replaced. Library entries become those of the same
 * name, but for personas whose `nameKey` is in `newPersonas`. A map that cannot be read is left out with a note. Throws `ImportError` when the file as a whole cannot be read.
 */
export function readBackup(
  text: string,
  library: LibraryTables,
  ids: NewId = randomId,
  newPersonas?: ReadonlySet<string>,
): BackupResult {
  const root = openJson(text, WORKSPACE_FORMAT);
  const notes: Note[] = [];
  for (const name of Object.keys(root))
    if (!knownKeys.has(name)) notes.push({ code: 'unknownTopDropped', params: { name } });
  const libraryIds = new IdMap();
  const matcher = matchLibrary(library, ids, newPersonas);
  decodeLibrary(rowAt(root, 'library'), matcher, libraryIds, notes);
  const pictures = decodePictures(root, notes);
  const { additions, personaMatches } = withPictures(pictures, matcher, notes);
  const maps: ImportResult[] = [];
  listAt(root, 'maps', 'maps').forEach((entry, index) => {
    const path = `maps[${index}]`;
    try {
      if (!isRow(entry)) throw new ImportError('wrongType', { path, expected: 'an object', found: typeof entry });
      const { [FILE_KEY]: parts, ...source } = entry;
      const mapNotes: Note[] = [];
      const map = decodeMap(source, libraryIds.copy(), ids, mapNotes, path, isRow(parts) ? parts : {});
      maps.push(finishImport(withPhotos(pictures, map, mapNotes), additions, library, mapNotes, ids));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      notes.push({ code: 'mapRefused', params: { number: index + 1, reason: error.message } });
    }
  });
  return {
    maps,
    libraryAdditions: additions,
    assets: picturesToStore(
      pictures,
      additions,
      maps.map(({ map }) => map),
    ),
    personaMatches,
    notes: capNotes([...notes, ...matcher.notes]),
  };
}
