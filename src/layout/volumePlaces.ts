import { HEAD_HEIGHT } from './metrics.ts';
import { createRectGrid, isApart } from './rectGrid.ts';
import type { LinkRoute, Rect } from './scene.ts';

/** What a number may not stand on: a box, or a straight part of the line of a link. */
interface Obstacle extends Rect {
  readonly linkKey: string | null;
  readonly isLevel: boolean;
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
const BEND = 4;
/** Where along a straight part a place is looked for: near its beginning first, where the eye begins. */
const SHARES = [0, 0.5, 1, 0.25, 0.75, 0.12, 0.37, 0.62, 0.87];
type Size = Pick<Rect, 'width' | 'height'>;

/**
 * Finds the numbers of links their places: beside or on a straight part of the link's own line, where they touch no other
 * line, box or number. Where there is none, in the middle of the own line: across another that runs the other way, or in
 * a bundle beside others; else nowhere. Of the `sizes` that a number can be written in the first one counts that finds
 * such a free place, else the last; `size` is its index.
 */
export function createPlaces(
  links: readonly LinkRoute[],
  thicknessOf: (link: LinkRoute) => number,
  boxes: readonly Rect[],
): (link: LinkRoute, sizes: readonly Size[]) => NumberPlace | null {
  const grid = createRectGrid<Obstacle>();
  const { add } = grid;
  const addBox = (box: Rect) => add({ ...pick(box), linkKey: null, isLevel: false });
  for (const box of boxes) addBox(box);
  for (const link of links) {
    const half = Math.max(1, thicknessOf(link) / 2);
    for (const [index, [x, y]] of link.points.entries()) {
      const [toX, toY] = link.points[index + 1] ?? [x, y];
      if (toX === x && toY === y) continue;
      const isLevel = toY === y;
      add({
        x: Math.min(x, toX) - (isLevel ? 0 : half),
        y: Math.min(y, toY) - (isLevel ? half : 0),
        width: isLevel ? Math.abs(toX - x) : 2 * half,
        height: isLevel ? 2 * half : Math.abs(toY - y),
        linkKey: link.key,
        isLevel,
      });
    }
  }
  return (link, sizes) => {
    // What stands in the way of a place; looked at no further than `most`. What can be written shorter gives way to all.
    const costOf = (place: Candidate, most: Cost): Cost => {
      // Beside its line a number must be nearer to it than to any other.
      const wide = place.isOn ? place : { ...place, y: place.y - 4, height: place.height + 8 };
      let cost: Cost = FREE;
      grid.some(wide, (obstacle) => {
        if (obstacle.linkKey === link.key) return false;
        if (obstacle.linkKey === null) {
          if (isApart(place, obstacle)) return false;
          cost = NOWHERE;
        } else if (!place.isOn) cost = NOWHERE;
        else cost = Math.max(cost, obstacle.isLevel === place.isLevel ? BUNDLE : ACROSS);
        return cost > most;
      });
      return cost;
    };
    let best: (NumberPlace & { cost: Cost }) | null = null;
    for (const [size, box] of sizes.entries()) {
      const isLast = size === sizes.length - 1;
      const isFree = somePlace(link.points, thicknessOf(link), box, (place) => {
        // Across a line that runs up or down only what is narrow is read as one.
        if (place.y < HEAD_HEIGHT || !(place.isLevel || size > 0 || isLast)) return false;
        const most = !isLast ? FREE : best === null ? BUNDLE : best.cost - 1;
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

/** What stands in the way at a place: nothing, a line that runs the other way, one of a bundle, or more than may. */
type Cost = number;
const [FREE, ACROSS, BUNDLE, NOWHERE] = [0, 1, 2, 3];

/** Goes over the places at a line for a box of a size, the plainest first, until one suits. */
function somePlace(
  points: LinkRoute['points'],
  thickness: number,
  { width, height }: Size,
  suits: (place: Candidate) => boolean,
): boolean {
  const isThick = thickness >= height;
  const some = (x: number, y: number, isOn: boolean, isLevel: boolean) => suits({ x, y, width, height, isOn, isLevel });
  for (const rank of RANKS)
    for (const [index, [x, y]] of points.entries()) {
      const [toX, toY] = points[index + 1] ?? [x, y];
      const [before, after] = [index === 0 ? 3 : BEND, index === points.length - 2 ? TIP : BEND];
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
        const [low, high] = [Math.min(y, toY) + BEND, Math.max(y, toY) - BEND];
        if (high - low < height + 4) continue;
        for (const share of SHARES)
          if (some(x - width / 2, low + (high - low - height) * share, true, false)) return true;
      }
    }
  return false;
}

/** Where a number may stand, the plainer whose it is the earlier: in a thick band, beside, over or across a thin line. */
const RANKS = ['inside', 'beside', 'over', 'across'] as const;

function pick({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
