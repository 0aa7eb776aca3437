import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ByteSource } from '../../src/exchange/data/byteBlocks.ts';

/** A sample file that was not written by the project. */
export function sampleLog(name: string): Uint8Array {
  return readFileSync(new URL(`../../../shared/data/eventlogs/${name}`, import.meta.url));
}

/** A file of these bytes (texts are written as UTF-8), which comes in pieces of `piece` bytes. */
export function bytesAs(name: string, content: string | Uint8Array, piece = 65_536): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.slice(at, at + piece));
          at += piece;
        },
      });
    },
  };
}

export function gzipped(content: string | Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(content));
}

/** Text in a code page: `letters` lists the characters from 0x80 on; 0 stands for none. */
export function inCodePage(text: string, codePage: 'windows-1251' | 'windows-1252'): Uint8Array {
  const all = new TextDecoder(codePage).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = all.indexOf(letter);
    if (byte < 0) throw new Error(`${letter} is not in ${codePage}`);
    return byte;
  });
}

export function inUtf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}
