import { useMemo, useRef } from 'react';
import { focusGrid } from '../../canvas/gridKeys.ts';
import type { MapView } from '../../canvas/mapView.ts';
import type { Editor } from '../../editor/createEditor.ts';

/**
 * Where the focus was when something opened over the map, and the way back there. What opens and goes leaves the focus
 * nowhere; it belongs to a text that is being edited, to what opened it, or else to the cell.
 */
export function useFocusMemory(editor: Editor, view: MapView, area: () => HTMLElement | null) {
  const opener = useRef<Element | null>(null);
  return useMemo(
    () => ({
      note() {
        const { activeElement } = document;
        if (activeElement?.closest('[role="dialog"], [role="menu"]') == null) opener.current = activeElement;
      },
      back() {
        const over = '[role="dialog"], [role="menu"]';
        const land = () => {
          const text = area()?.querySelector<HTMLElement>('.in-place');
          const before = opener.current as HTMLElement | null;
          const isOutside = before?.isConnected && before !== document.body && before.closest('.map') === null;
          if (text) text.focus({ preventScroll: true });
          else if (isOutside) before.focus({ preventScroll: true });
          else focusGrid(editor, view, area());
        };
        // What closes fades out first and keeps the focus until it is gone; what it has opened meanwhile keeps it for good.
        const wait = (turns: number) =>
          setTimeout(() => {
            if (document.querySelector(over) !== null && turns > 0) wait(turns - 1);
            else if (document.activeElement === document.body) land();
          }, 50);
        wait(12);
      },
    }),
    [editor, view, area],
  );
}
