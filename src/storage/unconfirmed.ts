import type { Patch } from '../model/patch.ts';
import type { Stamp } from './stamp.ts';

export interface Unconfirmed {
  add(patch: Patch, stamp: Stamp): void;
  /** The tab `tab` has written everything up to `counter`. */
  confirm(tab: string, counter: number): void;
  /** Takes over everything that is still open, at once. */
  claimAll(): void;
  stop(): void;
}

/**
 * Changes of other tabs that are shown here but not yet said to be on disk. A tab writes what it changed; when it dies
 * before that (a crashed or killed tab), `claim` gets the patches after `wait` ms so that this tab writes them.
 */
export function createUnconfirmed(wait: number, claim: (patches: Patch[]) => void): Unconfirmed {
  let open: { patch: Patch; stamp: Stamp; due: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function check(): void {
    timer = undefined;
    const now = Date.now();
    const due = open.filter((item) => item.due <= now);
    open = open.filter((item) => item.due > now);
    if (due.length > 0) claim(due.map((item) => item.patch));
    arm();
  }

  function arm(): void {
    const first = open[0];
    if (timer === undefined && first !== undefined) timer = setTimeout(check, Math.max(0, first.due - Date.now()));
  }

  return {
    add(patch, stamp) {
      open.push({ patch, stamp, due: Date.now() + wait });
      arm();
    },
    confirm(tab, counter) {
      open = open.filter((item) => item.stamp.tab !== tab || item.stamp.counter > counter);
    },
    claimAll() {
      const patches = open.map((item) => item.patch);
      open = [];
      if (patches.length > 0) claim(patches);
    },
    stop() {
      clearTimeout(timer);
      open = [];
    },
  };
}
