import type { Round } from './forgettingWorker.ts';
import type { StorageManagerPort } from './persistence.ts';

/** As much of the browser as is asked. */
export interface ForgettingBrowser {
  readonly storage: StorageManagerPort | undefined;
  /** Chromium lets a private window use its file system; others refuse it. */
  readonly isChromium: boolean;
  /** Uses a file a few times; no rounds where that is not possible. */
  measure(): Promise<readonly Round[]>;
}

/** 20 reads of an empty file on a disk take less, in ms. */
const SLOW_READS = 0.4;
const TIMES_FLUSHES = 3;

/**
 * True when this window keeps everything in memory and forgets it once it is closed: a private or a guest window. Says
 * so only when it is sure. Browsers do not tell, and Chromium gives a private window the quota of any other; see
 * `isInMemory` for what shows it. Never rejects.
 *
 * Own code, as `detectincognitojs` (1.9) compares the times of saving with and without a flush: it writes megabytes to
 * do so, and takes a profile on a memory disk for a private window.
 */
export async function forgetsEverything(browser: ForgettingBrowser = thisBrowser()): Promise<boolean> {
  try {
    if (browser.isChromium) return isInMemory(await browser.measure());
    // Twice: Safari gives no other reason than one that passes.
    return (await refusesFiles(browser.storage)) && (await refusesFiles(browser.storage));
  } catch {
    return false;
  }
}

/**
 * Tells a file in memory from one on a disk. The page reads a file on a disk by itself, in microseconds, and a flush
 * takes at least as long. A file in memory lies in another process: every read asks there, and a flush has nothing to
 * do. What the processor does meanwhile may spoil a round but not all of them, and the speed of the disk or how full it
 * is does not matter.
 */
export function isInMemory(rounds: readonly Round[]): boolean {
  return (
    rounds.length > 0 && rounds.every(({ reads, flushes }) => reads > SLOW_READS && reads > TIMES_FLUSHES * flushes)
  );
}

/** Firefox and Safari have a private file system in other windows and refuse it, in these words, in private ones. */
async function refusesFiles(storage: StorageManagerPort | undefined): Promise<boolean> {
  if (storage?.getDirectory === undefined) return false;
  try {
    await storage.getDirectory();
    return false;
  } catch (error) {
    const { name, message } = error as { name?: unknown; message?: unknown };
    return name === 'SecurityError' || (name === 'UnknownError' && /transient/.test(String(message)));
  }
}

function thisBrowser(): ForgettingBrowser {
  return { storage: navigator.storage, isChromium: 'userAgentData' in navigator, measure: measureInWorker };
}

/** Files are used at once, not by promises, in workers only. */
function measureInWorker(): Promise<readonly Round[]> {
  const worker = new Worker(new URL('./forgettingWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly Round[]>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
  }).finally(() => worker.terminate());
}
