import { type DiskWorkspaceOptions, openDiskWorkspace } from './diskWorkspace.ts';
import { createMemoryWorkspace } from './memoryWorkspace.ts';
import type { Workspace } from './workspace.ts';

/**
 * Opens the workspace on this browser's disk; where the browser refuses, one in memory (`kind` tells, and the person
 * must be told). While another tab blocks an upgrade (`onBlocked`) this waits, and goes on once that tab is closed:
 * falling back to memory there would hide everybody's maps. Options replace parts of the browser, for tests.
 */
export async function openWorkspace(options: DiskWorkspaceOptions = {}): Promise<Workspace> {
  try {
    return await openDiskWorkspace({ ...browserParts(), ...options });
  } catch (error) {
    return createMemoryWorkspace(error);
  }
}

function browserParts(): DiskWorkspaceOptions {
  return {
    openChannel: typeof BroadcastChannel === 'undefined' ? undefined : (name) => new BroadcastChannel(name),
    storageManager: typeof navigator === 'undefined' ? undefined : navigator.storage,
    localStorage: browserStorage(),
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
