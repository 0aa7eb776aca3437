import { sha256 } from './sha256.ts';

/** Kinds of picture that are kept. */
export const assetMimes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type AssetMime = (typeof assetMimes)[number];

/** Largest picture that is kept, in bytes. */
export const MAX_ASSET_BYTES = 5 * 1024 * 1024;

/** A picture of the workspace. Its id is the SHA-256 of its bytes in hexadecimal. */
export interface Asset {
  readonly id: string;
  readonly mime: AssetMime;
  readonly bytes: ArrayBuffer;
}

/** The kind of picture that bytes hold by their beginning, or null. What a file calls itself does not count. */
export function mimeOf(bytes: ArrayBuffer): AssetMime | null {
  const start = new Uint8Array(bytes, 0, Math.min(12, bytes.byteLength));
  const has = (offset: number, ...values: number[]) => values.every((value, index) => start[offset + index] === value);
  if (has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (has(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (has(0, 0x52, 0x49, 0x46, 0x46) && has(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return null;
}

/** A picture that may not be kept. `message` is an English sentence; `code` is enough to say it in any language. */
export class AssetError extends Error {
  override readonly name = 'AssetError';
  constructor(readonly code: 'tooLarge' | 'notAPicture') {
    super(
      code === 'tooLarge'
        ? `This picture is too large. Pictures of up to ${MAX_ASSET_BYTES / 1024 / 1024} MB can be kept; make it smaller first.`
        : 'This is not a picture that can be kept. Choose a PNG, JPEG or WebP file.',
    );
  }
}

/**
 * Bytes as an asset. `claimed` is the kind they are said to be; the kind that is kept is that of the bytes. Throws
 * `AssetError` when either is not allowed, or when they are too large.
 */
export function makeAsset(bytes: ArrayBuffer, claimed?: string): Asset {
  if (bytes.byteLength > MAX_ASSET_BYTES) throw new AssetError('tooLarge');
  const mime = mimeOf(bytes);
  const isClaimed = claimed === undefined || assetMimes.some((allowed) => allowed === claimed);
  if (mime === null || !isClaimed) throw new AssetError('notAPicture');
  return { id: sha256(bytes), mime, bytes };
}
