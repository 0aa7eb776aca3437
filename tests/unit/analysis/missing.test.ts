import { describe, expect, it } from 'vitest';
import { catalogueGaps } from '../../../src/analysis/missing.ts';
import { catalogue } from '../../../src/model/catalogue.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';

const library = defaultLibrary((key) => key);
const gapsOf = (draft: MapDraft, from = library) =>
  catalogueGaps(draft.docs.map, catalogue, from, (key) => `The ${key}`);
const keys = (when: string) => catalogue.filter((item) => item.when === when).map(({ key }) => key);

describe('what the catalogue has and a map lacks', () => {
  it('B20 is everything while the map is empty, by phase and by stage', () => {
    const { phases, stages } = gapsOf(draftMap([1, 1, 1, 1, 1]));
    expect(phases).toEqual({ before: keys('before'), during: keys('during'), after: keys('after') });
    expect(stages.map(({ stageId }) => stageId)).toEqual(['st_1', 'st_2', 'st_3', 'st_4', 'st_5']);
    expect(stages[2]?.keys).toEqual(['promotions', 'pointOfSale']);
    expect(stages.flatMap((stage) => stage.keys).sort()).toEqual(catalogue.map(({ key }) => key).sort());
  });

  it('B20 with other stages an item stands as far along as its default stage', () => {
    const { stages } = gapsOf(draftMap([1, 1]));
    expect(
      stages.map(({ stageId, keys: list }) => [stageId, list.includes('adverts'), list.includes('referrals')]),
    ).toEqual([
      ['st_1', true, false],
      ['st_2', false, true],
    ]);
    expect(gapsOf(draftMap([3])).stages).toHaveLength(1);
  });

  it('B20 a touchpoint of that title, however it is written, or of that channel in that phase, is no gap', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['social'], { title: ' THE billing ', when: 'before' });
    const { phases } = gapsOf(draft);
    expect(phases.after).not.toContain('billing');
    expect(phases.after).toContain('invoice');
    expect(phases.before).not.toContain('socialMedia');
    expect(phases.after).toContain('referrals');
  });

  it('B20 an item that is a channel is had as soon as that channel is met, in whatever phase', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['shop'], { when: 'after' });
    draft.touchpoint('b', '1_1', ['chat'], { when: 'before' });
    const { phases } = gapsOf(draft);
    expect(phases.during).not.toContain('shop');
    expect(phases.after).not.toContain('liveChat');
    // The channel alone says nothing of these.
    for (const key of ['office', 'pointOfSale']) expect(phases.during).toContain(key);
  });

  it('B20 a touchpoint of no phase counts for all of them, and a merged channel as the one that stands for it', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['website']);
    const entry = library.channels.ch_social as (typeof library.channels)[string];
    const merged = { ...library, channels: { ...library.channels, ch_social: { ...entry, mergedInto: 'ch_website' } } };
    expect(gapsOf(draft).phases.before).toContain('socialMedia');
    const { phases } = gapsOf(draft, merged);
    for (const key of ['socialMedia', 'contentMarketing']) expect(phases.before).not.toContain(key);
    for (const key of ['referrals', 'onlineHelp']) expect(phases.after).not.toContain(key);
  });
});
