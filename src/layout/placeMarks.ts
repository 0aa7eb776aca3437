import { MARK_SIZE, TRACK } from './metrics.ts';

/** An upright piece of a link in one gutter, with the track it runs in. */
export interface Upright {
  readonly track: number;
  readonly low: number;
  readonly high: number;
  /** A mark is wanted on this piece. */
  readonly marked: boolean;
}

/** A level piece of a link in the same gutter, from track `first` to track `last`; infinite where it leads out of it. */
export interface Level {
  readonly y: number;
  readonly first: number;
  readonly last: number;
}

export interface GutterMarks {
  /** Distance of the tracks, in pixels. */
  readonly spacing: number;
  /** y of each piece's mark; null where none is wanted. */
  readonly ys: readonly (number | null)[];
}

/** Marks keep off the corners of their line, where that is possible. */
const CORNER = 10;
/** How far from the middle of its line a mark may go, in parts of the line, before the gutter is widened instead. */
const FARTHEST = 0.22;
/** In fuller gutters marks may lie over neighbouring lines: else the map would become far too wide. */
const MOST_TO_CLEAR = 12;

/**
 * Chooses the distance of a gutter's tracks and a place for each mark on its own line, so that marks do not lie on each
 * other and, where the gutter is not too full, not on other lines. `levelsOf` is asked only then. At the heights of `taken`
 * level lines have marks of their own.
 */
export function placeMarks(
  uprights: readonly Upright[],
  levelsOf: () => readonly Level[],
  taken: readonly number[] = [],
): GutterMarks {
  const tracks = uprights.reduce((most, upright) => Math.max(most, upright.track + 1), 0);
  const wide = MARK_SIZE / 2 + 2;
  const wanted = uprights.some((upright) => upright.marked);
  const levels = wanted && tracks <= MOST_TO_CLEAR ? levelsOf() : [];
  const clear = tracks <= MOST_TO_CLEAR ? uprights : [];
  return (
    tryMarks(uprights, TRACK, clear, levels, taken) ??
    tryMarks(uprights, wide, clear, levels, taken) ??
    tryMarks(uprights, wide, clear, [], taken) ??
    tryMarks(uprights, wide, [], [], taken) ??
    (tryMarks(uprights, MARK_SIZE, [], [], taken) as GutterMarks)
  );
}

/** Null when not every mark found a place off the other marks, those at `taken`, the `clear` lines and the `levels`. */
function tryMarks(
  uprights: readonly Upright[],
  spacing: number,
  clear: readonly Upright[],
  levels: readonly Level[],
  taken: readonly number[],
): GutterMarks | null {
  const ys = new Array<number | null>(uprights.length).fill(null);
  const wanted = uprights.map((_, index) => index).filter((index) => uprights[index]?.marked);
  const room = (index: number) => (uprights[index] as Upright).high - (uprights[index] as Upright).low;
  wanted.sort((a, b) => room(a) - room(b) || a - b);
  const placed = new Map<number, (readonly [track: number, y: number])[]>();
  const reach = MARK_SIZE / spacing;
  const isFree = (track: number, y: number) => {
    if (taken.some((other) => Math.abs(other - y) < MARK_SIZE)) return false;
    const band = Math.floor(y / MARK_SIZE);
    for (let near = band - 1; near <= band + 1; near++) {
      for (const [otherTrack, otherY] of placed.get(near) ?? []) {
        if (Math.abs(otherTrack - track) < reach && Math.abs(otherY - y) < MARK_SIZE) return false;
      }
    }
    const half = MARK_SIZE / 2;
    for (const other of clear) {
      if (other.track === track || Math.abs(other.track - track) * spacing >= half) continue;
      if (other.low < y + half && other.high > y - half) return false;
    }
    const around = half / spacing;
    return !levels.some(
      (level) => Math.abs(level.y - y) < half && level.first < track + around && level.last > track - around,
    );
  };
  for (const index of wanted) {
    const { track, low, high } = uprights[index] as Upright;
    const middle = (low + high) / 2;
    const slack = Math.max(0, Math.min((high - low) / 2 - CORNER, (high - low) * (spacing === TRACK ? FARTHEST : 0.5)));
    let found: number | null = null;
    for (let off = 0; found === null && off <= slack; off += 6) {
      if (isFree(track, middle - off)) found = middle - off;
      else if (isFree(track, middle + off)) found = middle + off;
    }
    // At the widest spacing only marks of one track could meet, and those stretches were kept apart.
    if (found === null) {
      if (spacing < MARK_SIZE) return null;
      found = middle;
    }
    ys[index] = found;
    const band = Math.floor(found / MARK_SIZE);
    const list = placed.get(band);
    if (list === undefined) placed.set(band, [[track, found]]);
    else list.push([track, found]);
  }
  return { spacing, ys };
}
