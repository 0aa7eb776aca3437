import { compareOrder, inOrder } from '../model/order.ts';
import type { Opportunity } from '../model/records/opportunity.ts';
import type { Place } from '../model/records/place.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import type { Documents } from '../model/tables.ts';
import { metaStyle, OPPORTUNITY_GAP, OPPORTUNITY_PADDING, titleStyle } from './metrics.ts';
import type { View } from './scene.ts';

/** An opportunity and the cell in which its card stands. */
export interface PlacedOpportunity {
  readonly opportunity: Opportunity;
  readonly stepId: string;
  readonly rowKey: string;
}

/**
 * The opportunities that have a card on the map, in their order: those that are tied to what is shown and were not dropped,
 * each at the first step of what it is tied to, in the first lane for opportunities. None where there is no such lane.
 */
export function placeOpportunities({ map }: Documents, view: View): PlacedOpportunity[] {
  const opportunities = Object.values(map.opportunities).filter(({ status }) => status !== 'dropped');
  if (opportunities.length === 0) return [];
  const lanes = Object.values(map.lanes).filter(({ role, hidden }) => role === 'opportunities' && !hidden);
  const lane = inOrder(lanes.filter(({ side }) => side === 'above'))[0] ?? inOrder(lanes)[0];
  if (lane === undefined) return [];
  const steps = stepsInOrder(map).map(({ id }) => id);
  const stepAt = new Map(steps.map((id, index) => [id, index]));
  const { bands = [] } = view;
  const isOut = (id: string) =>
    bands.length > 0 ? bands.every(({ leftOut }) => leftOut.has(id)) : view.leftOut?.has(id) === true;
  const columnOf = ({ placeId, toId }: Place): number | undefined =>
    isOut(placeId) || (toId !== null && isOut(toId)) ? undefined : stepAt.get(map.touchpoints[placeId]?.stepId ?? '');
  const first = new Map<string, number>();
  for (const tie of Object.values(map.ties)) {
    const column = columnOf(tie);
    if (column === undefined) continue;
    first.set(tie.opportunityId, Math.min(column, first.get(tie.opportunityId) ?? column));
  }
  return opportunities.sort(compareOrder).flatMap((opportunity) => {
    const column = first.get(opportunity.id);
    return column === undefined ? [] : [{ opportunity, stepId: steps[column] as string, rowKey: `lane:${lane.id}` }];
  });
}

/** The sign of each kind, by the name of its shape. */
export const opportunitySigns = { quick: 'circle', strategy: 'square', new: 'diamond' } as const satisfies Record<
  Opportunity['kind'],
  string
>;

/** True when a card says impact and effort. */
export function isGraded({ impact, effort }: Opportunity): boolean {
  return impact !== null || effort !== null;
}

/** The height of a card whose title has so many lines: below it stand the kind and, where there are any, the grades. */
export function opportunityHeight(opportunity: Opportunity, lines: number): number {
  const texts = Math.max(1, lines) * titleStyle.lineHeight + (isGraded(opportunity) ? 2 : 1) * metaStyle.lineHeight;
  return texts + OPPORTUNITY_GAP + 2 * OPPORTUNITY_PADDING;
}
