import type { Handoff } from '../analysis/handoffs.ts';
import { markOf } from '../analysis/mark.ts';
import type { LinkState } from '../layout/scene.ts';
import type { Lens } from '../model/lens.ts';

const NONE: LinkState = { handoff: false, state: 'none', severity: null };

/** The state a link shows under a lens: only a handoff of that lens's property bears a mark. */
export function linkStates(handoffs: ReadonlyMap<string, Handoff>, lens: Lens): (linkId: string) => LinkState {
  return (linkId) => {
    const handoff = handoffs.get(linkId);
    if (handoff === undefined || handoff.changes[lens] !== 'handoff') return NONE;
    return { handoff: true, ...markOf(handoff) };
  };
}
