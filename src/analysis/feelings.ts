import { EVERYONE, type Sentiment } from '../model/records/sentiment.ts';
import type { MapTables } from '../model/tables.ts';

/** What personas, or `everyone`, feel at each touchpoint where that is set. */
export type Feelings = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function feelingsOf({ sentiments }: Pick<MapTables, 'sentiments'>): Feelings {
  return createFeelings()(sentiments);
}

/** Keeps the feelings of a table: touchpoints of which nothing has changed keep theirs. */
export function createFeelings(): (sentiments: MapTables['sentiments']) => Feelings {
  let last: MapTables['sentiments'] = {};
  let records: readonly Sentiment[] = [];
  let feelings: Feelings = new Map();
  return (sentiments) => {
    if (sentiments === last) return feelings;
    const now = Object.values(sentiments);
    const next = new Map(feelings as Map<string, Map<string, number>>);
    const fresh = new Set<string>();
    const own = ({ touchpointId }: Sentiment) => {
      if (!fresh.has(touchpointId)) next.set(touchpointId, new Map(next.get(touchpointId)));
      fresh.add(touchpointId);
      return next.get(touchpointId) as Map<string, number>;
    };
    const set = (sentiment: Sentiment) => own(sentiment).set(sentiment.personaId, sentiment.value);
    let at = 0;
    for (; at < now.length && now[at]?.id === records[at]?.id; at++)
      if (now[at] !== records[at]) set(now[at] as Sentiment);
    // From here on the two tables do not run side by side.
    for (const was of records.slice(at)) if (sentiments[was.id] === undefined) own(was).delete(was.personaId);
    for (const is of now.slice(at)) if (last[is.id] !== is) set(is);
    for (const id of fresh) if (next.get(id)?.size === 0) next.delete(id);
    [last, records, feelings] = [sentiments, now, next];
    return feelings;
  };
}

/** What a persona feels at a touchpoint, -2 to +2: its own value, else everyone's, else null. */
export function feelingAt(feelings: Feelings, touchpointId: string, personaId: string): number | null {
  const set = feelings.get(touchpointId);
  return set?.get(personaId) ?? set?.get(EVERYONE) ?? null;
}
