import { atTouchpoint, type Hit, type MapRule, type TouchpointRule } from './ground.ts';
import { canGo, goersAt, isLedBack } from './waysOn.ts';

/** A stage in which the customer meets nobody: nothing is known of it, or nothing is done there. */
export const stageWithoutTouchpoint: MapRule = {
  at: 'map',
  reads: ({ map, reading }) => [map.steps, reading],
  find({ map, reading }) {
    const used = new Set(reading.touchpointIds.map((id) => map.steps[map.touchpoints[id]?.stepId ?? '']?.stageId));
    return reading.stageIds.filter((id) => !used.has(id)).map((id) => ({ place: atTouchpoint(id), data: {} }));
  },
};

/** Nobody says where it happens, so no handoff of channels to or from it can be seen. */
export const touchpointWithoutChannel: TouchpointRule = {
  at: 'touchpoint',
  look: ({ channels }) => (channels.length === 0 ? {} : null),
};

/**
 * Somebody who comes here can go no further and nothing says that the journey ends here: no way leads on at all, or one
 * leads here for a persona but none of theirs leads on; `count` are those, 0 where it is so for all. Where no links are
 * drawn every touchpoint but the last leads on by its place, and the last is the end.
 */
export const deadEnd: MapRule = {
  at: 'map',
  reads: ({ map, reading, leads, members, personaIds }) => [map.touchpoints, reading, leads, members, personaIds],
  find(ground) {
    const { map, reading, leads } = ground;
    if (!leads.drawn) return [];
    return reading.touchpointIds.flatMap((id): Hit[] => {
      if (map.touchpoints[id]?.ending !== null) return [];
      const on = leads.from.get(id);
      if (on === undefined) return [{ place: atTouchpoint(id), data: { count: 0 } }];
      const stuck = goersAt(ground, id).filter(
        (goer) =>
          !on.some((lead) => canGo(ground, lead, goer)) &&
          leads.to.get(id)?.some((lead) => canGo(ground, lead, goer)) === true,
      );
      return stuck.length === 0 ? [] : [{ place: atTouchpoint(id), data: { count: stuck.length } }];
    });
  },
};

/**
 * Customers fall out here, and a persona of theirs is not led back over links that are drawn: a way on to the next
 * touchpoint leads nobody back who is lost. `count` are those personas, 0 where it is so for all.
 */
export const wayBackMissing: MapRule = {
  at: 'map',
  reads: ({ map, reading, leads, members, personaIds }) => [map.touchpoints, reading, leads, members, personaIds],
  find(ground) {
    const { map, reading, leads } = ground;
    return reading.touchpointIds.flatMap((id): Hit[] => {
      if (map.touchpoints[id]?.ending !== 'lost') return [];
      const goers = goersAt(ground, id);
      const lost = leads.drawn ? goers.filter((goer) => !isLedBack(ground, id, goer)) : goers;
      if (lost.length === 0) return [];
      return [{ place: atTouchpoint(id), data: { count: lost.length === goers.length ? 0 : lost.length } }];
    });
  },
};

/** Customers would rather help themselves, and cannot. Not set counts as not offered. */
export const selfServiceNotOffered: TouchpointRule = {
  at: 'touchpoint',
  look: ({ selfServiceWanted, selfService }) =>
    selfServiceWanted === true && selfService !== 'offered' && selfService !== 'only' ? {} : null,
};
