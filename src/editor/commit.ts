import type { Patch } from '../model/patch.ts';

/**
 * One change of the documents, and the only form in which they change. `user` and `history` come from this tab's person,
 * `tab` and `peer` from elsewhere, `repair` mends what those brought.
 */
export interface Commit {
  readonly id: string;
  readonly origin: 'user' | 'history' | 'tab' | 'peer' | 'repair';
  /** The command's name. */
  readonly label: string;
  /** At most one for each path. */
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}
