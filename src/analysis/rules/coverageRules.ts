import { atTouchpoint, type MapRule, type TouchpointRule } from './ground.ts';

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
 * The customer can go no further and nothing says that the journey ends here. Where no links are drawn every touchpoint
 * but the last leads on by its place, and the last is the end.
 */
export const deadEnd: TouchpointRule = {
  at: 'touchpoint',
  look: ({ ending }, goes) => (goes.drawn && ending === null && !goes.on ? {} : null),
};

/** Customers fall out here, and no way leads them back. */
export const wayBackMissing: TouchpointRule = {
  at: 'touchpoint',
  look: ({ ending }, goes) => (ending === 'lost' && !goes.on ? {} : null),
};

/** Customers would rather help themselves, and cannot. Not set counts as not offered. */
export const selfServiceNotOffered: TouchpointRule = {
  at: 'touchpoint',
  look: ({ selfServiceWanted, selfService }) =>
    selfServiceWanted === true && selfService !== 'offered' && selfService !== 'only' ? {} : null,
};
