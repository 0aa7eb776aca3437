import { LIBRARY_ID, type LibraryTables, type MapTables, SCHEMA_VERSION } from '../model/tables.ts';
import { type CopyDirectory, fileNames } from './copyDirectory.ts';
import type { DocRow, RecordRow } from './database.ts';
import { loadDocuments } from './loadDocuments.ts';
import { liveMaps } from './mapRows.ts';
import { migrateRows } from './migrations.ts';

/** A copy of the whole workspace in the browser's second store. */
export interface SafetyCopy {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** How many maps are in it. */
  readonly maps: number;
  /** The mark of the database it was made of. */
  readonly birth: string;
}

/** What a copy holds, brought to today's schema and sound. Deleted maps are left out. */
export interface CopiedWorkspace {
  readonly maps: readonly MapTables[];
  readonly library: LibraryTables;
  readonly assets: readonly ArrayBuffer[];
}

/** Why a copy cannot be brought back; what to say about it is for others. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  constructor(readonly code: 'copyNewer' | 'copyUnreadable') {
    super(code);
  }
}

/** The text of a copy. Assets lie beside it, one file each, since they never change. */
export interface CopyContent {
  readonly schemaVersion: number;
  readonly docs: readonly DocRow[];
  readonly records: readonly RecordRow[];
  /** Their hashes. */
  readonly assets: readonly string[];
}

export const assetFile = (hash: string) => `asset-${hash}`;

export function copyName({ savedAt, maps, birth }: Omit<SafetyCopy, 'name'>): string {
  return `copy_${savedAt}_${maps}_${birth}.json`;
}

function parseName(name: string): SafetyCopy | null {
  const match = /^copy_(\d{1,15})_(\d{1,9})_([0-9a-z-]+)\.json$/.exec(name);
  return match && { name, savedAt: Number(match[1]), maps: Number(match[2]), birth: match[3] as string };
}

/** The whole copies there are, the newest first. One that is being written, or never was to its end, is empty. */
export async function listCopies(directory: CopyDirectory): Promise<SafetyCopy[]> {
  const whole: SafetyCopy[] = [];
  for (const copy of await listBegunCopies(directory)) {
    const handle = await directory.getFileHandle(copy.name).catch(() => undefined);
    if (handle !== undefined && (await handle.getFile()).size > 0) whole.push(copy);
  }
  return whole;
}

/** As `listCopies`, with those that are empty. */
export async function listBegunCopies(directory: CopyDirectory): Promise<SafetyCopy[]> {
  const copies = (await fileNames(directory)).map(parseName).filter((copy) => copy !== null);
  return copies.sort((a, b) => b.savedAt - a.savedAt || (a.name < b.name ? -1 : 1));
}

/** Reads a copy. Rejects with a `CopyError` when it cannot be read; maps that cannot be read are left out. */
export async function readCopy(directory: CopyDirectory, name: string): Promise<CopiedWorkspace> {
  const content = parseContent(await (await (await directory.getFileHandle(name)).getFile()).text());
  if (content.schemaVersion > SCHEMA_VERSION) {
    throw new CopyError('copyNewer');
  }
  const rowsOf = (docId: string, kind: 'map' | 'library') =>
    migrateRows(
      kind,
      content.records.filter((row) => row.docId === docId),
      content.schemaVersion,
      SCHEMA_VERSION,
    );
  const libraryRows = rowsOf(LIBRARY_ID, 'library');
  const maps = liveMaps(content.docs).map(
    ({ docId }) => loadDocuments(docId, rowsOf(docId, 'map'), libraryRows).documents.map,
  );
  const assets: ArrayBuffer[] = [];
  for (const hash of content.assets) {
    const file = await directory.getFileHandle(assetFile(hash)).catch(() => undefined);
    if (file !== undefined) assets.push(await (await file.getFile()).arrayBuffer());
  }
  return { maps, library: loadDocuments('mp_none', [], libraryRows).documents.library, assets };
}

function parseContent(text: string): CopyContent {
  let content: Partial<CopyContent> | null = null;
  try {
    content = JSON.parse(text) as Partial<CopyContent> | null;
  } catch {
    // Said below.
  }
  const { schemaVersion, docs, records, assets } = content ?? {};
  if (typeof schemaVersion !== 'number' || ![docs, records, assets].every(Array.isArray)) {
    throw new CopyError('copyUnreadable');
  }
  return content as CopyContent;
}

/** The text of a copy in pieces, one for each document, so that nothing waits long for a large one. */
export async function* copyPieces({ records, ...rest }: CopyContent): AsyncGenerator<string> {
  const byDocument = new Map<string, RecordRow[]>();
  for (const row of records) {
    const rows = byDocument.get(row.docId);
    if (rows === undefined) byDocument.set(row.docId, [row]);
    else rows.push(row);
  }
  yield `${JSON.stringify(rest).slice(0, -1)},"records":[`;
  let comma = '';
  for (const rows of byDocument.values()) {
    yield comma + JSON.stringify(rows).slice(1, -1);
    comma = ',';
    await new Promise((resolve) => setTimeout(resolve));
  }
  yield ']}';
}

/** How many maps a copy of these documents is said to hold. */
export function mapsIn(docs: readonly DocRow[]): number {
  return liveMaps(docs).length;
}
