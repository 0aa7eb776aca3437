/** Bytes of the header of a gzip member, and the fewest of a whole one. */
const HEADER = 10;
const LEAST = 20;
/** How many times its size anything unpacks to at most. */
const MOST = 1040;

/**
 * Unpacks gzip as it comes. A file may hold several members one after the other, as `cat a.gz b.gz` makes them; browsers
 * unpack the first one only and call the rest junk, so each is given to a stream of its own. Throws what the stream throws,
 * and an `Error` where a member is not as long as its last bytes say: that is how Node passes over a file cut short.
 */
export async function* unpackGzip(packed: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array | null = new Uint8Array();
  while (rest !== null) {
    const stream = new DecompressionStream('gzip');
    const writer = stream.writable.getWriter();
    const reader = stream.readable.getReader();
    const member = giveMember(packed, rest, writer);
    // Whoever reads hears of it; nothing else waits for it meanwhile.
    member.catch(() => {});
    let unpacked = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        unpacked += value.length;
        yield value;
      }
      const { tail, next } = await member;
      if (tail.length < 4 || lengthIn(tail) !== unpacked % 2 ** 32) throw new Error('The length is another one.');
      rest = next;
    } finally {
      await reader.cancel().catch(() => {});
      await writer.abort().catch(() => {});
    }
  }
}

/** Gives one member to a stream. Returns its last four bytes and the first of the next one, null where none follows. */
async function giveMember(
  packed: AsyncIterator<Uint8Array>,
  begun: Uint8Array,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<{ tail: Uint8Array; next: Uint8Array | null }> {
  let held = begun;
  let given = 0;
  let tail: Uint8Array = new Uint8Array();
  const give = async (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    given += bytes.length;
    tail = (bytes.length < 4 ? joined(tail, bytes) : bytes).slice(-4);
    await writer.write(bytes as Uint8Array<ArrayBuffer>);
  };
  for (;;) {
    const border = nextMember(held, tail, given);
    if (border >= 0) {
      await give(held.slice(0, border));
      await writer.close();
      return { tail, next: held.slice(border) };
    }
    // The header of the next member may have begun.
    const sure = Math.max(0, held.length - HEADER + 1);
    await give(held.slice(0, sure));
    const { done, value } = await packed.next();
    if (done) {
      await give(held.slice(sure));
      await writer.close();
      return { tail, next: null };
    }
    held = joined(held.slice(sure), value);
  }
}

/**
 * Where another member begins behind the `given` bytes of this one, of which `tail` are the last; -1 where none does. What
 * is packed looks like the ten bytes of a header, and the four before like a length, by chance once in some 200 GB.
 */
function nextMember(bytes: Uint8Array, tail: Uint8Array, given: number): number {
  for (let at = bytes.indexOf(0x1f, Math.max(0, LEAST - given)); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + HEADER > bytes.length) return -1;
    const isHeader =
      bytes[at + 1] === 0x8b &&
      bytes[at + 2] === 8 &&
      (bytes[at + 3] as number) < 0x20 &&
      [0, 2, 4].includes(bytes[at + 8] as number) &&
      ((bytes[at + 9] as number) < 14 || bytes[at + 9] === 255);
    if (isHeader && lengthIn(joined(tail, bytes.slice(0, at)).slice(-4)) <= (given + at) * MOST) return at;
  }
  return -1;
}

/** The bytes of one and then those of the other. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function lengthIn(tail: Uint8Array): number {
  return new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
}
