import type { Row } from './scene.ts';

/** Height of a row's name on the screen, and the least for the name of a row that is not in its way. */
const NAME = 15;

/**
 * The rows whose names have no room at a zoom, by their keys: names keep their size, so where rows are lower than a name
 * some go without. A name stands in the middle of a row that is lower than itself.
 */
export function namelessRows(rows: readonly Pick<Row, 'key' | 'y' | 'height'>[], zoom: number): string[] {
  let free = Number.NEGATIVE_INFINITY;
  const nameless: string[] = [];
  for (const { key, y, height } of rows) {
    const middle = (y + height / 2) * zoom;
    const top = height * zoom < NAME ? middle - NAME / 2 : y * zoom;
    if (top < free) nameless.push(key);
    else free = top + NAME;
  }
  return nameless;
}
