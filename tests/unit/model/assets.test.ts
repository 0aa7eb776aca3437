import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_ASSET_BYTES, makeAsset, mimeOf } from '../../../src/model/assets.ts';
import { sha256 } from '../../../src/model/sha256.ts';

const buffer = (...bytes: number[]) => new Uint8Array(bytes).buffer;

describe('pictures', () => {
  it('S90 the hash of any bytes is their SHA-256', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003]) {
      const bytes = randomBytes(length);
      const copy = new Uint8Array(bytes).buffer;
      expect(sha256(copy), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('S91 their kind is told by their beginning; others, and large ones, are refused in words', () => {
    expect(mimeOf(buffer(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png');
    expect(mimeOf(buffer(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(mimeOf(buffer(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50))).toBe('image/webp');
    expect(mimeOf(buffer(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45))).toBeNull();
    expect(mimeOf(buffer())).toBeNull();
    const script = new TextEncoder().encode('<svg onload="alert(1)"/>').buffer;
    expect(() => makeAsset(script, 'image/png')).toThrow('PNG, JPEG or WebP');
    expect(() => makeAsset(buffer(0xff, 0xd8, 0xff, 0xe0), 'text/html')).toThrow('PNG, JPEG or WebP');
    expect(makeAsset(buffer(0xff, 0xd8, 0xff, 0xe0), 'image/png').mime).toBe('image/jpeg');
    expect(() => makeAsset(new ArrayBuffer(MAX_ASSET_BYTES + 1), 'image/png')).toThrow('5 MB');
  });
});
