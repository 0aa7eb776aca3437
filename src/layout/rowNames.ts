import type { Band, Row } from './scene.ts';

/** Heights on the screen: of a row's name, of a row that is lower than its texts at rest, and of one that has its name alone. */
const NAME = 15;
const LOW = 46;
const BARE = 36;

/** Where a name begins, as `heads.css` has it: in the middle of low rows, with the count below it where both have room. */
function nameTop(y: number, height: number): number {
  if (height > LOW) return y;
  return y + height / 2 - (height > BARE ? NAME + 1 : NAME / 2);
}

/**
 * The rows whose names have no room at a zoom, by their keys: names keep their size, so where rows are lower than a name
 * some go without. The heads of bands come first.
 */
export function namelessRows(
  rows: readonly Pick<Row, 'key' | 'y' | 'height'>[],
  bands: readonly Pick<Band, 'y' | 'height'>[],
  zoom: number,
): string[] {
  const topOf = ({ y, height }: { y: number; height: number }) => nameTop(y * zoom, height * zoom);
  const taken = bands.map(topOf);
  const nameless: string[] = [];
  for (const row of rows) {
    const top = topOf(row);
    if (taken.some((other) => Math.abs(other - top) < NAME)) nameless.push(row.key);
    else taken.push(top);
  }
  return nameless;
}
