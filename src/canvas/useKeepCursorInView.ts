import { type RefObject, useEffect, useRef } from 'react';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { bringIntoView, coveredBelow } from './bringIntoView.ts';
import type { MapFlow } from './feed.ts';
import { useMapView } from './mapView.ts';

/**
 * When a panel opens over what one has just chosen, pans as little as needed to show it again; while a sheet lies over the
 * map, what is chosen next as well.
 */
export function useKeepCursorInView(flow: RefObject<MapFlow | null>, area: RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  const view = useMapView();
  const isOpen = useSession((session) => session.panel !== null);
  const chosen = useSession((session) => session.selection[0] ?? null);
  const before = useRef(false);
  useEffect(() => {
    const isNew = isOpen && !before.current;
    before.current = isOpen;
    if (!isOpen || chosen === null) return;
    if (!isNew && (area.current === null || coveredBelow(area.current) === 0)) return;
    // The area has its new width in the next frame.
    const frame = requestAnimationFrame(() => {
      const { cursor, selection } = editor.session.getState();
      if (cursor !== null && selection.length > 0)
        bringIntoView(view.laid.getState(), cursor, flow.current, area.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen, chosen, editor, view, flow, area]);
}
