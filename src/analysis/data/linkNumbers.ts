/** Numbers for pairs of activities, in the order in which they are met. */
export interface LinkNumbers {
  numberOf(from: number, to: number): number;
  endsOf(link: number): [from: number, to: number];
  size(): number;
}

/** Up to here a table of all pairs takes at most 9 MB, and is ten times as fast as a map. */
const TABLE = 1500;

export function createLinkNumbers(activities: number): LinkNumbers {
  const table = activities <= TABLE ? new Int32Array(activities * activities) : null;
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  return {
    numberOf(from, to) {
      const key = from * activities + to;
      const known = table === null ? numbers.get(key) : (table[key] as number) - 1;
      if (known !== undefined && known >= 0) return known;
      const link = keys.push(key) - 1;
      if (table === null) numbers.set(key, link);
      else table[key] = link + 1;
      return link;
    },
    endsOf(link) {
      const key = keys[link] as number;
      return [Math.floor(key / activities), key % activities];
    },
    size: () => keys.length,
  };
}
