import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor/useEditor.ts';
import type { InkGroup, Overlays } from '../layout/overlay.ts';
import type { Scene } from '../layout/scene.ts';
import { paintOverview } from '../paint/overview.ts';
import type { Context } from '../paint/pens.ts';
import { useMapView } from './mapView.ts';
import { useTheme } from './useTheme.ts';

/** So much larger than on cards marks are at most, or lanes of figures would burst. */
const LARGEST = 6;

/**
 * Below the zoom at which cards are mounted, the map is painted: titles where they have the room, else cells with counts
 * and worst states, and what is laid over the map.
 */
export function Overview() {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const view = useMapView();
  const editor = useEditor();
  const theme = useTheme();

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    let frame = 0;
    let inked: { scene: Scene; facts: Overlays; scale: number; groups: readonly InkGroup[] } | null = null;
    /** What is laid over the map beside its cards, in a size that is read at this zoom. */
    const overlayAt = (scene: Scene, zoom: number) => {
      const { facts, far } = view.overlays.getState();
      if (facts === null || far === null) return undefined;
      const scale = Math.min(LARGEST, Math.ceil(4 / zoom) / 4);
      if (inked?.scene !== scene || inked.facts !== facts || inked.scale !== scale)
        inked = { scene, facts, scale, groups: far.ink(scene, facts, scale) };
      const { groups } = inked;
      return (ctx: Context, under: boolean) => far.paint(ctx, groups, under, theme);
    };
    const title = (id: string) => {
      const text = editor.documents().map.touchpoints[id]?.title ?? '';
      return text.replace(/\s+/g, ' ').trim() || t('map.untitled');
    };
    const paint = () => {
      frame = 0;
      const { clientWidth: width, clientHeight: height } = element;
      const ratio = window.devicePixelRatio || 1;
      const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== w || element.height !== h) Object.assign(element, { width: w, height: h });
      const context = element.getContext('2d') as CanvasRenderingContext2D;
      const [x, y, zoom] = flow.getState().transform;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      // The canvas begins where the heads end.
      context.translate(x - element.offsetLeft, y - element.offsetTop);
      context.scale(zoom, zoom);
      const { scene, shown } = view.laid.getState();
      const { facts, far } = view.overlays.getState();
      paintOverview(context, scene, {
        zoom,
        theme,
        area: {
          x: -x / zoom,
          y: -y / zoom,
          width: width / zoom + element.offsetLeft / zoom,
          height: (height + element.offsetTop) / zoom,
        },
        cards: { content: view.content, title, overlays: facts, paintSign: far?.sign },
        paintOverlay: overlayAt(scene, zoom),
        selection: editor.session.getState().selection,
        faded: shown.faded,
      });
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stops = [
      flow.subscribe(schedule),
      view.laid.subscribe(schedule),
      view.overlays.subscribe(schedule),
      editor.session.subscribe(schedule),
      editor.store.subscribe(schedule),
    ];
    const resize = new ResizeObserver(schedule);
    resize.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      resize.disconnect();
    };
  }, [flow, view, editor, theme, t]);

  return <canvas ref={canvas} className="overview" role="img" aria-label={t('map.overview')} />;
}
