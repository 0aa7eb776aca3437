/** A value that can be read and watched; `get` gives the same reference until it changes. */
export interface Readable<T> {
  get(): T;
  /** Calls `listener` after each change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}
export interface Writable<T> extends Readable<T> {
  set(value: T): void;
}

/** A watched value that starts as `initial`. Setting an identical value tells nobody. */
export function createReadable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
