import { createReadable, type Readable } from './readable.ts';
import type { Workspace } from './workspace.ts';

/**
 * Whether an open map is among the deleted ones: it was when it was opened (`found`), another window has deleted it since
 * (`meanwhile`), or an edit made here has brought it back (`broughtBack`).
 */
export type Deletion = 'none' | 'found' | 'meanwhile' | 'broughtBack';

export interface DeletionWatch {
  readonly state: Readable<Deletion>;
  /** Is told of each edit made here: whoever goes on with a map wants to find it again. */
  edited(): void;
  /** Takes the deletion back. Rejects when that cannot be written. */
  restore(): Promise<void>;
  /** That it was brought back has been read. */
  acknowledge(): void;
  stop(): void;
}

/** Follows the gallery's list, other windows' changes to it too. What is written to a deleted map is kept with it. */
export function watchDeletion(workspace: Workspace, mapId: string): DeletionWatch {
  const state = createReadable<Deletion>('none');
  const isDeleted = () => state.get() === 'found' || state.get() === 'meanwhile';
  let wasSeen = false;
  let byEdit = false;
  const stop = workspace.watchMap(mapId, (doc) => {
    // One without a row was cleared with its database; the next save writes it anew.
    if (doc === undefined) return;
    if (doc.deletedAt === undefined) {
      if (isDeleted()) state.set(byEdit ? 'broughtBack' : 'none');
      byEdit = false;
    } else if (!isDeleted()) state.set(wasSeen ? 'meanwhile' : 'found');
    wasSeen = true;
  });
  return {
    state,
    edited() {
      if (!isDeleted() || byEdit) return;
      byEdit = true;
      workspace.restoreMap(mapId).catch(() => {
        // It is still said to be deleted, and the next edit tries again.
        byEdit = false;
      });
    },
    restore: () => workspace.restoreMap(mapId),
    acknowledge: () => state.set('none'),
    stop,
  };
}
