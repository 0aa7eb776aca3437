import { useEffect } from 'react';
import { showRecords } from '../../canvas/showRecords.ts';
import type { ActionContext } from '../actions/action.ts';

/** Brings into view what a panel or a table asks for. */
export function useGoTo({ editor, view, flow, area }: ActionContext): void {
  useEffect(
    () =>
      editor.session.subscribe(({ goTo }, before) => {
        if (goTo === null || goTo === before.goTo) return;
        // A dialog or panel that is closing changes the map's size first.
        requestAnimationFrame(() => showRecords(editor, view, goTo.ids, flow(), area()));
      }),
    [editor, view, flow, area],
  );
}
