import type { Asset } from '../model/assets.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';
import type { PersonaMatch } from './matchLibrary.ts';
import type { Note } from './noteText.ts';

export type { Note } from './noteText.ts';

/**
 * A new map made from a file. All its ids are new; what it refers to is in the library it was read against or in
 * `libraryAdditions`. Put together with both, `repair` finds nothing.
 */
export interface ImportResult {
  readonly map: MapTables;
  readonly libraryAdditions: LibraryTables;
  /** Pictures that `libraryAdditions` and the map's walks name. They are to be stored first. */
  readonly assets: readonly Asset[];
  /** Personas of the file that were taken for those of the library with the same name. */
  readonly personaMatches: readonly PersonaMatch[];
  readonly notes: Note[];
}
