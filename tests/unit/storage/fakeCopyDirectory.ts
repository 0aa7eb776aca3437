import type { CopyDirectory } from '../../../src/storage/copyDirectory.ts';

export interface FakeCopyDirectory extends CopyDirectory {
  readonly files: Map<string, Blob>;
  /** From now on writing fails with this, until it is undefined. */
  fail: Error | undefined;
}

/** A directory whose files change when they are closed, as those of the origin's private file system do. */
export function fakeCopyDirectory(): FakeCopyDirectory {
  const files = new Map<string, Blob>();
  const directory: FakeCopyDirectory = {
    files,
    fail: undefined,
    async *keys() {
      yield* [...files.keys()];
    },
    async removeEntry(name) {
      if (!files.delete(name)) throw new DOMException('not there', 'NotFoundError');
    },
    async getFileHandle(name, { create = false } = {}) {
      if (!files.has(name)) {
        if (!create) throw new DOMException('not there', 'NotFoundError');
        files.set(name, new Blob([]));
      }
      return {
        getFile: async () => files.get(name) as Blob,
        async createWritable() {
          const parts: (string | ArrayBuffer)[] = [];
          return {
            async write(part) {
              if (directory.fail !== undefined) throw directory.fail;
              parts.push(part);
            },
            close: async () => void files.set(name, new Blob(parts)),
            abort: async () => undefined,
          };
        },
      };
    },
  };
  return directory;
}
