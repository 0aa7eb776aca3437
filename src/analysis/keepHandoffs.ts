import { pairId } from '../model/ids.ts';
import { sameValue } from '../model/patch.ts';
import type { MapRecord } from '../model/records/map.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Verdict } from '../model/records/verdict.ts';
import { type MapTables, mapRecord } from '../model/tables.ts';
import { compareEnds, type Handoff } from './handoffs.ts';
import type { Heard } from './hear.ts';
import { impliedWays } from './impliedWays.ts';
import type { Lead, Leads } from './leads.ts';
import { readingOf } from './reading.ts';
import { createEntries, keepItems, remember } from './remember.ts';

/** A handoff with all that it was made from. */
interface Made {
  readonly from: Touchpoint;
  readonly to: Touchpoint;
  readonly verdictId: string;
  readonly verdict: Verdict | undefined;
  readonly weights: MapRecord['kindWeights'];
  readonly handoff: Handoff;
}

interface Stand {
  readonly heard: Heard;
  readonly leads: Leads;
}

/**
 * The handoffs of a map by link id, in reading order, computed anew only where an end, a verdict or the weights are
 * other objects. One that says the same as before is the same object, and so is the whole.
 */
export function createHandoffs(): (stand: Stand) => ReadonlyMap<string, Handoff> {
  const entriesOf = createEntries<Lead, Made | null>(({ linkId }) => linkId);
  const listOf = remember(
    ({ heard: { map }, leads }: Stand) => [map.touchpoints, map.verdicts, mapRecord(map).kindWeights, leads],
    ({ heard: { map }, leads }): readonly Handoff[] => {
      const weights = mapRecord(map).kindWeights;
      const made = entriesOf(leads.all, (lead, before) => compare(map, lead, weights, before ?? undefined));
      return made.flatMap((entry) => entry?.handoff ?? []);
    },
    keepItems,
  );
  return remember(
    (stand: Stand) => [listOf(stand)],
    (stand): ReadonlyMap<string, Handoff> => new Map(listOf(stand).map((handoff) => [handoff.linkId, handoff])),
  );
}

/**
 * `allHandoffs` for a map that is being edited: called with it after a change, it compares again only where an end, a
 * verdict or the weights are other objects.
 */
export function createMapHandoffs(): (map: MapTables) => ReadonlyMap<string, Handoff> {
  const entriesOf = createEntries<Lead, Made | null>(({ linkId }) => linkId);
  const leadsOf = remember(
    (map: MapTables) => {
      const { links, stages, steps, touchpoints, mapPersonas, memberships } = map;
      return isEmpty(links) ? [links, stages, steps, touchpoints, mapPersonas, memberships] : [links];
    },
    (map): readonly Lead[] =>
      isEmpty(map.links)
        ? impliedWays(map, readingOf(map)).map(({ from, to }) => ({
            from,
            to,
            linkId: pairId('link', from, to),
            implied: true,
          }))
        : Object.values(map.links).map(({ id, from, to }) => ({ from, to, linkId: id, implied: false })),
  );
  return remember(
    (map) => [map.touchpoints, map.verdicts, mapRecord(map).kindWeights, leadsOf(map)],
    (map): ReadonlyMap<string, Handoff> => {
      const weights = mapRecord(map).kindWeights;
      const made = entriesOf(leadsOf(map), (lead, before) => compare(map, lead, weights, before ?? undefined));
      return new Map(made.flatMap((entry) => (entry === null ? [] : [[entry.handoff.linkId, entry.handoff] as const])));
    },
    (before, now) => {
      const [was, is] = [[...before.values()], [...now.values()]];
      return keepItems(was, is) === was ? before : now;
    },
  );
}

/** What was made before where nothing of it changed; null when an end is missing. */
function compare(
  map: MapTables,
  { from: fromId, to: toId, linkId, implied }: Lead,
  weights: MapRecord['kindWeights'],
  before: Made | undefined,
): Made | null {
  const from = map.touchpoints[fromId];
  const to = map.touchpoints[toId];
  if (!from || !to) return null;
  const verdictId = before?.verdictId ?? pairId('verdict', fromId, toId);
  const verdict = map.verdicts[verdictId];
  const isKnown =
    before?.from === from &&
    before.to === to &&
    before.verdict === verdict &&
    before.weights === weights &&
    before.handoff.implied === implied;
  if (isKnown) return before;
  const handoff = compareEnds(linkId, from, to, verdict, weights, implied);
  const kept = before !== undefined && sameValue(before.handoff, handoff) ? before.handoff : handoff;
  return { from, to, verdictId, verdict, weights, handoff: kept };
}

function isEmpty(table: Readonly<Record<string, unknown>>): boolean {
  for (const _ in table) return false;
  return true;
}
