import type { Band, Row } from './scene.ts';

/** Height of a row's name on the screen, and the least for the name of a row that is not in its way. */
const NAME = 15;

/**
 * The rows whose names have no room at a zoom, by their keys: names keep their size, so where rows are lower than a name
 * some go without. A name stands in the middle of a row that is lower than itself. The heads of bands come first.
 */
export function namelessRows(
  rows: readonly Pick<Row, 'key' | 'y' | 'height'>[],
  bands: readonly Pick<Band, 'y' | 'height'>[],
  zoom: number,
): string[] {
  const topOf = ({ y, height }: { y: number; height: number }) =>
    height * zoom < NAME ? (y + height / 2) * zoom - NAME / 2 : y * zoom;
  const taken = bands.map(topOf);
  const nameless: string[] = [];
  for (const row of rows) {
    const top = topOf(row);
    if (taken.some((other) => Math.abs(other - top) < NAME)) nameless.push(row.key);
    else taken.push(top);
  }
  return nameless;
}
