import {
  matchSpots,
  type PlaceRule,
  type Spot,
  type Suggestible,
  type Suggestion,
  suggestPlaces,
} from '../../analysis/data/matchPlaces.ts';
import { type ApartTrait, type ToldActivity, toldName } from '../../analysis/data/tellApart.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { LibraryTables } from '../../model/tables.ts';

/** One text by which rows are matched, with all rows that have it. */
export interface MatchRow {
  readonly text: string;
  /** What these rows say, as far as they are told apart by it. */
  readonly says: ToldActivity;
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

/** A touchpoint with the names by which channel and device of a row are known. */
export function suggestible({ id, title, channels, devices }: Touchpoint, library?: LibraryTables): Suggestible {
  const names = (table: 'channels' | 'devices', ids: readonly string[]) =>
    ids.flatMap((entry) => library?.[table][entry]?.name ?? []);
  return { id, title, channels: names('channels', channels), devices: names('devices', devices) };
}

/** What a row of the list says: the text of its column, and what it is told apart by. */
export function listedOf(spot: Spot, column: PlaceRule['column'], apart: readonly ApartTrait[]): ToldActivity {
  const shown = (part: PlaceRule['column']) =>
    part === column || (column === 'place' && part !== 'place' && apart.includes(part)) ? spot[part] : '';
  return { place: shown('place'), channel: shown('channel'), device: shown('device') };
}

/** The texts of a file with where they belong, most rows first; each told apart by `apart`. */
export function matchRows(
  spots: readonly Spot[],
  rules: readonly PlaceRule[],
  touchpoints: readonly Suggestible[],
  none: NoPlaces,
  apart: readonly ApartTrait[] = [],
): MatchRow[] {
  const column = listedColumn(spots);
  const matched = matchSpots(spots, rules);
  const groups = new Map<
    string,
    { says: ToldActivity; rows: number; ids: Set<string | null>; channels: Set<string> }
  >();
  spots.forEach((spot, at) => {
    const says = listedOf(spot, column, apart);
    const group = groups.get(toldName(says)) ?? { says, rows: 0, ids: new Set(), channels: new Set() };
    for (const channel of [spot.channel, ...(spot.channels ?? [])]) if (channel !== '') group.channels.add(channel);
    groups.set(toldName(says), group);
    group.rows += spot.rows;
    group.ids.add(matched[at] ?? null);
  });
  const texts = [...groups].sort((a, b) => b[1].rows - a[1].rows);
  const open = texts
    .filter(([text, { ids }]) => ids.has(null) && ids.size === 1 && none.get(text) !== 'said')
    .slice(0, SUGGESTED);
  const suggestions = suggestPlaces(
    open.map(([, { says }]) => says[column]),
    touchpoints,
    column === 'place' ? open.map(([, { says }]) => says) : [],
    column === 'place' ? open.map(([, { channels }]) => [...channels]) : [],
  );
  // By which texts: an activity whose channels are told apart may go to one touchpoint with all of them.
  const taken = new Map<string | null, string>();
  for (const [at, id] of matched.entries()) taken.set(id, spots[at]?.[column] ?? '');
  const suggested = new Map<string, { readonly id: string; readonly likeness: number; readonly isLikely: boolean }>();
  const likely = suggestions.map((suggestion, at) => {
    const [text = '', group] = open[at] ?? [];
    return { suggestion, text, own: group?.says[column] ?? '' };
  });
  // What is offered only takes no touchpoint from another text.
  const rank = (found: (typeof likely)[number]['suggestion']) =>
    found === null ? 0 : found.likeness + (isTakenFor(found) ? 1 : 0);
  likely.sort((a, b) => rank(b.suggestion) - rank(a.suggestion));
  for (const { suggestion, text, own } of likely) {
    if (suggestion === null) break;
    const { touchpointId, likeness } = suggestion;
    if (none.has(text) && likeness < 1) continue;
    if ((taken.get(touchpointId) ?? own) !== own && likeness < NEARLY) continue;
    const isLikely = isTakenFor(suggestion);
    if (isLikely) taken.set(touchpointId, own);
    suggested.set(text, { id: touchpointId, likeness, isLikely });
  }
  return texts.map(([text, { says, rows, ids }]) => {
    const [only] = ids;
    const found = suggested.get(text);
    return {
      ...{ text, says, rows, matched: ids.size > 1 ? several : (only ?? null) },
      suggested: found?.isLikely ? found.id : null,
      isSame: found?.likeness === 1,
      maybe: found === undefined || found.isLikely ? null : found.id,
    };
  });
}

/** Whether a touchpoint that is suggested is taken where nobody says otherwise. */
function isTakenFor({ likeness, isDoubtful }: Suggestion): boolean {
  return likeness >= LIKELY && !isDoubtful;
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
  apart: readonly ApartTrait[] = [],
): readonly PlaceRule[] {
  const added = rows.flatMap(({ says, matched, suggested }): PlaceRule[] =>
    matched === null && suggested !== null ? [ruleFor(says, column, apart, suggested)] : [],
  );
  return [...rules, ...added];
}

/** Longer texts are kept in no rule. */
const LONGEST = 2000;

/** The rule by which rows that say this, and nothing else, go to a touchpoint. */
export function ruleFor(
  says: ToldActivity,
  column: PlaceRule['column'],
  apart: readonly ApartTrait[],
  touchpointId: string,
): PlaceRule {
  const besides = column === 'place' ? apart : [];
  return {
    ...{ how: 'equals', column, text: says[column].slice(0, LONGEST) },
    ...(besides.includes('channel') ? { channel: says.channel.slice(0, LONGEST) } : {}),
    ...(besides.includes('device') ? { device: says.device.slice(0, LONGEST) } : {}),
    touchpointId,
  };
}

/** What a rule asks for, but for the touchpoint. */
const askedBy = ({ how, column, text, channel, device }: PlaceRule) =>
  JSON.stringify([how, column, text, channel ?? null, device ?? null]);

/** The rules with a text given to another touchpoint, or to none. It comes first, so that it counts more than patterns. */
export function withPlace(
  rules: readonly PlaceRule[],
  column: PlaceRule['column'],
  text: string,
  touchpointId: string | null,
): PlaceRule[] {
  const says = { place: '', channel: '', device: '', [column]: text };
  return withRow(rules, column, { says }, [], touchpointId, []);
}

/**
 * The rules with a row of the list given to another touchpoint, or to none. Where that row is told apart and a rule about
 * the same text took it with `all` the others, these stay where they are.
 */
export function withRow(
  rules: readonly PlaceRule[],
  column: PlaceRule['column'],
  { says }: Pick<MatchRow, 'says'>,
  apart: readonly ApartTrait[],
  touchpointId: string | null,
  all: readonly MatchRow[],
): PlaceRule[] {
  const own = ruleFor(says, column, apart, touchpointId ?? '');
  const others = rules.filter((rule) => askedBy(rule) !== askedBy(own));
  if (touchpointId !== null) return [own, ...others];
  const broad = askedBy(ruleFor(says, column, [], ''));
  if (apart.length === 0 || !others.some((rule) => askedBy(rule) === broad)) return others;
  const kept = others.filter((rule) => askedBy(rule) !== broad);
  const known = new Set(kept.map(askedBy));
  const beside = all.flatMap(({ says: other, matched }) => {
    if (other[column] !== says[column] || toldName(other) === toldName(says)) return [];
    const rule = matched === null || matched === several ? null : ruleFor(other, column, apart, matched);
    return rule === null || known.has(askedBy(rule)) ? [] : [rule];
  });
  return [...beside, ...kept];
}
