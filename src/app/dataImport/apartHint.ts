import type { Spot, Suggestible } from '../../analysis/data/matchPlaces.ts';
import { comparedName } from '../../analysis/data/similarWords.ts';
import { type ApartTrait, apartTraits } from '../../analysis/data/tellApart.ts';
import type { ReadFile } from './reading.ts';

/** Why rows should be told apart: one place comes with several values of a trait. */
export interface ApartHint {
  readonly trait: ApartTrait;
  readonly name: string;
  /** Most rows first. */
  readonly values: readonly string[];
  /** The map has touchpoints of the same words that differ in it. */
  readonly isOnMap: boolean;
}

interface Found {
  readonly name: string;
  readonly values: readonly string[];
}

/** By what the rows of a file can be told apart: each trait with the places that come with it, and their values. */
function foundIn(read: ReadFile, spots: readonly Spot[], trait: ApartTrait): Found[] {
  if (read.kind === 'events')
    return read.data.log.activities.map(({ name, values }) => ({
      name,
      values: values[trait].map(({ value }) => value),
    }));
  const rows = new Map<string, Map<string, number>>();
  for (const spot of spots) {
    if (spot.place === '' || spot[trait] === '') continue;
    const own = rows.get(spot.place) ?? new Map();
    rows.set(spot.place, own.set(spot[trait], (own.get(spot[trait]) ?? 0) + spot.rows));
  }
  return [...rows].map(([name, own]) => ({
    name,
    values: [...own].sort((a, b) => b[1] - a[1]).map(([value]) => value),
  }));
}

/** What the rows of a file say besides the place. */
export function apartOffered(read: ReadFile, spots: readonly Spot[]): ApartTrait[] {
  return apartTraits.filter((trait) => foundIn(read, spots, trait).some(({ values }) => values.length > 0));
}

/**
 * A place that comes with several channels or devices by which it is not told apart; first one of whose words the map has
 * several touchpoints that differ in them. Null where there is none.
 */
export function apartHint(
  read: ReadFile,
  spots: readonly Spot[],
  touchpoints: readonly Suggestible[],
  apart: readonly ApartTrait[],
): ApartHint | null {
  const hints = apartTraits
    .filter((trait) => !apart.includes(trait))
    .flatMap((trait) => {
      const onMap = new Map<string, Set<string>>();
      for (const { title, channels = [], devices = [] } of touchpoints) {
        const { joined } = comparedName(title);
        const own = onMap.get(joined) ?? new Set();
        onMap.set(joined, own.add((trait === 'channel' ? channels : devices).join('\n')));
      }
      return foundIn(read, spots, trait)
        .filter(({ values }) => values.length > 1)
        .map(({ name, values }): ApartHint => {
          const isOnMap = (onMap.get(comparedName(name).joined)?.size ?? 0) > 1;
          return { trait, name, values, isOnMap };
        });
    });
  return hints.find(({ isOnMap }) => isOnMap) ?? hints[0] ?? null;
}
