/** What two ways of using one file took, in ms: as many reads of it as flushes. */
export interface Round {
  readonly reads: number;
  readonly flushes: number;
}

/** As much of a file that is used at once as is needed; the types of workers are not those of pages. */
interface OpenFile {
  read(into: Uint8Array): number;
  flush(): void;
  close(): void;
}
interface FileToOpen {
  createSyncAccessHandle(options: { mode: 'readwrite-unsafe' }): Promise<OpenFile>;
}

const NAME = 'empty';
const ROUNDS = 5;
const USES = 20;

/** Rounds of reading and flushing an empty file; the first round that a disk could have made is the last. */
async function measure(): Promise<Round[]> {
  const root = await navigator.storage.getDirectory();
  // It stays: another tab may be using it, and so may the next start.
  const found = (await root.getFileHandle(NAME, { create: true })) as unknown as FileToOpen;
  const file = await found.createSyncAccessHandle({ mode: 'readwrite-unsafe' });
  const into = new Uint8Array(1);
  const timeOf = (use: () => void): number => {
    const start = performance.now();
    for (let i = 0; i < USES; i++) use();
    return performance.now() - start;
  };
  try {
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const reads = timeOf(() => file.read(into));
      const flushes = timeOf(() => file.flush());
      rounds.push({ reads, flushes });
      if (flushes >= reads) break;
    }
    return rounds;
  } finally {
    file.close();
  }
}

measure().then(
  (rounds) => postMessage(rounds),
  () => postMessage([]),
);
