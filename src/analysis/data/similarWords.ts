/** What a name is compared by: its words, and all of them without spaces. */
export interface ComparedName {
  readonly words: readonly string[];
  readonly joined: string;
}

/** Words that say nothing about a place. */
const empty = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'www',
  'page',
]);
/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu;
const accents = /[\u0300-\u036f]/g;

/**
 * A name made ready to be compared: case and accents do not count, an address is its path, `addToCart` is three words.
 * Scripts without spaces are cut into overlapping pairs of characters.
 */
export function comparedName(text: string): ComparedName {
  const plain = pathOf(text)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase();
  const spaced = plain.replace(unspaced, (run) => ` ${pairsOf(run).join(' ')} `);
  const all = spaced.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !empty.has(word));
  const words = telling.length > 0 ? telling : all;
  return { words, joined: plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') };
}

/** The path of an address, without what names a server, a query or the kind of a file. */
function pathOf(text: string): string {
  const trimmed = text.trim().slice(0, 500);
  const address = /^(?:[a-z]+:\/\/[^/]*)?(\/[^?#]*)/i.exec(trimmed);
  if (address === null) return trimmed;
  const path = (address[1] as string).replace(/\.(?:html?|php|aspx?|jsp)$/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Overlapping pairs of characters; of a single one, itself. */
function pairsOf(text: string): string[] {
  const signs = [...text];
  if (signs.length < 2) return signs;
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}

/** True for two words of which one has two neighbouring letters in the wrong order. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** How alike two words are by their pairs of characters (Dice's coefficient), 0 to 1; a swap of letters breaks three pairs. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (isSwapped(a, b)) return 1 - 1 / a.length;
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  const all = pairs.length + others.length;
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    shared++;
    others.splice(at, 1);
  }
  return (2 * shared) / all;
}

/** From here on two words count as forms of one. */
const SAME_WORD = 0.6;

/** How alike two names are, 0 to 1, the same either way round. Names without a letter or digit are like nothing. */
export function similarity(a: ComparedName, b: ComparedName): number {
  if (a.joined === '' || b.joined === '') return 0;
  if (a.joined === b.joined) return 1;
  const size = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);
  const shared = (these: readonly string[], those: readonly string[]) =>
    these.reduce((sum, word) => {
      const best = Math.max(...those.map((other) => likeness(word, other)));
      return best >= SAME_WORD ? sum + best * word.length : sum;
    }, 0);
  const byWord = (shared(a.words, b.words) + shared(b.words, a.words)) / (size(a.words) + size(b.words));
  return Math.max(byWord, likeness(a.joined, b.joined));
}

/** From here on names differ by no more than spaces and slips. */
const NEARLY = 0.8;

/**
 * Whether what two names share is enough to take one for the other unasked: in each of them at least half of its words by
 * their length, and more than the word with which both begin, which says what somebody does and not where ("Writes a fax",
 * "Writes a review").
 */
export function sharesEnough(a: ComparedName, b: ComparedName): boolean {
  if (likeness(a.joined, b.joined) >= NEARLY) return true;
  const sharedOf = (these: readonly string[], those: readonly string[]) =>
    these.map((word) => those.some((other) => likeness(word, other) >= SAME_WORD));
  const sides = [
    { words: a.words, shared: sharedOf(a.words, b.words) },
    { words: b.words, shared: sharedOf(b.words, a.words) },
  ];
  const isHalf = sides.every(({ words, shared }) => {
    const weight = words.map((word, at) => (shared[at] ? word.length : -word.length));
    return weight.reduce((sum, each) => sum + each, 0) >= 0;
  });
  const isBeginning = sides.every(({ shared }) => shared.length > 1 && shared.lastIndexOf(true) === 0);
  return isHalf && !isBeginning;
}
