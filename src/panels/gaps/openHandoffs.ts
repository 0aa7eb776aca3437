import type { Analysis } from '../../analysis/analyse.ts';
import type { Handoff } from '../../analysis/handoffs.ts';
import { lenses } from '../../model/lens.ts';

/** A way of which somebody has to say more before it is known whether something is handed over. */
export interface OpenHandoff {
  readonly handoff: Handoff;
  readonly change: 'possible' | 'notSet';
}

/** Where ends overlap without being equal, then where a value is not set at an end, in reading order. One way may be both. */
export function openHandoffs({ handoffs, matrices }: Pick<Analysis, 'handoffs' | 'matrices'>): OpenHandoff[] {
  return (['possible', 'notSet'] as const).flatMap((change) => {
    const ids = new Set(lenses.flatMap((lens) => matrices[lens][change]));
    return [...handoffs.values()].flatMap((handoff) => (ids.has(handoff.linkId) ? [{ handoff, change }] : []));
  });
}
