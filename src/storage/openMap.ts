import { type RepairNote, repair } from '../model/repair.ts';
import type { Documents } from '../model/tables.ts';
import { type AutosaveTiming, createAutosave, type SaveCounters, type SaveState } from './autosave.ts';
import { type DeletionWatch, watchDeletion } from './deletion.ts';
import type { EditorPort } from './editorPort.ts';
import { dropEditStamp, keepEditStamp } from './editStamps.ts';
import { createJournal, type JournalEntry } from './journal.ts';
import type { LoadedDocuments } from './loadDocuments.ts';
import type { Notice } from './notice.ts';
import { browserStorage } from './openWorkspace.ts';
import { type PageTarget, watchPage } from './pageEvents.ts';
import { createReadable, type Readable } from './readable.ts';
import { createClock, randomMark } from './stamp.ts';
import { CHANNEL } from './tabMessage.ts';
import { createTabs } from './tabs.ts';
import type { Workspace } from './workspace.ts';

export interface OpenMapOptions<E extends EditorPort> {
  readonly workspace: Workspace;
  readonly mapId: string;
  readonly createEditor: (documents: Documents) => E;
  readonly timing?: Partial<AutosaveTiming>;
  /** Parts of the browser, replaced in tests. */
  readonly page?: PageTarget | undefined;
  readonly localStorage?: Storage | undefined;
  readonly unconfirmedMs?: number;
  readonly settleMs?: number;
}

/** Longer than another tab takes to write what it has just changed. */
const SETTLE_MS = 700;
/** Milliseconds from a save to the note of when the map was last edited. */
const STAMP_MS = 2000;

/** A map that is open in an editor, saved as it is edited and kept like the other tabs'. */
export interface OpenMap<E extends EditorPort> {
  readonly editor: E;
  readonly status: Readable<SaveState>;
  readonly notices: Readable<readonly Notice[]>;
  /** Whether the map is among the deleted ones. */
  readonly deletion: DeletionWatch;
  /** What had to be mended when the map was loaded. */
  readonly repairNotes: readonly RepairNote[];
  /** Rows of tables this code does not know; they stay on disk. */
  readonly unknownRows: number;
  flush(): Promise<void>;
  whenSaved(): Promise<void>;
  counters(): SaveCounters;
  /**
   * Writes what is not written and closes. When that fails the map stays open and the result is false: closing would
   * lose edits. `force` closes all the same.
   */
  close(options?: { force?: boolean }): Promise<boolean>;
}

/**
 * Opens a map. The order is what keeps it whole: the tab channel first, holding what arrives; then read, migrate and
 * repair; show; replay what was held; and only then may anything be written. Throws `MapNotFoundError`.
 */
export async function openMap<E extends EditorPort>(options: OpenMapOptions<E>): Promise<OpenMap<E>> {
  const { workspace, mapId } = options;
  const page = 'page' in options ? options.page : typeof window === 'undefined' ? undefined : window;
  const clock = createClock(randomMark());
  const localStorage = 'localStorage' in options ? options.localStorage : browserStorage();
  const journal = createJournal(localStorage, mapId, clock.tab, workspace.codeVersion);
  const notices = createReadable<readonly Notice[]>([]);
  const notify = (notice: Notice) => {
    if (notices.get().every((known) => known.code !== notice.code)) notices.set([...notices.get(), notice]);
  };

  // Set once autosave exists; a newer tab may speak up while we are still loading.
  let stopWriting: ((notice: Notice) => Promise<void>) | undefined;
  let newer = workspace.newer;
  const onNewer = () => {
    newer = true;
    void stopWriting?.({ code: 'newerVersion' });
  };
  const tabs =
    workspace.openChannel &&
    createTabs({
      mapId,
      channel: workspace.openChannel(CHANNEL),
      clock,
      codeVersion: workspace.codeVersion,
      onNewer,
      onNotice: notify,
      unconfirmedMs: options.unconfirmedMs ?? 3000,
    });

  const loaded = await load().catch((error: unknown) => {
    tabs?.close();
    throw error;
  });
  const editor = options.createEditor(loaded.documents);
  let stampTimer: ReturnType<typeof setTimeout> | undefined;
  const autosave = createAutosave({
    mapId,
    editor,
    write: workspace.write,
    settled: workspace.kind === 'memory' ? 'memory' : 'saved',
    timing: options.timing ?? {},
    mark: () => tabs?.lastSent() ?? 0,
    onWritten(sent) {
      tabs?.sendWritten(sent);
      if (unstamped) stampTimer ??= setTimeout(stamp, STAMP_MS);
      if (autosave.pending().length === 0) journal.clear();
    },
    onNewer() {
      notify({ code: 'newerVersion' });
      journal.keep(autosave.pending());
    },
  });
  /** Notes when the map was last edited. Not with each save: one edit writes one row. */
  const stamp = () => {
    clearTimeout(stampTimer);
    stampTimer = undefined;
    unstamped = false;
    return workspace
      .touch(mapId, { editedAt: new Date().toISOString() })
      .then(() => dropEditStamp(localStorage, mapId))
      .catch(() => undefined);
  };
  let unstamped = false;
  let edited = false;
  const deletion = watchDeletion(workspace, mapId);
  const unsubscribe = editor.subscribe((commit) => {
    if (commit.origin === 'tab' || commit.origin === 'repair') return;
    unstamped = true;
    deletion.edited();
    if (commit.origin !== 'user' || edited) return;
    edited = true;
    void workspace.requestPersistence();
  });
  stopWriting = async (notice) => {
    notify(notice);
    if (notice.code !== 'stalePage') await autosave.flush();
    autosave.goReadOnly();
    // What could not be written any more waits for the version that can.
    journal.keep(autosave.pending());
  };

  tabs?.attach(editor, autosave, newer ? [] : loaded.repairPatches);
  if (newer) {
    notify({ code: 'newerVersion' });
    autosave.goReadOnly();
  } else {
    autosave.markDirty(loaded.repairPatches);
    for (const entry of journal.read()) putBack(entry);
    autosave.start();
    void workspace.touch(mapId, { openedAt: new Date().toISOString() }).catch(() => undefined);
  }

  async function load(): Promise<LoadedDocuments> {
    const first = await workspace.load(mapId, tabs?.held);
    if (tabs === undefined || first.repairPatches.length === 0) return first;
    // What looks broken may hang on what another tab has not written yet. It has told us by then, or written it.
    await new Promise((resolve) => setTimeout(resolve, options.settleMs ?? SETTLE_MS));
    return workspace.load(mapId, tabs.held);
  }

  function putBack(entry: JournalEntry): void {
    const before = editor.documents();
    editor.applyForeign(entry.patches, 'repair');
    // What they hang on may be gone by now.
    const mended = repair(editor.documents(), mapId).patches;
    if (mended.length > 0) editor.applyForeign(mended, 'repair');
    if (editor.documents() !== before) {
      unstamped = true;
      notify({ code: 'recovered', count: entry.patches.length });
    }
    void autosave.whenSaved().then(() => journal.drop(entry.key));
  }

  const unwatch = watchPage(page, {
    onHide() {
      journal.keep(autosave.pending());
      void autosave.flush();
      if (unstamped) {
        keepEditStamp(localStorage, mapId, new Date().toISOString());
        void stamp();
      }
    },
    onRestored: () => void stopWriting?.({ code: 'stalePage' }),
    onStorage(key) {
      // The page that goes away has sent us these changes; we write them, so that nobody puts them back later.
      const entry = journal.readKey(key);
      if (entry === null) return;
      // A page with older code has sent it too, but its messages are not understood here.
      if (entry.schema !== workspace.codeVersion) return putBack(entry);
      autosave.markDirty(entry.patches);
      void autosave.whenSaved().then(() => journal.drop(entry.key));
    },
  });
  const unlist = workspace.onClosing(() => stopWriting?.({ code: 'databaseClosed' }) ?? Promise.resolve());

  return {
    editor,
    status: autosave.status,
    notices,
    deletion,
    repairNotes: loaded.notes,
    unknownRows: loaded.unknownRows,
    flush: autosave.flush,
    whenSaved: autosave.whenSaved,
    counters: autosave.counters,
    async close({ force = false } = {}) {
      tabs?.claimUnconfirmed();
      await autosave.flush();
      // A save may find that an entry which was to be deleted is in use elsewhere, and puts it back.
      if (autosave.status.get() === 'saving') await autosave.flush();
      const saved = autosave.status.get() !== 'notSaved' && autosave.status.get() !== 'saving';
      if (!saved && !force) return false;
      if (!saved) journal.keep(autosave.pending());
      if (unstamped && autosave.status.get() !== 'readOnly') await stamp();
      clearTimeout(stampTimer);
      unwatch();
      unlist();
      unsubscribe();
      deletion.stop();
      autosave.stop();
      tabs?.close();
      return true;
    },
  };
}
