import { type Asset, AssetError, makeAsset } from '../model/assets.ts';
import type { LibraryTables } from '../model/tables.ts';
import { quoteText } from './fillText.ts';
import { recordLabel } from './finishImport.ts';
import { isRow, listAt, type Row } from './json/openJson.ts';
import type { LibraryMatcher, PersonaMatch } from './matchLibrary.ts';
import type { Note } from './noteText.ts';

/** Bytes per call of `String.fromCharCode`: more arguments overflow the stack. */
const CHUNK = 8192;

/** The pictures that personas of `library` name, as they stand in a file, by id. */
export function encodePictures(library: LibraryTables, assets: readonly Asset[]): Row[] {
  const used = new Set(Object.values(library.personas).map(({ picture }) => picture));
  const kept = new Map(assets.filter(({ id }) => used.has(id)).map((asset) => [asset.id, asset]));
  return [...kept.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, mime, bytes }) => ({ id, mime, data: toBase64(bytes) }));
}

/**
 * Reads the pictures of a file and gives the entries the file adds to the library, with those pictures only that can be
 * kept: of an allowed kind by their content, small enough, and the ones their ids promise. Matched personas get theirs
 * beside them, to be used or not.
 */
export function decodePictures(
  root: Row,
  matcher: LibraryMatcher,
  notes: Note[],
): { additions: LibraryTables; assets: Asset[]; personaMatches: PersonaMatch[] } {
  const additions = matcher.additions();
  const readable = new Map<string, Asset>();
  listAt(root, 'assets', 'assets').forEach((entry, index) => {
    const asset = decodeAsset(entry, `assets[${index}]`, notes);
    if (asset !== null) readable.set(asset.id, asset);
  });
  const used = new Map<string, Asset>();
  const personas: LibraryTables['personas'] = {};
  for (const [id, persona] of Object.entries(additions.personas)) {
    const asset = persona.picture === null ? undefined : readable.get(persona.picture);
    if (asset !== undefined) used.set(asset.id, asset);
    else if (persona.picture !== null)
      notes.push({ code: 'pictureDropped', params: { record: recordLabel(persona, id) } });
    personas[id] = asset === undefined ? { ...persona, picture: null } : persona;
  }
  return {
    additions: { ...additions, personas },
    assets: [...used.values()],
    personaMatches: matcher.personaMatches.map((match) => ({
      ...match,
      picture: readable.get(match.incoming.picture ?? '') ?? null,
    })),
  };
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
