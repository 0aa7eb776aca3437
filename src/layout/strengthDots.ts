import type { FeelingStrength } from '../model/claimStrength.ts';

/** Radius of a dot, and of the ground around it, which keeps lines off. */
export const DOT_RADIUS = 1.9;
export const DOT_GROUND = 3.1;

/**
 * Where the dots at a mark stand, from its middle: one where what it says is partly evidenced, two where it is well
 * evidenced, at the upper right, where no line leads out of it. `reach` is how far the mark reaches to that corner.
 */
export function strengthDots(
  strength: FeelingStrength | undefined,
  reach: number,
): readonly (readonly [x: number, y: number])[] {
  const at = reach + 1.4;
  if (strength === 'partly') return [[at, -at]];
  if (strength !== 'well') return [];
  return [
    [at - 2.2, -at - 2.2],
    [at + 2.2, -at + 2.2],
  ];
}

/** How far the mark of a handoff reaches to its upper right corner: a circle, or a diamond, whose sides are farther in. */
export const MARK_REACH = 6.4;
