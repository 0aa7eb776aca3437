import { atTouchpoint, type Rule, touchpointRule } from './ground.ts';

/** A stage in which the customer meets nobody: nothing is known of it, or nothing is done there. */
export const stageWithoutTouchpoint: Rule = ({ map, reading }) => {
  const used = new Set(reading.touchpointIds.map((id) => map.steps[map.touchpoints[id]?.stepId ?? '']?.stageId));
  return reading.stageIds.filter((id) => !used.has(id)).map((id) => ({ place: atTouchpoint(id), data: {} }));
};

/** Nobody says where it happens, so no handoff of channels to or from it can be seen. */
export const touchpointWithoutChannel = touchpointRule(({ channels }) => (channels.length === 0 ? {} : null));

/**
 * The customer can go no further and nothing says that the journey ends here. Where no links are drawn every touchpoint
 * but the last leads on by its place, and the last is the end.
 */
export const deadEnd = touchpointRule(({ id, ending }, { hasLinks, waysFrom }) =>
  hasLinks && ending === null && !waysFrom.has(id) ? {} : null,
);

/** Customers fall out here, and no way leads them back. */
export const wayBackMissing = touchpointRule(({ id, ending }, { waysFrom }) =>
  ending === 'lost' && !waysFrom.has(id) ? {} : null,
);

/** Customers would rather help themselves, and cannot. Not set counts as not offered. */
export const selfServiceNotOffered = touchpointRule(({ selfServiceWanted, selfService }) =>
  selfServiceWanted === true && selfService !== 'offered' && selfService !== 'only' ? {} : null,
);
