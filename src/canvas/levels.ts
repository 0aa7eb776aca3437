import { CARD_WIDTH, HEAD_HEIGHT, ROW_HEAD_WIDTH } from '../layout/metrics.ts';
import type { Scene } from '../layout/scene.ts';

/** What is shown of a card, by zoom: all of it, its title in a size that can be read, or a count for its cell. */
export type Level = 'card' | 'title' | 'overview';
export const CARD_ZOOM = 0.86;
export const TITLE_ZOOM = 0.62;
export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 3;

/** Width of the row heads on the screen; on a phone they are narrower, as `map.css` has it too. */
export function rowHeadWidth(): number {
  return window.matchMedia('(max-width: 600px)').matches ? 104 : ROW_HEAD_WIDTH;
}

export function levelAt(zoom: number): Level {
  return zoom >= CARD_ZOOM ? 'card' : zoom >= TITLE_ZOOM ? 'title' : 'overview';
}

/** What is seen at least of a card that is cut, and of one that is not seen whole. Scene pixels. */
const CUT = 24;
/** As much larger a map may open for a card to be cut. */
const MOST_FOR_CUT = 1.2;

/**
 * The viewport a map opens with: its first stage in actual size, so that no text is too small; where the map goes on, the
 * window cuts a card, if need be a little enlarged, so that more is seen to follow. Width and height in CSS pixels of the
 * map's area: where the first cards would not be seen below the lanes, the map begins with their row.
 */
export function openingViewport(
  scene: Scene,
  width: number,
  heads = ROW_HEAD_WIDTH,
  height = Number.POSITIVE_INFINITY,
): { x: number; y: number; zoom: number } {
  const zoom = openingZoom(scene, width - heads);
  const y = HEAD_HEIGHT * (1 - zoom);
  const first = scene.placements
    .filter((placement) => placement.kind === 'touchpoint' && (placement.x + CARD_WIDTH / 2) * zoom < width - heads)
    .sort((a, b) => a.y - b.y)[0];
  const row = scene.rows.find(({ key }) => key === first?.rowKey);
  const isSeen = first === undefined || (first.y + first.height) * zoom + y <= height;
  return { x: heads, y: isSeen || row === undefined ? y : HEAD_HEIGHT - row.y * zoom, zoom };
}

function openingZoom({ columns, width }: Scene, room: number): number {
  const cards = columns.filter(({ collapsed }) => !collapsed).map(({ cardX }) => cardX);
  if (width <= room || cards.some((x) => room >= x + CUT && room <= x + CARD_WIDTH - CUT)) return 1;
  const cut = Math.max(...cards.map((x) => x + CARD_WIDTH - CUT).filter((at) => at <= room));
  const zoom = room / cut;
  return zoom <= MOST_FOR_CUT ? zoom : 1;
}

/** How much smaller a map may be shown so that nothing of it is covered. */
const LEAST_OF_FIT = 0.9;
/** Between a fitted map and what would cover it, in px, with the map's own distance from its heads. */
const GAP = 16;

/**
 * The viewport that shows a whole map, none of it under what stands in the lower right corner of the area, unless that
 * would make it much smaller or show less of its cards: `corner` reaches so many px from the area's right and lower edges.
 */
export function fittingViewport(
  rect: { x: number; y: number; width: number; height: number },
  area: { width: number; height: number },
  corner: { width: number; height: number },
  heads: number,
): { x: number; y: number; zoom: number } {
  const fitted = viewportFor(rect, area, 1, heads);
  const isCovered =
    fitted.x + (rect.x + rect.width) * fitted.zoom > area.width - corner.width &&
    fitted.y + (rect.y + rect.height) * fitted.zoom > area.height - corner.height;
  if (!isCovered) return fitted;
  const beside = viewportFor(
    rect,
    { ...area, width: area.width - Math.max(0, corner.width + GAP - EDGE.right) },
    1,
    heads,
  );
  const above = viewportFor(
    rect,
    { ...area, height: area.height - Math.max(0, corner.height + GAP - EDGE.bottom) },
    1,
    heads,
  );
  const other = beside.zoom > above.zoom ? beside : above;
  const isWorth = other.zoom >= fitted.zoom * LEAST_OF_FIT && levelAt(other.zoom) === levelAt(fitted.zoom);
  return isWorth ? other : fitted;
}

/** What is left free beside a map that is fitted, in px; the foot stands below it. */
const EDGE = { right: 24, bottom: 72 };

/** The viewport that shows a rectangle of the map, with room for the heads. At most `maxZoom`. */
export function viewportFor(
  rect: { x: number; y: number; width: number; height: number },
  area: { width: number; height: number },
  maxZoom: number,
  heads = ROW_HEAD_WIDTH,
): { x: number; y: number; zoom: number } {
  const room = { width: area.width - heads - EDGE.right, height: area.height - HEAD_HEIGHT - EDGE.bottom };
  const fitting = Math.min(room.width / Math.max(1, rect.width), room.height / Math.max(1, rect.height));
  const zoom = Math.max(MIN_ZOOM, Math.min(maxZoom, fitting));
  return { x: heads + 8 - rect.x * zoom, y: HEAD_HEIGHT + 8 - rect.y * zoom, zoom };
}
