import { type Patch, readRecord } from '../model/patch.ts';
import { NewerSchemaError } from './database.ts';
import { createDirtyPaths, type DirtyRecord, patchesOf } from './dirtyPaths.ts';
import type { EditorPort } from './editorPort.ts';
import { createReadable, type Readable } from './readable.ts';
import type { WriteBatch, Written } from './writeDirty.ts';

/** `memory` stands in for `saved` where nothing outlives the page. */
export type SaveState = 'saved' | 'saving' | 'notSaved' | 'memory' | 'readOnly';

/** Milliseconds. A save starts `quiet` after the last commit, at most `latest` after the first. */
export interface AutosaveTiming {
  readonly quiet: number;
  readonly latest: number;
  readonly retryFirst: number;
  readonly retryMost: number;
  /** A write that takes longer than this is reported as not saved while it goes on. */
  readonly slow: number;
}
export const autosaveTiming: AutosaveTiming = { quiet: 250, latest: 500, retryFirst: 500, retryMost: 5000, slow: 5000 };

export interface AutosaveOptions {
  readonly mapId: string;
  readonly editor: EditorPort;
  /** One transaction: resolves when it is complete, rejects when nothing was written. */
  readonly write: (batch: WriteBatch) => Promise<Written>;
  readonly settled?: 'saved' | 'memory';
  readonly timing?: Partial<AutosaveTiming>;
  /** What the next write will contain, in the caller's terms; given back to `onWritten` when it is through. */
  readonly mark?: () => number;
  readonly onWritten?: (mark: number) => void;
  readonly onNewer?: () => void;
}

/** For tests and benchmarks: transactions completed and failed, rows written in all and in the last one. */
export interface SaveCounters {
  readonly writes: number;
  readonly failures: number;
  readonly rows: number;
  readonly lastRows: number;
}

export interface Autosave {
  readonly status: Readable<SaveState>;
  /** Writing is allowed from here on. What was committed before is kept and written then. */
  start(): void;
  markDirty(patches: readonly Patch[]): void;
  /** True when this tab has written (or is to write) what the patch touches. */
  touched(patch: Patch): boolean;
  /** True when what the patch touches is not yet known to be on disk. */
  isDirty(patch: Patch): boolean;
  /** What is not yet known to be on disk, with today's values. */
  pending(): Patch[];
  /** Writes now. Resolves after the attempt, whether it succeeded or not; never rejects. */
  flush(): Promise<void>;
  /** Resolves when everything is written, however many attempts that takes. */
  whenSaved(): Promise<void>;
  goReadOnly(): void;
  /** Ends listening and retrying. Writes nothing: call `flush` first. */
  stop(): void;
  counters(): SaveCounters;
}

/** Writes what commits change. Commits of origin `tab` are not ours to write: the tab that made them does. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { editor, settled = 'saved' } = options;
  const timing = { ...autosaveTiming, ...options.timing };
  const status = createReadable<SaveState>(settled);
  const dirty = createDirtyPaths();
  const touched = createDirtyPaths();
  const inFlight = createDirtyPaths();
  let counters: SaveCounters = { writes: 0, failures: 0, rows: 0, lastRows: 0 };
  let started = false;
  let ended = false;
  let failuresInRow = 0;
  let firstAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  function markDirty(patches: readonly Patch[]): void {
    if (patches.length === 0 || ended) return;
    for (const patch of patches) {
      dirty.add(patch);
      touched.add(patch);
    }
    firstAt ??= Date.now();
    showSaving();
    // A retry that waits is not put off by more typing.
    if (failuresInRow === 0) schedule();
  }

  function setState(state: SaveState): void {
    if (status.get() !== 'readOnly') status.set(state);
  }

  /** "Not saved" stays until a write succeeds: trying again is no good news yet. */
  function showSaving(): void {
    if (status.get() !== 'notSaved') setState('saving');
  }

  function schedule(): void {
    if (!started || ended || running !== undefined || dirty.size === 0) return;
    clearTimeout(timer);
    const untilLatest = (firstAt ?? Date.now()) + timing.latest - Date.now();
    const delay =
      failuresInRow > 0
        ? Math.min(timing.retryFirst * 2 ** (failuresInRow - 1), timing.retryMost)
        : Math.max(0, Math.min(timing.quiet, untilLatest));
    timer = setTimeout(() => void flush(), delay);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    if (running !== undefined) {
      // What came after the running write began goes into one more.
      following ??= running.then(() => {
        following = undefined;
        return flush();
      });
      return following;
    }
    if (!started || ended || dirty.size === 0) return Promise.resolve();
    const attempt = writeOnce().then(() => {
      running = undefined;
      schedule();
    });
    running = attempt;
    return attempt;
  }

  async function writeOnce(): Promise<void> {
    const taken = dirty.take();
    inFlight.addRecords(taken);
    firstAt = undefined;
    const mark = options.mark?.() ?? 0;
    showSaving();
    const slow = setTimeout(() => setState('notSaved'), timing.slow);
    try {
      const { rows, kept } = await options.write({ mapId: options.mapId, dirty: taken, documents: editor.documents() });
      inFlight.take();
      failuresInRow = 0;
      counters = { ...counters, writes: counters.writes + 1, rows: counters.rows + rows, lastRows: rows };
      putBack(kept);
      setState(dirty.size === 0 ? settled : 'saving');
      options.onWritten?.(mark);
    } catch (error) {
      keep(taken, error);
    } finally {
      clearTimeout(slow);
    }
  }

  /** What another map still uses stays in the library, in memory as on disk; unless it was made anew meanwhile. */
  function putBack(kept: readonly Patch[]): void {
    const gone = kept.filter(({ path }) => readRecord(editor.documents(), path[0], path[1], path[2]) === undefined);
    if (gone.length > 0) editor.applyForeign(gone, 'repair');
  }

  /**
   * Whatever the reason of a failure (names of quota errors differ between browsers), what was to be written still is.
   */
  function keep(taken: readonly DirtyRecord[], error: unknown): void {
    inFlight.take();
    dirty.addRecords(taken);
    firstAt ??= Date.now();
    failuresInRow++;
    counters = { ...counters, failures: counters.failures + 1 };
    if (error instanceof NewerSchemaError) {
      goReadOnly();
      options.onNewer?.();
    } else setState('notSaved');
  }

  function goReadOnly(): void {
    status.set('readOnly');
    stop();
  }

  function stop(): void {
    ended = true;
    clearTimeout(timer);
    unsubscribe();
  }

  const unsubscribe = editor.subscribe((commit) => {
    if (commit.origin !== 'tab') markDirty(commit.patches);
  });

  return {
    status,
    start() {
      started = true;
      schedule();
    },
    markDirty,
    touched: touched.overlaps,
    isDirty: (patch) => dirty.overlaps(patch) || inFlight.overlaps(patch),
    pending() {
      const all = createDirtyPaths();
      all.addRecords(inFlight.records());
      all.addRecords(dirty.records());
      return patchesOf(all.records(), editor.documents());
    },
    flush,
    whenSaved() {
      const isClean = () => dirty.size === 0 && inFlight.size === 0;
      if (isClean()) return Promise.resolve();
      return new Promise((resolve) => {
        const done = status.subscribe(() => {
          if (!isClean()) return;
          done();
          resolve();
        });
      });
    },
    goReadOnly,
    stop,
    counters: () => counters,
  };
}
