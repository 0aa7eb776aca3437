import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface RowStops {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Makes a list whose rows hold several controls one tab stop. Up and down lead to the control above or below, left and
 * right along the row, in a text at its ends only. A control that goes while it has the focus (its row is taken away, or it
 * can do nothing more) leaves it to what is nearest. Spread over an element that holds `rows`, a selector.
 */
export function useRowStops(rows: string): RowStops {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<{ element: HTMLElement; row: number; x: number } | null>(null);
  const listOf = () => [...(ref.current?.querySelectorAll<HTMLElement>(rows) ?? [])];
  useEffect(() => {
    const all = listOf();
    const gone = last.current;
    const isGone = gone !== null && (!gone.element.isConnected || gone.element.matches(':disabled'));
    if (isGone) {
      const near = gone.element.isConnected ? gone.element.closest(rows) : all[Math.min(gone.row, all.length - 1)];
      const next = nearest(near ?? null, gone.x);
      last.current = null;
      // What can do nothing more keeps the focus for a moment, without any use for keys.
      const { activeElement } = document;
      if (activeElement === document.body || activeElement === gone.element) next?.focus();
    }
    const controls = all.flatMap(controlsOf);
    const stop = last.current?.element ?? controls[0];
    for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
  });
  return {
    ref,
    onFocus: ({ target }) => {
      const all = listOf();
      const row = all.findIndex((each) => each.contains(target));
      if (row < 0) return;
      if (!controlsOf(all[row] as HTMLElement).includes(target)) return;
      for (const control of all.flatMap(controlsOf)) control.tabIndex = control === target ? 0 : -1;
      last.current = { element: target, row, x: middleOf(target) };
    },
    // Left for nothing at all by a press elsewhere, it is not to be called back.
    onBlur: ({ target, relatedTarget }) => {
      if (relatedTarget === null && target.isConnected && !target.matches(':disabled') && document.hasFocus())
        last.current = null;
    },
    onKeyDown: (event) => {
      const target = event.target as HTMLElement;
      const all = listOf();
      const row = all.findIndex((each) => each.contains(target));
      const own = row < 0 ? [] : controlsOf(all[row] as HTMLElement);
      const at = own.indexOf(target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const across = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (along !== undefined && !isAtEnd(target, along)) return;
      const next =
        along !== undefined
          ? own[at + along]
          : across !== undefined
            ? nearest(all[row + across] ?? null, middleOf(target))
            : undefined;
      if (along === undefined && across === undefined) return;
      event.preventDefault();
      next?.focus();
    },
  };
}

/** What of a row can have the focus. A list to choose from keeps the arrow keys, and is a stop of its own. */
function controlsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('input, button:not(:disabled)')];
}

function middleOf(element: HTMLElement): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

function nearest(row: Element | null, x: number): HTMLElement | undefined {
  if (!(row instanceof HTMLElement)) return undefined;
  const far = (control: HTMLElement) => Math.abs(middleOf(control) - x);
  return controlsOf(row).sort((a, b) => far(a) - far(b))[0];
}

/** True where an arrow key has nothing to do in a text: at its end in that direction. */
function isAtEnd(element: HTMLElement, along: number): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'text') return true;
  const { selectionStart, selectionEnd, value } = element;
  return selectionStart === selectionEnd && selectionStart === (along > 0 ? value.length : 0);
}
