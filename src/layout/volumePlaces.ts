import { HEAD_HEIGHT } from './metrics.ts';
import { createRectGrid, isApart } from './rectGrid.ts';
import type { LinkRoute, Rect } from './scene.ts';

/** What a number may not stand on: a box, or a straight part of the line of a link. */
interface Obstacle extends Rect {
  readonly linkKey: string | null;
  readonly isLevel: boolean;
}

/** A place at a link's own line. `rank`: the lower the plainer whose number it is. */
interface Candidate extends Rect {
  readonly rank: number;
  readonly isOn: boolean;
  readonly isLevel: boolean;
}

/** The tip of a link, which no number covers; and what is kept clear at its other bends. */
const TIP = 10;
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
): (link: LinkRoute, sizes: readonly Size[]) => (Rect & { readonly size: number }) | null {
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
    const all = sizes.map((size, index) =>
      candidatesOf(link.points, thicknessOf(link), size).filter(
        // Across a line that runs up or down only what is narrow is read as one.
        ({ y, isLevel }) => y >= HEAD_HEIGHT && (isLevel || index > 0 || sizes.length === 1),
      ),
    );
    const around = (place: Candidate) => {
      // Beside its line a number must be nearer to it than to any other.
      const wide = place.isOn ? place : { ...place, y: place.y - 4, height: place.height + 8 };
      return grid
        .near(wide)
        .filter(
          (obstacle) => obstacle.linkKey !== link.key && !isApart(obstacle.linkKey === null ? place : wide, obstacle),
        );
    };
    const suits: readonly ((place: Candidate) => boolean)[] = [
      (place) => around(place).length === 0,
      (place) =>
        place.isOn && around(place).every(({ linkKey, isLevel }) => linkKey !== null && isLevel !== place.isLevel),
      (place) => place.isOn && around(place).every(({ linkKey }) => linkKey !== null),
    ];
    for (const [compromise, suit] of suits.entries())
      for (const [size, candidates] of all.entries()) {
        // What crosses other lines is to hide little of them.
        if (compromise > 0 && size < all.length - 1) continue;
        const found = candidates.find(suit);
        if (found === undefined) continue;
        addBox(found);
        return { ...pick(found), size };
      }
    return null;
  };
}

function candidatesOf(
  points: LinkRoute['points'],
  thickness: number,
  { width, height }: Pick<Rect, 'width' | 'height'>,
): Candidate[] {
  const found: Candidate[] = [];
  const box = { width, height };
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[index + 1] ?? [x, y];
    const [before, after] = [index === 0 ? 3 : BEND, index === points.length - 2 ? TIP : BEND];
    if (toY === y && toX !== x) {
      const [low, high] = toX > x ? [x + before, toX - after] : [toX + after, x - before];
      const isThick = thickness >= height;
      // Beside the tip of an arrow there is room too.
      if (high - low < width) {
        if (Math.abs(toX - x) < width) continue;
        for (const top of [y - thickness / 2 - height - 2, y + thickness / 2 + 3])
          found.push({ ...box, x: (x + toX - width) / 2, y: top, rank: 1, isOn: false, isLevel: true });
        continue;
      }
      for (const share of SHARES) {
        const left = toX > x ? low + (high - low - width) * share : high - width - (high - low - width) * share;
        const on = { ...box, x: left, y: y - height / 2, isOn: true, isLevel: true };
        found.push({ ...on, rank: isThick ? 0 : 2 });
        for (const top of [y - thickness / 2 - height, y + thickness / 2 + 1])
          found.push({ ...box, x: left, y: top, rank: 1, isOn: false, isLevel: true });
      }
    } else if (toX === x && toY !== y) {
      const [low, high] = [Math.min(y, toY) + BEND, Math.max(y, toY) - BEND];
      if (high - low < height + 4) continue;
      for (const share of SHARES) {
        const top = low + (high - low - height) * share;
        found.push({ ...box, x: x - width / 2, y: top, rank: 3, isOn: true, isLevel: false });
      }
    }
  }
  return found.sort((a, b) => a.rank - b.rank);
}

function pick({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
