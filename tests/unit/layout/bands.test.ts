import { describe, expect, test } from 'vitest';
import type { BandSource } from '../../../src/layout/scene.ts';
import { draftMap, lay } from './mapDraft.ts';

const band = (name: string, leftOut: string[]): BandSource => ({
  personaId: `pe_${name}`,
  name,
  look: { color: 'blue', shape: 'circle' },
  leftOut: new Set(leftOut),
});

function drawn() {
  const draft = draftMap([2]);
  draft.lane('high');
  draft.touchpoint('shared', '1_1', ['web']);
  draft.touchpoint('anna', '1_2', ['web']);
  draft.touchpoint('max', '1_2', ['shop']);
  draft.link('shared', 'anna');
  draft.link('shared', 'max');
  return draft;
}
const bands = [band('anna', ['tp_max', 'ln_tp_shared-tp_max']), band('max', ['tp_anna', 'ln_tp_shared-tp_anna'])];

describe('L19 side by side', () => {
  test('L19 each persona has a band of its rows below its head, between the lanes', () => {
    const scene = lay(drawn().docs, { bands });
    expect(scene.rows.map((row) => row.key)).toEqual([
      'lane:la_high',
      'row:ch_web@pe_anna',
      'row:ch_web@pe_max',
      'row:ch_shop@pe_max',
    ]);
    expect(scene.bands.map(({ name }) => name)).toEqual(['anna', 'max']);
    for (const { personaId, y, height } of scene.bands) {
      const first = scene.rows.find((row) => row.personaId === personaId);
      expect(first?.y).toBe(y + height);
      const before = scene.rows.find((row) => row.y + row.height === y);
      expect(before?.personaId).not.toBe(personaId);
      expect(before).toBeDefined();
    }
  });

  test('L19 a shared touchpoint stands in each band at the same column, with its own key', () => {
    const { placements } = lay(drawn().docs, { bands });
    const shared = placements.filter((placement) => placement.recordId === 'tp_shared');
    expect(shared.map(({ key }) => key)).toEqual(['tp_shared@pe_anna', 'tp_shared@pe_max']);
    expect(shared[0]?.x).toBe(shared[1]?.x);
    expect(placements).toHaveLength(4);
    expect(new Set(placements.map(({ key }) => key)).size).toBe(4);
  });

  test('L19 R11 links join the boxes of one band', () => {
    const { links } = lay(drawn().docs, { bands });
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      ['tp_shared@pe_anna', 'tp_anna@pe_anna'],
      ['tp_shared@pe_max', 'tp_max@pe_max'],
    ]);
  });

  test('L19 a value collapsed is so in all bands, and a persona without touchpoints keeps a row', () => {
    const all = Object.keys(drawn().docs.map.touchpoints);
    const scene = lay(drawn().docs, { bands: [...bands, band('none', all)], collapsedRows: new Set(['row:ch_web']) });
    expect(scene.rows.filter((row) => row.collapsed).map((row) => row.key)).toEqual([
      'row:ch_web@pe_anna',
      'row:ch_web@pe_max',
    ]);
    expect(scene.rows.at(-1)?.key).toBe('row:@pe_none');
  });
});

describe('L20 leaving out', () => {
  test('L20 what is left out has no box, no row and no link', () => {
    const scene = lay(drawn().docs, { leftOut: new Set(['tp_max']) });
    expect(scene.rows.map((row) => row.key)).toEqual(['lane:la_high', 'row:ch_web']);
    expect(scene.placements.map(({ recordId }) => recordId)).toEqual(['tp_shared', 'tp_anna']);
    expect(scene.links).toHaveLength(1);
    expect(lay(drawn().docs, { leftOut: new Set(['ln_tp_shared-tp_max']) }).links).toHaveLength(1);
  });
});
