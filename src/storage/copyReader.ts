import type { CopyDirectory } from './copyDirectory.ts';
import type { CopiedWorkspace, SafetyCopy } from './safetyCopies.ts';

/** What workspaces let others see of copies. */
export interface CopyReader {
  /** Copies of maps that are no longer here, the newest first. Never rejects. */
  lostCopies(): Promise<SafetyCopy[]>;
  readCopy(name: string): Promise<CopiedWorkspace>;
}

/** `birth` is the mark of the database that is open, null where none is. */
export function createCopyReader(
  openDirectory: (() => Promise<CopyDirectory>) | undefined,
  birth: string | null,
): CopyReader {
  return {
    async lostCopies() {
      if (openDirectory === undefined) return [];
      try {
        const { listCopies } = await import('./safetyCopies.ts');
        const copies = await listCopies(await openDirectory());
        return copies.filter((copy) => copy.birth !== birth && copy.maps > 0);
      } catch {
        // A second store that cannot be read is as good as none.
        return [];
      }
    },
    async readCopy(name) {
      if (openDirectory === undefined) throw new Error('This browser keeps no safety copies.');
      const { readCopy } = await import('./safetyCopies.ts');
      return readCopy(await openDirectory(), name);
    },
  };
}
