import { evidenceByPlace, placeKey } from '../analysis/claims.ts';
import type { Handoff } from '../analysis/handoffs.ts';
import { isGapToMend, markOf } from '../analysis/mark.ts';
import type { LinkState } from '../layout/scene.ts';
import { strengthOf } from '../model/claimStrength.ts';
import type { Lens } from '../model/lens.ts';
import type { MapTables } from '../model/tables.ts';

const NONE: LinkState = { handoff: false, state: 'none', severity: null };

/**
 * The state a link shows under a lens: a handoff of that lens's property bears a mark, and so does a gap to mend, whatever
 * changes there. It says how well what was judged is evidenced by what is attached to its way in `map`.
 */
export function linkStates(
  handoffs: ReadonlyMap<string, Handoff>,
  lens: Lens,
  map: Pick<MapTables, 'citations' | 'evidence'>,
): (linkId: string) => LinkState {
  const attached = evidenceByPlace(map);
  return (linkId) => {
    const handoff = handoffs.get(linkId);
    if (handoff === undefined) return NONE;
    const isOfLens = handoff.changes[lens] === 'handoff';
    if (!isOfLens && !isGapToMend(handoff)) return NONE;
    const mark = markOf(handoff);
    // Nobody claims anything of what was never judged.
    if (mark.state === 'none' || (mark.state === 'unreviewed' && mark.was === undefined))
      return { handoff: true, ...mark };
    const pieces = attached.get(placeKey({ placeId: handoff.from, toId: handoff.to })) ?? [];
    return { handoff: isOfLens, ...mark, strength: strengthOf(pieces) };
  };
}
