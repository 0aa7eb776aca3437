import type { Rect } from './scene.ts';

/** Side of the squares in which what stands near is found, and more squares than any map has in a column. */
const CELL = 64;
const ROWS = 1 << 20;

export interface RectGrid<Item extends Rect> {
  add(item: Item): void;
  /** Whether any that touches a box passes the test. One may be tested more than once. */
  some(box: Rect, test: (item: Item) => boolean): boolean;
}

/** Boxes by where they lie, so that each is held against its neighbours alone. */
export function createRectGrid<Item extends Rect>(items: readonly Item[] = []): RectGrid<Item> {
  const cells = new Map<number, Item[]>();
  const add = (item: Item) => {
    const { left, right, top, bottom } = squaresOf(item);
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++) {
        const key = column * ROWS + row;
        const list = cells.get(key);
        if (list) list.push(item);
        else cells.set(key, [item]);
      }
  };
  for (const item of items) add(item);
  return {
    add,
    some(box, test) {
      const { left, right, top, bottom } = squaresOf(box);
      for (let column = left; column <= right; column++)
        for (let row = top; row <= bottom; row++)
          for (const item of cells.get(column * ROWS + row) ?? []) if (!isApart(item, box) && test(item)) return true;
      return false;
    },
  };
}

/** Whether two boxes do not even touch. */
export function isApart(a: Rect, b: Rect): boolean {
  return b.x > a.x + a.width || b.x + b.width < a.x || b.y > a.y + a.height || b.y + b.height < a.y;
}

function squaresOf({ x, y, width, height }: Rect) {
  return {
    left: Math.floor(x / CELL),
    right: Math.floor((x + width) / CELL),
    top: Math.floor(y / CELL),
    bottom: Math.floor((y + height) / CELL),
  };
}
