import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../src/analysis/analyse.ts';
import { openHandoffs } from '../../../src/panels/gaps/openHandoffs.ts';
import { draftMap } from '../layout/mapDraft.ts';

describe('what is not sure', () => {
  it('J26 overlaps come first, then what is not set; a way may be both, one that is sure is neither', () => {
    const draft = draftMap([4]);
    const set = { devices: ['dv_web'], departments: ['dp_web'] };
    draft.touchpoint('a', '1_1', ['web', 'shop'], set);
    draft.touchpoint('b', '1_2', ['web'], set);
    draft.touchpoint('c', '1_3', ['phone'], { ...set, departments: [] });
    draft.touchpoint('d', '1_4', ['phone', 'web'], { ...set, departments: [] });
    for (const [from, to] of ['ab', 'bc', 'cd', 'ba'].map((pair) => [...pair] as [string, string]))
      draft.link(from, to);
    const found = openHandoffs(createAnalysis()(draft.docs)).map(({ handoff, change }) => [
      change,
      handoff.from.slice(3) + handoff.to.slice(3),
    ]);
    expect(found).toEqual([
      ['possible', 'ab'],
      ['possible', 'ba'],
      ['possible', 'cd'],
      ['notSet', 'bc'],
      ['notSet', 'cd'],
    ]);
  });
});
