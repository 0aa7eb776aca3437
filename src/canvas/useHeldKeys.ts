import { type RefObject, useEffect, useState } from 'react';
import type { Editor } from '../editor/createEditor.ts';
import type { createDragGesture } from './dragGesture.ts';

/** The keys that work wherever the focus is: Esc takes a drag back; true while Space is held, by which the map is panned. */
export function useHeldKeys(
  editor: Editor,
  gesture: ReturnType<typeof createDragGesture>,
  area: RefObject<HTMLElement | null>,
): boolean {
  const [isPanning, setPanning] = useState(false);
  useEffect(() => {
    // Esc takes a drag back wherever the focus is, and leaves no trace.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (editor.session.getState().drag !== null) gesture.cancel();
      const element = area.current;
      if (element?.dataset.connecting !== undefined) element.dataset.connecting = 'cancelled';
    };
    // While Space is held cards let the pointer through: the map can be panned by them too. React Flow's own key for it
    // does nothing while the focus is where one could write, and that is so in every cell.
    const onSpace = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || (event.target as Element).closest('input, textarea')) return;
      setPanning(event.type === 'keydown');
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keydown', onSpace);
    window.addEventListener('keyup', onSpace);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('keydown', onSpace);
      window.removeEventListener('keyup', onSpace);
    };
  }, [editor, gesture, area]);
  return isPanning;
}
