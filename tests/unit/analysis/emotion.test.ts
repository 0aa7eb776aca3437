import { describe, expect, it } from 'vitest';
import { type CurvePoint, curveOf, worstFall } from '../../../src/analysis/emotion.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { belongs, feel, takePart } from './people.ts';

/** Points in short: step, touchpoint (or `mean`), value, place in the step. */
const short = (points: readonly CurvePoint[]) =>
  points.map(({ stepId, touchpointId, value, mean, slot, slots }) =>
    [stepId.slice(3), mean ? 'mean' : (touchpointId ?? '').slice(3), value, `${slot}/${slots}`].join(' '),
  );
const curve = ({ docs }: MapDraft, persona = 'everyone', way: string[] | null = null) =>
  short(
    curveOf(docs.map, persona === 'everyone' ? persona : `pe_${persona}`, way?.map((name) => `tp_${name}`) ?? null),
  );

/** Two steps and an empty one; a and b in the first, c in the second, what each feels: 1, not set, -1. */
function three(): MapDraft {
  const draft = draftMap([2, 1]);
  draft.touchpoint('a', '1_1');
  draft.touchpoint('b', '1_1', [], { momentOfTruth: true });
  draft.touchpoint('c', '1_2');
  feel(draft.docs, 'a', 'everyone', 1);
  feel(draft.docs, 'c', 'everyone', -1);
  return draft;
}

describe('a curve', () => {
  it('Y1 has a point for each touchpoint, spread over its step in order; not set is a gap, never zero', () => {
    const draft = three();
    expect(curve(draft)).toEqual(['1_1 a 1 0/2', '1_1 b  1/2', '1_2 c -1 0/1']);
    expect(curveOf(draft.docs.map, 'everyone', null).map(({ value }) => value)).toEqual([1, null, -1]);
    expect(curveOf(draft.docs.map, 'everyone', null).map(({ momentOfTruth }) => momentOfTruth)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('Y1 of a persona takes its own value, else everyone’s, and only the touchpoints that belong to it', () => {
    const draft = three();
    takePart(draft.docs, 'Anna', 'Max');
    feel(draft.docs, 'a', 'Anna', -2);
    belongs(draft.docs, 'tp_c', 'Max');
    expect(curve(draft, 'Anna')).toEqual(['1_1 a -2 0/2', '1_1 b  1/2']);
    expect(curve(draft, 'Max')).toEqual(['1_1 a 1 0/2', '1_1 b  1/2', '1_2 c -1 0/1']);
    expect(curve(draft)).toHaveLength(3);
  });

  it('Y2 a step whose touchpoints are linked one after the other is a sequence, whatever their order', () => {
    const draft = draftMap([1]);
    for (const name of 'cba') draft.touchpoint(name, '1_1');
    draft.link('a', 'b');
    draft.link('b', 'c');
    expect(curve(draft)).toEqual(['1_1 a  0/3', '1_1 b  1/3', '1_1 c  2/3']);
    draft.link('a', 'c');
    draft.link('c', 'a');
    expect(curve(draft).map((point) => point.slice(4, 5))).toHaveLength(3);
  });

  it('Y2 a step whose linked touchpoints do not follow one another is a fork: the mean of what is set', () => {
    const draft = three();
    draft.link('a', 'c');
    draft.link('b', 'c');
    feel(draft.docs, 'b', 'everyone', -2);
    expect(curve(draft)).toEqual(['1_1 mean -0.5 0/1', '1_2 c -1 0/1']);
    expect(curveOf(draft.docs.map, 'everyone', null)[0]).toMatchObject({ touchpointId: null, momentOfTruth: true });
    const unset = three();
    unset.link('a', 'c');
    unset.link('b', 'c');
    expect(curve(unset)[0]).toBe('1_1 mean 1 0/1');
    for (const id of Object.keys(unset.docs.map.sentiments)) delete unset.docs.map.sentiments[id];
    expect(curveOf(unset.docs.map, 'everyone', null)[0]).toMatchObject({ value: null, mean: true });
  });

  it('Y2 touchpoints without any link make no fork', () => {
    const draft = three();
    draft.link('a', 'c');
    expect(curve(draft)).toEqual(['1_1 a 1 0/2', '1_1 b  1/2', '1_2 c -1 0/1']);
  });

  it('Y2 a fork of two personas is none for either of them', () => {
    const draft = three();
    takePart(draft.docs, 'Anna', 'Max');
    draft.link('a', 'c');
    draft.link('b', 'c');
    belongs(draft.docs, 'tp_a', 'Anna');
    belongs(draft.docs, 'tp_b', 'Max');
    expect(curve(draft, 'Anna')).toEqual(['1_1 a 1 0/1', '1_2 c -1 0/1']);
    expect(curve(draft, 'Max')).toEqual(['1_1 b  0/1', '1_2 c -1 0/1']);
  });

  it('Y3 along a way has its touchpoints in its order and no others', () => {
    const draft = three();
    draft.link('a', 'c');
    draft.link('b', 'c');
    expect(curve(draft, 'everyone', ['b', 'c', 'a', 'gone'])).toEqual(['1_1 b  0/2', '1_2 c -1 0/1', '1_1 a 1 1/2']);
  });

  it('Y3 along a way the curve of a persona leaves out where only others come', () => {
    const draft = three();
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_b', 'Max');
    feel(draft.docs, 'b', 'everyone', 2);
    const way = ['a', 'b', 'c'];
    expect(curve(draft, 'Anna', way)).toEqual(['1_1 a 1 0/1', '1_2 c -1 0/1']);
    expect(curve(draft, 'Max', way)).toHaveLength(3);
    expect(curve(draft, 'everyone', way)).toHaveLength(3);
  });

  it('Y4 falls most between two neighbouring points; a gap between them is no fall', () => {
    const draft = draftMap([5]);
    [...'abcde'].forEach((name, index) => {
      draft.touchpoint(name, `1_${index + 1}`);
    });
    for (const [name, value] of [
      ['a', 2],
      ['b', 1],
      ['d', -2],
      ['e', -2],
    ] as const)
      feel(draft.docs, name, 'everyone', value);
    const fall = worstFall(curveOf(draft.docs.map, 'everyone', null));
    expect([fall?.from.touchpointId, fall?.to.touchpointId, fall?.by]).toEqual(['tp_a', 'tp_b', 1]);
    expect(worstFall(curveOf(draft.docs.map, 'everyone', ['tp_e', 'tp_d', 'tp_a']))).toBeNull();
    expect(worstFall([])).toBeNull();
  });
});
