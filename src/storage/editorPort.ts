import type { Patch } from '../model/patch.ts';
import type { Documents } from '../model/tables.ts';

/** As much of a commit as storage needs to know. */
export interface CommitLike {
  readonly origin: 'user' | 'history' | 'tab' | 'peer' | 'repair';
  readonly patches: readonly Patch[];
}

/**
 * All that storage knows of the editor. `subscribe` reports every commit, `applyForeign`'s too, before the call that
 * made it returns. `applyForeign` drops field patches of missing records, stays outside the history, and mends what
 * the patches broke in a further commit of origin `repair`: a card in a lane that was removed meanwhile.
 */
export interface EditorPort {
  documents(): Documents;
  subscribe(listener: (commit: CommitLike) => void): () => void;
  applyForeign(patches: Patch[], origin: 'tab' | 'repair'): void;
}
