import { type CopyDirectory, fileNames, writeFile } from './copyDirectory.ts';
import type { AssetRow } from './database.ts';
import {
  assetFile,
  type CopyContent,
  copyName,
  copyPieces,
  listBegunCopies,
  listCopies,
  mapsIn,
  type SafetyCopy,
} from './safetyCopies.ts';

/** What is copied, and where to. */
export interface CopySource {
  readonly openDirectory: () => Promise<CopyDirectory>;
  /** The mark of the database: its copies are kept apart from those of one that was lost. */
  readonly birth: string;
  /** Everything, read in one transaction. */
  readonly read: () => Promise<CopyContent>;
  readonly readAsset: (hash: string) => Promise<AssetRow | undefined>;
}

/** How many copies of this database are kept, and of each of the two that were lost last. */
const KEPT = 4;
const KEPT_OF_LOST = 2;

/**
 * Makes one copy and removes those that are no longer kept. Where another window has made one after the last change
 * (`changedAt`, milliseconds since 1970) that one holds it too, and none is made. Returns when the newest was made.
 */
export async function makeCopy(source: CopySource, changedAt: number): Promise<number> {
  const directory = await source.openDirectory();
  const newest = (await listCopies(directory)).find(({ birth }) => birth === source.birth);
  const savedAt = Date.now();
  if (newest !== undefined && newest.savedAt > changedAt && newest.savedAt <= savedAt) return newest.savedAt;
  const content = await source.read();
  const known = new Set(await fileNames(directory));
  for (const hash of content.assets) {
    const asset = known.has(assetFile(hash)) ? undefined : await source.readAsset(hash);
    if (asset !== undefined) await writeFile(directory, assetFile(hash), one(asset.bytes));
  }
  const name = copyName({ savedAt, maps: mapsIn(content.docs), birth: source.birth });
  await writeFile(directory, name, copyPieces(content));
  for (const old of superfluous(await listBegunCopies(directory), source.birth)) {
    // Another window may have been faster.
    await directory.removeEntry(old.name).catch(() => undefined);
  }
  return savedAt;
}

async function* one(bytes: ArrayBuffer): AsyncGenerator<ArrayBuffer> {
  yield bytes;
}

/** Those of `copies` (newest first) that are not kept. What was lost keeps its copies whatever is copied now. */
function superfluous(copies: readonly SafetyCopy[], birth: string): SafetyCopy[] {
  const counts = new Map<string, number>([[birth, 0]]);
  return copies.filter((copy) => {
    const count = counts.get(copy.birth);
    if (count === undefined && counts.size > 2) return true;
    counts.set(copy.birth, (count ?? 0) + 1);
    return (count ?? 0) >= (copy.birth === birth ? KEPT : KEPT_OF_LOST);
  });
}
