import { type FeelingStrength, isEmptyEvidence, type Strength, strengthOf } from '../model/claimStrength.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Place } from '../model/records/place.ts';
import { EVERYONE, type Sentiment } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';
import { compareWays, type Reading, readingOf } from './reading.ts';

export const claimKinds = ['touchpoint', 'verdict', 'sentiment'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Something that the map says: that a touchpoint is as it is, what was judged, or what somebody feels. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The touchpoint; of a verdict on a handoff both its ends. */
  readonly place: Place;
  /** Whose feeling it is, a persona's id or `everyone`; null for the other kinds. */
  readonly personaId: string | null;
  readonly strength: Strength;
  /** How many pieces of evidence speak for it. */
  readonly pieces: number;
  /** How many say something else; of feelings only. */
  readonly against: number;
}

export type Tally = Readonly<Record<Strength, number>>;

/** All claims of a map, kind by kind and each kind in reading order, and how many are how strong. */
export interface Claims {
  readonly all: readonly Claim[];
  readonly tallies: Readonly<Record<ClaimKind | 'all', Tally>>;
}

/** A piece whose feeling is at most this far from the value that was set speaks for it, others speak against. */
const NEAR = 1;

/** What is attached to each place, by `placeKey`; a piece that says nothing yet is not among it. */
export function evidenceByPlace({
  citations,
  evidence,
}: Pick<MapTables, 'citations' | 'evidence'>): ReadonlyMap<string, readonly Evidence[]> {
  const found = new Map<string, Evidence[]>();
  for (const citation of Object.values(citations)) {
    const piece = evidence[citation.evidenceId];
    if (piece === undefined || isEmptyEvidence(piece)) continue;
    const key = placeKey(citation);
    const list = found.get(key);
    if (list) list.push(piece);
    else found.set(key, [piece]);
  }
  return found;
}

export function placeKey({ placeId, toId }: Place): string {
  return toId === null ? placeId : `${placeId} ${toId}`;
}

/**
 * Every claim of a map with its strength. Touchpoints and verdicts rest on what is attached to their place (friction
 * inside a touchpoint on what is attached to the touchpoint). A feeling rests on pieces with a feeling near it: a
 * persona's on its own, everyone's on all. A verdict on two touchpoints between which no link is left is no claim.
 */
export function claimsOf(map: MapTables, reading: Reading = readingOf(map)): Claims {
  const byPlace = evidenceByPlace(map);
  const at = (place: Place) => byPlace.get(placeKey(place)) ?? [];
  const touchpoints = reading.touchpointIds.map((placeId): Claim => {
    const place = { placeId, toId: null };
    return { kind: 'touchpoint', place, personaId: null, ...spokenFor(at(place)) };
  });
  const verdicts = claimedVerdicts(map)
    .sort(compareWays(reading))
    .map(({ from, to }): Claim => {
      const place = { placeId: from, toId: from === to ? null : to };
      return { kind: 'verdict', place, personaId: null, ...spokenFor(at(place)) };
    });
  const order = (id: string) => reading.touchpointAt.get(id) ?? 0;
  const sentiments = Object.values(map.sentiments)
    .filter(({ touchpointId }) => reading.touchpointAt.has(touchpointId))
    .sort((a, b) => order(a.touchpointId) - order(b.touchpointId) || (a.personaId < b.personaId ? -1 : 1))
    .map((sentiment): Claim => {
      const place = { placeId: sentiment.touchpointId, toId: null };
      return { kind: 'sentiment', place, personaId: sentiment.personaId, ...feltBy(sentiment, at(place)) };
    });
  const all = [...touchpoints, ...verdicts, ...sentiments];
  return {
    all,
    tallies: {
      all: tally(all),
      touchpoint: tally(touchpoints),
      verdict: tally(verdicts),
      sentiment: tally(sentiments),
    },
  };
}

/** The share of claims that rest on any evidence, 0 to 1; null where nothing is claimed. */
export function evidencedShare({ assumed, partly, well }: Tally): number | null {
  const total = assumed + partly + well;
  return total === 0 ? null : (partly + well) / total;
}

/** The claim of a kind at a place; of a feeling that of a persona or `everyone`. */
export function claimAt(
  { all }: Claims,
  kind: ClaimKind,
  { placeId, toId }: Place,
  personaId: string | null = null,
): Claim | undefined {
  return all.find(
    (claim) =>
      claim.kind === kind &&
      claim.personaId === personaId &&
      claim.place.placeId === placeId &&
      claim.place.toId === toId,
  );
}

function claimedVerdicts({ verdicts, touchpoints, links }: MapTables): { from: string; to: string }[] {
  const ways = Object.values(links);
  const drawn = new Set(ways.map(({ from, to }) => `${from} ${to}`));
  return Object.values(verdicts).filter(({ from, to }) => {
    if (touchpoints[from] === undefined || touchpoints[to] === undefined) return false;
    return from === to || ways.length === 0 || drawn.has(`${from} ${to}`);
  });
}

function spokenFor(pieces: readonly Evidence[]): Pick<Claim, 'strength' | 'pieces' | 'against'> {
  return { strength: strengthOf(pieces), pieces: pieces.length, against: 0 };
}

/** How well a feeling that was set is evidenced by the pieces at its touchpoint, and whether they all say something else. */
export function feelingStrength(
  sentiment: Pick<Sentiment, 'personaId' | 'value'>,
  pieces: readonly Evidence[],
): FeelingStrength {
  const { strength, against } = feltBy(sentiment, pieces);
  return strength === 'assumed' && against > 0 ? 'contradicted' : strength;
}

function feltBy(
  { personaId, value }: Pick<Sentiment, 'personaId' | 'value'>,
  pieces: readonly Evidence[],
): Pick<Claim, 'strength' | 'pieces' | 'against'> {
  const said = pieces.filter(
    (piece) => piece.sentiment !== null && (personaId === EVERYONE || piece.personaId === personaId),
  );
  const near = said.filter((piece) => Math.abs((piece.sentiment as number) - value) <= NEAR);
  return { ...spokenFor(near), against: said.length - near.length };
}

function tally(claims: readonly Claim[]): Tally {
  const counts = { assumed: 0, partly: 0, well: 0 };
  for (const { strength } of claims) counts[strength]++;
  return counts;
}
