import { isEmptyEvidence } from '../model/claimStrength.ts';
import { compareOrder, inOrder } from '../model/order.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Place } from '../model/records/place.ts';
import type { Documents } from '../model/tables.ts';
import type { View } from './scene.ts';

/** A piece of evidence and a cell in which it has a card. */
export interface PlacedEvidence {
  readonly piece: Evidence;
  readonly stepId: string;
  readonly rowKey: string;
}

/**
 * The pieces of evidence that have cards, in their order: each at every step at which it is about something that is
 * shown (a way stands at the step where it begins), in the first lane for evidence. None where there is no such lane, and none
 * of a piece that says nothing yet.
 */
export function placeEvidence({ map }: Documents, view: View): PlacedEvidence[] {
  const lanes = Object.values(map.lanes).filter(({ role, hidden }) => role === 'evidence' && !hidden);
  const lane = inOrder(lanes.filter(({ side }) => side === 'above'))[0] ?? inOrder(lanes)[0];
  if (lane === undefined) return [];
  const { bands = [] } = view;
  const isOut = (id: string) =>
    bands.length > 0 ? bands.every(({ leftOut }) => leftOut.has(id)) : view.leftOut?.has(id) === true;
  const stepOf = ({ placeId, toId }: Place) =>
    isOut(placeId) || (toId !== null && isOut(toId)) ? undefined : map.touchpoints[placeId]?.stepId;
  const steps = new Map<string, Set<string>>();
  for (const citation of Object.values(map.citations)) {
    const stepId = stepOf(citation);
    if (stepId === undefined) continue;
    const known = steps.get(citation.evidenceId);
    if (known) known.add(stepId);
    else steps.set(citation.evidenceId, new Set([stepId]));
  }
  return Object.values(map.evidence)
    .filter((piece) => !isEmptyEvidence(piece))
    .sort(compareOrder)
    .flatMap((piece) =>
      [...(steps.get(piece.id) ?? [])].map((stepId) => ({ piece, stepId, rowKey: `lane:${lane.id}` })),
    );
}
