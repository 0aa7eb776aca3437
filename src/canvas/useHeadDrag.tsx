import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { announce } from '../editor/session.ts';
import { useEditor } from '../editor/useEditor.ts';
import { useCanvas } from './canvasContext.ts';
import { type HeadDrop, type HeadKind, headDropAt, moveHead } from './headMoves.ts';
import { useMapView } from './mapView.ts';

/** A mouse that moves less is a click; a finger that rests so long takes the head up. */
const THRESHOLD = 5;
const LONG_PRESS = 400;
/** So near to the edge of the map the map moves along, by so much a frame. */
const EDGE = 36;
const EDGE_PAN = 9;

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  /** A head under a mouse can be taken at once, under a finger after a long press. */
  ready: boolean;
  last: { clientX: number; clientY: number };
}

/**
 * Drags a head to another place among its kind, with a line where it would fall. Escape takes the drag back. By keys it is
 * Alt and an arrow, by menu "move". A finger that takes the head up and lets it go where it was asks for its menu.
 */
export function useHeadDrag(kind: HeadKind, id: string) {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const { mapPoint, area, flow } = useCanvas();
  const [drop, setDrop] = useState<HeadDrop | null>(null);
  const [isHeld, setHeld] = useState(false);
  const press = useRef<Press | null>(null);
  /** The click that ends a drag is not one. */
  const dragged = useRef(false);

  const end = () => {
    press.current = null;
    setHeld(false);
    setDrop(null);
  };
  const placeAt = (point: { clientX: number; clientY: number }) =>
    headDropAt(view.laid.getState().scene, editor.documents(), editor.session.getState().lens, kind, mapPoint(point));

  useEffect(() => {
    if (!isHeld) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      press.current = null;
      setHeld(false);
      setDrop(null);
      announce(editor.session, t('said.dragCancelled'));
    };
    let frame = requestAnimationFrame(function pan() {
      const box = area()?.getBoundingClientRect();
      const instance = flow();
      const point = press.current?.last;
      if (box && instance && point) {
        const { x, y, zoom } = instance.getViewport();
        const towards = (at: number, low: number, high: number) =>
          at < low + EDGE ? EDGE_PAN : at > high - EDGE ? -EDGE_PAN : 0;
        const dx = kind === 'stage' || kind === 'step' ? towards(point.clientX, box.left, box.right) : 0;
        const dy = kind === 'lane' || kind === 'row' ? towards(point.clientY, box.top, box.bottom) : 0;
        if (dx !== 0 || dy !== 0) void instance.setViewport({ x: x + dx, y: y + dy, zoom });
      }
      frame = requestAnimationFrame(pan);
    });
    window.addEventListener('keydown', onKey, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [isHeld, kind, area, flow, editor, t]);

  const handlers = {
    onPointerDown(event: React.PointerEvent<HTMLElement>) {
      dragged.current = false;
      if (event.button !== 0 || id === '' || (event.target as Element).closest('input, .head-more')) return;
      const { pointerId, clientX, clientY, currentTarget } = event;
      const isMouse = event.pointerType === 'mouse';
      const begun: Press = {
        pointerId,
        x: clientX,
        y: clientY,
        ready: isMouse,
        last: { clientX, clientY },
      };
      press.current = begun;
      if (isMouse) return;
      setTimeout(() => {
        if (press.current !== begun) return;
        begun.ready = true;
        setHeld(true);
        currentTarget.setPointerCapture(pointerId);
      }, LONG_PRESS);
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>) {
      const begun = press.current;
      if (begun === null || begun.pointerId !== event.pointerId) return;
      begun.last = { clientX: event.clientX, clientY: event.clientY };
      const isFar = Math.hypot(event.clientX - begun.x, event.clientY - begun.y) >= THRESHOLD;
      if (!dragged.current && !isFar) return;
      if (!begun.ready) return end();
      if (!dragged.current) {
        dragged.current = true;
        setHeld(true);
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      setDrop(placeAt(begun.last));
    },
    onPointerUp(event: React.PointerEvent<HTMLElement>) {
      const begun = press.current;
      end();
      if (begun?.ready && !dragged.current && event.pointerType !== 'mouse') {
        const { clientX, clientY } = event;
        const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY });
        event.currentTarget.dispatchEvent(menu);
        return;
      }
      if (begun === null || !dragged.current) return;
      const found = placeAt(event);
      if (found === null) return;
      const before = editor.documents();
      editor.seal();
      moveHead(editor, id, found.place);
      announce(editor.session, t(editor.documents() === before ? 'said.dragCancelled' : 'said.moved', { count: 1 }));
    },
    onPointerCancel: end,
    onClickCapture(event: React.MouseEvent) {
      if (!dragged.current) return;
      dragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  const element = area();
  const line: ReactNode =
    drop !== null && element !== null
      ? createPortal(
          <div className="head-drop" data-axis={drop.axis} style={{ '--at': drop.at } as CSSProperties} />,
          element,
        )
      : null;
  /** True while the head is under the pointer's power: its menu does not open then. */
  return { handlers, line, isHeld, wasDragged: () => dragged.current, cancel: end };
}
