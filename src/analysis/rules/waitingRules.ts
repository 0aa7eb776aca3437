import type { MapTables } from '../../model/tables.ts';
import { belongsTo, whoGoes } from '../audience.ts';
import { graphOf, joined } from '../components.ts';
import { atTouchpoint, type Ground, type Hit, onWay, type Rule } from './ground.ts';

/** Hours without a word after which a customer begins to wonder: three days. */
const SILENT_HOURS = 72;
/** As many whole steps passed over are a silent stretch, where no hours are known. */
const SILENT_STEPS = 2;

/**
 * The customer hears nothing for long: over a way two or more whole steps pass in which a persona who goes it has no
 * touchpoint, or it takes more than 72 hours. `steps` and `hours` say which, or both.
 */
export const silentStretch: Rule = (ground) => {
  const { map, members, reading, personaIds } = ground;
  const travellers = personaIds.length === 0 ? [''] : personaIds;
  const silent = new Map(travellers.map((persona) => [persona, silentBefore(ground, persona)]));
  const stepAt = (id: string) => reading.stepAt.get(map.touchpoints[id]?.stepId ?? '') ?? 0;
  return ground.ways.flatMap((way): Hit[] => {
    const [from, to] = [stepAt(way.from) + 1, stepAt(way.to)];
    let steps = 0;
    // Mostly a way leads to the next step: nothing to count.
    if (to - from >= SILENT_STEPS) {
      for (const persona of whoGoes(members, { ...way, id: way.linkId }, travellers)) {
        const before = silent.get(persona) as Int32Array;
        steps = Math.max(steps, (before[to] as number) - (before[from] as number));
      }
    }
    const hours = map.links[way.linkId]?.waitHours ?? 0;
    const data = { ...(steps >= SILENT_STEPS && { steps }), ...(hours > SILENT_HOURS && { hours }) };
    return Object.keys(data).length === 0 ? [] : [{ place: onWay(way), data }];
  });
};

/** For each step how many before it hold no touchpoint of a persona; the empty id is everybody. */
function silentBefore({ map, reading, members }: Ground, persona: string): Int32Array {
  const before = new Int32Array(reading.stepIds.length + 1).fill(1);
  const mine = persona === '' ? [] : [persona];
  for (const id of reading.touchpointIds) {
    const step = reading.stepAt.get((map.touchpoints[id] as MapTables['touchpoints'][string]).stepId) as number;
    if (belongsTo(members, id, mine)) before[step + 1] = 0;
  }
  before[0] = 0;
  for (let step = 1; step < before.length; step++)
    before[step] = (before[step] as number) + (before[step - 1] as number);
  return before;
}

/**
 * Something is promised, and either nothing says where that is kept (`keptAt` is empty), or no way leads there. One kept
 * on the spot is kept. Where no links are drawn what comes later can be reached.
 */
export const promiseWithoutFollowUp: Rule = ({ map, reading, ways, hasLinks }) => {
  const made = reading.touchpointIds.flatMap((id) => {
    const { promise, promiseKeptAt } = map.touchpoints[id] as MapTables['touchpoints'][string];
    return promise.trim() === '' ? [] : [{ id, promise, keptAt: promiseKeptAt ?? '' }];
  });
  const at = (id: string) => reading.touchpointAt.get(id);
  const pairs = made.flatMap(({ id, keptAt }) => {
    const [from, to] = [at(id), at(keptAt)];
    return from === undefined || to === undefined ? [] : [{ id, pair: [from, to] as const }];
  });
  if (made.length === 0) return [];
  const reached = hasLinks
    ? joined(
        graphOf(reading.touchpointIds, ways),
        pairs.map(({ pair }) => pair),
      )
    : pairs.map(({ pair: [from, to] }) => from <= to);
  const kept = new Set(pairs.filter((_, index) => reached[index]).map(({ id }) => id));
  return made
    .filter(({ id }) => !kept.has(id))
    .map(({ id, promise, keptAt }) => ({ place: atTouchpoint(id), data: { promise, keptAt } }));
};
