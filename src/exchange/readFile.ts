import type { LibraryTables } from '../model/tables.ts';
import { checkSize, ImportError } from './importError.ts';
import type { ImportResult } from './importResult.ts';
import { readJson } from './json/readJson.ts';
import type { NewId } from './matchLibrary.ts';
import { findDiagrams } from './mermaid/findDiagrams.ts';
import { prepareMermaid } from './mermaid/prepareMermaid.ts';
import { readMermaid } from './mermaid/readMermaid.ts';
import type { Note } from './noteText.ts';

/** What of a browser's `File` is needed. `size` is in bytes. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/**
 * Reads a file of any kind that is known, told by its name and its content, into a new map. `name` is the map's, or the
 * file's where the map has none. Rejects with `ImportError`, and nothing else, when it cannot be read.
 */
export async function readJourneyFile(
  file: FileLike,
  library: LibraryTables,
  ids?: NewId,
  newPersonas?: ReadonlySet<string>,
): Promise<ImportResult & { name: string }> {
  const text = await readTextFile(file);
  const result = readText(text, extensionOf(file.name), library, ids, newPersonas);
  const [id, record] = Object.entries(result.map.map)[0] as [string, ImportResult['map']['map'][string]];
  const name = record.name.trim() === '' ? baseName(file.name) : record.name;
  return { ...result, name, map: { ...result.map, map: { [id]: { ...record, name } } } };
}

/** The text of a file. Throws `ImportError` when it is too large, empty, not text or cannot be read from the disk. */
export async function readTextFile(file: FileLike): Promise<string> {
  checkSize(file.size);
  let text: string;
  try {
    text = await file.text();
  } catch {
    throw new ImportError('unreadable');
  }
  if (text.replace(/^\uFEFF/, '').trim() === '') throw new ImportError('empty');
  // Bytes that are not UTF-8 come as replacement characters, those of UTF-16 and of binary files as zeros.
  const sample = text.slice(0, 4096);
  if (sample.includes('\0') || (sample.match(/\uFFFD/g)?.length ?? 0) > sample.length / 20)
    throw new ImportError('binary');
  return text;
}

function readText(
  text: string,
  extension: string,
  library: LibraryTables,
  ids?: NewId,
  newPersonas?: ReadonlySet<string>,
): ImportResult {
  const isMermaid = extension === 'mmd' || extension === 'mermaid';
  if (extension === 'json' || (!isMermaid && /^\uFEFF?\s*[{[]/.test(text)))
    return readJson(text, library, ids, newPersonas);
  // Fenced blocks first: the prose around them may well begin with the word "journey".
  const diagrams = findDiagrams(text);
  if (diagrams.length === 0 && prepareMermaid(text) !== undefined) return readMermaid(text, library, ids, newPersonas);
  if (diagrams[0] !== undefined) {
    const result = readMermaid(diagrams[0], library, ids, newPersonas);
    const more: Note[] = diagrams.length > 1 ? [{ code: 'moreDiagrams', params: { count: diagrams.length } }] : [];
    return { ...result, notes: [...more, ...result.notes] };
  }
  throw new ImportError(isMermaid || extension === 'md' || extension === 'markdown' ? 'noJourney' : 'unknownFile');
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

function baseName(name: string): string {
  const base = name.trim().split(/[/\\]/).at(-1) ?? '';
  return base
    .replace(/(?:\.journey)?\.[^.]+$/i, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200);
}
