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
  const wantsPanel = useRef(false);
  return useMemo(
    () => ({
      /** What closes next leaves the focus to the panel at the right: its list, where it has one. */
      toPanel() {
        wantsPanel.current = true;
      },
      note() {
        const { activeElement } = document;
        wantsPanel.current = false;
        if (activeElement?.closest('[role="dialog"], [role="menu"]') == null) opener.current = activeElement;
      },
      back() {
        const over = '[role="dialog"], [role="menu"]';
        const land = () => {
          const text = area()?.querySelector<HTMLElement>('.in-place');
          const before = opener.current as HTMLElement | null;
          const isOutside = before?.isConnected && before !== document.body && before.closest('.map') === null;
          const panel = wantsPanel.current ? panelFocus() : null;
          if (text) text.focus({ preventScroll: true });
          else if (panel !== null) showPanel(panel);
          else if (isOutside) before.focus({ preventScroll: true });
          else focusGrid(editor, view, area());
        };
        // What closes fades out first and keeps the focus until it is gone; what it has opened meanwhile keeps it for good.
        const wait = (turns: number) =>
          setTimeout(() => {
            const isNotThere = wantsPanel.current && panelFocus() === null;
            if ((document.querySelector(over) !== null || isNotThere) && turns > 0) wait(turns - 1);
            else if (document.activeElement === document.body) land();
          }, 50);
        // Long enough for a slow computer that is busy while something fades out.
        wait(60);
      },
    }),
    [editor, view, area],
  );
}

/** Its title, tabs and Close stay in sight: a list that is higher than the panel would be scrolled over them. */
function showPanel(focus: HTMLElement): void {
  focus.focus({ preventScroll: true });
  focus.closest('.side-panel')?.scrollTo(0, 0);
}

/** Where the focus goes in the panel at the right; null while it is being fetched. */
function panelFocus(): HTMLElement | null {
  const panel = document.querySelector<HTMLElement>('.side-panel:has(.panel)');
  return panel?.querySelector<HTMLElement>('.gap-list') ?? panel;
}
