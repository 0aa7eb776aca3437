import type { Rect } from './scene.ts';

/** Side of the squares in which what stands near is found. */
const CELL = 160;

export interface RectGrid<Item extends Rect> {
  add(item: Item): void;
  /** What lies in the squares that a box touches: all that it meets, and some beside. */
  near(box: Rect): Item[];
}

/** Boxes by where they lie, so that each is held against its neighbours alone. */
export function createRectGrid<Item extends Rect>(items: readonly Item[] = []): RectGrid<Item> {
  const cells = new Map<string, Item[]>();
  const add = (item: Item) => {
    for (const key of cellsOf(item)) {
      const list = cells.get(key);
      if (list) list.push(item);
      else cells.set(key, [item]);
    }
  };
  for (const item of items) add(item);
  return { add, near: (box) => [...new Set(cellsOf(box).flatMap((key) => cells.get(key) ?? []))] };
}

/** Whether two boxes do not even touch. */
export function isApart(a: Rect, b: Rect): boolean {
  return b.x > a.x + a.width || b.x + b.width < a.x || b.y > a.y + a.height || b.y + b.height < a.y;
}

function cellsOf({ x, y, width, height }: Rect): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) keys.push(`${column},${row}`);
  return keys;
}
