import { expect, test } from 'vitest';
import { namelessRows } from '../../../src/layout/rowNames.ts';

const heights = [48, 130, 32, 86, 86, 86, 48, 48, 86, 48, 48, 84];
let y = 62;
const rows = heights.map((height, index) => {
  const row = { key: `${index}`, y, height };
  y += height;
  return row;
});

test.each([1, 0.46, 0.31, 0.2, 0.11, 0.04])('CV10 names of rows that are shown at zoom %f do not overlap', (zoom) => {
  const bare = new Set(namelessRows(rows, [], zoom));
  const spans = rows
    .filter(({ key }) => !bare.has(key))
    .map(({ y: from, height }) => {
      const high = height * zoom;
      return high > 46 ? from * zoom : (from + height / 2) * zoom - (high > 36 ? 16 : 7.5);
    });
  for (const [index, top] of spans.entries()) expect(top - (spans[index - 1] ?? -100)).toBeGreaterThanOrEqual(14.99);
  expect(spans.length).toBeGreaterThan(0);
  // Where every row is as high as a name none goes without.
  if (32 * zoom >= 15) expect(bare.size).toBe(0);
});

test('CV10 the name of a band goes before those of the rows around it', () => {
  const [, second] = rows;
  const band = { y: second?.y ?? 0, height: 20 };
  expect(namelessRows(rows, [band], 0.1)).toContain('1');
});
