import { matchSpots, type PlaceRule, type Spot, suggestPlaces } from '../../analysis/data/matchPlaces.ts';

/** One text by which rows are matched, with all rows that have it. */
export interface MatchRow {
  readonly text: string;
  readonly rows: number;
  /** The touchpoint by rules; null when there is none, `several` when channel or device decides. */
  readonly matched: string | null;
  /** The touchpoint that is taken where no rule fits, and whether it has the very name or is a guess by similar words. */
  readonly suggested: string | null;
  readonly isSame: boolean;
  /** A touchpoint that shares no more than a word or so: it is offered, and not taken unless somebody says so. */
  readonly maybe: string | null;
}

export const several = 'several';

/** A touchpoint that has its text already is proposed for another one only when that is nearly the same. */
const NEARLY = 0.8;
/** What is less like than this is offered only. */
const LIKELY = 0.55;
/** Texts for which a touchpoint is proposed; more than these nobody goes through. */
const SUGGESTED = 400;

/** The column by which rows are listed: the place; where no row names one, the channel or the device. */
export function listedColumn(spots: readonly Spot[]): PlaceRule['column'] {
  return (
    (['place', 'channel', 'device'] as const).find((column) => spots.some((spot) => spot[column] !== '')) ?? 'place'
  );
}

/**
 * Texts that belong to no touchpoint: somebody `said` so, and nothing is proposed for them; or they were `left` as they were
 * when the file was put on the map, and only a touchpoint of that very name is proposed.
 */
export type NoPlaces = ReadonlyMap<string, 'said' | 'left'>;

/** The texts of a file with where they belong, most rows first. */
export function matchRows(
  spots: readonly Spot[],
  rules: readonly PlaceRule[],
  touchpoints: readonly { readonly id: string; readonly title: string }[],
  none: NoPlaces,
): MatchRow[] {
  const column = listedColumn(spots);
  const matched = matchSpots(spots, rules);
  const groups = new Map<string, { rows: number; ids: Set<string | null> }>();
  spots.forEach((spot, at) => {
    const group = groups.get(spot[column]) ?? { rows: 0, ids: new Set() };
    groups.set(spot[column], group);
    group.rows += spot.rows;
    group.ids.add(matched[at] ?? null);
  });
  const texts = [...groups].sort((a, b) => b[1].rows - a[1].rows);
  const open = texts
    .filter(([text, { ids }]) => ids.has(null) && ids.size === 1 && none.get(text) !== 'said')
    .slice(0, SUGGESTED);
  const suggestions = suggestPlaces(
    open.map(([text]) => text),
    touchpoints,
  );
  const taken = new Set<string | null>(matched);
  const suggested = new Map<string, { readonly id: string; readonly likeness: number }>();
  const likely = suggestions.map((suggestion, at) => ({ suggestion, text: open[at]?.[0] ?? '' }));
  likely.sort((a, b) => (b.suggestion?.likeness ?? 0) - (a.suggestion?.likeness ?? 0));
  for (const { suggestion, text } of likely) {
    if (suggestion === null) break;
    const { touchpointId, likeness } = suggestion;
    if (none.has(text) && likeness < 1) continue;
    if (taken.has(touchpointId) && likeness < NEARLY) continue;
    taken.add(touchpointId);
    suggested.set(text, { id: touchpointId, likeness });
  }
  return texts.map(([text, { rows, ids }]) => {
    const [only] = ids;
    const found = suggested.get(text);
    const isLikely = found !== undefined && found.likeness >= LIKELY;
    return {
      ...{ text, rows, matched: ids.size > 1 ? several : (only ?? null) },
      suggested: isLikely ? found.id : null,
      isSame: found?.likeness === 1,
      maybe: found === undefined || isLikely ? null : found.id,
    };
  });
}

/** Texts of a file that fall on the same touchpoint as another, by text, with those others. */
export function textsTogether(rows: readonly MatchRow[]): ReadonlyMap<string, readonly string[]> {
  const byTouchpoint = new Map<string, string[]>();
  for (const { text, matched, suggested } of rows) {
    const id = matched ?? suggested;
    if (id === null || id === several) continue;
    byTouchpoint.set(id, [...(byTouchpoint.get(id) ?? []), text]);
  }
  const shared = [...byTouchpoint.values()].filter((texts) => texts.length > 1);
  return new Map(
    shared.flatMap((texts) => texts.map((text) => [text, texts.filter((other) => other !== text)] as const)),
  );
}

/**
 * Texts about which a profile says nothing: they belong to no touchpoint by its rules, have no touchpoint's very name, and
 * nobody has said yet that they belong nowhere. `unmatched` are the texts of all rows without a touchpoint.
 */
export function unknownTexts(rows: readonly MatchRow[], unmatched: readonly string[], none: NoPlaces): string[] {
  const guesses = rows.filter(({ matched, suggested, isSame }) => matched === null && suggested !== null && !isSame);
  return [...new Set([...guesses.map(({ text }) => text), ...unmatched])].filter((text) => !none.has(text));
}

/** The rules with those that the suggestions come to, once somebody has confirmed them. */
export function confirmed(
  rows: readonly MatchRow[],
  rules: readonly PlaceRule[],
  column: PlaceRule['column'],
): readonly PlaceRule[] {
  const added = rows.flatMap(({ text, matched, suggested }): PlaceRule[] =>
    matched === null && suggested !== null ? [{ how: 'equals', column, text, touchpointId: suggested }] : [],
  );
  return [...rules, ...added];
}

/** The rules with a text given to another touchpoint, or to none. It comes first, so that it counts more than patterns. */
export function withPlace(
  rules: readonly PlaceRule[],
  column: PlaceRule['column'],
  text: string,
  touchpointId: string | null,
): PlaceRule[] {
  const others = rules.filter((rule) => rule.how !== 'equals' || rule.column !== column || rule.text !== text);
  return touchpointId === null ? others : [{ how: 'equals', column, text, touchpointId }, ...others];
}
