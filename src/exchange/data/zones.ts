/** Turns the time that a clock on the wall shows into an instant. Both in milliseconds; the wall's as if it were UTC. */
export type WallToInstant = (wall: number) => number;

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;

/** Abbreviations that mean one thing only, or are used for one thing in practice, in minutes east of Greenwich. */
export const zoneAbbreviations: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 60],
  ['BST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);

/**
 * Reads walls' times in an IANA zone, daylight saving included: an hour that the clocks leave out is read as if they had
 * not been put forward yet, an hour that comes twice as its first. Throws RangeError for a zone that is not known.
 */
export function wallToInstant(zone: string): WallToInstant {
  if (zone === 'UTC') return (wall) => wall;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  // Offsets change on half hours at most; a log asks for the same ones again and again.
  const known = new Map<number, number>();
  const offsetAt = (instant: number): number => {
    const slot = Math.floor(instant / HALF_HOUR);
    const cached = known.get(slot);
    if (cached !== undefined) return cached;
    const part: Record<string, string> = {};
    const begin = slot * HALF_HOUR;
    for (const { type, value } of format.formatToParts(begin)) part[type] = value;
    const wall = Date.UTC(
      Number(part.year),
      Number(part.month) - 1,
      Number(part.day),
      Number(part.hour),
      Number(part.minute),
      Number(part.second),
    );
    const offset = wall - begin;
    known.set(slot, offset);
    return offset;
  };
  return (wall) => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const early = wall - before;
    if (before === after || offsetAt(early) === before) return early;
    return offsetAt(wall - after) === after ? wall - after : early;
  };
}
