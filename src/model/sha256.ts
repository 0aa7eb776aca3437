const WORDS = 64;

/** The first 32 bits of the fractional parts of `root` of the first `count` primes. */
function primeFractions(count: number, root: (prime: number) => number): Uint32Array {
  const found = new Uint32Array(count);
  let at = 0;
  for (let candidate = 2; at < count; candidate++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) isPrime = false;
    if (!isPrime) continue;
    const value = root(candidate);
    found[at++] = Math.floor((value - Math.floor(value)) * 2 ** 32);
  }
  return found;
}

const constants = primeFractions(WORDS, Math.cbrt);
const start = primeFractions(8, Math.sqrt);

/**
 * The SHA-256 of bytes in hexadecimal (FIPS 180-4). The browser's own is missing where the app is served over plain
 * http, and only gives promises, which would make every reader of files wait.
 */
export function sha256(bytes: ArrayBuffer): string {
  const length = bytes.byteLength;
  const padded = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  padded.set(new Uint8Array(bytes));
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const hash = start.slice();
  const schedule = new Uint32Array(WORDS);
  for (let offset = 0; offset < padded.length; offset += 64) mixBlock(hash, schedule, view, offset);
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function mixBlock(hash: Uint32Array, w: Uint32Array, view: DataView, offset: number): void {
  const at = (index: number) => w[index] as number;
  for (let index = 0; index < 16; index++) w[index] = view.getUint32(offset + index * 4);
  for (let index = 16; index < WORDS; index++) {
    const early = at(index - 15);
    const late = at(index - 2);
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[index] = at(index - 16) + s0 + at(index - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let index = 0; index < WORDS; index++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + s1 + choice + (constants[index] as number) + at(index)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = (hash[index] as number) + word;
  });
}
