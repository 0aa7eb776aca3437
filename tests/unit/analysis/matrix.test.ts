import { describe, expect, it } from 'vitest';
import { departmentView } from '../../../src/analysis/department.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { coverage, handoffMatrix } from '../../../src/analysis/matrix.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { judge } from './judge.ts';

const matrixOf = ({ docs }: MapDraft, lens: 'channel' | 'device' | 'department') =>
  handoffMatrix(docs, lens, allHandoffs(docs.map));

/** a (phone) -> b (web) -> c (shop), a -> c, d without a channel, e with two. */
function mixed(): MapDraft {
  const draft = draftMap([1, 2, 1]);
  draft.touchpoint('a', '1_1', ['phone'], { departments: ['dp_web'] });
  draft.touchpoint('b', '2_1', ['web'], { departments: ['dp_web', 'dp_phone'] });
  draft.touchpoint('c', '2_2', ['shop'], { departments: ['dp_shop'] });
  draft.touchpoint('d', '2_2', []);
  draft.touchpoint('e', '2_2', ['shop', 'web'], { departments: ['dp_shop'] });
  for (const pair of ['ab', 'bc', 'ac', 'cd', 'ce', 'eb']) draft.link(pair[0] as string, pair[1] as string);
  return draft;
}

describe('who hands to whom', () => {
  it('B15 counts handoffs by primary values in the order of the library, possible and not set apart', () => {
    const matrix = matrixOf(mixed(), 'channel');
    expect(matrix.values).toEqual(['ch_web', 'ch_shop', 'ch_phone']);
    expect(matrix.cells.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['ch_web', 'ch_shop', 1],
      ['ch_phone', 'ch_web', 1],
      ['ch_phone', 'ch_shop', 1],
    ]);
    expect(matrix.possible).toEqual(['ln_tp_c-tp_e', 'ln_tp_e-tp_b']);
    expect(matrix.notSet).toEqual(['ln_tp_c-tp_d']);
  });

  it('B15 a cell has its links, its worst state and its highest severity', () => {
    const draft = mixed();
    draft.touchpoint('f', '1_1', ['phone']);
    draft.touchpoint('g', '1_1', ['phone']);
    draft.link('f', 'b');
    draft.link('g', 'b');
    const cell = () => matrixOf(draft, 'channel').cells.find(({ from, to }) => from === 'ch_phone' && to === 'ch_web');
    judge(draft, 'f', 'b', { state: 'smooth' });
    expect(cell()).toMatchObject({ count: 3, worst: 'unreviewed', severity: null });
    judge(draft, 'a', 'b', { severity: 2 });
    judge(draft, 'g', 'b', { severity: 4 });
    expect(cell()).toEqual({
      from: 'ch_phone',
      to: 'ch_web',
      count: 3,
      worst: 'gap',
      again: false,
      severity: 4,
      linkIds: ['ln_tp_a-tp_b', 'ln_tp_f-tp_b', 'ln_tp_g-tp_b'],
    });
    for (const name of ['a', 'g']) judge(draft, name, 'b', { state: 'smooth' });
    expect(cell()).toMatchObject({ worst: 'smooth', severity: null });
  });

  it('B15 devices and departments have a matrix of their own; without values it is empty', () => {
    expect(matrixOf(mixed(), 'department').cells.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['dp_web', 'dp_shop', 2],
      ['dp_shop', 'dp_web', 1],
    ]);
    expect(matrixOf(mixed(), 'device')).toMatchObject({ values: [], cells: [], possible: [] });
    expect(matrixOf(mixed(), 'device').notSet).toHaveLength(6);
  });
});

describe('coverage', () => {
  it('B16 counts the touchpoints of each stage by each of their values, holes and not set included', () => {
    expect(coverage(mixed().docs, 'channel')).toEqual({
      stageIds: ['st_1', 'st_2', 'st_3'],
      valueIds: ['ch_web', 'ch_shop', 'ch_phone', ''],
      counts: [
        [0, 0, 1, 0],
        [2, 2, 0, 1],
        [0, 0, 0, 0],
      ],
    });
  });

  it('B16 without a touchpoint that lacks a value there is no column for it', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['shop']);
    expect(coverage(draft.docs, 'channel').valueIds).toEqual(['ch_shop']);
  });
});

describe('what a department sees', () => {
  const view = (draft: MapDraft, id: string) => {
    const { receives, gives, owns, toMend } = departmentView(draft.docs, id, allHandoffs(draft.docs.map));
    const pairs = (list: typeof gives) => list.map(({ from, to }) => from.slice(3) + to.slice(3));
    return {
      receives: pairs(receives),
      gives: pairs(gives),
      owns: owns.map((tp) => tp.slice(3)),
      gaps: toMend.map(({ place: { placeId, toId } }) => placeId.slice(3) + (toId ?? 'tp_').slice(3)),
    };
  };

  it('B17 it receives and gives the handoffs between departments, and owns what it answers for, also with others', () => {
    expect(view(mixed(), 'dp_shop')).toMatchObject({ receives: ['ac', 'bc'], gives: ['eb'], owns: ['c', 'e'] });
    expect(view(mixed(), 'dp_phone')).toMatchObject({ receives: ['eb'], gives: ['bc'], owns: ['b'] });
  });

  it('B17 its gaps to mend are those with an end of its own, whatever changes there; accepted and closed ones are not', () => {
    const draft = mixed();
    judge(draft, 'a', 'b', { severity: 2 });
    judge(draft, 'a', 'c', { severity: 5, status: 'inWork' });
    judge(draft, 'a', 'a', { severity: 1 });
    judge(draft, 'b', 'c', { status: 'closed' });
    judge(draft, 'e', 'b', { status: 'accepted' });
    expect(view(draft, 'dp_web').gaps).toEqual(['ac', 'ab', 'a']);
    expect(view(draft, 'dp_shop').gaps).toEqual(['ac']);
  });
});
