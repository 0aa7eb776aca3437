import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { whoGoes } from '../audience.ts';
import { graphOf, joined } from '../components.ts';
import { atTouchpoint, type LeadRule, type MapRule } from './ground.ts';

/** Hours without a word after which a customer begins to wonder: three days. */
const SILENT_HOURS = 72;
/** As many whole steps passed over are a silent stretch, where no hours are known. */
const SILENT_STEPS = 2;

/**
 * The customer hears nothing for long: over a way two or more whole steps pass in which a persona who goes it has no
 * touchpoint, or it takes more than 72 hours. `steps` and `hours` say which, or both.
 */
export const silentStretch: LeadRule = {
  at: 'lead',
  reads: ({ silence, members }) => [silence, members],
  look({ handoff, link, from, to }, { silence, members }) {
    const hours = link?.waitHours ?? 0;
    let steps = 0;
    if (from.stepId !== to.stepId) {
      for (const persona of whoGoes(members, handoff, silence.personaIds)) {
        const between = silence.stepsBetween(from, to, persona);
        if (between > steps) steps = between;
      }
    }
    if (steps < SILENT_STEPS && hours <= SILENT_HOURS) return null;
    return { ...(steps >= SILENT_STEPS && { steps }), ...(hours > SILENT_HOURS && { hours }) };
  },
};

/**
 * Something is promised, and either nothing says where that is kept (`keptAt` is empty), or no way leads there. One kept
 * on the spot is kept. Where no links are drawn what comes later can be reached.
 */
export const promiseWithoutFollowUp: MapRule = {
  at: 'map',
  reads: ({ aspects, leads, reading }) => [aspects.promised, leads, reading],
  find({ map, reading, leads }) {
    const made = reading.touchpointIds.flatMap((id) => {
      const { promise, promiseKeptAt } = map.touchpoints[id] as Touchpoint;
      return promise.trim() === '' ? [] : [{ id, promise, keptAt: promiseKeptAt ?? '' }];
    });
    if (made.length === 0) return [];
    const at = (id: string) => reading.touchpointAt.get(id);
    const pairs = made.flatMap(({ id, keptAt }) => {
      const [from, to] = [at(id), at(keptAt)];
      return from === undefined || to === undefined ? [] : [{ id, pair: [from, to] as const }];
    });
    const reached = leads.drawn
      ? joined(
          graphOf(reading.touchpointIds, leads.all),
          pairs.map(({ pair }) => pair),
        )
      : pairs.map(({ pair: [from, to] }) => from <= to);
    const kept = new Set(pairs.filter((_, index) => reached[index]).map(({ id }) => id));
    return made
      .filter(({ id }) => !kept.has(id))
      .map(({ id, promise, keptAt }) => ({ place: atTouchpoint(id), data: { promise, keptAt } }));
  },
};
