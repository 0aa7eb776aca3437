import { DOT_RADIUS, MARK_REACH, strengthDots } from '../layout/strengthDots.ts';
import type { FeelingStrength } from '../model/claimStrength.ts';

/** The dots at a mark: one where what it says is partly evidenced, two where it is well evidenced. */
export function StrengthDots({
  strength,
  reach = MARK_REACH,
}: {
  strength: FeelingStrength | undefined;
  reach?: number;
}) {
  return strengthDots(strength, reach).map(([x, y]) => (
    // The marks have circles of their own, which are drawn otherwise.
    <ellipse key={x} className="strength-dot" cx={x} cy={y} rx={DOT_RADIUS} ry={DOT_RADIUS} />
  ));
}
