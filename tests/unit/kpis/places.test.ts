import { describe, expect, it } from 'vitest';
import { addPersona } from '../../../src/commands/libraryEntries.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { mapPersonaId } from '../../../src/model/ids.ts';
import { personaChoices, placeChoices, readPlace } from '../../../src/panels/kpis/kpiPlaces.ts';
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

describe('personas of the same name on several maps', () => {
  function namesakes() {
    const { docs } = draftMap([1]);
    for (const [id, order, name] of [
      ['pe_other', 'a0', 'Anna'],
      ['pe_own', 'a1', 'Anna'],
      ['pe_max', 'a2', 'Max'],
      ['pe_third', 'a3', 'Anna'],
    ] as const)
      docs.library.personas[id] = { ...blankPersona, id, order, name };
    const id = mapPersonaId('pe_own');
    docs.map.mapPersonas[id] = { id, order: 'a0', personaId: 'pe_own' };
    return docs;
  }
  const t = ((key: string, { name }: { name?: string } = {}) => (name ? `${name}: ${key}` : key)) as never;

  it('WZ70 a KPI is measured of those of the map, and of others only where it has been, told apart', () => {
    const docs = namesakes();
    expect(personaChoices(docs.map, docs.library, 'kp_1', t)).toEqual([{ value: 'pe_own', label: 'Anna' }]);
    for (const personaId of ['pe_third', 'pe_other'])
      docs.map.series[`se_${personaId}`] = { ...blankSeries, id: `se_${personaId}`, personaId };
    expect(personaChoices(docs.map, docs.library, 'kp_1', t)).toEqual([
      { value: 'pe_own', label: 'Anna' },
      { value: 'pe_other', label: 'Anna: kpi.personaElsewhere' },
      { value: 'pe_third', label: 'Anna: kpi.personaElsewhere (2)' },
    ]);
    expect(personaChoices(docs.map, docs.library, 'kp_2', t)).toHaveLength(1);
  });

  it('WZ70 adding one of a name that the map has brings in no other map’s', () => {
    const docs = namesakes();
    expect(addPersona(docs, { name: 'anna' })).toBe('pe_own');
    expect(Object.values(docs.map.mapPersonas).map(({ personaId }) => personaId)).toEqual(['pe_own']);
    expect(addPersona(docs, { name: 'Max' })).toBe('pe_max');
  });
});

const blankSeries = { kpiId: 'kp_1', placeId: 'st_1', toId: null, points: [] };
