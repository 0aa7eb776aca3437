import { describe, expect, it } from 'vitest';
import { blankEvidence } from '../../../src/model/blanks.ts';
import type { Evidence } from '../../../src/model/records/evidence.ts';
import type { Place } from '../../../src/model/records/place.ts';
import { type EvidenceFilter, filterEvidence, noFilter } from '../../../src/panels/evidence/filterEvidence.ts';

const piece = (id: string, fields: Partial<Evidence>): Evidence => ({ ...blankEvidence, id, order: 'a0', ...fields });
const pieces = [
  piece('ev_1', { text: 'Nobody told me WHEN', kind: 'quote', personaId: 'pe_Anna', sentiment: -2 }),
  piece('ev_2', { text: 'Quick', source: 'Nobody’s blog', kind: 'review', sentiment: 1.5 }),
  piece('ev_3', { text: 'So so', kind: 'review', personaId: 'pe_Max', sentiment: 0 }),
  piece('ev_4', { text: 'Waited', kind: 'observation' }),
];
const about: Record<string, Place[]> = {
  ev_1: [{ placeId: 'tp_a', toId: null }],
  ev_2: [
    { placeId: 'tp_a', toId: 'tp_b' },
    { placeId: 'tp_b', toId: null },
  ],
};
const found = (filter: Partial<EvidenceFilter>) =>
  filterEvidence(pieces, { ...noFilter, ...filter }, (id) => about[id] ?? []).map(({ id }) => id);

describe('narrowing the list of evidence', () => {
  it('EV7 by words of text and source, kind, persona, feeling and place, all at once', () => {
    expect(found({})).toEqual(['ev_1', 'ev_2', 'ev_3', 'ev_4']);
    expect(found({ text: ' nobody' })).toEqual(['ev_1', 'ev_2']);
    expect(found({ kind: 'review' })).toEqual(['ev_2', 'ev_3']);
    expect(found({ personaId: 'pe_Max' })).toEqual(['ev_3']);
    expect(found({ personaId: '' })).toEqual(['ev_2', 'ev_4']);
    expect(found({ mood: 'bad' })).toEqual(['ev_1']);
    expect(found({ mood: 'neutral' })).toEqual(['ev_3']);
    expect(found({ mood: 'unset' })).toEqual(['ev_4']);
    expect(found({ places: [{ placeId: 'tp_a', toId: null }] })).toEqual(['ev_1']);
    expect(found({ places: [{ placeId: 'tp_a', toId: 'tp_b' }] })).toEqual(['ev_2']);
    expect(found({ places: [] })).toEqual(['ev_3', 'ev_4']);
    expect(found({ kind: 'review', text: 'nobody', mood: 'good' })).toEqual(['ev_2']);
  });
});
