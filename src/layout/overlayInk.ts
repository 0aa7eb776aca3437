import { inkWords, type Width } from './inkWords.ts';
import { laneInk } from './laneInk.ts';
import type { Measurer } from './measurer.ts';
import { CARD_MARK_X, CARD_MARK_Y, MIN_GUTTER, OWNER_SIZE, ownerX } from './metrics.ts';
import {
  type DrawnFigure,
  type DrawnLane,
  farValue,
  type Ink,
  type InkGroup,
  type Overlays,
  shownTone,
} from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { Rect, Scene } from './scene.ts';
import { volumeInk } from './volumeInk.ts';

const BADGE_HEIGHT = 18;
/** How far it reaches below the upper border of its card. */
const BORDER_ROOM = 6;
/** From the right edge of a card, where the star of a moment of truth stands, and the mark of a gap of the card above. */
const STAR_ROOM = 18;
/** What a badge in a gutter leaves free before the next card. */
const GUTTER_LEFT = 9;
/** Of a card's figure from afar: the mark and what is between the words; and its line. */
const FAR_MARK = 24;
const FAR_HEIGHT = 15;
/** Half the side of the square in which the mark of a gap stands at a card's corner. */
const CORNER = 11;
/** What a badge beneath the marks leaves free at the right of its card. */
const BELOW_LEFT = 8;
/** How far a badge may begin left of its card. */
const OVERHANG = 16;
/** Below a card's upper border: half a persona's mark, and the ground around it. */
const MARK_ROOM = OWNER_SIZE / 2 + 2;

/** So much larger than on cards texts are at most, or lanes of figures would burst. */
const LARGEST_TEXT = 2.25;
/** From where texts would have to be larger than this to be read there are none: widths and marks alone. */
const LAST_WORDS = 2.75;

/**
 * Everything that overlays draw on a scene, place by place. `asked` is by how much texts must be enlarged to be read from
 * afar; widths come from `measurer`. `isFar`, in the overview, leaves out what cards bear and differences, writes n in
 * short, and no value for which that leaves no room: none stands without its n. Where no text could be read there is none.
 */
export function overlayInk(scene: Scene, overlays: Overlays, measurer: Measurer, asked = 1, isFar = false): InkGroup[] {
  const isWordless = isFar && asked > LAST_WORDS;
  const scale = isWordless ? asked : Math.min(LARGEST_TEXT, asked);
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
  const shown = isWordless ? wordless(overlays) : isFar ? briefly(overlays) : overlays;
  const badges = isFar && !isWordless ? farFigures(scene, overlays, width, scale) : [];
  const drawn = badgeInk(scene, shown, width, scale);
  return [
    ...volumeInk(scene, shown, [...drawn, ...badges], width, scale),
    ...laneInk(scene, shown, width, scale, isFar, isWordless),
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

/** The same without any words: the widths of links, and lanes, which are drawn as marks. */
function wordless(overlays: Overlays): Overlays {
  const volumes = [...overlays.volumes].map(([id, volume]) => [id, { ...volume, text: '' }] as const);
  return { ...briefly(overlays), volumes: new Map(volumes), losses: new Map() };
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
    const border = placement.y + BORDER_ROOM;
    const edge = {
      x: placement.x,
      y: border - BADGE_HEIGHT * scale,
      width: placement.width,
      height: BADGE_HEIGHT * scale,
    };
    const isCornered = corners.some(edge, () => true);
    const count = owners.get(placement.recordId) ?? 0;
    // In full, with n in short, and no larger than it is read near by.
    const ways = [figure.n, figure.shortN].map((n) => writeBadge(figure, n, width, scale));
    if (scale > 1) ways.push(writeBadge(figure, figure.shortN, width, 1));
    const places = ways.map((badge) => ({ badge, ...badgePlace(placement.width, badge.width, count, isCornered) }));
    const found = places.find(({ fits }) => fits) ?? places.at(-1);
    if (found === undefined) return [];
    const { badge } = found;
    const at = { x: placement.x + found.x, y: found.isBelow ? placement.y + MARK_ROOM : border - badge.height };
    const box = { ...at, width: badge.width, height: badge.height };
    return [{ key: placement.key, under: false, recordId: placement.recordId, ...box, inks: badge.inksAt(at) }];
  });
}

/** A figure with its n in a rounded box: its mark, its value, how much it differs, and n. */
function writeBadge(figure: DrawnFigure, n: string, width: Width, scale: number) {
  const { few } = figure;
  const height = BADGE_HEIGHT * scale;
  const size = 11 * scale;
  const tone = shownTone(figure);
  const mark = 12 * scale;
  const before = tone === null ? 8 : mark + 8;
  const color = few ? 'tertiary' : 'ink';
  const words = [
    { text: figure.value, size, bold: !few, color },
    { text: figure.difference, size, color },
    { text: n, size: 10 * scale, color: few ? 'tertiary' : 'secondary' },
  ] as const;
  const across = inkWords([], width, { x: before, y: 0 }, words) + 3;
  return {
    width: across,
    height,
    inksAt({ x, y }: { x: number; y: number }): Ink[] {
      const inks: Ink[] = [
        {
          kind: 'box',
          x,
          y,
          width: across,
          height,
          radius: height / 2,
          color: few ? 'tertiary' : figure.tone,
          dashed: few,
        },
        ...(tone === null ? [] : [{ kind: 'mark' as const, x: x + 4, y: y + (height - mark) / 2, size: mark, tone }]),
      ];
      inkWords(inks, width, { x: x + before, y: y + height / 2 + size * 0.36 }, words);
      return inks;
    },
  };
}

/**
 * Where a badge stands on a card: at the right of its upper border, before the star; a long one behind the marks of the
 * card's personas and into the gutter; where it is too long for that, beneath the marks, which it never covers. Nor does it
 * cover the mark of a gap that a card above has at its corner (`isCornered`): it begins left of its card, or stands beneath.
 * `across` is its width; it fits where it reaches into no card beside it, and beneath the marks not into the gutter.
 */
function badgePlace(card: number, across: number, owners: number, isCornered: boolean) {
  const left = owners === 0 ? 7 : ownerX(owners);
  const right = card - STAR_ROOM - across;
  if (right >= left) return { x: right, isBelow: false, fits: true };
  if (isCornered && owners === 0 && right >= -OVERHANG) return { x: right, isBelow: false, fits: true };
  if (!isCornered && left + across <= card + MIN_GUTTER - GUTTER_LEFT) return { x: left, isBelow: false, fits: true };
  return { x: 7, isBelow: true, fits: 7 + across <= card - BELOW_LEFT };
}
