import { EVERYONE } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';

/** What pieces of evidence say that somebody feels: their mean, -2 to 2, and how many they are. */
export interface VoicedFeeling {
  readonly mean: number;
  readonly n: number;
}

/** By touchpoint, then by persona; `everyone` takes in all pieces with a feeling, those that name nobody too. */
export type VoicedFeelings = ReadonlyMap<string, ReadonlyMap<string, VoicedFeeling>>;

/** Feelings as the evidence attached to touchpoints has them, apart from the values that were set by hand. */
export function voicedFeelings({ citations, evidence }: Pick<MapTables, 'citations' | 'evidence'>): VoicedFeelings {
  const sums = new Map<string, Map<string, { sum: number; n: number }>>();
  for (const { evidenceId, placeId, toId } of Object.values(citations)) {
    const piece = evidence[evidenceId];
    if (toId !== null || piece === undefined || piece.sentiment === null) continue;
    const here = sums.get(placeId) ?? new Map<string, { sum: number; n: number }>();
    sums.set(placeId, here);
    for (const who of piece.personaId === null ? [EVERYONE] : [EVERYONE, piece.personaId]) {
      const before = here.get(who) ?? { sum: 0, n: 0 };
      here.set(who, { sum: before.sum + piece.sentiment, n: before.n + 1 });
    }
  }
  return new Map(
    [...sums].map(([touchpointId, here]) => [
      touchpointId,
      new Map([...here].map(([who, { sum, n }]) => [who, { mean: sum / n, n }])),
    ]),
  );
}
