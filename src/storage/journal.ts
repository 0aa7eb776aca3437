import { type Patch, parsePatches } from '../model/patch.ts';

const PREFIX = 'desirepath:unsaved:';
/** A journal is a belt for the last half second of edits, not a second database (UTF-16 units). */
const LONGEST = 500_000;

export interface JournalEntry {
  readonly key: string;
  /** Schema version of the page that left it. */
  readonly schema: number;
  readonly patches: Patch[];
}

/**
 * The unsaved changes of a page that is about to go, in localStorage. A page that is closed has no time left for a
 * transaction that must read before it writes; localStorage takes the text at once. The next load puts it back.
 */
export interface Journal {
  keep(patches: readonly Patch[]): void;
  clear(): void;
  /** What other pages left behind for this map. */
  read(): JournalEntry[];
  /** The journal that a storage event tells of, when it is another page's and about this map. */
  readKey(key: string | null): JournalEntry | null;
  drop(key: string): void;
}

/** `storage` may be missing or refuse (private windows, full): then there is no journal, and nothing fails. */
export function createJournal(storage: Storage | undefined, mapId: string, tab: string, schema: number): Journal {
  const own = `${PREFIX}${tab}`;

  function attempt<T>(work: (storage: Storage) => T, otherwise: T): T {
    try {
      return storage === undefined ? otherwise : work(storage);
    } catch {
      return otherwise;
    }
  }

  function readKey(key: string | null): JournalEntry | null {
    if (key === null || !key.startsWith(PREFIX) || key === own) return null;
    const text = attempt((store) => store.getItem(key), null);
    if (text === null) return null;
    const content = attempt(
      () => JSON.parse(text) as { schema?: unknown; mapId?: unknown; patches?: unknown } | null,
      null,
    );
    // What newer code left is for newer code.
    if (content?.mapId !== mapId || typeof content.schema !== 'number' || content.schema > schema) return null;
    return { key, schema: content.schema, patches: parsePatches(content.patches).patches };
  }

  return {
    keep(patches) {
      const text = JSON.stringify({ schema, mapId, patches });
      if (patches.length > 0 && text.length <= LONGEST) attempt((store) => store.setItem(own, text), undefined);
    },
    clear: () => attempt((store) => store.removeItem(own), undefined),
    read() {
      const keys = attempt((store) => Array.from({ length: store.length }, (_, index) => store.key(index)), []);
      return keys.map(readKey).filter((entry) => entry !== null);
    },
    readKey,
    drop: (key) => attempt((store) => store.removeItem(key), undefined),
  };
}
