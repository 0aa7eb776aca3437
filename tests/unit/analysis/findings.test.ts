import { describe, expect, it } from 'vitest';
import { findAll, type RuleName, ruleNames } from '../../../src/analysis/findings.ts';
import type { Link } from '../../../src/model/records/link.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { belongs, feel, takePart } from './people.ts';

/** What a rule finds, as `a` or `a>b` with its data. */
function found({ docs }: MapDraft, rule: RuleName): [place: string, data: object][] {
  const short = (id: string) => id.replace('tp_', '');
  return findAll(docs)
    .filter((finding) => finding.rule === rule)
    .map(({ place: { placeId, toId }, data }) => [short(placeId) + (toId === null ? '' : `>${short(toId)}`), data]);
}

const places = (draft: MapDraft, rule: RuleName) => found(draft, rule).map(([place]) => place);

/** A map of one stage with as many steps as names are given, one touchpoint in each, linked one after the other. */
function line(names: string, fields: Record<string, Parameters<MapDraft['touchpoint']>[3]> = {}): MapDraft {
  const draft = draftMap([names.length]);
  for (const [index, name] of [...names].entries()) draft.touchpoint(name, `1_${index + 1}`, ['web'], fields[name]);
  for (let index = 1; index < names.length; index++) draft.link(names[index - 1] as string, names[index] as string);
  return draft;
}

function clear(table: Record<string, unknown>): void {
  for (const id of Object.keys(table)) delete table[id];
}

function setLink(draft: MapDraft, pair: string, fields: Partial<Link>): void {
  const link = draft.docs.map.links[`ln_tp_${pair[0]}-tp_${pair[1]}`] as Link;
  Object.assign(link, fields);
}

describe('hidden handoffs', () => {
  it('B1 two channels in one touchpoint are found, to be split', () => {
    const draft = line('ab', { a: { channels: ['ch_web', 'ch_shop'] } });
    expect(found(draft, 'hiddenHandoff')).toEqual([['a', { count: 2 }]]);
    expect(findAll(draft.docs).find(({ rule }) => rule === 'hiddenHandoff')?.remedy).toBe('split');
  });

  it('B1 one channel, and several devices, hide none', () => {
    expect(places(line('a', { a: { devices: ['dv_web', 'dv_shop'] } }), 'hiddenHandoff')).toEqual([]);
  });
});

describe('silent stretches', () => {
  /** Five steps; a in the first, e in the last, linked. */
  const stretch = (...between: [name: string, step: number][]) => {
    const draft = draftMap([3, 2]);
    draft.touchpoint('a', '1_1');
    for (const [name, step] of between) draft.touchpoint(name, step <= 3 ? `1_${step}` : `2_${step - 3}`);
    draft.touchpoint('e', '2_2');
    draft.link('a', 'e');
    return draft;
  };

  it('B2 two whole steps without a touchpoint are found, over stages too', () => {
    expect(found(stretch(), 'silentStretch')).toEqual([['a>e', { steps: 3 }]]);
    expect(found(stretch(['b', 3]), 'silentStretch')).toEqual([['a>e', { steps: 2 }]]);
  });

  it('B2 one step alone, the next step and a way back are none', () => {
    expect(places(stretch(['b', 3], ['c', 2]), 'silentStretch')).toEqual([]);
    const draft = draftMap([4]);
    draft.touchpoint('a', '1_1');
    draft.touchpoint('b', '1_4');
    draft.link('b', 'a');
    expect(places(draft, 'silentStretch')).toEqual([]);
  });

  it('B2 what another persona meets meanwhile does not count', () => {
    const draft = stretch(['b', 2], ['c', 3], ['d', 4]);
    takePart(draft.docs, 'Anna', 'Max');
    for (const name of ['b', 'c', 'd']) belongs(draft.docs, `tp_${name}`, 'Max');
    expect(found(draft, 'silentStretch')).toEqual([['a>e', { steps: 3 }]]);
    belongs(draft.docs, 'ln_tp_a-tp_e', 'Max');
    expect(places(draft, 'silentStretch')).toEqual([]);
  });

  it('B2 more than 72 hours are found, 72 are not', () => {
    const draft = line('abc');
    setLink(draft, 'ab', { waitHours: 73 });
    setLink(draft, 'bc', { waitHours: 72 });
    expect(found(draft, 'silentStretch')).toEqual([['a>b', { hours: 73 }]]);
  });

  it('B2 implied ways are looked at as well', () => {
    const draft = stretch();
    clear(draft.docs.map.links);
    expect(found(draft, 'silentStretch')).toEqual([['a>e', { steps: 3 }]]);
  });
});

describe('promises', () => {
  const promise = 'We call you back';

  it('B3 one that nothing keeps, or that no way leads to, is found', () => {
    const draft = line('abc', {
      a: { promise },
      c: { promise, promiseKeptAt: 'tp_b' },
      b: { promise: '  ', promiseKeptAt: null },
    });
    expect(found(draft, 'promiseWithoutFollowUp')).toEqual([
      ['a', { promise, keptAt: '' }],
      ['c', { promise, keptAt: 'tp_b' }],
    ]);
  });

  it('B3 one that is kept farther on, on the spot or round a loop is none', () => {
    const draft = line('abc', {
      a: { promise, promiseKeptAt: 'tp_c' },
      b: { promise, promiseKeptAt: 'tp_b' },
      c: { promise, promiseKeptAt: 'tp_b' },
    });
    draft.link('c', 'a');
    expect(places(draft, 'promiseWithoutFollowUp')).toEqual([]);
  });

  it('B3 where no links are drawn what comes later is reached, what comes before is not', () => {
    const draft = line('abc', {
      a: { promise, promiseKeptAt: 'tp_c' },
      b: { promise, promiseKeptAt: 'tp_a' },
    });
    clear(draft.docs.map.links);
    expect(places(draft, 'promiseWithoutFollowUp')).toEqual(['b']);
  });

  it('B3 forty promises in forty places are each followed on their own way', () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const draft = draftMap([40]);
    names.forEach((name, index) => {
      const keptAt = index % 2 === 0 ? names[index + 1] : names[index - 1];
      draft.touchpoint(name, `1_${index + 1}`, ['web'], { promise, promiseKeptAt: `tp_${keptAt}` });
      if (index > 0) draft.link(names[index - 1] as string, name);
    });
    expect(places(draft, 'promiseWithoutFollowUp')).toEqual(names.filter((_, index) => index % 2 === 1));
  });
});

describe('owners', () => {
  const team = (name: string) => ({ departments: [`dp_${name}`] });

  it('B4 a touchpoint with neither owner nor department is found', () => {
    const draft = line('abc', { a: { owner: ' ' }, b: { owner: 'Mira' }, c: team('shop') });
    expect(places(draft, 'noOwner')).toEqual(['a']);
  });

  it('B5 an owner that goes from A to B and back to A is found at B', () => {
    const draft = line('abcd', { a: team('web'), b: team('shop'), c: team('web'), d: team('web') });
    expect(found(draft, 'ownerGoesAndReturns')).toEqual([['b', { from: 'tp_a', to: 'tp_c' }]]);
  });

  it('B5 names count before departments, however they are written', () => {
    const draft = line('abc', {
      a: { ...team('web'), owner: 'Mira' },
      b: { ...team('web'), owner: 'Tom' },
      c: { ...team('shop'), owner: 'mira ' },
    });
    expect(places(draft, 'ownerGoesAndReturns')).toEqual(['b']);
  });

  it('B5 A to B to C, A to A, an owner not known, a name beside its own department, and a loop are none', () => {
    const at = (fields: Parameters<typeof line>[1]) => places(line('abc', fields), 'ownerGoesAndReturns');
    expect(at({ a: team('web'), b: team('shop'), c: team('phone') })).toEqual([]);
    expect(at({ a: team('web'), b: team('web'), c: team('web') })).toEqual([]);
    expect(at({ a: team('web'), c: team('web') })).toEqual([]);
    expect(at({ a: team('web'), b: { ...team('web'), owner: 'Mira' }, c: team('web') })).toEqual([]);
    const loop = line('ab', { a: team('web'), b: team('shop') });
    loop.link('b', 'a');
    expect(places(loop, 'ownerGoesAndReturns')).toEqual([]);
  });

  it('B5 two ways that nobody goes one after the other are none', () => {
    const draft = line('abc', { a: team('web'), b: team('shop'), c: team('web') });
    takePart(draft.docs, 'Anna', 'Max');
    belongs(draft.docs, 'ln_tp_a-tp_b', 'Anna');
    expect(places(draft, 'ownerGoesAndReturns')).toEqual(['b']);
    belongs(draft.docs, 'tp_c', 'Max');
    expect(places(draft, 'ownerGoesAndReturns')).toEqual([]);
  });
});

describe('what is missing', () => {
  it('B6 a stage without a touchpoint is found, one with some is not', () => {
    const draft = draftMap([1, 2, 1]);
    draft.touchpoint('a', '1_1');
    draft.touchpoint('b', '2_2');
    expect(places(draft, 'stageWithoutTouchpoint')).toEqual(['st_3']);
  });

  it('B7 a touchpoint without a channel is found, one with a channel is not', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.touchpoint('b', '1_1');
    expect(places(draft, 'touchpointWithoutChannel')).toEqual(['b']);
  });

  it('B12 self-service that is wanted and not offered is found; offered, the only way, or not asked for it is not', () => {
    const wanted = { selfServiceWanted: true } as const;
    const draft = line('abcdef', {
      a: wanted,
      b: { ...wanted, selfService: 'none' },
      c: { ...wanted, selfService: 'offered' },
      d: { ...wanted, selfService: 'only' },
      e: { selfServiceWanted: false, selfService: 'none' },
    });
    expect(places(draft, 'selfServiceNotOffered')).toEqual(['a', 'b']);
  });
});

describe('dips on handoffs', () => {
  /** web -> shop (a handoff) -> shop. */
  const dip = () => {
    const draft = line('abc', { b: { channels: ['ch_shop'] }, c: { channels: ['ch_shop'] } });
    takePart(draft.docs, 'Anna', 'Max');
    return draft;
  };

  it('B8 a fall by one or more is found, for the persona who falls furthest', () => {
    const draft = dip();
    feel(draft.docs, 'a', 'everyone', 1);
    feel(draft.docs, 'b', 'Anna', 0);
    feel(draft.docs, 'b', 'Max', -1.5);
    expect(found(draft, 'dipOnHandoff')).toEqual([['a>b', { persona: 'pe_Max', from: 1, to: -1.5 }]]);
  });

  it('B8 where both values are everyone’s it is everyone, with or without personas', () => {
    const draft = dip();
    feel(draft.docs, 'a', 'everyone', 1);
    feel(draft.docs, 'b', 'everyone', 0);
    expect(found(draft, 'dipOnHandoff')).toEqual([['a>b', { persona: 'everyone', from: 1, to: 0 }]]);
    clear(draft.docs.map.mapPersonas);
    expect(found(draft, 'dipOnHandoff')).toEqual([['a>b', { persona: 'everyone', from: 1, to: 0 }]]);
  });

  it('B8 less than one, a rise, a value not set, a link without a handoff, and somebody who goes elsewhere are none', () => {
    const draft = dip();
    feel(draft.docs, 'a', 'Anna', 1);
    feel(draft.docs, 'b', 'Anna', 0.5);
    feel(draft.docs, 'a', 'Max', 2);
    feel(draft.docs, 'c', 'Anna', -2);
    expect(places(draft, 'dipOnHandoff')).toEqual([]);
    feel(draft.docs, 'b', 'Max', 0);
    expect(places(draft, 'dipOnHandoff')).toEqual(['a>b']);
    belongs(draft.docs, 'tp_b', 'Anna');
    expect(places(draft, 'dipOnHandoff')).toEqual([]);
  });
});

describe('device mismatches', () => {
  const devices = (from: string[], to: string[], channel = 'ch_web') =>
    found(line('ab', { a: { devices: from }, b: { devices: to, channels: [channel, 'ch_phone'] } }), 'deviceMismatch');

  it('B9 a shared channel without a shared device is found', () => {
    expect(devices(['dv_web'], ['dv_shop', 'dv_phone'])).toEqual([
      ['a>b', { channel: 'ch_web', from: 'dv_web', to: 'dv_shop' }],
    ]);
    expect(devices(['dv_none'], ['dv_shop'])).toHaveLength(1);
  });

  it('B9 a shared device, another channel, or a device not set is none', () => {
    expect(devices(['dv_web', 'dv_shop'], ['dv_shop'])).toEqual([]);
    expect(devices(['dv_web'], ['dv_shop'], 'ch_shop')).toEqual([]);
    expect(devices([], ['dv_shop'])).toEqual([]);
    expect(devices(['dv_none'], ['dv_none'])).toEqual([]);
  });
});

describe('ends of the journey', () => {
  it('B10 a touchpoint with no way on that is not marked as an end is found', () => {
    const draft = line('abc');
    draft.touchpoint('d', '1_2');
    expect(places(draft, 'deadEnd')).toEqual(['d', 'c']);
  });

  it('B10 one marked as an end is none, nor the last where no links are drawn', () => {
    expect(places(line('abc', { c: { ending: 'goal' } }), 'deadEnd')).toEqual([]);
    const draft = line('abc');
    clear(draft.docs.map.links);
    expect(places(draft, 'deadEnd')).toEqual([]);
  });

  it('B11 those who fall out without a way back are found; with one, or at the goal, they are not', () => {
    const draft = line('abc', { c: { ending: 'lost' } });
    expect(places(draft, 'wayBackMissing')).toEqual(['c']);
    expect(places(draft, 'deadEnd')).toEqual([]);
    draft.link('c', 'a');
    expect(places(draft, 'wayBackMissing')).toEqual([]);
    expect(places(line('abc', { c: { ending: 'goal' } }), 'wayBackMissing')).toEqual([]);
  });

  it('B11 a way forward is no way back, unless it comes to a goal or, in the end, to an earlier place', () => {
    const draft = line('abcd', { b: { ending: 'lost' } });
    expect(places(draft, 'wayBackMissing')).toEqual(['b']);
    draft.link('d', 'a');
    expect(places(draft, 'wayBackMissing')).toEqual([]);
    expect(places(line('abcd', { b: { ending: 'lost' }, d: { ending: 'goal' } }), 'wayBackMissing')).toEqual([]);
    // Back to where they fell out is not back.
    const circle = line('abc', { b: { ending: 'lost' } });
    circle.link('c', 'b');
    expect(places(circle, 'wayBackMissing')).toEqual(['b']);
  });

  it('B11 where no links are drawn the order of steps leads nobody back', () => {
    const draft = line('abc', { b: { ending: 'lost' }, c: { ending: 'goal' } });
    clear(draft.docs.map.links);
    expect(places(draft, 'wayBackMissing')).toEqual(['b']);
  });

  it('B11 the way back is one that the persona who fell out can go', () => {
    const draft = line('abc', { c: { ending: 'lost' } });
    takePart(draft.docs, 'Anna', 'Max');
    const back = draft.link('c', 'a');
    expect(places(draft, 'wayBackMissing')).toEqual([]);
    belongs(draft.docs, back, 'Anna');
    expect(found(draft, 'wayBackMissing')).toEqual([['c', { count: 1 }]]);
    belongs(draft.docs, 'tp_c', 'Anna');
    expect(places(draft, 'wayBackMissing')).toEqual([]);
  });

  it('B10 it is one for a persona whose way comes here and goes no further, and for none that does not come', () => {
    const draft = line('abc', { c: { ending: 'goal' } });
    takePart(draft.docs, 'Anna', 'Max');
    expect(places(draft, 'deadEnd')).toEqual([]);
    belongs(draft.docs, 'ln_tp_b-tp_c', 'Anna');
    expect(found(draft, 'deadEnd')).toEqual([['b', { count: 1 }]]);
    belongs(draft.docs, 'ln_tp_a-tp_b', 'Anna');
    expect(places(draft, 'deadEnd')).toEqual([]);
  });
});

describe('findings', () => {
  it('B13 one that was dismissed is listed with the reason, elsewhere the rule stands', () => {
    const draft = line('ab');
    draft.docs.map.dismissals['ds_noOwner-tp_a'] = {
      id: 'ds_noOwner-tp_a',
      rule: 'noOwner',
      placeId: 'tp_a',
      toId: null,
      reason: 'A partner answers for it',
      dismissedAt: '2026-01-01T00:00:00Z',
    };
    const owners = findAll(draft.docs).filter(({ rule }) => rule === 'noOwner');
    expect(owners.map(({ dismissed }) => dismissed?.reason)).toEqual(['A partner answers for it', undefined]);
    expect(owners[1]?.dismissed).toBeNull();
  });

  it('B13 are listed rule by rule, each in reading order, and one rule finds one thing at a place', () => {
    const draft = draftMap([1, 2]);
    draft.touchpoint('c', '2_1');
    draft.touchpoint('b', '1_1', [], { order: 'a2' });
    draft.touchpoint('a', '1_1', [], { order: 'a1' });
    const list = findAll(draft.docs);
    const order = list.map(({ rule }) => ruleNames.indexOf(rule));
    expect(order).toEqual([...order].sort((x, y) => x - y));
    expect(places(draft, 'noOwner')).toEqual(['a', 'b', 'c']);
    const keys = list.map(({ rule, place }) => `${rule} ${place.placeId} ${place.toId}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('B13 a map without touchpoints has stages to fill and nothing else', () => {
    expect(findAll(draftMap([1, 1]).docs).map(({ rule }) => rule)).toEqual([
      'stageWithoutTouchpoint',
      'stageWithoutTouchpoint',
    ]);
  });
});
