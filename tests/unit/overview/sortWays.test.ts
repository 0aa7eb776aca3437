import { describe, expect, it } from 'vitest';
import type { Way } from '../../../src/analysis/paths.ts';
import { sortWays, wayOrders } from '../../../src/panels/paths/sortWays.ts';

const way = (name: string, length: number, handoffs: number, gaps: number, by: number | null): Way => ({
  ids: Array.from({ length }, (_, index) => `${name}${index}`),
  handoffs,
  gaps,
  unreviewed: handoffs - gaps,
  again: 0,
  worstDip: by === null ? null : { from: 'a', to: 'b', by, personaId: 'everyone' },
});
const ways = [way('a', 3, 2, 0, 1), way('b', 5, 1, 1, null), way('c', 4, 3, 1, 2), way('d', 3, 2, 2, 1)];
const names = (order: (typeof wayOrders)[number]) =>
  sortWays(ways, order)
    .map(({ ids }) => ids[0]?.charAt(0))
    .join('');

describe('the order of ways', () => {
  it('O11 the most comes first, those alike stay in reading order', () => {
    expect(wayOrders.map(names)).toEqual(['dbca', 'cadb', 'cadb', 'acbd', 'bcad', 'adcb', 'abcd']);
  });
});
