import type { CardContents } from '../layout/cardContent.ts';
import { cssFont, type TextStyle } from '../layout/metrics.ts';
import { type CardTone, type Overlays, shownTone } from '../layout/overlay.ts';
import { type CellSummary, cellKey, type Placement, type Rect, type Scene } from '../layout/scene.ts';
import { cardShades } from './paintCards.ts';
import { paintFigureMark } from './paintFigureMark.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

/** What the overview shows of single cards. */
export interface FarCards {
  readonly content: CardContents;
  readonly title: (recordId: string) => string;
  /** Null while nothing is laid over the map. */
  readonly overlays: Overlays | null;
}

/** Titles and figures in the overview, in screen pixels. */
const style: TextStyle = { size: 11, lineHeight: 13, weight: 600 };
const PADDING = 4;
const MARK = 11;
/** The narrowest card on the screen that shows its title. */
const LEAST_WIDTH = 52;
/** Of maps of more cards than these, cells show counts: so many titles would be a grey mass, and slow. */
const MOST_CARDS = 400;

/** Whether the cards of a scene show their titles at a zoom. */
export function showsTitles(scene: Scene, zoom: number): boolean {
  const first = scene.placements.find(({ kind }) => kind === 'touchpoint');
  if (first === undefined || first.width * zoom < LEAST_WIDTH) return false;
  return scene.placements.length <= MOST_CARDS;
}

/** Paints a card as its title in the lines it has room for, and the figure that an overlay gives it, with its n where that fits. */
export function paintFarCard(
  ctx: Context,
  card: Placement,
  cards: FarCards,
  theme: Theme,
  zoom: number,
  look: { readonly fill: string; readonly line: string; readonly width: number },
): void {
  const figure = cards.overlays?.figures.get(card.recordId);
  const tone = cards.overlays?.tones.get(card.recordId);
  const colors = tone === undefined ? look : { ...cardShades(tone, theme), width: look.width };
  ctx.beginPath();
  ctx.roundRect(card.x, card.y, card.width, card.height, Math.min(8, 4 / zoom));
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.strokeStyle = look.width > 1 ? look.line : colors.line;
  ctx.lineWidth = look.width / zoom;
  ctx.stroke();
  // From here on in screen pixels: a font of a fraction of a pixel would be rounded.
  ctx.translate(card.x, card.y);
  ctx.scale(1 / zoom, 1 / zoom);
  const [width, height] = [card.width * zoom, card.height * zoom];
  const room = Math.max(1, Math.floor((height - PADDING) / style.lineHeight)) - (figure === undefined ? 0 : 1);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.font = cssFont(style);
  ctx.fillStyle = theme.ink;
  let y = PADDING / 2 + 10;
  // In steps of four pixels, so that not every zoom breaks every title anew.
  const across = Math.floor((width - 2 * PADDING) / 4) * 4;
  for (const { text } of room > 0 ? cards.content.text(cards.title(card.recordId), style, across, room) : []) {
    ctx.fillText(text, PADDING, y);
    y += style.lineHeight;
  }
  if (figure !== undefined) {
    const bottom = height - PADDING / 2 - 2;
    const tone = shownTone(figure);
    if (tone !== null) paintFigureMark(ctx, PADDING, bottom - MARK + 1, MARK, tone, theme);
    ctx.fillStyle = figure.few ? theme.tertiary : theme.ink;
    const left = tone === null ? PADDING : PADDING + MARK + 4;
    ctx.fillText(figure.value, left, bottom);
    const beside = left + ctx.measureText(figure.value).width + 5;
    ctx.font = cssFont({ ...style, weight: 400 });
    ctx.fillStyle = theme.tertiary;
    if (beside + ctx.measureText(figure.n).width <= width - PADDING) ctx.fillText(figure.n, beside, bottom);
  }
  ctx.scale(zoom, zoom);
  ctx.translate(-card.x, -card.y);
}

/** What overlays say of a cell whose cards are too small for it: the worst tone among them, and the value of a single one. */
export interface CellFigure {
  readonly tone: CardTone;
  readonly value: string | null;
}

const worstFirst: readonly CardTone[] = ['bad', 'warning', 'unknown', 'good', 'few'];

/** The figures of cells, by their keys. */
export function cellFigures(scene: Scene, { figures }: Overlays): Map<string, CellFigure> {
  const cells = new Map<string, CellFigure>();
  for (const { recordId, stepId, rowKey } of scene.placements) {
    const figure = figures.get(recordId);
    if (figure === undefined) continue;
    const key = cellKey(stepId, rowKey);
    const tone: CardTone = figure.few ? 'few' : figure.tone;
    const known = cells.get(key);
    const isWorse = known === undefined || worstFirst.indexOf(tone) < worstFirst.indexOf(known.tone);
    cells.set(key, {
      tone: isWorse ? tone : known.tone,
      value: known === undefined ? figure.value : null,
    });
  }
  return cells;
}

/** Paints a cell in the tone of its figures, with their sign and, where there is the room, the value or the count. */
export function paintCellFigure(
  ctx: Context,
  cell: CellSummary,
  { tone, value }: CellFigure,
  rect: Rect,
  theme: Theme,
  zoom: number,
): void {
  const colors = cardShades(tone, theme);
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.width, rect.height, Math.min(8, 4 / zoom));
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.strokeStyle = colors.line;
  ctx.lineWidth = 1 / zoom;
  ctx.stroke();
  const text = value ?? String(cell.count);
  ctx.translate(rect.x + rect.width / 2, rect.y + rect.height / 2);
  ctx.scale(1 / zoom, 1 / zoom);
  ctx.font = cssFont({ ...style, size: 12 });
  const width = ctx.measureText(text).width;
  const sign = tone === 'few' ? 'unknown' : shownTone({ few: false, tone });
  const room = sign === null ? 0 : MARK + 4;
  const hasText = rect.width * zoom >= room + width + 4 && rect.height * zoom >= 13;
  const left = hasText ? -(room + width) / 2 : -MARK / 2;
  if (sign !== null) paintFigureMark(ctx, left, -MARK / 2, MARK, sign, theme);
  if (hasText) {
    ctx.textAlign = 'left';
    ctx.fillStyle = tone === 'few' ? theme.tertiary : theme.ink;
    ctx.fillText(text, left + room, 4.3);
  }
  ctx.scale(zoom, zoom);
  ctx.translate(-rect.x - rect.width / 2, -rect.y - rect.height / 2);
}
