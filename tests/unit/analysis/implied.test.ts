import { describe, expect, it } from 'vitest';
import { belongsTo, membersIndex, personasOf, whoGoes } from '../../../src/analysis/audience.ts';
import { allHandoffs, handoffOf } from '../../../src/analysis/handoffs.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { belongs, takePart } from './people.ts';

const pairsOf = ({ docs }: MapDraft) =>
  [...allHandoffs(docs.map).values()].map(({ from, to }) => from.slice(3) + to.slice(3));

/** Four touchpoints: c and a in the first step, in this order, b in the second, d in the next stage. */
function unlinked(): MapDraft {
  const draft = draftMap([2, 1]);
  draft.touchpoint('a', '1_1', ['web'], { order: 'a2' });
  draft.touchpoint('b', '1_2', ['shop'], { order: 'a0' });
  draft.touchpoint('c', '1_1', ['shop'], { order: 'a1' });
  draft.touchpoint('d', '2_1', ['shop'], { order: 'a0' });
  return draft;
}

describe('where no links are drawn', () => {
  it('A10 each touchpoint leads to the next, by step and then by order, and the handoff says that it is implied', () => {
    const draft = unlinked();
    expect(pairsOf(draft)).toEqual(['ca', 'ab', 'bd']);
    const [first] = allHandoffs(draft.docs.map).values();
    expect(first).toMatchObject({ linkId: 'ln_tp_c-tp_a', implied: true, state: 'unreviewed' });
    expect(handoffOf(draft.docs.map, 'ln_tp_c-tp_a')).toBeNull();
  });

  it('A10 one link is enough for nothing to be implied', () => {
    const draft = unlinked();
    draft.link('a', 'd');
    expect(pairsOf(draft)).toEqual(['ad']);
    expect([...allHandoffs(draft.docs.map).values()]).toMatchObject([{ implied: false }]);
  });

  it('A11 every persona goes from each touchpoint of theirs to the next', () => {
    const draft = unlinked();
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_a', 'Anna');
    belongs(draft.docs, 'tp_b', 'Max');
    expect(pairsOf(draft)).toEqual(['ca', 'cb', 'ad', 'bd']);
  });

  it('A11 two touchpoints that share no persona are not consecutive for anybody', () => {
    const draft = draftMap([2]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.touchpoint('b', '1_2', ['shop']);
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_a', 'Anna');
    belongs(draft.docs, 'tp_b', 'Max');
    expect(pairsOf(draft)).toEqual([]);
  });
});

describe('whose a record is', () => {
  it('A12 one without members belongs to all, and no personas means everyone', () => {
    const draft = unlinked();
    belongs(draft.docs, 'tp_a', 'Max', 'Anna');
    const index = membersIndex(draft.docs.map);
    expect(index.get('tp_a')).toEqual(['pe_Anna', 'pe_Max']);
    expect(belongsTo(index, 'tp_a', ['pe_Eve'])).toBe(false);
    expect(belongsTo(index, 'tp_a', ['pe_Eve', 'pe_Max'])).toBe(true);
    expect(belongsTo(index, 'tp_a', [])).toBe(true);
    expect(belongsTo(index, 'tp_b', ['pe_Eve'])).toBe(true);
  });

  it('A12 a link is gone by those to whom it and both its ends belong', () => {
    const draft = unlinked();
    const linkId = draft.link('a', 'b');
    takePart(draft.docs, 'Max', 'Anna');
    const everyone = personasOf(draft.docs.map);
    const who = () => whoGoes(membersIndex(draft.docs.map), { linkId, from: 'tp_a', to: 'tp_b' }, everyone);
    expect(who()).toEqual(['pe_Max', 'pe_Anna']);
    belongs(draft.docs, linkId, 'Anna', 'Eve');
    expect(personasOf(draft.docs.map)).toEqual(['pe_Max', 'pe_Anna', 'pe_Eve']);
    expect(who()).toEqual(['pe_Anna']);
    belongs(draft.docs, 'tp_b', 'Max');
    expect(who()).toEqual([]);
  });
});
