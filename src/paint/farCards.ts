import type { CardContents } from '../layout/cardContent.ts';
import { cssFont, MIN_GUTTER, type TextStyle } from '../layout/metrics.ts';
import { type CardTone, type DrawnFigure, farValue, type Overlays, shownTone } from '../layout/overlay.ts';
import { type CellSummary, cellKey, type Placement, type Rect, type Scene } from '../layout/scene.ts';
import { cardShades } from './paintCards.ts';
import type { paintFigureMark } from './paintFigureMark.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

/** What the overview shows of single cards. */
export interface FarCards {
  readonly content: CardContents;
  readonly title: (recordId: string) => string;
  /** Null while nothing is laid over the map. */
  readonly overlays: Overlays | null;
  /** Paints the signs of figures; its code comes with what is laid over the map. */
  readonly paintSign?: typeof paintFigureMark | undefined;
}

/** Titles and figures in the overview, in screen pixels. */
const style: TextStyle = { size: 11, lineHeight: 13, weight: 600 };
const countStyle: TextStyle = { size: 9.5, lineHeight: 13, weight: 400 };
const PADDING = 4;
/** The height of what bears a figure beyond its card's border. */
const PLATE = 15;
const MARK = 11;
/** A card of this height has two lines with less between them. */
const TIGHT = 24;
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

/**
 * Paints a card as its title in the lines it has room for, and the figure that an overlay gives it: value and n, which may
 * reach into the gutter; where that is too narrow for both the mark alone, since no value stands without its n. On a card
 * of one line a figure takes the place of the title, and a mark alone stands before it.
 */
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
  const border = { fill: colors.fill, line: look.width > 1 ? look.line : colors.line, width: look.width };
  paintBox(ctx, card, Math.min(8, 4 / zoom), { ...border, width: border.width / zoom });
  // From here on in screen pixels: a font of a fraction of a pixel would be rounded.
  ctx.translate(card.x, card.y);
  ctx.scale(1 / zoom, 1 / zoom);
  const [width, height] = [card.width * zoom, card.height * zoom];
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const words = figure === undefined ? null : figureWords(ctx, figure, { width, most: width + MIN_GUTTER * zoom - 4 });
  const sign = figure === undefined ? null : shownTone(figure);
  const isTight = height >= TIGHT && height < 2 * style.lineHeight + PADDING;
  const lines = isTight ? 2 : Math.max(1, Math.floor((height - PADDING) / style.lineHeight));
  const isBesideMark = words === null && sign !== null && lines === 1;
  const room = (words === null && sign === null) || isBesideMark ? lines : lines - 1;
  ctx.font = cssFont(style);
  ctx.fillStyle = theme.ink;
  const left = isBesideMark ? PADDING + MARK + 3 : PADDING;
  let y = isBesideMark ? height / 2 + 4 : isTight ? 10.5 : PADDING / 2 + 10;
  // In steps of four pixels, so that not every zoom breaks every title anew.
  const across = Math.floor((width - left - PADDING) / 4) * 4;
  for (const { text } of room > 0 ? cards.content.text(cards.title(card.recordId), style, across, room) : []) {
    ctx.fillText(text, left, y);
    y += isTight ? TIGHT / 2 - 0.5 : style.lineHeight;
  }
  const bottom = isBesideMark ? (height + MARK) / 2 - 1 : height - (isTight ? 2.5 : PADDING / 2 + 2);
  const plate = isTight ? TIGHT / 2 + 1 : PLATE;
  if (words !== null && words.end > width)
    paintBox(ctx, { x: 0, y: height - plate, width: words.end, height: plate }, 4, border);
  if (sign !== null) cards.paintSign?.(ctx, PADDING, bottom - MARK + 1, MARK, sign, theme);
  for (const { text, x, font, isCount } of words?.words ?? []) {
    ctx.font = font;
    ctx.fillStyle = isCount || figure?.few ? theme.tertiary : theme.ink;
    ctx.fillText(text, x, bottom);
  }
  ctx.scale(zoom, zoom);
  ctx.translate(-card.x, -card.y);
}

/** A value and its n on one line of a card, as full as fits, and where they end; null where not even the short ones fit. */
function figureWords(ctx: Context, figure: DrawnFigure, { width, most }: { width: number; most: number }) {
  const valueFont = cssFont(style);
  const countFont = cssFont(countStyle);
  const left = shownTone(figure) === null ? PADDING : PADDING + MARK + 3;
  ctx.font = valueFont;
  const text = farValue(figure);
  const beside = left + ctx.measureText(text).width + 3;
  ctx.font = countFont;
  for (const [count, room] of [
    [figure.n, width],
    [figure.shortN, width],
    [figure.shortN, most],
  ] as const) {
    const end = beside + ctx.measureText(count).width + 3;
    if (end > room) continue;
    const value = { text, x: left, font: valueFont, isCount: false };
    return { words: [value, { text: count, x: beside, font: countFont, isCount: true }], end };
  }
  return null;
}

function paintBox(
  ctx: Context,
  { x, y, width, height }: Rect,
  radius: number,
  look: { readonly fill: string; readonly line: string; readonly width: number },
): void {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = look.fill;
  ctx.fill();
  ctx.strokeStyle = look.line;
  ctx.lineWidth = look.width;
  ctx.stroke();
}

/** What overlays say of a cell whose cards are too small for it: the worst tone among them, and what a single one says. */
export interface CellFigure {
  readonly tone: CardTone;
  /** With its n. */
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
      value: known === undefined ? `${farValue(figure)} ${figure.shortN}` : null,
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
  paintSign: FarCards['paintSign'],
): void {
  paintBox(ctx, rect, Math.min(8, 4 / zoom), { ...cardShades(tone, theme), width: 1 / zoom });
  const text = value ?? String(cell.count);
  ctx.translate(rect.x + rect.width / 2, rect.y + rect.height / 2);
  ctx.scale(1 / zoom, 1 / zoom);
  ctx.font = cssFont({ ...style, size: 12 });
  const width = ctx.measureText(text).width;
  const sign = tone === 'few' ? 'unknown' : shownTone({ few: false, tone });
  const room = sign === null ? 0 : MARK + 4;
  const hasText = rect.width * zoom >= room + width + 4 && rect.height * zoom >= 13;
  const left = hasText ? -(room + width) / 2 : -MARK / 2;
  if (sign !== null) paintSign?.(ctx, left, -MARK / 2, MARK, sign, theme);
  if (hasText) {
    ctx.textAlign = 'left';
    ctx.fillStyle = tone === 'few' ? theme.tertiary : theme.ink;
    ctx.fillText(text, left + room, 4.3);
  }
  ctx.scale(zoom, zoom);
  ctx.translate(-rect.x - rect.width / 2, -rect.y - rect.height / 2);
}
