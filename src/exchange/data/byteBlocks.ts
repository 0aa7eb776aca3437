import { DataError } from './dataError.ts';
import { joined, unpackGzip } from './unpackGzip.ts';

/** What of a browser's `File` is needed. `size` is in bytes. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export interface BlockOptions {
  /** Called before each block with how many bytes of the file, as it lies on the disk, have been taken. */
  readonly onBytes?: (bytes: number) => void;
  /** Gets each block before it is read. */
  readonly onBlock?: (block: Uint8Array) => void;
  /** Size of a block in bytes; 1 MB unless a test says otherwise. */
  readonly blockSize?: number;
}

/** Bytes of a block, unless something else is said. */
export const BLOCK = 1 << 20;
/** From here on a gzip file has to show that it is no bomb. */
const BOMB_FROM = 16 << 20;
/** Event logs shrink to a tenth or a twentieth; gzip itself cannot do better than about 1,000 times. */
const BOMB_TIMES = 200;

/**
 * The bytes of a file, unpacked when they are gzip, in blocks that are all of one size but for the last. How the stream
 * was cut never shows, so what is guessed from a block is the same on every machine. Throws `DataError` for a file that
 * cannot be read, is empty or is a broken or dangerous archive.
 */
export async function* byteBlocks(source: ByteSource, options: BlockOptions = {}): AsyncGenerator<Uint8Array> {
  const { onBytes, onBlock, blockSize = BLOCK } = options;
  let taken = 0;
  let unpacked = 0;
  const raw = source.stream().getReader();
  let first: Uint8Array;
  try {
    first = await firstBytes(raw);
  } catch {
    throw new DataError('unreadable');
  }
  if (first.length === 0) throw new DataError('empty');
  if (first[0] === 0x50 && first[1] === 0x4b && (first[2] ?? 0) < 9) throw new DataError('spreadsheet');
  // What spreadsheets were kept in before they were archives.
  if (first[0] === 0xd0 && first[1] === 0xcf && first[2] === 0x11 && first[3] === 0xe0)
    throw new DataError('spreadsheet');
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  async function* counted(): AsyncGenerator<Uint8Array> {
    taken = first.length;
    yield first;
    for (;;) {
      const { done, value } = await raw.read();
      if (done) return;
      taken += value.length;
      yield value;
    }
  }
  const bytes = isGzip ? unpackGzip(counted()) : counted();
  let block = new Uint8Array(blockSize);
  let filled = 0;
  try {
    for (;;) {
      const { done, value } = await bytes.next().catch(() => {
        throw isGzip ? new DataError('gzipBroken', { bytes: unpacked }) : new DataError('unreadable');
      });
      if (done) break;
      if (isGzip && unpacked === 0 && value[0] === 0x1f && value[1] === 0x8b) throw new DataError('gzipTwice');
      unpacked += value.length;
      if (isGzip && unpacked > BOMB_FROM && unpacked > taken * BOMB_TIMES)
        throw new DataError('gzipBomb', { times: BOMB_TIMES, bytes: unpacked });
      for (let at = 0; at < value.length; ) {
        const part = Math.min(value.length - at, blockSize - filled);
        block.set(value.subarray(at, at + part), filled);
        at += part;
        filled += part;
        if (filled < blockSize) continue;
        onBlock?.(block);
        onBytes?.(taken);
        yield block;
        await nextTask();
        // A new one: whoever took the block may still hold it.
        block = new Uint8Array(blockSize);
        filled = 0;
      }
    }
  } finally {
    // Without this the disk (and the unpacking) would go on after a break.
    await raw.cancel().catch(() => {});
    await bytes.return(undefined).catch(() => {});
  }
  if (unpacked === 0) throw new DataError('empty');
  onBytes?.(taken);
  if (filled === 0) return;
  onBlock?.(block.subarray(0, filled));
  yield block.subarray(0, filled);
}

/**
 * Lets what else the thread was asked for have its turn. For as long as the disk is faster than who reads, a file is
 * streamed in microtasks only: a worker hears nothing meanwhile and can be ended by force alone, and a page whose worker is
 * forced out of a stream may crash in Chromium (156, a failed check of pending exceptions).
 */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** At least four bytes, or all there are. */
async function firstBytes(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array();
  while (bytes.length < 4) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes = joined(bytes, value);
  }
  return bytes;
}
