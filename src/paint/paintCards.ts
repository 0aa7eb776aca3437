import type { CardContent, CardContents } from '../layout/cardContent.ts';
import {
  CARD_PADDING,
  CARD_RADIUS,
  CHANNEL_ICON,
  CHANNEL_MARK,
  cssFont,
  FACE_SIZE,
  LANE_TEXT_INSET,
  LANE_TEXT_PADDING,
  laneTextStyle,
  META_ICON,
  META_Y,
  metaStyle,
  OWNER_SIZE,
  PLAIN_LANE_TEXT_INSET,
  type TextStyle,
  TITLE_ONLY_WIDTH,
  TITLE_WIDTH,
  TITLE_X,
  TITLE_Y,
  titleOnlyStyle,
  titleStyle,
} from '../layout/metrics.ts';
import type { CardTone } from '../layout/overlay.ts';
import type { Placement } from '../layout/scene.ts';
import { whoseOf } from '../layout/whoseCards.ts';
import type { Documents } from '../model/tables.ts';
import { paintBubble } from './paintEvidence.ts';
import type { PaintWords } from './paintWords.ts';
import type { Context, Pens } from './pens.ts';
import type { Theme } from './theme.ts';

/** Where the baseline of a line of text lies below the line's top, for this size and line height. */
export function baseline(style: TextStyle): number {
  // Noto Sans: capitals are 0.714 em high, and sit in the middle of the line.
  return style.lineHeight / 2 + style.size * 0.357;
}

/** Paints touchpoints' cards. Passes over all cards style by style: changing fonts and colours is what costs. */
export function paintTouchpoints(
  ctx: Context,
  pens: Pens,
  placements: readonly Placement[],
  docs: Documents,
  contents: CardContents,
  theme: Theme,
  words: PaintWords,
  titleOnly: boolean,
  personaIds: readonly string[],
  tones: ReadonlyMap<string, CardTone> = new Map(),
): void {
  const cards: { readonly at: Placement; readonly content: CardContent }[] = [];
  for (const at of placements) {
    const touchpoint = docs.map.touchpoints[at.recordId];
    if (touchpoint === undefined) continue;
    cards.push({ at, content: contents.of(touchpoint, docs, whoseOf(at.key, personaIds)) });
  }
  boxes(ctx, placements, 1, theme.shadow, null);
  const solid = placements.filter(({ recordId }) => tones.get(recordId) !== 'few');
  boxes(ctx, solid, 0, theme.panel, theme.cardLine);
  for (const tone of new Set(tones.values())) {
    const { fill, line } = cardShades(tone, theme);
    const some = placements.filter(({ recordId }) => tones.get(recordId) === tone);
    ctx.setLineDash(tone === 'few' ? [3, 3] : []);
    if (some.length > 0) boxes(ctx, some, 0, fill, line);
    ctx.setLineDash([]);
  }
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';

  const style = titleOnly ? titleOnlyStyle : titleStyle;
  ctx.font = cssFont(style);
  ctx.fillStyle = theme.ink;
  const untitled: Placement[] = [];
  for (const { at, content } of cards) {
    const lines = titleOnly ? content.titleOnlyLines : content.titleLines;
    if (lines.length === 0) untitled.push(at);
    const x = at.x + (titleOnly ? CARD_PADDING : TITLE_X);
    let y = at.y + TITLE_Y + baseline(style);
    for (const line of lines) {
      ctx.fillText(line.text, x, y);
      y += style.lineHeight;
    }
  }
  if (untitled.length > 0) {
    ctx.fillStyle = theme.tertiary;
    const [line] = contents.text(words.untitled, style, titleOnly ? TITLE_ONLY_WIDTH : TITLE_WIDTH, 1);
    const x = titleOnly ? CARD_PADDING : TITLE_X;
    for (const at of untitled) ctx.fillText(line?.text ?? '', at.x + x, at.y + TITLE_Y + baseline(style));
  }
  if (!titleOnly) {
    for (const { at, content } of cards) channelMark(ctx, pens, at, content, theme);
    ctx.font = cssFont(metaStyle);
    ctx.fillStyle = theme.secondary;
    for (const { at, content } of cards) metaTexts(ctx, at, content);
    ctx.strokeStyle = theme.secondary;
    for (const { at, content } of cards) {
      for (const { icon, x } of content.deviceIcons)
        pens.icon(icon, at.x + x, at.y + META_Y - META_ICON / 2, META_ICON);
    }
    for (const { at, content } of cards) {
      faces(ctx, pens, at, content, theme);
      owners(ctx, pens, at, content, theme);
      paintBubble(ctx, pens, at, content, theme);
    }
  }
  for (const { at, content } of cards) {
    if (!content.momentOfTruth) continue;
    ctx.fillStyle = theme.canvas;
    pens.star(at.x + at.width - 1, at.y - 1, 10);
    ctx.fillStyle = theme.star;
    pens.star(at.x + at.width - 1, at.y - 1, 7.5);
  }
}

/** Ground and border of a card in the colour that an overlay gives it. */
export function cardShades(tone: CardTone, theme: Theme): { readonly fill: string; readonly line: string } {
  if (tone === 'good') return { fill: theme.smoothTint, line: theme.smooth };
  if (tone === 'warning') return { fill: theme.colors.orange.tint, line: theme.star };
  if (tone === 'bad') return { fill: theme.gapTint, line: theme.gap };
  return { fill: tone === 'few' ? theme.rowTint : theme.panel, line: theme.cardLine };
}

function boxes(
  ctx: Context,
  placements: readonly Placement[],
  shift: number,
  fill: string,
  stroke: string | null,
): void {
  ctx.beginPath();
  const inset = stroke === null ? 0 : 0.5;
  for (const { x, y, width, height } of placements) {
    ctx.roundRect(x + inset, y + inset + shift, width - 2 * inset, height - 2 * inset, CARD_RADIUS);
  }
  ctx.fillStyle = fill;
  ctx.fill();
  if (stroke === null) return;
  ctx.strokeStyle = stroke;
  ctx.lineWidth = 1;
  ctx.stroke();
}

function channelMark(ctx: Context, pens: Pens, at: Placement, { channel }: CardContent, theme: Theme): void {
  const hue = theme.colors[channel?.color ?? 'grey'];
  paintIconMark(ctx, pens, channel?.icon ?? 'none', at.x + CARD_PADDING, at.y + CARD_PADDING, hue);
}

/** Paints a pictogram on its tinted square. */
export function paintIconMark(
  ctx: Context,
  pens: Pens,
  icon: Parameters<Pens['icon']>[0],
  x: number,
  y: number,
  hue: Theme['colors']['blue'],
): void {
  ctx.fillStyle = hue.tint;
  ctx.beginPath();
  ctx.roundRect(x, y, CHANNEL_MARK, CHANNEL_MARK, 6);
  ctx.fill();
  ctx.strokeStyle = hue.ink;
  const inset = (CHANNEL_MARK - CHANNEL_ICON) / 2;
  pens.icon(icon, x + inset, y + inset, CHANNEL_ICON);
}

function metaTexts(ctx: Context, at: Placement, { department, further, moreFaces }: CardContent): void {
  const y = at.y + META_Y - metaStyle.lineHeight / 2 + baseline(metaStyle);
  for (const line of [department, ...further, moreFaces]) if (line !== null) ctx.fillText(line.text, at.x + line.x, y);
}

function faces(ctx: Context, pens: Pens, at: Placement, content: CardContent, theme: Theme): void {
  for (const face of content.faces) {
    const x = at.x + face.x;
    const y = at.y + META_Y - FACE_SIZE / 2;
    pens.face(
      face.level,
      x,
      y,
      FACE_SIZE,
      face.level < 0 ? theme.gap : face.level > 0 ? theme.smooth : theme.unreviewed,
    );
    if (face.shape === null || face.color === null) continue;
    ctx.fillStyle = theme.panel;
    ctx.beginPath();
    ctx.arc(x + FACE_SIZE - 1, y + 1, 5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = theme.colors[face.color].ink;
    pens.shape(face.shape, x + FACE_SIZE - 4.5, y - 2.5, 7);
  }
}

function owners(ctx: Context, pens: Pens, at: Placement, content: CardContent, theme: Theme): void {
  for (const { x, color, shape } of content.owners) {
    const size = OWNER_SIZE + 3;
    ctx.fillStyle = theme.canvas;
    pens.shape(shape, at.x + x - 1.5, at.y - size / 2, size);
    ctx.fillStyle = theme.colors[color].ink;
    pens.shape(shape, at.x + x, at.y - OWNER_SIZE / 2, OWNER_SIZE);
  }
}

/** Paints text cards of lanes; pain points and opportunities have a bar at their left. */
export function paintLaneCards(ctx: Context, placements: readonly Placement[], docs: Documents, theme: Theme): void {
  const roleOf = (at: Placement) => docs.map.lanes[docs.map.cards[at.recordId]?.laneId ?? '']?.role;
  for (const [role, color] of [
    ['pains', theme.gap],
    ['opportunities', theme.smooth],
  ] as const) {
    ctx.fillStyle = color;
    ctx.beginPath();
    for (const at of placements) if (roleOf(at) === role) ctx.roundRect(at.x, at.y, 3, at.height, 1.5);
    ctx.fill();
  }
  ctx.font = cssFont(laneTextStyle);
  ctx.fillStyle = theme.ink;
  ctx.textAlign = 'left';
  for (const at of placements) {
    const role = roleOf(at);
    const x = at.x + (role === 'pains' || role === 'opportunities' ? LANE_TEXT_INSET : PLAIN_LANE_TEXT_INSET);
    let y = at.y + LANE_TEXT_PADDING + baseline(laneTextStyle);
    for (const line of at.lines ?? []) {
      ctx.fillText(line.text, x, y);
      y += laneTextStyle.lineHeight;
    }
  }
}
