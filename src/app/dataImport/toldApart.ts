import type { PlaceRule } from '../../analysis/data/matchPlaces.ts';
import { comparedName } from '../../analysis/data/similarWords.ts';
import type { ApartTrait } from '../../analysis/data/tellApart.ts';
import type { Matching } from './profile.ts';

/**
 * A matching whose rows are told apart by `apart`. What was said of an activity as a whole is not taken over for touchpoints
 * that share their words with another, so that channel and device decide between them; where the journey ends is guessed anew.
 */
export function toldApart(
  matching: Matching,
  apart: readonly ApartTrait[],
  touchpoints: readonly { readonly id: string; readonly title: string }[],
): Matching {
  const words = new Map(touchpoints.map(({ id, title }) => [id, comparedName(title).joined]));
  const times = new Map<string, number>();
  for (const joined of words.values()) times.set(joined, (times.get(joined) ?? 0) + 1);
  const isOne = (id: string) => (times.get(words.get(id) ?? '') ?? 0) < 2;
  const isBroad = ({ how, column, channel, device }: PlaceRule) =>
    how === 'equals' && column === 'place' && channel === undefined && device === undefined;
  const rules = matching.rules.filter((rule) => !isBroad(rule) || isOne(rule.touchpointId));
  return { ...matching, apart, rules, ends: null };
}
