import { useEffect } from 'react';
import { showRecords } from '../../canvas/showRecords.ts';
import type { ActionContext } from '../actions/action.ts';

/** Brings into view what a panel or a table asks for, and opens the dialog that one asks for. */
export function useGoTo({ editor, view, flow, area, shell }: ActionContext): void {
  useEffect(
    () =>
      editor.session.subscribe(({ wantedDialog }, before) => {
        if (wantedDialog !== null && wantedDialog !== before.wantedDialog) shell.openDialog(wantedDialog.dialog);
      }),
    [editor, shell],
  );
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
