/** The part of a gutter that one link uses, along the gutter: `low` <= `high`, in pixels or any other growing measure. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
  /** Where the link comes into the gutter and leaves it: the place along it, and the side (-1 before it, 1 behind it). */
  readonly ends: readonly (readonly [at: number, side: -1 | 1])[];
}

/** Above this many stretches in a gutter nobody can follow the crossings, and counting them would cost more than it gives. */
const MOST_TO_UNTANGLE = 48;

/**
 * Gives every stretch a track of its gutter so that stretches in one track lie at least `gap` apart. Uses as few tracks
 * as there are stretches at the fullest place, and orders the tracks so that few links cross. Returns the tracks, from 0,
 * in the order of `stretches`. O(n log n + n * tracks).
 */
export function assignTracks(stretches: readonly Stretch[], gap: number): { tracks: number[]; count: number } {
  const order = stretches.map((_, index) => index);
  order.sort((a, b) => {
    const first = stretches[a] as Stretch;
    const second = stretches[b] as Stretch;
    return first.low - second.low || first.high - second.high || a - b;
  });
  const tracks = new Array<number>(stretches.length).fill(0);
  const ends: number[] = [];
  for (const index of order) {
    const stretch = stretches[index] as Stretch;
    let track = ends.findIndex((end) => end + gap <= stretch.low);
    if (track < 0) track = ends.length;
    ends[track] = stretch.high;
    tracks[index] = track;
  }
  if (ends.length > 1 && stretches.length <= MOST_TO_UNTANGLE) {
    const places = untangle(stretches, tracks, ends.length);
    return { tracks: tracks.map((track) => places[track] as number), count: ends.length };
  }
  return { tracks, count: ends.length };
}

/** Reorders whole tracks by swapping neighbours as long as that removes crossings. Returns the new place of each track. */
function untangle(stretches: readonly Stretch[], tracks: readonly number[], count: number): number[] {
  // cost[a * count + b]: crossings between tracks a and b when a lies before b.
  const cost = new Array<number>(count * count).fill(0);
  for (const [i, first] of stretches.entries()) {
    for (const [j, second] of stretches.entries()) {
      const a = tracks[i] as number;
      const b = tracks[j] as number;
      // A stretch's ends lie within it, so stretches that lie apart never cross.
      if (a !== b && first.low < second.high && second.low < first.high)
        cost[a * count + b] = (cost[a * count + b] as number) + crossings(first, second);
    }
  }
  const order = Array.from({ length: count }, (_, track) => track);
  let better = true;
  for (let pass = 0; better && pass < count + 4; pass++) {
    better = false;
    for (let place = 0; place + 1 < count; place++) {
      const a = order[place] as number;
      const b = order[place + 1] as number;
      if ((cost[b * count + a] as number) < (cost[a * count + b] as number)) {
        order[place] = b;
        order[place + 1] = a;
        better = true;
      }
    }
  }
  const places = new Array<number>(count).fill(0);
  for (const [place, track] of order.entries()) places[track] = place;
  return places;
}

/** How often two stretches' links cross when the first lies before the second. */
function crossings(before: Stretch, behind: Stretch): number {
  return endsWithin(before, 1, behind) + endsWithin(behind, -1, before);
}

/** Ends of a stretch at one side that lie beside another stretch. */
function endsWithin(stretch: Stretch, side: -1 | 1, other: Stretch): number {
  let count = 0;
  for (let index = 0; index < stretch.ends.length; index++) {
    const end = stretch.ends[index] as readonly [number, number];
    if (end[1] === side && end[0] > other.low && end[0] < other.high) count++;
  }
  return count;
}
