export interface Fingerprint {
  /** Blocks have to be of one size, but for the last. */
  add(block: Uint8Array): void;
  /** Hexadecimal, or null where the browser offers no hashing (pages that were not loaded securely). */
  end(): Promise<string | null>;
}

/**
 * Tells whether a file is the same as one before. The SHA-256 of a file in one block; of a longer one the SHA-256 of
 * those of its blocks: the browser hashes each beside the reading, and never needs the whole file at once.
 */
export function createFingerprint(): Fingerprint {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const parts: Promise<ArrayBuffer>[] = [];
  return {
    add(block) {
      if (subtle !== undefined) parts.push(subtle.digest('SHA-256', block as Uint8Array<ArrayBuffer>));
    },
    async end() {
      const hashes = await Promise.all(parts);
      if (subtle === undefined || hashes[0] === undefined) return null;
      const all = new Uint8Array(hashes.length * 32);
      for (const [at, hash] of hashes.entries()) all.set(new Uint8Array(hash), at * 32);
      const hash = hashes.length === 1 ? hashes[0] : await subtle.digest('SHA-256', all);
      return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
