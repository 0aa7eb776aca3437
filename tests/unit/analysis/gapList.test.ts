import { describe, expect, it } from 'vitest';
import { membersIndex } from '../../../src/analysis/audience.ts';
import { departmentView } from '../../../src/analysis/department.ts';
import {
  type GapChoice,
  groupGaps,
  listGaps,
  ownersOf,
  pageOfGroups,
  rankDigits,
} from '../../../src/analysis/gapList.ts';
import { allGaps } from '../../../src/analysis/gaps.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { readingOf } from '../../../src/analysis/reading.ts';
import { allOfTheGaps } from '../../../src/editor/session.ts';
import type { Link } from '../../../src/model/records/link.ts';
import { draftMap } from '../layout/mapDraft.ts';
import { judge } from './judge.ts';
import { belongs, takePart } from './people.ts';

const range = (low: number, high = low) => ({ low, high, source: '' });

/** Three gaps: a to b (channel, department), b to c (channel), and friction inside d. */
function journey() {
  const draft = draftMap([2, 2]);
  draft.touchpoint('a', '1_1', ['web'], { departments: ['dp_web'] });
  draft.touchpoint('b', '1_2', ['shop'], { departments: ['dp_shop'] });
  draft.touchpoint('c', '2_1', ['phone'], { departments: ['dp_shop', 'dp_phone'] });
  draft.touchpoint('d', '2_2', ['phone']);
  for (const [from, to] of ['ab', 'bc', 'cd'].map((pair) => [...pair] as [string, string])) draft.link(from, to);
  const figures = { customers: range(100), shareLost: range(0.1), customerValue: range(10, 50) };
  judge(draft, 'a', 'b', { severity: 2, status: 'closed', cause: 'Two systems' });
  judge(draft, 'b', 'c', { severity: 5, status: 'open', cause: 'two systems ' });
  judge(draft, 'd', 'd', { severity: 3, status: 'inWork', ...figures });
  return draft;
}

function namesOf(draft: ReturnType<typeof journey>, choice: Partial<GapChoice>, personaIds: readonly string[] = []) {
  const { map } = draft.docs;
  const around = { members: membersIndex(map), personaIds, reading: readingOf(map) };
  const gaps = allGaps(draft.docs, allHandoffs(map));
  return listGaps(gaps, map, { ...allOfTheGaps, ...choice }, around).map(({ place }) => place.placeId.slice(3));
}

describe('the list of gaps', () => {
  it('J14 its ranks look different wherever they are', () => {
    const digits = (...ranks: number[]) => rankDigits(ranks.map((rank) => ({ rank })));
    expect([digits(), digits(0.8, 0.9), digits(0.88, 0.85, 0.88), digits(1.001, 1.004)]).toEqual([1, 1, 2, 3]);
  });

  it('J14 is filtered by status, kind, severity, department, owner, persona and the personas shown, and grouped by them', () => {
    const draft = journey();
    expect(namesOf(draft, {})).toEqual(['b', 'd', 'a']);
    expect(namesOf(draft, { status: 'toMend' })).toEqual(['b', 'd']);
    expect(namesOf(draft, { status: 'closed' })).toEqual(['a']);
    expect(namesOf(draft, { kind: 'channel' })).toEqual(['b', 'a']);
    expect(namesOf(draft, { kind: 'department' })).toEqual(['a']);
    expect(namesOf(draft, { kind: 'device' })).toEqual([]);
    expect(namesOf(draft, { kind: 'inside' })).toEqual(['d']);
    expect(namesOf(draft, { least: 3 })).toEqual(['b', 'd']);
    // One that answers beside others counts too.
    expect(namesOf(draft, { departmentId: 'dp_phone' })).toEqual(['b']);
    for (const departmentId of ['dp_web', 'dp_shop', 'dp_phone']) {
      const { toMend } = departmentView(draft.docs, departmentId, allHandoffs(draft.docs.map));
      const shown = toMend.map(({ place }) => place.placeId.slice(3));
      expect(shown, departmentId).toEqual(namesOf(draft, { departmentId, status: 'toMend' }));
    }
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'tp_a', 'Anna');
    belongs(draft.docs, 'ln_tp_b-tp_c', 'Max');
    expect(namesOf(draft, {}, ['pe_Anna'])).toEqual(['d', 'a']);
    expect(namesOf(draft, {}, ['pe_Max'])).toEqual(['b', 'd']);
    expect(namesOf(draft, { status: 'open' }, ['pe_Anna'])).toEqual([]);
    expect(namesOf(draft, { personaId: 'pe_Anna' })).toEqual(['d', 'a']);
    judge(draft, 'a', 'b', { severity: 2, owner: 'Web team' });
    judge(draft, 'b', 'c', { severity: 5, owner: ' web TEAM' });
    expect(namesOf(draft, { owner: 'Web team' })).toEqual(['b', 'a']);
    expect(namesOf(draft, { owner: '' })).toEqual(['d']);
    const { map } = draft.docs;
    const gaps = allGaps(draft.docs, allHandoffs(map));
    expect(ownersOf(gaps)).toHaveLength(2);
    const under = (group: GapChoice['group']) =>
      groupGaps(gaps, map, group, { reading: readingOf(map), members: membersIndex(map) }).map(
        ({ key, gaps: some }) => `${key} ${some.length}`,
      );
    expect(under('persona')).toEqual(['pe_Max 1', 'pe_Anna 1', ' 1']);
    expect(under('owner').map((line) => line.trim().toLowerCase())).toEqual(['web team 2', '1']);
  });

  it('J14 is sorted by rank, severity, cost, place and status; what is equal stays by rank', () => {
    const draft = journey();
    for (const [id, share] of [
      ['ln_tp_a-tp_b', 1],
      ['ln_tp_b-tp_c', 0.1],
      ['ln_tp_c-tp_d', 0.5],
    ] as const)
      draft.docs.map.links[id] = { ...(draft.docs.map.links[id] as Link), share };
    expect(namesOf(draft, { order: 'rank' })).toEqual(['a', 'd', 'b']);
    expect(namesOf(draft, { order: 'severity' })).toEqual(['b', 'd', 'a']);
    expect(namesOf(draft, { order: 'cost' })).toEqual(['d', 'a', 'b']);
    expect(namesOf(draft, { order: 'reading' })).toEqual(['a', 'b', 'd']);
    expect(namesOf(draft, { order: 'status' })).toEqual(['b', 'd', 'a']);
  });

  it('J15 stands under statuses, stages, departments or causes; what has none comes last', () => {
    const draft = journey();
    const { map } = draft.docs;
    const gaps = allGaps(draft.docs, allHandoffs(map));
    const groups = (group: GapChoice['group']) =>
      groupGaps(gaps, map, group, { reading: readingOf(map), members: membersIndex(map) }).map(
        ({ key, gaps: some }) => [key, some.map(({ place }) => place.placeId.slice(3)).join('')],
      );
    expect(groups('status')).toEqual([
      ['open', 'b'],
      ['inWork', 'd'],
      ['closed', 'a'],
    ]);
    expect(groups('stage')).toEqual([
      ['st_1', 'ba'],
      ['st_2', 'd'],
    ]);
    expect(groups('department')).toEqual([
      ['dp_shop', 'ba'],
      ['dp_phone', 'b'],
      ['dp_web', 'a'],
      ['', 'd'],
    ]);
    expect(groups('cause')).toEqual([
      ['two systems', 'ba'],
      ['', 'd'],
    ]);
  });

  it('J14 a page of groups says under each heading how many there are in all', () => {
    const draft = journey();
    const { map } = draft.docs;
    const gaps = allGaps(draft.docs, allHandoffs(map));
    const groups = groupGaps(gaps, map, 'stage', { reading: readingOf(map), members: membersIndex(map) });
    const said = (most: number) =>
      pageOfGroups(groups, most).map(({ key, gaps: some, count }) => [key, some.length, count]);
    expect(said(1)).toEqual([['st_1', 1, 2]]);
    expect(said(2)).toEqual([['st_1', 2, 2]]);
    expect(said(60)).toEqual([
      ['st_1', 2, 2],
      ['st_2', 1, 1],
    ]);
  });
});
