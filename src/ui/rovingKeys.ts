import type { KeyboardEvent } from 'react';

/**
 * Arrow keys, Home and End among the buttons of a group that is one tab stop: focuses the one they lead to and gives it
 * back. Null for other keys.
 */
export function rovingKeys(event: KeyboardEvent<HTMLElement>): HTMLElement | null {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    (button) => button.getClientRects().length > 0,
  );
  const at = buttons.indexOf(event.target as HTMLElement);
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : by === undefined ? null : at + by;
  if (at < 0 || to === null) return null;
  event.preventDefault();
  event.stopPropagation();
  const next = buttons[(to + buttons.length) % buttons.length] as HTMLElement;
  next.focus();
  return next;
}
