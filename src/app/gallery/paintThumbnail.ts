import { frictionMarks } from '../../analysis/mark.ts';
import { noOverlay } from '../../editor/session.ts';
import type { Documents } from '../../model/tables.ts';
import { paintScene, sceneBounds } from '../../paint/canvasPainter.ts';
import { themes } from '../../paint/theme.ts';
import { layOutWhole, paintWords } from '../wholeMap.ts';

const nothing: ReadonlySet<string> = new Set();

/** What a thumbnail shows across, in pixels of the map: one up to `whole` as it is, of a larger one its beginning. */
const SHOWN_WIDTH = { least: 720, whole: 1900, beginning: 1330 };

/** Paints the beginning of a map into a canvas, as wide as the canvas is on the screen. */
export async function paintThumbnail(
  canvas: HTMLCanvasElement,
  documents: Documents,
  scheme: 'light' | 'dark',
): Promise<void> {
  const { scene, content, measurer } = await layOutWhole(documents, 'channel');
  // The lanes of KPIs draw their figures with what overlays draw with.
  const hasKpiLane = Object.values(documents.map.lanes).some(({ kpiId }) => kpiId !== null);
  const laid = hasKpiLane
    ? await import('../kpis/overlayPicture.ts').then(({ overlayPicture }) =>
        overlayPicture(documents, scene, measurer, { overlay: noOverlay, personaFilter: [] }),
      )
    : null;
  const { clientWidth, clientHeight } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = clientWidth * ratio;
  canvas.height = clientHeight * ratio;
  const context = canvas.getContext('2d');
  if (context === null || clientWidth === 0) return;
  const bounds = sceneBounds(scene);
  const width = bounds.width > SHOWN_WIDTH.whole ? SHOWN_WIDTH.beginning : Math.max(SHOWN_WIDTH.least, bounds.width);
  const zoom = clientWidth / width;
  const height = clientHeight / zoom;
  // A low map stands in the middle.
  const top = bounds.y - Math.max(0, (height - bounds.height) / 2);
  context.scale(ratio * zoom, ratio * zoom);
  context.translate(-bounds.x, -top);
  paintScene(context, scene, {
    docs: documents,
    content,
    frictions: frictionMarks(documents.map),
    paintOverlay: (ctx, under) => laid?.paint(ctx, under, nothing, themes[scheme]),
    theme: themes[scheme],
    level: 'card',
    area: { x: bounds.x, y: top, width, height },
    words: paintWords(),
  });
}
