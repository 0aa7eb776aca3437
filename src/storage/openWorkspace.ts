import { browserCopyDirectory } from './copyDirectory.ts';
import { type DiskWorkspaceOptions, openDiskWorkspace } from './diskWorkspace.ts';
import { hasBeenHere } from './persistence.ts';
import { UnopenedError, type Workspace } from './workspace.ts';

export interface OpenWorkspaceOptions extends DiskWorkspaceOptions {
  /** How long to wait before each further attempt, in ms. */
  readonly waits?: readonly number[];
}

/** About three seconds in all: Chromium may not find its own database for as long as that after a crash. */
const WAITS: readonly number[] = [100, 300, 900, 1700];

/** How long after the start it is asked whether this window forgets everything, in ms: what is seen first goes first. */
const SETTLED_MS = 2000;

/**
 * Opens the workspace on this browser's disk. Where the browser allows no database at all, one in memory (`kind` tells,
 * and the person must be told). What fails otherwise is tried again; if it goes on failing this throws `UnopenedError`
 * rather than hide anybody's maps behind an empty gallery. On a browser that never kept a map here there are none to
 * hide, and memory is the best there is. While another tab blocks an upgrade (`onBlocked`) this waits, and goes on once
 * that tab is closed. Options replace parts of the browser, for tests.
 */
export async function openWorkspace(options: OpenWorkspaceOptions = {}): Promise<Workspace> {
  const parts = { ...browserParts(), ...options };
  const waits = [...(options.waits ?? WAITS)];
  for (;;) {
    try {
      return await openDiskWorkspace(parts);
    } catch (error) {
      if (isRefusal(error)) return inMemory(error);
      const wait = waits.shift();
      if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
      else if (hasBeenHere(parts.localStorage) || !isStorageFailure(error)) throw new UnopenedError(error);
      else return inMemory(error);
    }
  }
}

/** A workspace in memory for while the maps cannot be opened. It can bring back what the safety copies hold. */
export function openStandIn(error: UnopenedError): Promise<Workspace> {
  return inMemory(error, browserCopyDirectory());
}

/** Fetched only where it is needed: most browsers have a database. */
async function inMemory(cause: unknown, openCopies?: DiskWorkspaceOptions['openCopies']): Promise<Workspace> {
  const { createMemoryWorkspace } = await import('./memoryWorkspace.ts');
  return createMemoryWorkspace(cause, undefined, openCopies);
}

const refusals: ReadonlySet<string> = new Set(['SecurityError', 'NotAllowedError', 'MissingAPIError', 'MissingAPI']);

/** The names and messages of an error and of those it wraps. */
function layersOf(error: unknown): { name: string; message: string }[] {
  const layers: { name: string; message: string }[] = [];
  for (let layer = error; typeof layer === 'object' && layer !== null && layers.length < 5; ) {
    const { name, message, inner } = layer as { name?: unknown; message?: unknown; inner?: unknown };
    layers.push({ name: String(name), message: String(message) });
    layer = inner;
  }
  return layers;
}

/** True when the browser allows no database at all; asking again would not help. */
function isRefusal(error: unknown): boolean {
  // Private windows of older Firefox name it an invalid state.
  return layersOf(error).some(({ name, message }) => refusals.has(name) || /did not allow mutations/i.test(message));
}

/** True when it is the browser's database that failed, not what this code does with it. */
function isStorageFailure(error: unknown): boolean {
  return layersOf(error).some(({ name }) =>
    /^(Unknown|Abort|Timeout|InvalidState|QuotaExceeded|DatabaseClosed|OpenFailed|NotFound|Data|Operation)(Error)?$/.test(
      name,
    ),
  );
}

function browserParts(): DiskWorkspaceOptions {
  return {
    openChannel: typeof BroadcastChannel === 'undefined' ? undefined : (name) => new BroadcastChannel(name),
    storageManager: typeof navigator === 'undefined' ? undefined : navigator.storage,
    localStorage: browserStorage(),
    openCopies: browserCopyDirectory(),
    askForgets: async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
      return import('./forgetting.ts').then(({ forgetsEverything }) => forgetsEverything()).catch(() => false);
    },
  };
}

/** localStorage, or undefined: even naming it throws where cookies are switched off. */
export function browserStorage(): Storage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage;
  } catch {
    return undefined;
  }
}
