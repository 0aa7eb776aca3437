import { inkWords, type Width } from './inkWords.ts';
import { laneInk } from './laneInk.ts';
import type { Measurer } from './measurer.ts';
import { CARD_MARK_X, CARD_MARK_Y, MIN_GUTTER, OWNER_SIZE, ownerX } from './metrics.ts';
import { type DrawnLane, farValue, type Ink, type InkGroup, type Overlays, shownTone } from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { Rect, Scene } from './scene.ts';
import { volumeInk } from './volumeInk.ts';

const BADGE_HEIGHT = 18;
/** From the right edge of a card, where the star of a moment of truth stands, and the mark of a gap of the card above. */
const STAR_ROOM = 18;
/** What a badge in a gutter leaves free before the next card. */
const GUTTER_LEFT = 9;
/** Of a card's figure from afar: the mark and what is between the words; and its line. */
const FAR_MARK = 24;
const FAR_HEIGHT = 15;
/** Half the side of the square in which the mark of a gap stands at a card's corner. */
const CORNER = 11;
/** How far a badge may begin left of its card. */
const OVERHANG = 16;
/** Below a card's upper border: half a persona's mark, and the ground around it. */
const MARK_ROOM = OWNER_SIZE / 2 + 2;

/**
 * Everything that overlays draw on a scene, place by place. `scale` enlarges texts that are read from afar; widths come
 * from `measurer`. `isFar`, in the overview, leaves out what cards bear and differences, writes n in short, and no value
 * for which that leaves no room: none stands without its n.
 */
export function overlayInk(scene: Scene, overlays: Overlays, measurer: Measurer, scale = 1, isFar = false): InkGroup[] {
  // Each text is asked for where it finds room and where it is written.
  const widths = new Map<string, number>();
  const width = (text: string, size: number, bold: boolean) => {
    const key = `${size} ${bold} ${text}`;
    let known = widths.get(key);
    if (known === undefined) {
      const style = { size, lineHeight: size * 1.3, weight: bold ? 600 : 400 } as const;
      known = measurer.lines(text, style, 10_000, 1)[0]?.width ?? 0;
      widths.set(key, known);
    }
    return known;
  };
  const shown = isFar ? briefly(overlays) : overlays;
  const badges = isFar ? farFigures(scene, overlays, width, scale) : [];
  const drawn = badgeInk(scene, shown, width, scale);
  return [
    ...volumeInk(scene, shown, [...drawn, ...badges], width, scale, isFar),
    ...laneInk(scene, shown, width, scale, isFar),
    ...drawn,
  ];
}

/** What the figures take that cards show by themselves from afar: the lowest line of a card, and some of the gutter. */
function farFigures({ placements }: Scene, { figures }: Overlays, width: Width, scale: number): Rect[] {
  return placements.flatMap((card): Rect[] => {
    const figure = figures.get(card.recordId);
    if (figure === undefined) return [];
    const words =
      width(farValue(figure), 11 * scale, true) + width(figure.shortN, 9.5 * scale, false) + FAR_MARK * scale;
    const across = Math.min(Math.max(words, card.width), card.width + MIN_GUTTER);
    const height = FAR_HEIGHT * scale;
    return [{ x: card.x, y: card.y + card.height - height, width: across, height }];
  });
}

/** The same without badges and differences, and n in short. A card that has a figure shows that rather than who is lost. */
function briefly(overlays: Overlays): Overlays {
  const short = <T extends { readonly n: string; readonly shortN: string }>(drawn: T): T => ({
    ...drawn,
    n: drawn.shortN,
  });
  const shortLane = ({ figures, courses }: DrawnLane): DrawnLane => ({
    figures: new Map([...figures].map(([id, figure]) => [id, { ...short(figure), difference: '' }])),
    courses,
    notes: new Map(),
  });
  return {
    ...overlays,
    figures: new Map(),
    owners: new Map(),
    lanes: new Map([...overlays.lanes].map(([id, lane]) => [id, shortLane(lane)])),
    volumes: new Map([...overlays.volumes].map(([id, volume]) => [id, short(volume)])),
    losses: new Map(
      [...overlays.losses].filter(([id]) => !overlays.figures.has(id)).map(([id, loss]) => [id, short(loss)]),
    ),
  };
}

function badgeInk(scene: Scene, { figures, owners, gaps }: Overlays, width: Width, scale: number): InkGroup[] {
  const corners = createRectGrid<Rect>(
    scene.placements.flatMap(({ kind, recordId, x, y }) =>
      kind === 'touchpoint' && gaps.has(recordId)
        ? [{ x: x + CARD_MARK_X - CORNER, y: y + CARD_MARK_Y - CORNER, width: 2 * CORNER, height: 2 * CORNER }]
        : [],
    ),
  );
  return scene.placements.flatMap((placement): InkGroup[] => {
    const figure = placement.kind === 'touchpoint' ? figures.get(placement.recordId) : undefined;
    if (figure === undefined) return [];
    const height = BADGE_HEIGHT * scale;
    const size = 11 * scale;
    const tone = shownTone(figure);
    const mark = 12 * scale;
    const before = tone === null ? 8 : mark + 8;
    const words = [
      { text: figure.value, size, bold: !figure.few, color: figure.few ? 'tertiary' : 'ink' },
      { text: figure.difference, size, color: figure.few ? 'tertiary' : 'ink' },
      { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' },
    ] as const;
    const long = inkWords([], width, { x: before, y: 0 }, words);
    const border = { x: placement.x, y: placement.y + 6 - height, width: placement.width, height };
    const isCornered = corners.some(border, () => true);
    const at = badgePlace(placement.width, long, owners.get(placement.recordId) ?? 0, isCornered);
    const x = placement.x + at.x;
    const y = placement.y + (at.isBelow ? MARK_ROOM : 6 - height);
    const inks: Ink[] = [];
    const end = inkWords(inks, width, { x: x + before, y: y + height / 2 + size * 0.36 }, words);
    const box = { x, y, width: end - x + 3, height };
    inks.unshift(
      { kind: 'box', ...box, radius: height / 2, color: figure.few ? 'tertiary' : figure.tone, dashed: figure.few },
      ...(tone === null ? [] : [{ kind: 'mark' as const, x: x + 4, y: y + (height - mark) / 2, size: mark, tone }]),
    );
    return [{ key: placement.key, under: false, recordId: placement.recordId, ...box, inks }];
  });
}

/**
 * Where a badge stands on a card: at the right of its upper border, before the star; a long one behind the marks of the
 * card's personas and into the gutter; where it is too long for that, beneath the marks, which it never covers. Nor does it
 * cover the mark of a gap that a card above has at its corner (`isCornered`): it begins left of its card, or stands beneath.
 */
function badgePlace(card: number, long: number, owners: number, isCornered: boolean): { x: number; isBelow: boolean } {
  const left = owners === 0 ? 7 : ownerX(owners);
  const right = card - STAR_ROOM - long;
  if (right >= left) return { x: right, isBelow: false };
  if (owners === 0 && (!isCornered || right >= -OVERHANG)) return { x: isCornered ? right : left, isBelow: false };
  if (!isCornered && left + long <= card + MIN_GUTTER - GUTTER_LEFT) return { x: left, isBelow: false };
  return { x: 7, isBelow: true };
}
