import { type RefObject, useEffect, useRef } from 'react';

const GLIDE_MS = 220;

/** Lets boxes glide to their new rows for a moment after the lens has changed; at other times moves are immediate. */
export function useGlide(area: RefObject<HTMLElement | null>, lens: string): void {
  const before = useRef(lens);
  if (before.current !== lens && area.current) area.current.dataset.gliding = '';
  useEffect(() => {
    if (before.current === lens) return;
    before.current = lens;
    const timer = setTimeout(() => {
      if (area.current) delete area.current.dataset.gliding;
    }, GLIDE_MS);
    return () => clearTimeout(timer);
  }, [area, lens]);
}
