import { newId as randomId } from '../../model/ids.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { finishImport } from '../finishImport.ts';
import type { ImportResult } from '../importResult.ts';
import { libraryKinds, matchLibrary, type NewId } from '../matchLibrary.ts';
import type { Note } from '../noteText.ts';
import { decodePictures, picturesToStore, withPhotos, withPictures } from '../pictures.ts';
import { decodeLibrary } from './decodeLibrary.ts';
import { decodeMap } from './decodeMap.ts';
import { JOURNEY_FORMAT, openJson, type Row, rowAt } from './openJson.ts';
import { IdMap } from './remapIds.ts';

const libraryTables: ReadonlySet<string> = new Set(Object.keys(libraryKinds));
const knownKeys: ReadonlySet<string> = new Set(['format', 'formatVersion', 'map', 'library', 'assets']);

/**
 * Reads the text of a `.journey.json` file into a new map with new ids. Library entries become those of the same name in
 * `library`, or additions to it; personas whose `nameKey` is in `newPersonas` are always added. What can be mended is, with a note; `library` is not changed. Throws `ImportError`, and
 * nothing else, when the file as a whole cannot be read.
 */
export function readJson(
  text: string,
  library: LibraryTables,
  ids: NewId = randomId,
  newPersonas?: ReadonlySet<string>,
): ImportResult {
  const root = openJson(text, JOURNEY_FORMAT);
  const source = rowAt(root, 'map', true);
  const entries = rowAt(root, 'library');
  const notes: Note[] = [];
  const idMap = new IdMap();
  const matcher = matchLibrary(library, ids, newPersonas);
  decodeLibrary(entries, matcher, idMap, notes);
  const map = decodeMap(source, idMap, ids, notes, 'map', unknownOf(root, entries));
  const pictures = decodePictures(root, notes);
  const { additions, personaMatches } = withPictures(pictures, matcher, notes);
  const kept = withPhotos(pictures, map, notes);
  const result = finishImport(kept, additions, library, [...notes, ...matcher.notes], ids);
  return { ...result, assets: picturesToStore(pictures, additions, [result.map]), personaMatches };
}

function unknownOf(root: Row, entries: Row): Row {
  const top = Object.fromEntries(Object.entries(root).filter(([key]) => !knownKeys.has(key)));
  const library = Object.fromEntries(Object.entries(entries).filter(([key]) => !libraryTables.has(key)));
  return { ...(Object.keys(top).length > 0 && { top }), ...(Object.keys(library).length > 0 && { library }) };
}
