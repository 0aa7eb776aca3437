/** By what a way is told from the others of a list. All are words, as they stand in the list. */
export interface Telling {
  /** What it passes and others do not, in its order. */
  readonly by: readonly string[];
  /** What others pass and it does not. */
  readonly without: readonly string[];
  /** Which it is, from 1, of several that pass what is called the same; null where the words suffice. */
  readonly nth: number | null;
}

interface Trait {
  readonly name: string;
  readonly has: boolean;
  /** The ways of the group of which this is true, a bit for each. */
  readonly ways: Uint32Array;
}

/**
 * For each way, by its place in `ways`, the fewest words that are true of no other with the same two ends: at each turn what leaves the fewest
 * others, rather something that it passes than something that it lacks. Ways are given as the names of what they pass;
 * the same ways are always told apart by the same words. Of 1,000 each costs up to half a millisecond, and only if asked for.
 */
export function tellingApart(ways: readonly (readonly string[])[]): (way: number) => Telling {
  const groups = new Map<string, number[]>();
  for (const [at, names] of ways.entries()) {
    const ends = JSON.stringify([names[0], names.at(-1)]);
    const group = groups.get(ends);
    if (group === undefined) groups.set(ends, [at]);
    else group.push(at);
  }
  const tellers: (() => Telling)[] = [];
  for (const places of groups.values()) {
    const inside = places.map((at) => (ways[at] as readonly string[]).slice(1, -1));
    const passing = waysByName(inside);
    for (const [index, at] of places.entries()) tellers[at] = () => tell(inside, index, passing);
  }
  return (way) => (tellers[way] as () => Telling)();
}

function waysByName(inside: readonly (readonly string[])[]): ReadonlyMap<string, Uint32Array> {
  const passing = new Map<string, Uint32Array>();
  for (const [index, names] of inside.entries()) {
    for (const name of names) {
      let bits = passing.get(name);
      if (bits === undefined) {
        bits = new Uint32Array(Math.ceil(inside.length / 32));
        passing.set(name, bits);
      }
      bits[index >> 5] = (bits[index >> 5] as number) | (1 << (index & 31));
    }
  }
  return passing;
}

function tell(
  inside: readonly (readonly string[])[],
  index: number,
  passing: ReadonlyMap<string, Uint32Array>,
): Telling {
  const own = new Set(inside[index]);
  const traits: Trait[] = [
    ...[...own].map((name) => ({ name, has: true, ways: passing.get(name) as Uint32Array })),
    ...[...passing]
      // Whatever order the ways come in, the same words.
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([name]) => !own.has(name))
      .map(([name, ways]) => ({ name, has: false, ways: inverse(ways) })),
  ];
  const everyOther = new Uint32Array(Math.ceil(inside.length / 32));
  for (const other of inside.keys())
    if (other !== index) everyOther[other >> 5] = (everyOther[other >> 5] as number) | (1 << (other & 31));
  const chosen: Trait[] = [];
  let left = everyOther;
  for (let count = countOf(left); count > 0; ) {
    let best: Trait | null = null;
    for (const trait of traits) {
      const remaining = countOfBoth(left, trait.ways);
      if (remaining >= count) continue;
      best = trait;
      count = remaining;
    }
    // What remains passes all that this one does, and nothing else.
    if (best === null) break;
    chosen.push(best);
    left = both(left, best.ways);
  }
  // What was chosen first may be told by what was chosen after it.
  const needed = chosen.reduceRight<readonly Trait[]>((kept, _, at) => {
    const rest = kept.filter((trait) => trait !== chosen[at]);
    return countOf(rest.reduce((bits, trait) => both(bits, trait.ways), everyOther)) === countOf(left) ? rest : kept;
  }, chosen);
  const names = (has: boolean) =>
    traits.filter((trait) => trait.has === has && needed.includes(trait)).map(({ name }) => name);
  return { by: names(true), without: names(false), nth: countOf(left) === 0 ? null : placeAmong(left, index) };
}

function placeAmong(alike: Uint32Array, index: number): number {
  let before = 0;
  for (let other = 0; other < index; other++) before += ((alike[other >> 5] as number) >>> (other & 31)) & 1;
  return before + 1;
}

const inverse = (bits: Uint32Array) => bits.map((word) => ~word);
const both = (a: Uint32Array, b: Uint32Array) => a.map((word, at) => word & (b[at] as number));
const countOf = (bits: Uint32Array) => countOfBoth(bits, bits);

function countOfBoth(a: Uint32Array, b: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    for (let word = (a[at] as number) & (b[at] as number); word !== 0; word &= word - 1) sum++;
  }
  return sum;
}
