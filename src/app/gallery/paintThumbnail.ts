import type { Documents } from '../../model/tables.ts';
import { paintScene } from '../../paint/canvasPainter.ts';
import { themes } from '../../paint/theme.ts';
import { layOutWhole, paintWords } from '../exportMap.ts';

/** Columns of the map that a thumbnail shows, in pixels of the map: its beginning, large enough to be recognised. */
const SHOWN_WIDTH = 1180;

/** Paints the beginning of a map into a canvas, as wide as the canvas is on the screen. */
export async function paintThumbnail(
  canvas: HTMLCanvasElement,
  documents: Documents,
  scheme: 'light' | 'dark',
): Promise<void> {
  const { scene, content } = await layOutWhole(documents, 'channel');
  const { clientWidth, clientHeight } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = clientWidth * ratio;
  canvas.height = clientHeight * ratio;
  const context = canvas.getContext('2d');
  if (context === null || clientWidth === 0) return;
  const zoom = clientWidth / SHOWN_WIDTH;
  // From the curves on, or else the first row of the lens: the rest above says little at this size.
  const first = scene.rows.findIndex((row) => row.laneId === null);
  const before = scene.rows[first - 1];
  const top = (before?.laneRole === 'emotion' ? before : scene.rows[first])?.y ?? 0;
  context.scale(ratio * zoom, ratio * zoom);
  context.translate(0, -top);
  paintScene(context, scene, {
    docs: documents,
    content,
    theme: themes[scheme],
    level: 'title',
    heads: false,
    area: { x: 0, y: top, width: SHOWN_WIDTH, height: clientHeight / zoom },
    words: paintWords(),
  });
}
