import { describe, expect, it } from 'vitest';
import { waysOf } from '../../../src/analysis/paths.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { judge } from './judge.ts';
import { belongs, feel, takePart } from './people.ts';

/** One touchpoint for each letter, each in a step of its own, in the order of the alphabet; links as pairs of letters. */
function draw(letters: string, ...links: string[]): MapDraft {
  const draft = draftMap([letters.length]);
  for (const [index, name] of [...letters].entries()) draft.touchpoint(name, `1_${index + 1}`, [name]);
  for (const pair of links) draft.link(pair[0] as string, pair[1] as string);
  return draft;
}

const letters = (ids: readonly string[]) => ids.map((id) => id.slice(3)).join('');
function walk({ docs }: MapDraft, ...personas: string[]) {
  const { ways, count, loops, starts, ends } = waysOf(
    docs.map,
    personas.map((name) => `pe_${name}`),
  );
  return {
    ways: ways.map(({ ids }) => letters(ids)),
    count,
    loops: loops.map(({ from, to }) => letters([from, to])),
    starts: letters(starts),
    ends: letters(ends),
  };
}

describe('the ways through a map', () => {
  it('Y5 lead from each start to each end, over every fork, in reading order', () => {
    expect(walk(draw('abcdef', 'ac', 'bc', 'cd', 'ce'))).toEqual({
      ways: ['acd', 'ace', 'bcd', 'bce'],
      count: 4n,
      loops: [],
      starts: 'ab',
      ends: 'de',
    });
  });

  it('Y5 touchpoints without a link are on none; without any link the order stands in', () => {
    expect(walk(draw('abc', 'ac')).ways).toEqual(['ac']);
    expect(walk(draw('abc')).ways).toEqual(['abc']);
    expect(walk(draftMap([1]))).toEqual({ ways: [], count: 0n, loops: [], starts: '', ends: '' });
  });

  it('Y5 of a persona go over what belongs to it', () => {
    const draft = draw('abcd', 'ab', 'bd', 'ac', 'cd');
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_b', 'Anna');
    belongs(draft.docs, 'ln_tp_a-tp_c', 'Max');
    expect(walk(draft).ways).toEqual(['abd', 'acd']);
    expect(walk(draft, 'Anna')).toMatchObject({ ways: ['abd', 'cd'], starts: 'ac' });
    expect(walk(draft, 'Max').ways).toEqual(['acd']);
    expect(walk(draft, 'Anna', 'Max').count).toBe(2n);
  });

  it('Y5 where no links are drawn each persona has the way of its own touchpoints', () => {
    const draft = draw('abc');
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_b', 'Anna');
    expect(walk(draft, 'Anna').ways).toEqual(['abc']);
    expect(walk(draft, 'Max').ways).toEqual(['ac']);
    expect(walk(draft).ways).toEqual(['abc', 'ac']);
  });

  it('Y9 end at what is marked as an end, also where it leads on; others go on from there', () => {
    const draft = draw('abcd', 'ab', 'bc', 'cd', 'ca');
    const mark = (name: string, ending: Touchpoint['ending']) => {
      const touchpoint = draft.docs.map.touchpoints[`tp_${name}`] as Touchpoint;
      draft.docs.map.touchpoints[touchpoint.id] = { ...touchpoint, ending };
    };
    expect(walk(draft)).toMatchObject({ ways: ['abcd'], count: 1n, ends: 'd', loops: ['ca'] });
    mark('b', 'goal');
    expect(walk(draft)).toMatchObject({ ways: ['ab', 'abcd'], count: 2n, ends: 'bd' });
    mark('c', 'lost');
    expect(walk(draft)).toMatchObject({ ways: ['ab', 'abc', 'abcd'], count: 3n, ends: 'bcd' });
    mark('d', 'goal');
    expect(walk(draft).count).toBe(3n);
  });

  it('Y6 a link that leads back is a loop; ways end without it', () => {
    expect(walk(draw('abcd', 'ab', 'bc', 'cb', 'cd'))).toMatchObject({ ways: ['abcd'], loops: ['cb'] });
    expect(walk(draw('abc', 'ab', 'bc', 'cb'))).toMatchObject({ ways: ['abc'], loops: ['cb'], ends: 'c' });
  });

  it('Y6 a circle without a start begins at its first touchpoint, also where it leads on', () => {
    expect(walk(draw('abc', 'bc', 'cb'))).toMatchObject({ ways: ['bc'], starts: 'b', loops: ['cb'] });
    expect(walk(draw('abc', 'bc', 'cb', 'ca'))).toMatchObject({ ways: ['bca'], starts: 'b', loops: ['cb'] });
  });

  it('Y7 up to 1,000 are listed, more are counted, exactly', () => {
    /** As many forks one after the other, of two branches each. */
    const forks = (count: number) => {
      const draft = draftMap([1]);
      draft.touchpoint('p0', '1_1');
      for (let index = 1; index <= count; index++) {
        for (const name of [`l${index}`, `r${index}`, `p${index}`]) draft.touchpoint(name, '1_1');
        for (const side of ['l', 'r']) {
          draft.link(`p${index - 1}`, `${side}${index}`);
          draft.link(`${side}${index}`, `p${index}`);
        }
      }
      return waysOf(draft.docs.map, []);
    };
    expect(forks(9)).toMatchObject({ count: 512n });
    expect(new Set(forks(9).ways.map(({ ids }) => ids.join())).size).toBe(512);
    expect(forks(10)).toMatchObject({ count: 1024n, ways: [] });
    expect(forks(100).count).toBe(2n ** 100n);
  });

  it('Y7 a line of 5,000 touchpoints is walked without running out of stack', () => {
    const draft = draftMap([1]);
    for (let index = 0; index < 5000; index++) {
      draft.touchpoint(`t${index}`, '1_1');
      if (index > 0) draft.link(`t${index - 1}`, `t${index}`);
    }
    draft.link('t4999', 't0');
    expect(waysOf(draft.docs.map, [])).toMatchObject({ count: 1n, starts: ['tp_t0'], ends: ['tp_t4999'] });
  });

  it('Y8 each says its handoffs, gaps and what is unreviewed, frictions inside touchpoints among the gaps', () => {
    const draft = draw('abcd', 'ab', 'bc', 'cd');
    draft.docs.map.touchpoints.tp_b = { ...(draft.docs.map.touchpoints.tp_b as Touchpoint), channels: ['ch_a'] };
    judge(draft, 'b', 'c');
    judge(draft, 'c', 'c');
    expect(waysOf(draft.docs.map, []).ways).toMatchObject([{ handoffs: 2, gaps: 2, unreviewed: 1, worstDip: null }]);
  });

  it('Y8 each says where it dips most and for whom, of those who can go it', () => {
    const draft = draw('abc', 'ab', 'bc');
    takePart(draft.docs, 'Anna', 'Max');
    feel(draft.docs, 'a', 'everyone', 1);
    feel(draft.docs, 'b', 'everyone', 0);
    const dip = (...personas: string[]) =>
      waysOf(
        draft.docs.map,
        personas.map((name) => `pe_${name}`),
      ).ways[0]?.worstDip;
    expect(dip()).toEqual({ from: 'tp_a', to: 'tp_b', by: 1, personaId: 'everyone' });
    feel(draft.docs, 'c', 'Max', -2);
    expect(dip()).toEqual({ from: 'tp_b', to: 'tp_c', by: 2, personaId: 'pe_Max' });
    expect(dip('Anna')).toMatchObject({ by: 1 });
    belongs(draft.docs, 'tp_b', 'Anna');
    expect(dip()).toMatchObject({ by: 1 });
  });
});
