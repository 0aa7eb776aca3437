/** As much of a file of the origin's private file system as is used; tests give another one. */
export interface CopyFile {
  getFile(): Promise<{ readonly size: number; text(): Promise<string>; arrayBuffer(): Promise<ArrayBuffer> }>;
  createWritable(): Promise<{
    write(data: string | ArrayBuffer): Promise<void>;
    /** Puts what was written in place of what was there, at once. */
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}
export interface CopyDirectory {
  keys(): AsyncIterable<string>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<CopyFile>;
  removeEntry(name: string): Promise<void>;
}

/** Writes a file whole or not at all. */
export async function writeFile(
  directory: CopyDirectory,
  name: string,
  pieces: AsyncIterable<string | ArrayBuffer>,
): Promise<void> {
  const writing = await (await directory.getFileHandle(name, { create: true })).createWritable();
  try {
    for await (const piece of pieces) await writing.write(piece);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    // Without a swap file to put in place an empty one would remain.
    await directory.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

export async function fileNames(directory: CopyDirectory): Promise<string[]> {
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names;
}

/** The browser's second store for copies, or undefined where it has none that a page can write to. */
export function browserCopyDirectory(): (() => Promise<CopyDirectory>) | undefined {
  if (typeof navigator === 'undefined' || navigator.storage?.getDirectory === undefined) return undefined;
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype))
    return undefined;
  return async () => {
    const root = await navigator.storage.getDirectory();
    return (await root.getDirectoryHandle('safety-copies', { create: true })) as unknown as CopyDirectory;
  };
}
