import { describe, expect, it } from 'vitest';
import { forgetsEverything, isInMemory } from '../../../src/storage/forgetting.ts';
import type { Round } from '../../../src/storage/forgettingWorker.ts';

const round = (reads: number, flushes: number): Round => ({ reads, flushes });

/** As measured in Chromium 156, in ms, on an idle and on a busy machine. */
const privateWindow = [round(4.7, 0.2), round(5.1, 0), round(16.4, 0), round(10.7, 0.1), round(4.2, 0)];
const disk = [round(0.2, 1.5)];
const busyDisk = [round(0.3, 42.1)];
const fullDisk = [round(0.1, 20.2)];
const memoryDisk = [round(0.4, 0.1), round(0, 0.1)];

const browser = (isChromium: boolean, rounds: readonly Round[], getDirectory?: () => Promise<never>) => ({
  isChromium,
  measure: async () => rounds,
  storage: getDirectory === undefined ? {} : { getDirectory },
});
const refusing = (name: string, message: string) => async () => {
  throw new DOMException(message, name);
};

describe('a window that forgets everything', () => {
  it('S58 is told in Chromium by files that are slow to read and flushed at once, in every round', async () => {
    expect(await forgetsEverything(browser(true, privateWindow))).toBe(true);
    for (const [name, rounds] of Object.entries({ disk, busyDisk, fullDisk, memoryDisk })) {
      expect(await forgetsEverything(browser(true, rounds)), name).toBe(false);
    }
    // The processor did something else meanwhile, in four rounds of five.
    expect(isInMemory([...privateWindow.slice(1), round(0.2, 0)])).toBe(false);
    // A disk in a network: reading is slow, and so is a flush.
    expect(isInMemory([round(20, 25), round(20, 18)])).toBe(false);
    expect(isInMemory([])).toBe(false);
  });

  it('S58 is told in Firefox and Safari by what they say when they refuse files, and not otherwise', async () => {
    const firefox = refusing('SecurityError', 'Security error when calling GetDirectory');
    const safari = refusing(
      'UnknownError',
      'The operation failed for an unknown transient reason (e.g. out of memory).',
    );
    expect(await forgetsEverything(browser(false, [], firefox))).toBe(true);
    expect(await forgetsEverything(browser(false, [], safari))).toBe(true);
    expect(await forgetsEverything(browser(false, []))).toBe(false);
    expect(await forgetsEverything(browser(false, [], refusing('UnknownError', 'The disk is broken.')))).toBe(false);
    expect(await forgetsEverything({ ...browser(false, []), storage: undefined })).toBe(false);
    // What was refused once only.
    let asked = 0;
    const once = async () => {
      if (asked++ === 0) throw new DOMException('unknown transient reason', 'UnknownError');
      return {} as never;
    };
    expect(await forgetsEverything(browser(false, [], once))).toBe(false);
  });

  it('S58 is not spoken of where nothing can be found out', async () => {
    const failing = { storage: undefined, isChromium: true, measure: () => Promise.reject(new Error('no worker')) };
    expect(await forgetsEverything(failing)).toBe(false);
    // Chromium's answer to one whose cookies are blocked.
    expect(await forgetsEverything(browser(true, [], refusing('SecurityError', '')))).toBe(false);
  });
});
