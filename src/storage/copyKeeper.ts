import { type CopyDirectory, fileNames, writeFile } from './copyDirectory.ts';
import type { AssetRow } from './database.ts';
import { createReadable, type Readable } from './readable.ts';
import {
  assetFile,
  type CopyContent,
  copyName,
  copyPieces,
  listCopies,
  mapsIn,
  type SafetyCopy,
} from './safetyCopies.ts';

/** Milliseconds. `first` and `quiet` count from the last change, `latest` from the first one that no copy has. */
export interface CopyTiming {
  /** The first copy of a session. */
  readonly first: number;
  readonly firstLatest: number;
  /** Further copies. */
  readonly quiet: number;
  readonly latest: number;
  /** Copies are never made more often than this. */
  readonly every: number;
}
const copyTiming: CopyTiming = {
  first: 3000,
  firstLatest: 15_000,
  quiet: 20_000,
  latest: 300_000,
  every: 120_000,
};

export interface CopyKeeperOptions {
  readonly openDirectory: () => Promise<CopyDirectory>;
  /** The mark of the database: its copies are kept apart from those of one that was lost. */
  readonly birth: string;
  /** Everything, read in one transaction. */
  readonly read: () => Promise<CopyContent>;
  readonly readAsset: (hash: string) => Promise<AssetRow | undefined>;
  readonly timing?: CopyTiming | undefined;
}

/** The last copy of this session, and what went wrong with the last attempt. */
export interface CopyState {
  readonly savedAt: number | null;
  readonly failure: unknown;
}

export interface CopyKeeper {
  readonly state: Readable<CopyState>;
  /** Something was written to the database. */
  changed(): void;
  stop(): void;
}

/** How many copies of this database are kept, and of each of the two that were lost last. */
const KEPT = 4;
const KEPT_OF_LOST = 2;

/**
 * Makes a copy of the workspace in a second store of the browser when saving has been quiet for a while. Damage to the
 * database leaves it alone. A copy that fails harms nothing: it is noted and tried again after the next change.
 */
export function createCopyKeeper(options: CopyKeeperOptions): CopyKeeper {
  const timing = options.timing ?? copyTiming;
  const state = createReadable<CopyState>({ savedAt: null, failure: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  let lastTry: number | undefined;
  let running = false;
  let stopped = false;

  function schedule(): void {
    if (stopped || running || firstChange === undefined) return;
    const now = Date.now();
    const isFirst = lastTry === undefined;
    const wanted = Math.min(
      now + (isFirst ? timing.first : timing.quiet),
      firstChange + (isFirst ? timing.firstLatest : timing.latest),
    );
    const at = Math.max(wanted, lastTry === undefined ? 0 : lastTry + timing.every);
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), Math.max(0, at - now));
  }

  async function attempt(): Promise<void> {
    running = true;
    firstChange = undefined;
    lastTry = Date.now();
    try {
      await makeCopy(lastTry);
      state.set({ savedAt: lastTry, failure: null });
    } catch (failure) {
      state.set({ ...state.get(), failure });
    }
    running = false;
    schedule();
  }

  async function makeCopy(savedAt: number): Promise<void> {
    const directory = await options.openDirectory();
    const content = await options.read();
    const known = new Set(await fileNames(directory));
    for (const hash of content.assets) {
      const asset = known.has(assetFile(hash)) ? undefined : await options.readAsset(hash);
      if (asset !== undefined) await writeFile(directory, assetFile(hash), one(asset.bytes));
    }
    const name = copyName({ savedAt, maps: mapsIn(content.docs), birth: options.birth });
    await writeFile(directory, name, copyPieces(content));
    for (const old of superfluous(await listCopies(directory), options.birth)) {
      // Another window may have been faster.
      await directory.removeEntry(old.name).catch(() => undefined);
    }
  }

  return {
    state,
    changed() {
      firstChange ??= Date.now();
      schedule();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
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
