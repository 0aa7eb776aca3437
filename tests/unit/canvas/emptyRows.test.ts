import { expect, it } from 'vitest';
import { emptyRows } from '../../../src/canvas/emptyRows.ts';
import type { Placement, Row } from '../../../src/layout/scene.ts';

it('U39 a row that one can write into and that holds nothing is empty; drawn and collapsed ones are not', () => {
  const row = (key: string, rest: Partial<Row> = {}) => ({ key, laneRole: null, collapsed: false, ...rest }) as Row;
  const rows = [
    row('row:ch_shop'),
    row('row:ch_web'),
    row('lane:a', { laneRole: 'actions' }),
    row('lane:b', { laneRole: 'emotion' }),
    row('row:ch_app', { collapsed: true }),
  ];
  const placements = [{ rowKey: 'row:ch_web' } as Placement];
  expect(emptyRows({ rows, placements }).map(({ key }) => key)).toEqual(['row:ch_shop', 'lane:a']);
});
