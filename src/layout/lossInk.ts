import { inkWords, type Width } from './inkWords.ts';
import { CARD_MARK_X, CARD_WIDTH, MIN_GUTTER } from './metrics.ts';
import type { DrawnLoss, Ink } from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { Placement, Rect, Scene } from './scene.ts';

/** Left of the mark of a card that is judged a gap, which stands at its lower right corner; and above it. */
const CORNER = CARD_WIDTH - CARD_MARK_X + 13;
const ABOVE_MARK = 14;

interface Tag extends Rect {
  readonly placement: Placement;
  readonly loss: DrawnLoss;
  /** Has no room for n. */
  readonly isShort: boolean;
}

/**
 * Where the shares that go no further stand: on the lower edge of their card, left of its corner; where that edge meets
 * what the card below bears, in the gutter, with n only where that is wide enough. `taken` is what they may not cover.
 */
export function placeLosses(
  { placements }: Scene,
  losses: ReadonlyMap<string, DrawnLoss>,
  taken: readonly Rect[],
  width: Width,
  scale: number,
): Tag[] {
  if (losses.size === 0) return [];
  const grid = createRectGrid<Rect>([...placements, ...taken]);
  const height = 16 * scale;
  return placements.flatMap((card) => {
    const loss = card.kind === 'touchpoint' ? losses.get(card.recordId) : undefined;
    if (loss === undefined) return [];
    const [right, bottom] = [card.x + card.width, card.y + card.height];
    const short = width(loss.text, 10.5 * scale, true) + 8 * scale;
    const long = loss.n === '' ? short : short + (10.5 * 0.4 + 4) * scale + width(loss.n, 9.5 * scale, false);
    const beside = bottom - height - ABOVE_MARK;
    const tag = (x: number, y: number, isShort = false): Tag => ({
      ...{ placement: card, loss, isShort, x, y, width: isShort ? short : long, height },
    });
    const least = { ...tag(right + MIN_GUTTER - 1 - short, beside, true) };
    const places = [
      tag(Math.max(card.x + 4, right - CORNER - long), bottom - 7),
      tag(card.x + 4, bottom - 7),
      tag(right + 3, beside),
      tag(right + 3, card.y + 10),
      tag(Math.max(card.x + 4, right - CORNER - short), bottom - 7, true),
      least,
    ];
    const isFree = (place: Rect) => !grid.some(place, (other) => other !== card);
    const found = places.find(isFree) ?? least;
    grid.add(found);
    return [found];
  });
}

/** The tag itself: grey and broken where few were there. */
export function lossInk({ text, n, few }: DrawnLoss, { x, y, ...box }: Rect, width: Width, scale: number): Ink[] {
  const inks: Ink[] = [{ kind: 'box', x, y, ...box, color: few ? 'tertiary' : 'secondary', dashed: few }];
  inkWords(inks, width, { x: x + 4 * scale, y: y + 11.8 * scale }, [
    { text, size: 10.5 * scale, bold: true, color: few ? 'tertiary' : 'ink' },
    { text: n, size: 9.5 * scale, color: few ? 'tertiary' : 'secondary' },
  ]);
  return inks;
}
