import { type Asset, AssetError, makeAsset } from '../model/assets.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';
import { quoteText } from './fillText.ts';
import { recordLabel } from './finishImport.ts';
import { isRow, listAt, type Row } from './json/openJson.ts';
import type { LibraryMatcher, PersonaMatch } from './matchLibrary.ts';
import type { Note } from './noteText.ts';

/** Bytes per call of `String.fromCharCode`: more arguments overflow the stack. */
const CHUNK = 8192;

/** Ids of the pictures that the personas of `library` and the walks of `maps` show. */
export function usedPictures(library: LibraryTables, maps: readonly MapTables[]): Set<string> {
  const personas = Object.values(library.personas).flatMap(({ picture }) => picture ?? []);
  const photos = maps.flatMap((map) => Object.values(map.walkSteps).flatMap(({ photo }) => photo ?? []));
  return new Set([...personas, ...photos]);
}

/** Those of `assets` that are used, as they stand in a file, by id. */
export function encodePictures(used: ReadonlySet<string>, assets: readonly Asset[]): Row[] {
  const kept = new Map(assets.filter(({ id }) => used.has(id)).map((asset) => [asset.id, asset]));
  return [...kept.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, mime, bytes }) => ({ id, mime, data: toBase64(bytes) }));
}

/**
 * The pictures of a file that can be kept, by id: of an allowed kind by their content, small enough, and the ones their
 * ids promise. The others are named in `notes`.
 */
export function decodePictures(root: Row, notes: Note[]): Map<string, Asset> {
  const readable = new Map<string, Asset>();
  listAt(root, 'assets', 'assets').forEach((entry, index) => {
    const asset = decodeAsset(entry, `assets[${index}]`, notes);
    if (asset !== null) readable.set(asset.id, asset);
  });
  return readable;
}

/**
 * The entries a file adds to the library, personas without the pictures that it lacks. Matched personas get theirs beside
 * them, to be used or not.
 */
export function withPictures(
  pictures: ReadonlyMap<string, Asset>,
  matcher: LibraryMatcher,
  notes: Note[],
): { additions: LibraryTables; personaMatches: PersonaMatch[] } {
  const additions = matcher.additions();
  const personas: LibraryTables['personas'] = {};
  for (const [id, persona] of Object.entries(additions.personas)) {
    const lacks = persona.picture !== null && !pictures.has(persona.picture);
    if (lacks) notes.push({ code: 'pictureDropped', params: { record: recordLabel(persona, id) } });
    personas[id] = lacks ? { ...persona, picture: null } : persona;
  }
  return {
    additions: { ...additions, personas },
    personaMatches: matcher.personaMatches.map((match) => ({
      ...match,
      picture: pictures.get(match.incoming.picture ?? '') ?? null,
    })),
  };
}

/** The map of a file, its walks without the photos that the file lacks. */
export function withPhotos(pictures: ReadonlyMap<string, Asset>, map: MapTables, notes: Note[]): MapTables {
  const walkSteps: MapTables['walkSteps'] = {};
  for (const [id, stop] of Object.entries(map.walkSteps)) {
    const lacks = stop.photo !== null && !pictures.has(stop.photo);
    const touchpoint = map.touchpoints[stop.touchpointId];
    if (lacks) notes.push({ code: 'photoDropped', params: { record: recordLabel(touchpoint ?? {}, id) } });
    walkSteps[id] = lacks ? { ...stop, photo: null } : stop;
  }
  return { ...map, walkSteps };
}

/** Those of `pictures` that what was read shows: to be stored before it. */
export function picturesToStore(
  pictures: ReadonlyMap<string, Asset>,
  additions: LibraryTables,
  maps: readonly MapTables[],
): Asset[] {
  return [...usedPictures(additions, maps)].flatMap((id) => pictures.get(id) ?? []);
}

function decodeAsset(entry: unknown, path: string, notes: Note[]): Asset | null {
  const note = (code: Note['code']) => {
    notes.push({ code, params: { record: isRow(entry) ? quoteText(entry.id ?? path) : path } });
    return null;
  };
  const bytes = isRow(entry) ? fromBase64(entry.data) : null;
  if (!isRow(entry) || bytes === null) return note('assetUnreadable');
  try {
    const asset = makeAsset(bytes);
    return asset.id === entry.id ? asset : note('assetChanged');
  } catch (error) {
    if (!(error instanceof AssetError)) throw error;
    return note(error.code === 'tooLarge' ? 'assetTooLarge' : 'assetRefused');
  }
}

function toBase64(bytes: ArrayBuffer): string {
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.byteLength; offset += CHUNK) {
    parts.push(String.fromCharCode(...new Uint8Array(bytes, offset, Math.min(CHUNK, bytes.byteLength - offset))));
  }
  return btoa(parts.join(''));
}

function fromBase64(data: unknown): ArrayBuffer | null {
  if (typeof data !== 'string' || data === '') return null;
  try {
    const text = atob(data);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
    return bytes.buffer;
  } catch {
    return null;
  }
}
