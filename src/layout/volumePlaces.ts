import { HEAD_HEIGHT } from './metrics.ts';
import { createRectGrid, isApart } from './rectGrid.ts';
import type { LinkRoute, Rect } from './scene.ts';

/** What a number may not stand on: a box, or a straight part of the line of a link. */
interface Obstacle extends Rect {
  readonly linkKey: string | null;
  readonly isLevel: boolean;
  /** A number may stand across it. */
  readonly isThin: boolean;
}

/** A place at a link's own line: on it or beside it. */
interface Candidate extends Rect {
  readonly isOn: boolean;
  readonly isLevel: boolean;
}

interface NumberPlace extends Rect {
  /** Which of the sizes. */
  readonly size: number;
  /** On its own line, and perhaps across others. */
  readonly isOn: boolean;
}

/** The tip of a link, which no number covers; and what is kept clear at its other bends. */
const TIP = 10;
/** Half as high as it is. */
const TIP_HALF = 4;
const BEND = 8;
/** What must be seen of a line on both sides of a number that stands over it, and how thick it is at most. */
const SEEN = 12;
const THIN = 8;
/** Between a number and a line that is not its own. */
const ASIDE = 2;
/** Where along a straight part a place is looked for: near its beginning first, where the eye begins. */
const SHARES = [0, 0.5, 1, 0.25, 0.75, 0.12, 0.37, 0.62, 0.87];
type Size = Pick<Rect, 'width' | 'height'>;

/**
 * Finds the numbers of links their places: beside or on a straight part of the link's own line, where they touch no other
 * line, box or number, nor on the border between two rows (`borders`, their y). Where there is none, on its own line over a
 * single other one that is thin, whose bends and tip are seen; else nowhere. Of the `sizes` that a number can be written in
 * the first one counts that finds a free place, else the first that finds any; `size` is its index.
 */
export function createPlaces(
  links: readonly LinkRoute[],
  thicknessOf: (link: LinkRoute) => number,
  boxes: readonly Rect[],
  borders: readonly number[] = [],
): (link: LinkRoute, sizes: readonly Size[]) => NumberPlace | null {
  const grid = createRectGrid<Obstacle>();
  const { add } = grid;
  const addBox = (box: Rect) => add({ ...pick(box), linkKey: null, isLevel: false, isThin: false });
  for (const box of boxes) addBox(box);
  for (const link of links)
    for (const part of partsOf(link, thicknessOf(link)))
      add({ ...part, linkKey: link.key, isThin: thicknessOf(link) <= THIN });
  return (link, sizes) => {
    /** What stands in the way at a place: nothing, a single line that it may stand across, or more than may. */
    const costOf = (place: Candidate, most: Cost): Cost => {
      if (place.y < HEAD_HEIGHT) return NOWHERE;
      if (!place.isOn && borders.some((y) => y > place.y && y < place.y + place.height)) return NOWHERE;
      // Beside its line a number must be nearer to it than to any other.
      const above = place.isOn ? 0 : 4;
      const [x, y] = [place.x - ASIDE, place.y - above];
      const wide = { x, y, width: place.width + 2 * ASIDE, height: place.height + 2 * above };
      let crossed: string | null = null;
      const isTaken = grid.some(wide, (obstacle) => {
        if (obstacle.linkKey === link.key) return false;
        if (obstacle.linkKey === null) return !isApart(place, obstacle);
        if (most === FREE || !place.isOn || !obstacle.isThin) return true;
        if (obstacle.isLevel === place.isLevel && !isApart(middleOf(place), obstacle)) return true;
        if (!isSeenBeside(obstacle, place) || (crossed !== null && crossed !== obstacle.linkKey)) return true;
        crossed = obstacle.linkKey;
        return false;
      });
      return isTaken ? NOWHERE : crossed === null ? FREE : ACROSS;
    };
    let best: (NumberPlace & { readonly cost: Cost }) | null = null;
    for (const [size, box] of sizes.entries()) {
      const isFree = somePlace(link.points, thicknessOf(link), box, (place) => {
        const most = best === null ? ACROSS : FREE;
        const cost = costOf(place, most);
        if (cost <= most) best = { ...pick(place), size, isOn: place.isOn, cost };
        return cost === FREE;
      });
      if (isFree) break;
    }
    if (best !== null) addBox(best);
    return best;
  };
}

type Cost = number;
const [FREE, ACROSS, NOWHERE] = [0, 1, 2];

/** The straight parts of a link's line, as wide as it is drawn. */
export function partsOf({ points }: LinkRoute, thickness: number): (Rect & { readonly isLevel: boolean })[] {
  const half = Math.max(1, thickness / 2);
  return points.flatMap(([x, y], index) => {
    const [toX, toY] = points[index + 1] ?? [x, y];
    if (toX === x && toY === y) return [];
    const isLevel = toY === y;
    return {
      x: Math.min(x, toX) - (isLevel ? 0 : half),
      y: Math.min(y, toY) - (isLevel ? half : 0),
      width: isLevel ? Math.abs(toX - x) : 2 * half,
      height: isLevel ? 2 * half : Math.abs(toY - y),
      isLevel,
    };
  });
}

function middleOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}

/** Whether a line is seen on both sides of what stands across it, with its bends and its tip. */
function isSeenBeside(line: Obstacle, place: Rect): boolean {
  if (line.isLevel) return line.x + SEEN <= place.x && line.x + line.width - SEEN >= place.x + place.width;
  return line.y + SEEN <= place.y && line.y + line.height - SEEN >= place.y + place.height;
}

/** Goes over the places at a line for a box of a size, the plainest first, until one suits. */
function somePlace(
  points: LinkRoute['points'],
  thickness: number,
  { width, height }: Size,
  suits: (place: Candidate) => boolean,
): boolean {
  const isThick = thickness >= height;
  const bend = Math.max(BEND, thickness / 2 + ASIDE);
  const some = (x: number, y: number, isOn: boolean, isLevel: boolean) => suits({ x, y, width, height, isOn, isLevel });
  for (const rank of RANKS)
    for (const [index, [x, y]] of points.entries()) {
      const [toX, toY] = points[index + 1] ?? [x, y];
      const [before, after] = [index === 0 ? 3 : bend, index === points.length - 2 ? TIP : bend];
      if (toY === y && toX !== x) {
        const [low, high] = toX > x ? [x + before, toX - after] : [toX + after, x - before];
        // Beside the tip of an arrow there is room too.
        if (high - low < width) {
          if (rank !== 'beside' || Math.abs(toX - x) < width) continue;
          const left = (x + toX - width) / 2;
          const clear = Math.max(thickness / 2 + 1.5, TIP_HALF);
          if (some(left, y - clear - height, false, true) || some(left, y + clear, false, true)) return true;
          continue;
        }
        if (rank !== 'beside' && rank !== (isThick ? 'inside' : 'over')) continue;
        for (const share of SHARES) {
          const left = toX > x ? low + (high - low - width) * share : high - width - (high - low - width) * share;
          if (rank !== 'beside') {
            if (some(left, y - height / 2, true, true)) return true;
          } else if (
            some(left, y - thickness / 2 - height, false, true) ||
            some(left, y + thickness / 2 + 1, false, true)
          )
            return true;
        }
      } else if (rank === 'across' && toX === x && toY !== y) {
        const [low, high] = [Math.min(y, toY) + bend, Math.max(y, toY) - bend];
        if (high - low < height + 4) continue;
        for (const share of SHARES)
          if (some(x - width / 2, low + (high - low - height) * share, true, false)) return true;
      }
    }
  return false;
}

/** Where a number may stand, the plainer whose it is the earlier: beside its line, in a thick band, over or across a line. */
const RANKS = ['beside', 'inside', 'over', 'across'] as const;

function pick({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
