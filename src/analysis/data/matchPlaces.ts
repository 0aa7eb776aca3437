import { RE2JS } from 're2js';
import { nameKey } from '../../model/nameKey.ts';
import { type ComparedName, comparedName, sharesEnough, similarity } from './similarWords.ts';

/** What the rows of a file say about where they belong, and how many rows say so. Empty where there is no such column. */
export interface Spot {
  readonly place: string;
  readonly channel: string;
  readonly device: string;
  readonly rows: number;
  /** On which channels it comes, where it is not told apart by them. */
  readonly channels?: readonly string[];
}

/** Which text of a row is looked at, and how. */
export interface PlaceRule {
  readonly how: 'equals' | 'contains' | 'pattern';
  readonly column: 'place' | 'channel' | 'device';
  readonly text: string;
  /** The channel and the device that the row must name besides; empty for none named, absent for any. */
  readonly channel?: string | undefined;
  readonly device?: string | undefined;
  readonly touchpointId: string;
}

/** How much a rule asks for besides its text. */
const asksFor = ({ channel, device }: PlaceRule) => Number(channel !== undefined) + Number(device !== undefined);

const columns = ['place', 'channel', 'device'] as const;
/** Texts are looked at up to here. */
const LOOKED_AT = 500;

/** True for a pattern that cannot be read; it fits nothing. */
export function isBrokenPattern({ how, text }: Pick<PlaceRule, 'how' | 'text'>): boolean {
  return how === 'pattern' && patternOf(text) === null;
}

/**
 * A pattern comes with other people's maps and is tried while the page waits: by RE2, whose time grows with the text and no
 * faster. It has neither references back nor looking ahead or behind, and writes `\uXXXX` as `\x{XXXX}`.
 */
function patternOf(text: string): RE2JS | null {
  try {
    return RE2JS.compile(text.replace(/\\u\{?([\da-f]{4,6})\}?/gi, '\\x{$1}'), RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}

/** Whether a rule fits what a cell says; case and outer spaces do not count. An empty text contains nothing. */
function testOf({ how, text }: PlaceRule): (cell: string) => boolean {
  const wanted = nameKey(text);
  if (how === 'equals') return (cell) => nameKey(cell) === wanted;
  if (wanted === '') return () => false;
  if (how === 'contains') return (cell) => nameKey(cell).includes(wanted);
  const pattern = patternOf(text);
  return (cell) => pattern?.matcher(cell.slice(0, LOOKED_AT)).find() ?? false;
}

/**
 * The touchpoint of each spot, or null. A rule that names a channel or device besides its text stands for itself and comes
 * before those that do not, the one that names both first. Of the others, rules of a touchpoint about one column stand for each other, those about
 * different columns must all fit: place A or B, on channel C. A touchpoint that asks for more columns comes before one
 * that asks for fewer, then one that is named letter for letter; else the one whose first rule comes first is taken.
 */
export function matchSpots(spots: readonly Spot[], rules: readonly PlaceRule[]): (string | null)[] {
  const byTouchpoint = new Map<string, Map<PlaceRule['column'], ((cell: string) => boolean)[]>>();
  const narrow = rules
    .filter((rule) => asksFor(rule) > 0)
    .sort((a, b) => asksFor(b) - asksFor(a))
    .map((rule) => ({
      rule,
      fits: testOf(rule),
      channel: rule.channel === undefined ? undefined : nameKey(rule.channel),
      device: rule.device === undefined ? undefined : nameKey(rule.device),
    }));
  for (const rule of rules) {
    if (asksFor(rule) > 0) continue;
    const own = byTouchpoint.get(rule.touchpointId) ?? new Map();
    own.set(rule.column, [...(own.get(rule.column) ?? []), testOf(rule)]);
    byTouchpoint.set(rule.touchpointId, own);
  }
  const candidates = [...byTouchpoint].sort((a, b) => b[1].size - a[1].size);
  const verbatim = new Map<string, Set<string>>();
  for (const { how, column, text, touchpointId } of rules)
    if (how === 'equals' && column === 'place') verbatim.set(text, (verbatim.get(text) ?? new Set()).add(touchpointId));
  return spots.map((spot) => {
    const [onChannel, onDevice] = [nameKey(spot.channel), nameKey(spot.device)];
    const named = verbatim.get(spot.place);
    const isNamed = (touchpointId: string) => named?.has(touchpointId) === true;
    const fitsAll = ({ rule, fits, channel, device }: (typeof narrow)[number]) =>
      (channel === undefined || channel === onChannel) &&
      (device === undefined || device === onDevice) &&
      fits(spot[rule.column]);
    const exact = narrow.find(fitsAll)?.rule;
    if (exact !== undefined) {
      if (named === undefined || isNamed(exact.touchpointId)) return exact.touchpointId;
      const other = narrow.find((each) => {
        const isAsMuch = asksFor(each.rule) === asksFor(exact);
        return isAsMuch && isNamed(each.rule.touchpointId) && fitsAll(each);
      });
      return (other?.rule ?? exact).touchpointId;
    }
    const fitsEach = ([, asked]: (typeof candidates)[number]) =>
      columns.every((column) => asked.get(column)?.some((fits) => fits(spot[column])) ?? true);
    const found = candidates.find(fitsEach);
    if (found === undefined || named === undefined || isNamed(found[0])) return found?.[0] ?? null;
    const other = candidates.find((each) => each[1].size === found[1].size && isNamed(each[0]) && fitsEach(each));
    return (other ?? found)[0];
  });
}

export interface Suggestion {
  readonly touchpointId: string;
  /** 0 to 1. */
  readonly likeness: number;
  /** It shares too little with the text, or is on other channels: nothing to be taken unasked. */
  readonly isDoubtful: boolean;
}

/** Below this two names have nothing to do with each other. */
const LEAST = 0.5;
/** A name whose words all stand in a longer one may mean it: `/help` and "Reads the help pages". */
const CONTAINED = 0.5;

function likenessOf(text: ComparedName, title: ComparedName): number {
  const isContained = text.joined.length > 2 && text.words.every((word) => title.words.includes(word));
  return Math.max(similarity(text, title), isContained ? CONTAINED : 0);
}

/** A touchpoint to be suggested, with the names of its channels and devices where they are to count. */
export interface Suggestible {
  readonly id: string;
  readonly title: string;
  readonly channels?: readonly string[];
  readonly devices?: readonly string[];
}

/** How much of the likeness goes where channel and device are wholly other ones. */
const TRAITS = 0.2;
/** Less alike than this channels are other ones. */
const SAME_CHANNEL = 0.5;
/** Where a touchpoint names none it is neither right nor wrong. */
const UNNAMED = 0.5;

/**
 * For each text the touchpoint whose title is most like it, or null where none is; of two alike the first, and one that is
 * doubtful after the others. Where `says` has the channel and device of each text, touchpoints of the same words are told
 * apart by theirs; `onChannels` are those of each text besides. To be confirmed by a person.
 */
export function suggestPlaces(
  texts: readonly string[],
  touchpoints: readonly Suggestible[],
  says: readonly Pick<Spot, 'channel' | 'device'>[] = [],
  onChannels: readonly (readonly string[])[] = [],
): (Suggestion | null)[] {
  const names = touchpoints.map(({ id, title, channels = [], devices = [] }) => ({
    id,
    name: comparedName(title),
    channels: channels.map(comparedName),
    devices: devices.map(comparedName),
  }));
  const fitOf = (said: string | undefined, own: readonly ComparedName[]) => {
    if (!said) return null;
    const name = comparedName(said);
    return own.length === 0 ? UNNAMED : Math.max(...own.map((each) => similarity(name, each)));
  };
  const isElsewhere = (said: readonly ComparedName[], own: readonly ComparedName[]) =>
    said.length > 0 &&
    own.length > 0 &&
    !said.some((name) => own.some((channel) => similarity(name, channel) >= SAME_CHANNEL));
  return texts.map((text, at) => {
    const said = [...(onChannels[at] ?? []), says[at]?.channel ?? ''].filter((name) => name !== '').map(comparedName);
    const own = comparedName(text);
    let best: Suggestion | null = null;
    for (const { id, name, channels, devices } of names) {
      const byTitle = likenessOf(own, name);
      if (byTitle < LEAST) continue;
      const fits = [fitOf(says[at]?.channel, channels), fitOf(says[at]?.device, devices)].filter((fit) => fit !== null);
      const fit = fits.length === 0 ? 1 : fits.reduce((sum, each) => sum + each, 0) / fits.length;
      const likeness = byTitle * (1 - TRAITS * (1 - fit));
      const isDoubtful = byTitle < 1 && (!sharesEnough(own, name) || isElsewhere(said, channels));
      if (best === null || (best.isDoubtful === isDoubtful ? likeness > best.likeness : best.isDoubtful))
        best = { touchpointId: id, likeness, isDoubtful };
    }
    return best;
  });
}
