import { describe, expect, it } from 'vitest';
import { findAll, type RuleName } from '../../../src/analysis/findings.ts';
import { allHandoffs, changedKinds } from '../../../src/analysis/handoffs.ts';
import { reviewQueue } from '../../../src/analysis/reviewQueue.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';

const library = defaultLibrary((key) => key);
const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, library);
const docs = { map, library: { ...library, personas, kpis } };
const handoffs = allHandoffs(map);

describe('the sample map, analysed', () => {
  it('B14 has handoffs of each kind, alone and together, and a queue to review', () => {
    const kinds = [...handoffs.values()].map((handoff) => changedKinds(handoff).join(' '));
    for (const kind of ['channel', 'device', 'department']) {
      expect(kinds.filter((text) => text.includes(kind)).length).toBeGreaterThan(4);
    }
    expect(kinds).toContain('channel device department');
    expect(reviewQueue(map, handoffs).length).toBeGreaterThan(20);
  });

  it('B14 has something to find for several rules, and no more than a team can go through', () => {
    const found = findAll(docs);
    const count = (name: RuleName) => found.filter(({ rule }) => rule === name).length;
    expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(4);
    for (const rule of ['dipOnHandoff', 'deadEnd', 'ownerGoesAndReturns', 'deviceMismatch'] as const)
      expect([rule, count(rule) > 0]).toEqual([rule, true]);
    expect(count('touchpointWithoutChannel')).toBe(0);
    expect(found.length).toBeLessThan(40);
  });
});
