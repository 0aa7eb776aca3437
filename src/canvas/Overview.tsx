import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor/useEditor.ts';
import { paintOverview } from '../paint/overview.ts';
import { useMapView } from './mapView.ts';
import { useTheme } from './useTheme.ts';

/** Below the zoom where a title can be read, the map is painted instead of mounted: cells with counts and worst states. */
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
      paintOverview(context, view.laid.getState().scene, {
        zoom,
        theme,
        selection: editor.session.getState().selection,
      });
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stops = [flow.subscribe(schedule), view.laid.subscribe(schedule), editor.session.subscribe(schedule)];
    const resize = new ResizeObserver(schedule);
    resize.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      resize.disconnect();
    };
  }, [flow, view, editor, theme]);

  return <canvas ref={canvas} className="overview" role="img" aria-label={t('map.overview')} />;
}
