import { countEventual } from './countEventual.ts';
import { countPlaces, type Grouping, type PlaceCount, type Trail } from './countPlaces.ts';
import { createLinkNumbers } from './linkNumbers.ts';
import { type Spread, spreadsByGroup } from './quantiles.ts';

/** A way from one place to another, straight after it. `from` and `to` number the places of a grouping. */
export interface WayCount {
  readonly from: number;
  readonly to: number;
  /** How many times it was gone, and in how many cases. */
  readonly volume: number;
  readonly cases: number;
  /** Cases that come to `from`, and those of them that come to `to` any time later; null where that was not counted. */
  readonly came: number;
  readonly eventual: number | null;
  /** In milliseconds. */
  readonly waiting: Spread | null;
}

/**
 * Counts the ways between places of one or several activities, from the events themselves: shares of cases and medians
 * cannot be had from those of their activities. What goes on within a place is no way.
 */
export function countWays({ caseStart, activity, waiting }: Trail, { places, placeOf }: Grouping): WayCount[] {
  // All that is at no place is at one that is left out.
  const placeAt = new Int32Array(activity.length);
  for (let at = 0; at < activity.length; at++) {
    const place = placeOf[activity[at] as number] as number;
    placeAt[at] = place < 0 ? places : place;
  }
  const links = createLinkNumbers(places + 1);
  const linkOf = new Int32Array(activity.length).fill(-1);
  const came = new Int32Array(places + 1);
  const seenIn = new Int32Array(places + 1).fill(-1);
  const volume: number[] = [];
  const cases: number[] = [];
  const goneIn: number[] = [];
  for (let which = 0; which + 1 < caseStart.length; which++) {
    const begins = caseStart[which] as number;
    for (let at = begins; at < (caseStart[which + 1] as number); at++) {
      const place = placeAt[at] as number;
      if (place === places) continue;
      if (seenIn[place] !== which) {
        seenIn[place] = which;
        (came[place] as number)++;
      }
      const before = at === begins ? places : (placeAt[at - 1] as number);
      if (before === places || before === place) continue;
      const link = links.numberOf(before, place);
      linkOf[at] = link;
      volume[link] = (volume[link] ?? 0) + 1;
      if (goneIn[link] === which) continue;
      goneIn[link] = which;
      cases[link] = (cases[link] ?? 0) + 1;
    }
  }
  const { of, cases: later } = countEventual({ caseStart }, placeAt, came);
  const numberOf = new Map(of.map((place, number) => [place, number]));
  const waits = spreadsByGroup(links.size(), linkOf, waiting);
  return Array.from({ length: links.size() }, (_, link) => {
    const [from, to] = links.endsOf(link);
    const [i, j] = [numberOf.get(from), numberOf.get(to)];
    return {
      ...{ from, to, volume: volume[link] ?? 0, cases: cases[link] ?? 0, came: came[from] as number },
      eventual: i === undefined || j === undefined ? null : (later[i * of.length + j] as number),
      waiting: waits[link] ?? null,
    };
  });
}

/**
 * What a log comes to at the places of a map: each grouping's places, and the ways between those of the first. These are
 * null where each place is one activity: then they are the links of the log.
 */
export interface CountedPlaces {
  readonly places: readonly (readonly PlaceCount[])[];
  readonly ways: readonly WayCount[] | null;
}

/** Counts the places of each grouping and the ways between those of the first; see `countPlaces`. */
export function countPlacesAndWays(
  trail: Trail,
  groupings: readonly Grouping[],
  ends: readonly number[],
): CountedPlaces {
  const [first] = groupings;
  return {
    places: countPlaces(trail, groupings, ends),
    ways: first !== undefined && isShared(first) ? countWays(trail, first) : null,
  };
}

/** True when some place is made of several activities. */
function isShared({ placeOf }: Grouping): boolean {
  const taken = placeOf.filter((place) => place >= 0);
  return new Set(taken).size < taken.length;
}
