import { pairId } from '../model/ids.ts';
import type { MapRecord } from '../model/records/map.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Verdict } from '../model/records/verdict.ts';
import { type MapTables, mapRecord } from '../model/tables.ts';
import { compareEnds, type Handoff } from './handoffs.ts';
import type { Heard } from './hear.ts';
import { impliedWays } from './impliedWays.ts';
import { compareWays, type Reading } from './reading.ts';
import { keepWhole, remember } from './remember.ts';

/** A way whose ends are compared, with the ids of what is looked up for it. */
interface Compared {
  readonly from: string;
  readonly to: string;
  readonly linkId: string;
  readonly verdictId: string;
  readonly implied: boolean;
}

/** A handoff with all that it was made from. */
interface Made {
  readonly from: Touchpoint;
  readonly to: Touchpoint;
  readonly verdict: Verdict | undefined;
  readonly weights: MapRecord['kindWeights'];
  readonly handoff: Handoff;
}

interface Stand {
  readonly heard: Heard;
  readonly reading: Reading;
}

/**
 * The handoffs of a map by link id, in reading order, computed anew only where an end, a verdict or the weights are
 * other objects. One that says the same as before is the same object, and so is the whole.
 */
export function createHandoffs(): (stand: Stand) => ReadonlyMap<string, Handoff> {
  let made: ReadonlyMap<string, Made> = new Map();
  const waysOf = remember(
    ({ heard: { map, drawn }, reading }: Stand) => [drawn, map.mapPersonas, map.memberships, reading],
    ({ heard: { map }, reading }) => comparedWays(map, reading),
  );
  return remember(
    ({ heard, reading }: Stand) => [
      heard.map.touchpoints,
      heard.map.verdicts,
      mapRecord(heard.map).kindWeights,
      waysOf({ heard, reading }),
    ],
    (stand) => {
      const { map } = stand.heard;
      const next = new Map<string, Made>();
      for (const way of waysOf(stand)) {
        const entry = compare(map, way, made.get(way.linkId));
        if (entry !== null) next.set(way.linkId, entry);
      }
      made = next;
      return new Map([...next].map(([linkId, { handoff }]) => [linkId, handoff])) as ReadonlyMap<string, Handoff>;
    },
    keepMap,
  );
}

/** What was made before where nothing of it changed; null when an end is missing. */
function compare(map: MapTables, way: Compared, before: Made | undefined): Made | null {
  const from = map.touchpoints[way.from];
  const to = map.touchpoints[way.to];
  if (!from || !to) return null;
  const verdict = map.verdicts[way.verdictId];
  const weights = mapRecord(map).kindWeights;
  const isKnown =
    before?.from === from &&
    before.to === to &&
    before.verdict === verdict &&
    before.weights === weights &&
    before.handoff.implied === way.implied;
  if (isKnown) return before;
  const handoff = compareEnds(way.linkId, from, to, verdict, weights, way.implied);
  return { from, to, verdict, weights, handoff: before === undefined ? handoff : keepWhole(before.handoff, handoff) };
}

function comparedWays(map: MapTables, reading: Reading): readonly Compared[] {
  const drawn = Object.values(map.links);
  const implied = drawn.length === 0;
  const ways = implied ? impliedWays(map, reading) : drawn.sort(compareWays(reading));
  return ways.map(({ from, to }) => ({
    from,
    to,
    linkId: pairId('link', from, to),
    verdictId: pairId('verdict', from, to),
    implied,
  }));
}

/** `before` where both hold the same objects under the same keys in the same order. */
function keepMap<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (before.size !== now.size) return now;
  const old = before.values();
  for (const value of now.values()) if (old.next().value !== value) return now;
  return before;
}
