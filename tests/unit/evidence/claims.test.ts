import { describe, expect, it } from 'vitest';
import { type ClaimKind, claimAt, claimsOf, evidencedShare } from '../../../src/analysis/claims.ts';
import { findAll } from '../../../src/analysis/findings.ts';
import { voicedFeelings } from '../../../src/analysis/voicedFeelings.ts';
import { strengthOf } from '../../../src/model/claimStrength.ts';
import type { Evidence } from '../../../src/model/records/evidence.ts';
import { judge } from '../analysis/judge.ts';
import { feel, takePart } from '../analysis/people.ts';
import { draftMap, type MapDraft } from '../layout/mapDraft.ts';
import { says } from './pieces.ts';

/** Three touchpoints, each linked to the next; the channel changes on both ways. */
function threeInLine(): MapDraft {
  const draft = draftMap([3]);
  draft.touchpoint('a', '1_1', ['web']);
  draft.touchpoint('b', '1_2', ['shop']);
  draft.touchpoint('c', '1_3', ['phone']);
  draft.link('a', 'b');
  draft.link('b', 'c');
  return draft;
}

const strengthAt = ({ docs }: MapDraft, kind: ClaimKind, way: string, personaId: string | null = null) => {
  const [from, to] = way.split('>');
  const place = { placeId: `tp_${from}`, toId: to === undefined ? null : `tp_${to}` };
  return claimAt(claimsOf(docs.map), kind, place, personaId)?.strength;
};

describe('how strong a claim is', () => {
  it('WZ4 a piece that says nothing, in words or as a feeling, counts for no claim', () => {
    const draft = threeInLine();
    judge(draft, 'a', 'b');
    const id = says(draft.docs, ['a', 'a>b'], { text: ' ' });
    expect([strengthAt(draft, 'touchpoint', 'a'), strengthAt(draft, 'verdict', 'a>b')]).toEqual(['assumed', 'assumed']);
    const piece = draft.docs.map.evidence[id] as Evidence;
    for (const said of [{ text: 'Slow' }, { sentiment: -1 }]) {
      draft.docs.map.evidence[id] = { ...piece, ...said };
      expect(strengthAt(draft, 'touchpoint', 'a')).toBe('partly');
    }
  });

  it('EV1 nothing attached is an assumption; one or two pieces, or all from one place, are partly; three from two places are well', () => {
    const shop = { kind: 'review', source: 'Shop' } as const;
    const again = { kind: 'review', source: ' shop ' } as const;
    const ticket = { kind: 'ticket', source: 'Shop' } as const;
    expect(strengthOf([])).toBe('assumed');
    expect(strengthOf([shop])).toBe('partly');
    expect(strengthOf([shop, ticket])).toBe('partly');
    expect(strengthOf([shop, again, shop, shop])).toBe('partly');
    expect(strengthOf([shop, again, ticket])).toBe('well');
    expect(strengthOf([shop, again, { kind: 'review', source: 'Forum' }])).toBe('well');
  });

  it('EV2 a touchpoint rests on what is attached to it, a verdict on what is attached to its way', () => {
    const draft = threeInLine();
    judge(draft, 'a', 'b');
    judge(draft, 'b', 'b');
    says(draft.docs, ['b']);
    says(draft.docs, ['a>b']);
    expect(strengthAt(draft, 'touchpoint', 'a')).toBe('assumed');
    expect(strengthAt(draft, 'touchpoint', 'b')).toBe('partly');
    expect(strengthAt(draft, 'verdict', 'a>b')).toBe('partly');
    // Friction inside a touchpoint is about the touchpoint.
    expect(strengthAt(draft, 'verdict', 'b')).toBe('partly');
    expect(strengthAt(draft, 'verdict', 'b>c')).toBeUndefined();
  });

  it('EV2 a verdict whose link was taken away claims nothing until there is one again', () => {
    const draft = threeInLine();
    judge(draft, 'a', 'c');
    expect(strengthAt(draft, 'verdict', 'a>c')).toBeUndefined();
    draft.link('a', 'c');
    expect(strengthAt(draft, 'verdict', 'a>c')).toBe('assumed');
  });

  it('EV3 a feeling rests on pieces with a feeling near it, of the same persona; of everyone on all', () => {
    const draft = threeInLine();
    takePart(draft.docs, 'Anna', 'Max');
    feel(draft.docs, 'a', 'Anna', -2);
    feel(draft.docs, 'a', 'Max', 1);
    feel(draft.docs, 'a', 'everyone', -1);
    says(draft.docs, ['a'], { personaId: 'pe_Anna', sentiment: -1 });
    says(draft.docs, ['a'], { sentiment: 2 });
    says(draft.docs, ['a'], { personaId: 'pe_Max' });
    expect(strengthAt(draft, 'sentiment', 'a', 'pe_Anna')).toBe('partly');
    expect(strengthAt(draft, 'sentiment', 'a', 'pe_Max')).toBe('assumed');
    const everyone = claimAt(claimsOf(draft.docs.map), 'sentiment', { placeId: 'tp_a', toId: null }, 'everyone');
    expect(everyone).toMatchObject({ strength: 'partly', pieces: 1, against: 1 });
  });

  it('EV4 the map says how much of it rests on evidence, as a whole and by kind', () => {
    const draft = threeInLine();
    judge(draft, 'a', 'b');
    feel(draft.docs, 'c', 'everyone', 1);
    for (const kind of ['quote', 'review', 'ticket'] as const) says(draft.docs, ['a'], { kind });
    says(draft.docs, ['c'], { sentiment: 1 });
    const { all, tallies } = claimsOf(draft.docs.map);
    expect(tallies.touchpoint).toEqual({ assumed: 1, partly: 1, well: 1 });
    expect(tallies.verdict).toEqual({ assumed: 1, partly: 0, well: 0 });
    expect(tallies.sentiment).toEqual({ assumed: 0, partly: 1, well: 0 });
    expect(tallies.all).toEqual({ assumed: 2, partly: 2, well: 1 });
    expect(evidencedShare(tallies.all)).toBe(3 / 5);
    expect(evidencedShare({ assumed: 0, partly: 0, well: 0 })).toBeNull();
    expect(all.map(({ kind, place }) => `${kind} ${place.placeId}`)).toEqual([
      'touchpoint tp_a',
      'touchpoint tp_b',
      'touchpoint tp_c',
      'verdict tp_a',
      'sentiment tp_c',
    ]);
  });
});

describe('feelings from evidence', () => {
  it('EV5 are the mean of the pieces at a touchpoint, with how many, by persona and of everyone', () => {
    const { docs } = threeInLine();
    says(docs, ['a'], { personaId: 'pe_Anna', sentiment: -2 });
    says(docs, ['a', 'b'], { personaId: 'pe_Anna', sentiment: 1 });
    says(docs, ['a'], { sentiment: 2 });
    says(docs, ['a'], { personaId: 'pe_Anna' });
    says(docs, ['a>b'], { sentiment: 2 });
    const voiced = voicedFeelings(docs.map);
    expect(voiced.get('tp_a')?.get('pe_Anna')).toEqual({ mean: -0.5, n: 2 });
    expect(voiced.get('tp_a')?.get('everyone')).toEqual({ mean: 1 / 3, n: 3 });
    expect(voiced.get('tp_b')?.get('everyone')).toEqual({ mean: 1, n: 1 });
    expect(voiced.has('tp_c')).toBe(false);
  });
});

describe('severe gaps on assumption alone', () => {
  const found = ({ docs }: MapDraft) =>
    findAll(docs)
      .filter(({ rule }) => rule === 'severeOnAssumption')
      .map(({ place: { placeId, toId }, data }) => [placeId, toId, data]);

  it('EV6 a gap of severity 4 or 5 for which nothing is attached is found, in reading order', () => {
    const draft = threeInLine();
    judge(draft, 'b', 'c', { severity: 5 });
    judge(draft, 'c', 'c', { severity: 4 });
    judge(draft, 'a', 'b', { severity: 4 });
    expect(found(draft)).toEqual([
      ['tp_a', 'tp_b', { severity: 4 }],
      ['tp_b', 'tp_c', { severity: 5 }],
      ['tp_c', null, { severity: 4 }],
    ]);
  });

  it('EV6 a milder one, a smooth handoff, and one with any evidence are none', () => {
    const draft = threeInLine();
    judge(draft, 'a', 'b', { severity: 3 });
    judge(draft, 'b', 'c', { severity: 5 });
    judge(draft, 'c', 'c', { severity: 5, state: 'smooth' });
    says(draft.docs, ['b>c']);
    expect(found(draft)).toEqual([]);
    // What is said of an end says nothing of the handoff.
    for (const id of Object.keys(draft.docs.map.citations)) delete draft.docs.map.citations[id];
    says(draft.docs, ['b', 'c']);
    expect(found(draft)).toEqual([['tp_b', 'tp_c', { severity: 5 }]]);
  });
});
