/** A finger that rests so long, and strays no further, asks for the menu of what is under it. */
const REST = 550;
const STRAY = 10;

/**
 * Opens the context menu by a long press also where the browser does not do it itself. Heads have their own: a press
 * there takes them up. Returns how to stop listening.
 */
export function longPress(area: HTMLElement): () => void {
  let timer = 0;
  let from = { x: 0, y: 0 };
  let isOpened = false;
  const stop = () => window.clearTimeout(timer);
  const onDown = (event: PointerEvent) => {
    stop();
    isOpened = false;
    const target = event.target as Element;
    if (event.pointerType === 'mouse' || !event.isPrimary || target.closest('.head, .in-place, button')) return;
    const { clientX, clientY } = event;
    from = { x: clientX, y: clientY };
    timer = window.setTimeout(() => {
      target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
    }, REST);
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STRAY) stop();
  };
  // A menu that the browser has opened, or a head, is enough.
  const onMenu = () => {
    stop();
    isOpened = true;
  };
  // Or the click that follows would close the menu again.
  const onTouchEnd = (event: TouchEvent) => {
    if (isOpened && event.cancelable) event.preventDefault();
  };
  const ends = ['pointerup', 'pointercancel', 'touchend'] as const;
  // A second finger pinches.
  const onTouch = (event: TouchEvent) => {
    if (event.touches.length > 1) stop();
  };
  area.addEventListener('pointerdown', onDown, true);
  area.addEventListener('pointermove', onMove, true);
  area.addEventListener('touchstart', onTouch, { capture: true, passive: true });
  area.addEventListener('contextmenu', onMenu, true);
  area.addEventListener('touchend', onTouchEnd, { capture: true, passive: false });
  for (const end of ends) area.addEventListener(end, stop, true);
  return () => {
    stop();
    area.removeEventListener('pointerdown', onDown, true);
    area.removeEventListener('pointermove', onMove, true);
    area.removeEventListener('touchstart', onTouch, true);
    area.removeEventListener('contextmenu', onMenu, true);
    area.removeEventListener('touchend', onTouchEnd, true);
    for (const end of ends) area.removeEventListener(end, stop, true);
  };
}
