import { DataError } from './dataError.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** The file begins with a byte order mark, which settles it. */
  readonly bom: boolean;
  /** False where other encodings would give a text too. */
  readonly sure: boolean;
}

/** Guesses from the first bytes of a file (a few hundred kB are plenty). */
export function guessEncoding(sample: Uint8Array): EncodingGuess {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf)
    return { encoding: 'utf-8', bom: true, sure: true };
  if (sample[0] === 0xff && sample[1] === 0xfe) return { encoding: 'utf-16le', bom: true, sure: true };
  if (sample[0] === 0xfe && sample[1] === 0xff) return { encoding: 'utf-16be', bom: true, sure: true };
  const zeros = zeroShares(sample);
  // Delimiters, digits and line breaks have a zero byte in UTF-16, whatever the language.
  if (zeros.odd > 0.1 && zeros.even < zeros.odd / 10) return { encoding: 'utf-16le', bom: false, sure: true };
  if (zeros.even > 0.1 && zeros.odd < zeros.even / 10) return { encoding: 'utf-16be', bom: false, sure: true };
  if (isUtf8(sample)) return { encoding: 'utf-8', bom: false, sure: true };
  return { encoding: guessMixed(sample), bom: false, sure: false };
}

function zeroShares(sample: Uint8Array): { odd: number; even: number } {
  const length = Math.min(sample.length, 4096);
  let odd = 0;
  let even = 0;
  for (let at = 0; at < length; at++) if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  // One alone is more likely a mistake than an encoding.
  return odd + even < 2 ? { odd: 0, even: 0 } : { odd: (odd * 2) / length, even: (even * 2) / length };
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    // As a stream: a sequence that the end of the sample cuts is no mistake.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Bytes that are not all UTF-8 are that still, with mistakes, if more letters of it stand there than bytes that are none:
 * letters of a code page make such sequences by chance alone.
 */
function guessMixed(sample: Uint8Array): Encoding {
  let letters = 0;
  let strays = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number;
    if (byte < 0x80) continue;
    const length = sequenceLength(byte);
    let sound = 1;
    while (sound < length && (sample[at + sound] ?? 0) >> 6 === 2) sound++;
    if (length > 1 && sound === length) {
      letters++;
      at += length - 1;
    } else strays++;
  }
  return letters > strays ? 'utf-8' : guessCodePage(sample);
}

/** How many bytes the letter has in UTF-8 that begins with this one; 0 where none does. */
function sequenceLength(byte: number): number {
  return byte >= 0xf5 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
}

/** Cyrillic words have letters from 0xC0 up alone; in Western ones they stand among plain letters, as in "Größe". */
function guessCodePage(sample: Uint8Array): Encoding {
  let cyrillic = 0;
  let western = 0;
  let high = 0;
  let plain = 0;
  for (let at = 0; at <= sample.length; at++) {
    const byte = sample[at] ?? 0;
    const isPlain = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    if (byte >= 0xc0) high++;
    else if (isPlain) plain++;
    else {
      // A letter alone is a word in either, such as "à" and "и".
      if (high > 0 && plain > 0) western++;
      else if (high > 1) cyrillic++;
      high = 0;
      plain = 0;
    }
  }
  return cyrillic > western ? 'windows-1251' : 'windows-1252';
}

export interface Decoder {
  /** The text of the next block. Sequences that are cut in two are put together. */
  decode(block: Uint8Array): string;
  /** What is left at the end. */
  end(): string;
  /** What the bytes turned out to be: a file may be plain ASCII for a long while. */
  encoding(): Encoding;
  /** How many bytes could not be read and stand as U+FFFD. */
  badBytes(): number;
}

/**
 * Decodes blocks one after the other. With `guessed`, UTF-8 gives way to a Windows code page at the first block that is
 * none, if all before was ASCII. Throws `DataError` at a zero byte, which no text has.
 */
export function createDecoder(start: Encoding, guessed: boolean): Decoder {
  let encoding = start;
  let decoder = new TextDecoder(start, { fatal: guessed && start === 'utf-8' });
  let strict = guessed && start === 'utf-8';
  let asciiOnly = true;
  let at = 0;
  let bad = 0;
  /** Bytes at the end of the last block that begin a sequence. */
  let held: Uint8Array = new Uint8Array();
  const countBad = (text: string) => {
    for (let i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) bad++;
    return text;
  };
  const loosen = (block: Uint8Array): string => {
    // The strict decoder forgets what it held of a cut sequence.
    const all = new Uint8Array(held.length + block.length);
    all.set(held);
    all.set(block, held.length);
    if (asciiOnly) encoding = guessMixed(all);
    decoder = new TextDecoder(encoding);
    strict = false;
    return countBad(decoder.decode(all, { stream: true }));
  };
  return {
    decode(block) {
      if (!encoding.startsWith('utf-16')) {
        const zero = block.indexOf(0);
        if (zero >= 0) throw new DataError('binary', { byte: at + zero });
      }
      at += block.length;
      if (!strict) {
        return countBad(decoder.decode(block, { stream: true }));
      }
      try {
        const text = decoder.decode(block, { stream: true });
        const whole = heldFrom(block);
        if (held.length > 0 || text.length !== whole) asciiOnly = false;
        held = block.slice(whole);
        return text;
      } catch {
        return loosen(block);
      }
    },
    end() {
      try {
        return countBad(decoder.decode());
      } catch {
        return loosen(new Uint8Array()) + countBad(decoder.decode());
      }
    },
    encoding: () => encoding,
    badBytes: () => bad,
  };
}

/** Where a sequence begins that the end of the bytes cuts; their length where none does. */
function heldFrom(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
