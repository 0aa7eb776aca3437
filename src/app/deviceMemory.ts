/** Short texts that this device keeps, one for each key. */
export interface DeviceMemory {
  get(key: string): string | null;
  /** Null forgets it. */
  set(key: string, text: string | null): void;
}

/**
 * Remembers in `storage`, under keys that begin with `prefix`; where the browser refuses it, which it may do at the mere
 * mention, while the page is open only.
 */
export function createDeviceMemory(storage: () => Storage, prefix: string): DeviceMemory {
  const here = new Map<string, string>();
  return {
    get(key) {
      try {
        const kept = storage().getItem(prefix + key);
        if (kept !== null) return kept;
      } catch {
        // Refused: what this page knows is all there is.
      }
      return here.get(key) ?? null;
    },
    set(key, text) {
      if (text === null) here.delete(key);
      else here.set(key, text);
      try {
        if (text === null) storage().removeItem(prefix + key);
        else storage().setItem(prefix + key, text);
      } catch {
        // As above.
      }
    },
  };
}
