import { evidenceByPlace, placeKey } from '../analysis/claims.ts';
import type { Handoff } from '../analysis/handoffs.ts';
import { markOf } from '../analysis/mark.ts';
import type { LinkState } from '../layout/scene.ts';
import { strengthOf } from '../model/claimStrength.ts';
import type { Lens } from '../model/lens.ts';
import type { MapTables } from '../model/tables.ts';

const NONE: LinkState = { handoff: false, state: 'none', severity: null };

/**
 * The state a link shows under a lens: only a handoff of that lens's property bears a mark, which says how well what was
 * judged is evidenced by what is attached to its way in `map`.
 */
export function linkStates(
  handoffs: ReadonlyMap<string, Handoff>,
  lens: Lens,
  map: Pick<MapTables, 'citations' | 'evidence'>,
): (linkId: string) => LinkState {
  const attached = evidenceByPlace(map);
  return (linkId) => {
    const handoff = handoffs.get(linkId);
    if (handoff === undefined || handoff.changes[lens] !== 'handoff') return NONE;
    const mark = markOf(handoff);
    // Nobody claims anything of what was never judged.
    if (mark.state === 'none' || (mark.state === 'unreviewed' && mark.was === undefined))
      return { handoff: true, ...mark };
    const pieces = attached.get(placeKey({ placeId: handoff.from, toId: handoff.to })) ?? [];
    return { handoff: true, ...mark, strength: strengthOf(pieces) };
  };
}
