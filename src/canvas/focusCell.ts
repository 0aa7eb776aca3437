import { flushSync } from 'react-dom';

/**
 * Puts the focus on the cell in which the cursor stands, in the same turn: the next key may follow at once. For handlers
 * of events: a cell to which the cursor has only now come, from a head, is not there before React has rendered.
 */
export function focusCell(area: HTMLElement | null): void {
  flushSync(() => {});
  area?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true });
}
