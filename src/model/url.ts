const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** True for an absolute `http`, `https` or `mailto` address; everything else could run code or leave the browser's control. */
export function isSafeUrl(value: string): boolean {
  try {
    return ALLOWED.has(new URL(value).protocol);
  } catch {
    return false;
  }
}
