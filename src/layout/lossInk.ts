import { inkWords, type Width } from './inkWords.ts';
import { CARD_MARK_X, CARD_WIDTH, MIN_GUTTER } from './metrics.ts';
import type { DrawnLoss, Ink } from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { Placement, Rect, Scene } from './scene.ts';

/** Left of the mark of a card that is judged a gap, which stands at its lower right corner; and above it. */
const CORNER = CARD_WIDTH - CARD_MARK_X + 13;
const ABOVE_MARK = 14;

/** How far it reaches up into its card: not to the feelings and the department at the card's foot. */
const INSIDE = 4;

type Line = Parameters<typeof inkWords>[3];

interface Tag extends Rect {
  readonly placement: Placement;
  readonly lines: readonly Line[];
  readonly few: boolean;
  /** By how much its texts are enlarged. */
  readonly scale: number;
}

/**
 * Where the shares that go no further stand, each with how many were there: on the lower edge of their card, left of its
 * corner; where that edge meets what the card below bears, in the gutter, one above the other where that is narrow, and no
 * larger than they are read near by where that still meets something. `taken` is what they may not cover. Where nothing is
 * free they stand in the gutter all the same, but not from afar (`isFar`), where there is less to be read.
 */
export function placeLosses(
  { placements }: Scene,
  losses: ReadonlyMap<string, DrawnLoss>,
  taken: readonly Rect[],
  width: Width,
  scale: number,
  isFar: boolean,
): Tag[] {
  if (losses.size === 0) return [];
  const grid = createRectGrid<Rect>([...placements, ...taken]);
  return placements.flatMap((card): Tag[] => {
    const loss = card.kind === 'touchpoint' ? losses.get(card.recordId) : undefined;
    if (loss === undefined) return [];
    const [right, bottom] = [card.x + card.width, card.y + card.height];
    const [long, brief, narrow] = waysToWrite(loss, width, scale);
    const [, , small] = waysToWrite(loss, width, 1);
    const tag = (writing: Writing, x: number, y: number): Tag => ({ placement: card, few: loss.few, x, y, ...writing });
    const beside = (writing: Writing) => bottom - writing.height - ABOVE_MARK;
    const before = (writing: Writing) => Math.max(card.x + 4, right - CORNER - writing.width);
    const within = (writing: Writing) => tag(writing, right + MIN_GUTTER - 1 - writing.width, beside(writing));
    const places = [
      tag(long, before(long), bottom - INSIDE),
      tag(long, card.x + 4, bottom - INSIDE),
      tag(long, right + 3, beside(long)),
      tag(long, right + 3, card.y + 10),
      tag(brief, before(brief), bottom - INSIDE),
      tag(brief, right + 3, beside(brief)),
      tag(narrow, right + 3, beside(narrow)),
      tag(narrow, right + 3, card.y + 10),
      within(narrow),
      within(small),
    ];
    const isFree = (place: Rect) => !grid.some(place, (other) => other !== card);
    const found = places.find(isFree) ?? (isFar ? undefined : within(small));
    if (found === undefined) return [];
    grid.add(found);
    return [found];
  });
}

type Writing = Pick<Tag, 'lines' | 'width' | 'height' | 'scale'>;

/** A share and its n: in full, with n in short, and one above the other. */
function waysToWrite({ text, n, shortN, few }: DrawnLoss, width: Width, scale: number): [Writing, Writing, Writing] {
  const share = { text, size: 10.5 * scale, bold: true, color: few ? 'tertiary' : 'ink' } as const;
  const count = (of: string) => ({ text: of, size: 9.5 * scale, color: few ? 'tertiary' : 'secondary' }) as const;
  const written = (...lines: Line[]): Writing => ({
    lines,
    // As much before the words as behind them.
    width: Math.max(...lines.map((line) => inkWords([], width, { x: 0, y: 0 }, line))) + 4 * scale,
    height: (5 + 11 * lines.length) * scale,
    scale,
  });
  return [written([share, count(n)]), written([share, count(shortN)]), written([share], [count(shortN)])];
}

/** The tag itself: grey and broken where few were there. */
export function lossInk({ lines, few, x, y, width: across, height, scale }: Tag, width: Width): Ink[] {
  const inks: Ink[] = [
    { kind: 'box', x, y, width: across, height, radius: 8 * scale, color: few ? 'tertiary' : 'secondary', dashed: few },
  ];
  for (const [index, line] of lines.entries())
    inkWords(inks, width, { x: x + 4 * scale, y: y + (11.8 + 11 * index) * scale }, line);
  return inks;
}
