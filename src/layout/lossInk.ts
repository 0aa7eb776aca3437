import { inkWords, type Width } from './inkWords.ts';
import { CARD_MARK_X, CARD_WIDTH } from './metrics.ts';
import type { DrawnLoss, Ink } from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { LinkRoute, Placement, Rect, Scene } from './scene.ts';
import { partsOf } from './volumePlaces.ts';

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

/** What tags may not cover: `taken`, and the lines of links as thick as they are drawn. */
interface Drawn {
  readonly taken: readonly Rect[];
  readonly thicknessOf: (link: LinkRoute) => number;
}

/**
 * Where the shares that go no further stand, each with how many were there: on the lower edge of their card, left of its
 * corner; where that edge meets what the card below bears, in the gutter, one above the other where that is narrow, and no
 * larger than they are read near by where that still meets something. They cover nothing, but where there is no other place
 * a straight part of a link that leaves their own card. What finds no place is left out.
 */
export function placeLosses(
  { placements, links }: Scene,
  losses: ReadonlyMap<string, DrawnLoss>,
  { taken, thicknessOf }: Drawn,
  width: Width,
  scale: number,
): Tag[] {
  if (losses.size === 0) return [];
  const grid = createRectGrid<Rect>([...placements, ...taken]);
  const lines = createRectGrid<Rect & { readonly from: string }>();
  for (const link of links)
    for (const part of partsOf(link, thicknessOf(link))) lines.add({ ...part, from: link.from });
  return placements.flatMap((card): Tag[] => {
    const loss = card.kind === 'touchpoint' ? losses.get(card.recordId) : undefined;
    if (loss === undefined) return [];
    const [right, bottom] = [card.x + card.width, card.y + card.height];
    const [long, brief, narrow] = waysToWrite(loss, width, scale);
    const [, , small] = waysToWrite(loss, width, 1);
    const tag = (writing: Writing, x: number, y: number): Tag => ({ placement: card, few: loss.few, x, y, ...writing });
    const beside = (writing: Writing) => bottom - writing.height - ABOVE_MARK;
    const before = (writing: Writing) => Math.max(card.x + 4, right - CORNER - writing.width);
    const below = [long, brief].flatMap((writing) => [
      tag(writing, before(writing), bottom - INSIDE),
      tag(writing, card.x + 4, bottom - INSIDE),
    ]);
    const places = [
      ...below,
      tag(long, right + 3, beside(long)),
      tag(long, right + 3, card.y + 10),
      tag(brief, right + 3, beside(brief)),
      tag(narrow, right + 3, beside(narrow)),
      tag(narrow, right + 3, card.y + 10),
      tag(narrow, card.x - narrow.width - 3, beside(narrow)),
      tag(small, card.x - small.width - 3, beside(small)),
      tag(small, right + 3, beside(small)),
      tag(small, right + 3, card.y + 10),
    ];
    const covers = (place: Rect, from: string | null) => lines.some(place, (line) => line.from !== from);
    let overOwn: Tag | undefined;
    const clear = places.find((place) => {
      if (grid.some(place, (other) => other !== card)) return false;
      if (!covers(place, null)) return true;
      if (overOwn === undefined && !covers(place, card.key)) overOwn = place;
      return false;
    });
    const found = clear ?? overOwn;
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
