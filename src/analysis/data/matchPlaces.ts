import { type ComparedName, comparedName, similarity } from './similarWords.ts';

/** What the rows of a file say about where they belong, and how many rows say so. Empty where there is no such column. */
export interface Spot {
  readonly place: string;
  readonly channel: string;
  readonly device: string;
  readonly rows: number;
}

/** Which text of a row is looked at, and how. */
export interface PlaceRule {
  readonly how: 'equals' | 'contains' | 'pattern';
  readonly column: 'place' | 'channel' | 'device';
  readonly text: string;
  readonly touchpointId: string;
}

const columns = ['place', 'channel', 'device'] as const;
/** Texts are looked at up to here, so that no pattern takes for ever. */
const LOOKED_AT = 500;

/** True for a pattern that is no regular expression; it fits nothing. */
export function isBrokenPattern({ how, text }: Pick<PlaceRule, 'how' | 'text'>): boolean {
  return how === 'pattern' && patternOf(text) === null;
}

function patternOf(text: string): RegExp | null {
  try {
    return new RegExp(text, 'iu');
  } catch {
    return null;
  }
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** Whether a rule fits what a cell says; case and outer spaces do not count. An empty text contains nothing. */
function testOf({ how, text }: PlaceRule): (cell: string) => boolean {
  const wanted = plain(text);
  if (how === 'equals') return (cell) => plain(cell) === wanted;
  if (wanted === '') return () => false;
  if (how === 'contains') return (cell) => plain(cell).includes(wanted);
  const pattern = patternOf(text);
  return (cell) => pattern?.test(cell.slice(0, LOOKED_AT)) ?? false;
}

/**
 * The touchpoint of each spot, or null. Rules of a touchpoint about one column stand for each other, those about
 * different columns must all fit: place A or B, on channel C. A touchpoint that asks for more columns comes before one
 * that asks for fewer; else the one whose first rule comes first is taken.
 */
export function matchSpots(spots: readonly Spot[], rules: readonly PlaceRule[]): (string | null)[] {
  const byTouchpoint = new Map<string, Map<PlaceRule['column'], ((cell: string) => boolean)[]>>();
  for (const rule of rules) {
    const own = byTouchpoint.get(rule.touchpointId) ?? new Map();
    own.set(rule.column, [...(own.get(rule.column) ?? []), testOf(rule)]);
    byTouchpoint.set(rule.touchpointId, own);
  }
  const candidates = [...byTouchpoint].sort((a, b) => b[1].size - a[1].size);
  return spots.map((spot) => {
    const found = candidates.find(([, asked]) =>
      columns.every((column) => asked.get(column)?.some((fits) => fits(spot[column])) ?? true),
    );
    return found?.[0] ?? null;
  });
}

export interface Suggestion {
  readonly touchpointId: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Below this two names have nothing to do with each other. */
const LEAST = 0.5;
/** A name whose words all stand in a longer one may mean it: `/help` and "Reads the help pages". */
const CONTAINED = 0.5;

function likenessOf(text: ComparedName, title: ComparedName): number {
  const isContained = text.joined.length > 2 && text.words.every((word) => title.words.includes(word));
  return Math.max(similarity(text, title), isContained ? CONTAINED : 0);
}

/**
 * For each text the touchpoint whose title is most like it, or null where none is; of two alike the first. To be
 * confirmed by a person.
 */
export function suggestPlaces(
  texts: readonly string[],
  touchpoints: readonly { readonly id: string; readonly title: string }[],
): (Suggestion | null)[] {
  const names = touchpoints.map(({ id, title }) => ({ id, name: comparedName(title) }));
  return texts.map((text) => {
    const own = comparedName(text);
    let best: Suggestion | null = null;
    for (const { id, name } of names) {
      const likeness = likenessOf(own, name);
      if (likeness >= LEAST && likeness > (best?.likeness ?? 0)) best = { touchpointId: id, likeness };
    }
    return best;
  });
}
