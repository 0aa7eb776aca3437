import type { CardContents } from '../layout/cardContent.ts';
import { cssFont, HEAD_HEIGHT, type TextStyle } from '../layout/metrics.ts';
import type { Rect, Scene } from '../layout/scene.ts';
import type { PaintWords } from './paintWords.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

/** Names in the overview, in screen pixels: they keep this size at every zoom. */
const nameStyle: TextStyle = { size: 12, lineHeight: 16, weight: 600 };

/** Names at the edges of the area: stages along its top, rows along its left. A row too thin for its name goes without. */
export function paintNames(
  ctx: Context,
  scene: Scene,
  area: Rect,
  theme: Theme,
  zoom: number,
  content: CardContents,
  words: PaintWords,
): void {
  ctx.textAlign = 'left';
  const left = area.x + 6 / zoom;
  const height = 22 / zoom;
  const top = Math.max(area.y, HEAD_HEIGHT - height - 2);
  let free = top + height;
  for (const row of scene.rows) {
    const y = row.y + Math.min(row.height / 2, 14 / zoom);
    if (y - 8 / zoom < free) continue;
    const name = row.name === '' && row.kind === 'touchpoints' && row.valueId === null ? words.notSet : row.name;
    const [line] = content.text(name, nameStyle, 120, 1);
    if (line === undefined) continue;
    free = y + 8 / zoom;
    ctx.fillStyle = theme.canvas;
    ctx.globalAlpha = 0.86;
    ctx.beginPath();
    ctx.roundRect(left - 4 / zoom, y - 8 / zoom, (line.width + 8) / zoom, 16 / zoom, 4 / zoom);
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme.ink;
    screenText(ctx, line.text, left, y + 4.3 / zoom, zoom);
  }
  for (const stage of scene.stages) {
    ctx.fillStyle = theme.stageBand;
    ctx.beginPath();
    ctx.roundRect(stage.x, top, stage.width, height, 6 / zoom);
    ctx.fill();
    const [line] = content.text(stage.name, nameStyle, stage.width * zoom - 8, 1);
    if (line === undefined || stage.width * zoom < 24) continue;
    ctx.fillStyle = theme.stageInk;
    screenText(ctx, line.text, stage.x + 5 / zoom, top + height / 2 + 4.3 / zoom, zoom);
  }
}

/** Text whose size is told in screen pixels. A font of a fraction of a pixel would be rounded, so the context is scaled. */
export function screenText(ctx: Context, text: string, x: number, y: number, zoom: number): void {
  ctx.translate(x, y);
  ctx.scale(1 / zoom, 1 / zoom);
  ctx.font = cssFont(nameStyle);
  ctx.fillText(text, 0, 0);
  ctx.scale(zoom, zoom);
  ctx.translate(-x, -y);
}
