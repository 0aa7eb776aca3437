import type { CopySource } from './makeCopy.ts';
import { createReadable, type Readable } from './readable.ts';

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

export interface CopyKeeperOptions extends CopySource {
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

/**
 * Makes a copy of the workspace in a second store of the browser when saving has been quiet for a while, unless another
 * window has just done so. Damage to the database leaves it alone. A copy that fails harms nothing: it is noted and tried again after the next change.
 */
export function createCopyKeeper(options: CopyKeeperOptions): CopyKeeper {
  const timing = options.timing ?? copyTiming;
  const state = createReadable<CopyState>({ savedAt: null, failure: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  let lastChange = 0;
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
      // What makes copies is needed long after the first screen.
      const { makeCopy } = await import('./makeCopy.ts');
      state.set({ savedAt: await makeCopy(options, lastChange), failure: null });
    } catch (failure) {
      state.set({ ...state.get(), failure });
    }
    running = false;
    schedule();
  }

  return {
    state,
    changed() {
      lastChange = Date.now();
      firstChange ??= lastChange;
      schedule();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
