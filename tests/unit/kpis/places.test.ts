import { describe, expect, it } from 'vitest';
import { placeChoices, readPlace } from '../../../src/panels/kpis/kpiPlaces.ts';
import { draftMap } from '../layout/mapDraft.ts';

describe('the places of which something can be measured', () => {
  it('WZ5 are the map, its stages, steps, touchpoints and links, in reading order', () => {
    const draft = draftMap([1, 1]);
    draft.touchpoint('b', '2_1', ['web']);
    draft.touchpoint('a', '1_1', ['web']);
    draft.link('b', 'a');
    draft.link('a', 'b');
    const choices = placeChoices(draft.docs.map, ((key: string) => key) as never);
    expect(choices.map(({ group, items }) => [group, items.map(({ value }) => readPlace(value))])).toMatchObject([
      ['kpi.places.whole', [{ toId: null }]],
      ['kpi.places.stages', [{}, {}]],
      ['kpi.places.steps', [{}, {}]],
      ['kpi.places.touchpoints', [{ placeId: 'tp_a' }]],
      ['kpi.places.touchpoints', [{ placeId: 'tp_b' }]],
      [
        'kpi.places.links',
        [
          { placeId: 'tp_a', toId: 'tp_b' },
          { placeId: 'tp_b', toId: 'tp_a' },
        ],
      ],
    ]);
  });
});
