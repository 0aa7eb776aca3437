import { type RefObject, useEffect } from 'react';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { bringIntoView } from './bringIntoView.ts';
import type { MapFlow } from './feed.ts';
import { useMapView } from './mapView.ts';

/** When a panel opens over what one has just chosen, pans as little as needed to show it again. */
export function useKeepCursorInView(flow: RefObject<MapFlow | null>, area: RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  const view = useMapView();
  const isOpen = useSession((session) => session.panel !== null);
  useEffect(() => {
    if (!isOpen) return;
    // The area has its new width in the next frame.
    const frame = requestAnimationFrame(() => {
      const { cursor, selection } = editor.session.getState();
      if (cursor !== null && selection.length > 0)
        bringIntoView(view.laid.getState(), cursor, flow.current, area.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen, editor, view, flow, area]);
}
