import { describe, expect, it } from 'vitest';
import { belongsTo, membersIndex } from '../../../src/analysis/audience.ts';
import { shownTo } from '../../../src/analysis/shownTo.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';

const library = defaultLibrary((key) => key);
const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, library);
const docs = { map, library: { ...library, personas, kpis } };

describe('what belongs to some personas', () => {
  it('O10 everyone is the same documents; one persona leaves out what is only others’, and links that lose an end', () => {
    expect(shownTo(docs, [])).toBe(docs);
    const index = membersIndex(map);
    for (const persona of Object.keys(personas)) {
      const { touchpoints, links } = shownTo(docs, [persona]).map;
      expect(Object.keys(touchpoints)).toEqual(
        Object.keys(map.touchpoints).filter((id) => belongsTo(index, id, [persona])),
      );
      expect(Object.keys(touchpoints).length).toBeLessThan(Object.keys(map.touchpoints).length);
      expect(Object.values(links).every(({ from, to }) => touchpoints[from] && touchpoints[to])).toBe(true);
      expect(Object.keys(links).length).toBeGreaterThan(10);
    }
    expect(shownTo(docs, Object.keys(personas)).map.touchpoints).toEqual(map.touchpoints);
  });
});
