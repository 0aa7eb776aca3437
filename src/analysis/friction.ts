import { pairId } from '../model/ids.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Verdict } from '../model/records/verdict.ts';
import { type Handoff, isStale } from './handoffs.ts';
import { severityOf } from './severity.ts';

const nothingChanges = { channel: 'same', device: 'same', department: 'same' } as const;
/** Nothing is handed over, so the weights of kinds do not count. */
const noWeights = { channel: 0, device: 0, department: 0 };

/**
 * What was judged inside one touchpoint, in the form of a handoff from it to itself over which nothing changes:
 * `unreviewed` when the touchpoint has changed since.
 */
export function frictionOf(verdict: Verdict, touchpoint: Touchpoint): Handoff {
  const { id, importance } = touchpoint;
  const stale = isStale(verdict, touchpoint, touchpoint);
  const state = stale ? 'unreviewed' : verdict.state;
  return {
    linkId: pairId('link', id, id),
    implied: false,
    from: id,
    to: id,
    changes: nothingChanges,
    state,
    severity: state === 'gap' ? severityOf(verdict, null, importance, noWeights).value : null,
    stale,
    was: stale ? verdict.state : null,
    status: verdict.state === 'gap' ? verdict.status : null,
  };
}
