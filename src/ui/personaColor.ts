/**
 * The colour of a persona as CSS, wherever its mark or curve is: strong enough to stand out from any ground. What is
 * painted has the same as the `ink` of its hue.
 */
export function personaColor(color: string): string {
  return `color-mix(in srgb, var(--${color}) 60%, var(--ink))`;
}
