import { inOrder } from '../../model/order.ts';
import type { Tie } from '../../model/records/opportunity.ts';
import type { Place } from '../../model/records/place.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import type { MapTables } from '../../model/tables.ts';

/** The ties of each opportunity, in the order of their ids. */
export function tiesByOpportunity(map: MapTables): Map<string, Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const id of Object.keys(map.ties).sort()) {
    const tie = map.ties[id] as Tie;
    const ties = found.get(tie.opportunityId);
    if (ties) ties.push(tie);
    else found.set(tie.opportunityId, [tie]);
  }
  return found;
}

/** Everything an opportunity can be tied to: the gaps, then the touchpoints in reading order. */
export function tiePlaces(map: MapTables): { gaps: Place[]; touchpoints: Place[] } {
  const gaps = Object.values(map.verdicts)
    .filter(({ state, from, to }) => state === 'gap' && from !== to)
    .map(({ from, to }) => ({ placeId: from, toId: to }));
  const all = inOrder(Object.values(map.touchpoints));
  const touchpoints = stepsInOrder(map).flatMap((step) =>
    all.filter(({ stepId }) => stepId === step.id).map(({ id }) => ({ placeId: id, toId: null })),
  );
  return { gaps, touchpoints };
}
