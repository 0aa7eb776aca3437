/**
 * What a name is compared by where two are to be the same: case, outer spaces, the kind of spaces, apostrophes, quotation
 * marks and dashes do not count, since keyboards and editors write them differently.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
