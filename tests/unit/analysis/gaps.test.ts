import { describe, expect, it } from 'vitest';
import { costOf, costsByDepartment, mendingOf, returnOf, sumRanges } from '../../../src/analysis/cost.ts';
import { departmentView } from '../../../src/analysis/department.ts';
import { allGaps, usualShareOf } from '../../../src/analysis/gaps.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { frictionAt, reviewQueue } from '../../../src/analysis/reviewQueue.ts';
import type { Link } from '../../../src/model/records/link.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import type { Verdict } from '../../../src/model/records/verdict.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { judge } from './judge.ts';

/** web -> shop -> phone, then phone again: two handoffs and a link over which nothing changes. */
function chain(): MapDraft {
  const draft = draftMap([2, 2]);
  draft.touchpoint('a', '1_1', ['web'], { departments: ['dp_web'] });
  draft.touchpoint('b', '1_2', ['shop'], { departments: ['dp_shop'] });
  draft.touchpoint('c', '2_1', ['phone'], { departments: ['dp_shop'] });
  draft.touchpoint('d', '2_2', ['phone'], { departments: ['dp_shop'] });
  for (const [from, to] of ['ab', 'bc', 'cd'].map((pair) => [...pair] as [string, string])) draft.link(from, to);
  return draft;
}

const gapsOf = ({ docs }: MapDraft) => allGaps(docs, allHandoffs(docs.map));
const range = (low: number, high = low) => ({ low, high, source: 'asked' });

describe('gaps', () => {
  it('A16 are the handoffs judged so, with their severity; smooth ones and those without a verdict are none', () => {
    const draft = chain();
    const verdict = judge(draft, 'a', 'b', { severity: 4 });
    judge(draft, 'b', 'c', { state: 'smooth' });
    const [gap, ...rest] = gapsOf(draft);
    expect(rest).toEqual([]);
    expect(gap).toMatchObject({ key: verdict.id, place: { placeId: 'tp_a', toId: 'tp_b' }, stale: false, share: null });
    expect(gap?.verdict).toBe(verdict);
    expect(gap?.severity).toMatchObject({ value: 4, byHand: true, kinds: 5 / 6 });
    expect(gap?.handoff).toMatchObject({ linkId: 'ln_tp_a-tp_b', severity: 4 });
  });

  it('A16 friction inside one touchpoint is one too, without a handoff', () => {
    const draft = chain();
    judge(draft, 'd', 'd');
    expect(gapsOf(draft)).toMatchObject([
      { place: { placeId: 'tp_d', toId: null }, handoff: null, severity: { kinds: null, value: 3 } },
    ]);
  });

  it('A16 where nothing is handed over, or no link is left, a verdict is no gap', () => {
    const draft = chain();
    judge(draft, 'c', 'd');
    judge(draft, 'a', 'd');
    expect(gapsOf(draft)).toEqual([]);
  });

  it('A16 a stale one stays a gap and says so', () => {
    const draft = chain();
    judge(draft, 'a', 'b');
    draft.docs.map.touchpoints.tp_b = { ...(draft.docs.map.touchpoints.tp_b as Touchpoint), channels: ['ch_phone'] };
    expect(gapsOf(draft)).toMatchObject([{ stale: true, handoff: { state: 'unreviewed', stale: true } }]);
  });

  it('A17 rank by severity x share, the usual share where it is not known, then by severity, then in reading order', () => {
    const draft = chain();
    const share = (id: string, value: number) => {
      draft.docs.map.links[id] = {
        ...(draft.docs.map.links[id] as (typeof draft.docs.map.links)[string]),
        share: value,
      };
    };
    judge(draft, 'a', 'b', { severity: 5 });
    judge(draft, 'b', 'c', { severity: 2 });
    judge(draft, 'a', 'a', { severity: 2 });
    share('ln_tp_a-tp_b', 0.4);
    expect(gapsOf(draft).map(({ place, rank }) => [place.placeId, place.toId, rank])).toEqual([
      ['tp_a', 'tp_b', 2],
      ['tp_a', null, 0.8],
      ['tp_b', 'tp_c', 0.8],
    ]);
  });

  it('A17 the usual share is the middle one of those known; where none is, it is all', () => {
    const links = (...shares: (number | null)[]) =>
      Object.fromEntries(shares.map((share, at) => [`ln_${at}`, { share } as Link]));
    expect(usualShareOf({ links: links() })).toBe(1);
    expect(usualShareOf({ links: links(null, null) })).toBe(1);
    expect(usualShareOf({ links: links(0.9, null, 0.1, 0.2) })).toBe(0.2);
    expect(usualShareOf({ links: links(0.5, 0.1, 0.9, 0.2) })).toBeCloseTo(0.35);
  });

  it('A17 inside a touchpoint the shares of the links in count together; one unknown makes the sum unknown', () => {
    const draft = chain();
    draft.link('a', 'c');
    judge(draft, 'c', 'c', { severity: 5 });
    const share = (id: string, value: number) =>
      Object.assign(draft.docs.map.links[id] as object, { share: value } as const);
    share('ln_tp_a-tp_c', 0.25);
    expect(gapsOf(draft)).toMatchObject([{ share: null, rank: 1.25 }]);
    share('ln_tp_b-tp_c', 0.5);
    expect(gapsOf(draft)).toMatchObject([{ share: 0.75, rank: 3.75 }]);
    share('ln_tp_b-tp_c', 1);
    expect(gapsOf(draft)).toMatchObject([{ share: 1 }]);
  });
});

describe('the review queue', () => {
  it('A18 holds unreviewed and stale handoffs in reading order, and no others', () => {
    const draft = chain();
    draft.touchpoint('z', '1_1', ['phone'], { order: 'a0' });
    draft.link('z', 'b');
    judge(draft, 'b', 'c');
    const queue = () => reviewQueue(draft.docs.map, allHandoffs(draft.docs.map)).map(({ from, to }) => from + to);
    expect(queue()).toEqual(['tp_ztp_b', 'tp_atp_b']);
    draft.docs.map.touchpoints.tp_c = { ...(draft.docs.map.touchpoints.tp_c as Touchpoint), devices: ['dv_web'] };
    expect(queue()).toEqual(['tp_ztp_b', 'tp_atp_b', 'tp_btp_c']);
  });

  it('A21 holds a touchpoint judged a gap once it has changed, until it is judged again or changed back', () => {
    const draft = chain();
    for (const [from, to] of ['ab', 'bc']) judge(draft, from as string, to as string);
    judge(draft, 'b', 'b');
    const { map } = draft.docs;
    const queue = () =>
      reviewQueue(map, allHandoffs(map)).map(({ from, to, stale, was }) => ({ from, to, stale, was }));
    expect(queue()).toEqual([]);
    expect(frictionAt(map, 'tp_b')).toMatchObject({ state: 'gap', stale: false });
    const set = (tags: Partial<Touchpoint>) => {
      map.touchpoints.tp_b = { ...(map.touchpoints.tp_b as Touchpoint), ...tags };
    };
    set({ devices: ['dv_new'] });
    const asked = { from: 'tp_b', to: 'tp_b', stale: true, was: 'gap' };
    expect(queue()).toContainEqual(asked);
    expect(queue().map(({ from, to }) => from + to)).toEqual(['tp_atp_b', 'tp_btp_b', 'tp_btp_c']);
    set({ devices: [] });
    expect(queue()).toEqual([]);
    set({ devices: ['dv_new'] });
    judge(draft, 'b', 'b', { state: 'smooth' });
    expect(queue()).not.toContainEqual(asked);
    expect(frictionAt(map, 'tp_a')).toBeNull();
  });
});

describe('what a gap costs', () => {
  const costs = { customers: range(1000, 2000), shareLost: range(0.1, 0.2), customerValue: range(50, 60) };
  const verdict = (fields: Partial<Verdict>) => judge(chain(), 'a', 'b', fields);

  it('A19 is customers x share lost x value of one, the low ends and the high ends apart', () => {
    expect(costOf(verdict(costs))).toEqual({ low: 5000, high: 24_000 });
  });

  it.each(['customers', 'shareLost', 'customerValue'])('A19 is not known without %s', (field) => {
    expect(costOf(verdict({ ...costs, [field]: null }))).toBeNull();
  });

  it('A19 sums keep ranges and say how many are not known', () => {
    expect(sumRanges([{ low: 1, high: 2 }, null, { low: 10, high: 10 }])).toEqual({
      low: 11,
      high: 12,
      known: 2,
      unknown: 1,
    });
    expect(sumRanges([])).toEqual({ low: 0, high: 0, known: 0, unknown: 0 });
  });

  it('A20 mending returns what it brings less what it costs, which may be a loss', () => {
    expect(returnOf(verdict({ mendingCost: range(10, 30), mendingReturn: range(20, 50) }))).toEqual({
      low: -10,
      high: 40,
    });
    expect(returnOf(verdict({ mendingReturn: range(20, 50) }))).toBeNull();
    expect(returnOf(verdict({ mendingCost: range(20, 50) }))).toBeNull();
  });

  it('A20 counts for the departments at both ends, and once in all', () => {
    const draft = chain();
    judge(draft, 'a', 'b', costs);
    judge(draft, 'b', 'c', { ...costs, customers: range(1) });
    judge(draft, 'c', 'c');
    const { departments, total } = costsByDepartment(draft.docs, gapsOf(draft));
    expect(total).toEqual({ low: 5005, high: 24_012, known: 2, unknown: 1 });
    expect(departments.map(({ departmentId, gaps, sum }) => [departmentId, gaps.length, sum.high])).toEqual([
      ['dp_shop', 3, 24_012],
      ['dp_web', 1, 24_000],
    ]);
  });

  it('A20 all departments that answer for an end share its cost, not the first alone, as in their views', () => {
    const draft = chain();
    const { map } = draft.docs;
    map.touchpoints.tp_d = { ...(map.touchpoints.tp_d as Touchpoint), departments: ['dp_shop', 'dp_phone'] };
    judge(draft, 'd', 'd', { customers: range(100), shareLost: range(0.5), customerValue: range(10) });
    const { departments } = costsByDepartment(draft.docs, gapsOf(draft));
    expect(departments.map(({ departmentId, sum }) => [departmentId, sum.high])).toEqual([
      ['dp_phone', 500],
      ['dp_shop', 500],
    ]);
    for (const { departmentId, gaps } of departments)
      expect(departmentView(draft.docs, departmentId, allHandoffs(map)).toMend).toEqual(gaps);
  });

  it('A20 what mending costs and returns is summed apart, and what it leaves where both are known', () => {
    const draft = chain();
    judge(draft, 'a', 'b', { mendingCost: range(100, 200), mendingReturn: range(500) });
    judge(draft, 'b', 'c', { mendingCost: range(50) });
    expect(mendingOf(gapsOf(draft))).toEqual({
      mendingCost: { low: 150, high: 250, known: 2, unknown: 0 },
      mendingReturn: { low: 500, high: 500, known: 1, unknown: 1 },
      mendingNet: { low: 300, high: 400, known: 1, unknown: 1 },
    });
  });
});
