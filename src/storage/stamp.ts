/** When and where a change was made. Every tab orders the stamps of all tabs alike. */
export interface Stamp {
  readonly counter: number;
  readonly tab: string;
}

/** A name for this tab (or another mark of this browser) that no other has. */
export function randomMark(): string {
  // `crypto.randomUUID` is missing where the app is served over plain http.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/** Negative when `a` is the earlier one. Equal counters are ordered by tab, so two tabs never tie. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.counter !== b.counter) return a.counter - b.counter;
  return a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : 0;
}

/** Reads a stamp that came from outside, or null. */
export function parseStamp(input: unknown): Stamp | null {
  if (typeof input !== 'object' || input === null) return null;
  const { counter, tab } = input as { counter?: unknown; tab?: unknown };
  if (!Number.isSafeInteger(counter) || (counter as number) < 0 || typeof tab !== 'string') return null;
  return { counter: counter as number, tab };
}

export interface Clock {
  readonly tab: string;
  /** A stamp later than every one made or observed here. */
  next(): Stamp;
  /** Takes note of a counter another tab has used. */
  observe(counter: number): void;
}

/**
 * A Lamport clock that never runs behind `now` (milliseconds). A plain counter would start at zero in a new tab, whose
 * first edits would then lose against everything the older tabs did hours ago.
 */
export function createClock(tab: string, now: () => number = Date.now): Clock {
  let last = 0;
  return {
    tab,
    next() {
      last = Math.max(last + 1, now());
      return { counter: last, tab };
    },
    observe(counter) {
      last = Math.max(last, counter);
    },
  };
}
