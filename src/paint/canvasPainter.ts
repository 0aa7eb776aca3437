import type { CardContents } from '../layout/cardContent.ts';
import {
  CARD_MARK_SCALE,
  CARD_MARK_X,
  CARD_MARK_Y,
  FOLD_HEIGHT,
  FONT_FAMILY,
  ROW_HEAD_WIDTH,
} from '../layout/metrics.ts';
import type { CardTone } from '../layout/overlay.ts';
import type { LinkRoute, MarkState, Placement, Rect, RowFacts, Scene } from '../layout/scene.ts';
import { faceOf, ownFace } from '../model/faces.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { paintOverview } from './overview.ts';
import { paintLaneCards, paintTouchpoints } from './paintCards.ts';
import { paintCurves, paintGuides } from './paintCurves.ts';
import { paintEvidence } from './paintEvidence.ts';
import { paintBands, paintColumnHeads, paintRowHeads, paintRows } from './paintHeads.ts';
import { paintLinks, paintMark, paintMarks } from './paintLinks.ts';
import { paintOpportunities } from './paintOpportunities.ts';
import type { PaintWords } from './paintWords.ts';
import { type Context, createPens } from './pens.ts';
import { FADED_LINK, FADED_MARK, fadedTheme, type Theme } from './theme.ts';

export interface PaintOptions {
  readonly docs: Documents;
  readonly content: CardContents;
  readonly theme: Theme;
  readonly words: PaintWords;
  readonly level: 'card' | 'title' | 'overview';
  /** The part to paint, in map pixels; the whole map with its heads when left out. */
  readonly area?: Rect;
  /** False leaves out stage, step and row heads, for a screen that has its own. */
  readonly heads?: boolean;
  /** Screen pixels for one map pixel; only the overview asks. */
  readonly zoom?: number;
  /** What the heads of rows tell, by the row's key. */
  readonly facts?: ReadonlyMap<string, RowFacts>;
  /** Whose faces cards show; everybody's when left out or empty. */
  readonly personaIds?: readonly string[];
  /** Ids of touchpoints and links that stand back. */
  readonly faded?: ReadonlySet<string>;
  /** Of touchpoints judged gaps, by their ids. */
  readonly frictions?: ReadonlyMap<string, MarkState>;
  /** Paints what overlays draw under the cards and links, and then over them; their code comes with it. */
  readonly paintOverlay?: (ctx: Context, under: boolean) => void;
  /** The colours that an overlay gives to cards, by touchpoint. */
  readonly tones?: ReadonlyMap<string, CardTone>;
}

const noFacts: ReadonlyMap<string, RowFacts> = new Map();
const nothing: ReadonlySet<string> = new Set();

/** Space around a whole map in a picture. */
const MARGIN = 10;

/** The rectangle that holds a whole map with its heads: what a picture of it shows. */
export function sceneBounds(scene: Scene): Rect {
  return {
    x: -ROW_HEAD_WIDTH,
    y: -MARGIN,
    width: scene.width + ROW_HEAD_WIDTH + MARGIN,
    height: scene.height + 2 * MARGIN,
  };
}

/**
 * Paints a map, or the part in `area`, in map coordinates: the caller scales and moves the context before. Everything in
 * the area is painted over. The fonts must be loaded.
 */
export function paintScene(ctx: Context, scene: Scene, options: PaintOptions): void {
  const {
    docs,
    content,
    theme,
    words,
    level,
    heads = true,
    facts = noFacts,
    faded = nothing,
    personaIds = [],
  } = options;
  const area = options.area ?? sceneBounds(scene);
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.x, area.y, area.width, area.height);
  ctx.clip();
  ctx.fillStyle = theme.canvas;
  ctx.fillRect(area.x, area.y, area.width, area.height);
  if (level === 'overview') {
    paintOverview(ctx, scene, {
      theme,
      zoom: options.zoom ?? 1,
      area,
      names: heads ? { content, words } : undefined,
      faded,
    });
    ctx.restore();
    return;
  }
  const record = mapRecord(docs.map);
  const pens = createPens(ctx, (feeling) => faceOf(feeling, ownFace(record, feeling)));
  paintRows(ctx, scene.rows, area.x, area.width, theme);
  paintGuides(ctx, scene, area, theme);
  if (heads) {
    paintColumnHeads(ctx, scene, content, theme);
    paintRowHeads(ctx, pens, scene, { docs, contents: content, theme, words, facts });
    paintBands(ctx, pens, scene, content, theme);
  }
  const shown = scene.placements.filter((placement) => meets(placement, area, 12));
  if (level === 'card') {
    const lanes = shown.filter((placement) => placement.kind === 'card');
    if (lanes.length > 0) paintLaneCards(ctx, lanes, docs, theme);
    const [back, front] = partition(shown, (placement) => faded.has(placement.recordId));
    for (const [cards, shades] of [
      [back, fadedTheme(theme)],
      [front, theme],
    ] as const) {
      const pieces = cards.filter((placement) => placement.kind === 'evidence');
      if (pieces.length > 0) paintEvidence(ctx, pens, pieces, docs, shades);
      const opportunities = cards.filter((placement) => placement.kind === 'opportunity');
      if (opportunities.length > 0) paintOpportunities(ctx, pens, opportunities, docs, content, shades, words);
    }
  }
  options.paintOverlay?.(ctx, true);
  const links = scene.links.filter((link) => linkMeets(link, area));
  const [back, front] = partition(links, (link) => faded.has(link.linkId));
  ctx.globalAlpha = FADED_LINK;
  paintLinks(ctx, back, theme);
  ctx.globalAlpha = 1;
  paintLinks(ctx, front, theme);
  paintCurves(ctx, pens, scene, theme);
  const touchpoints = shown.filter((placement) => placement.kind === 'touchpoint');
  const [quiet, loud] = partition(touchpoints, (placement) => faded.has(placement.recordId));
  for (const [cards, shades] of [
    [quiet, fadedTheme(theme)],
    [loud, theme],
  ] as const) {
    if (cards.length > 0)
      paintTouchpoints(ctx, pens, cards, docs, content, shades, words, level === 'title', personaIds, options.tones);
  }
  paintStandIns(ctx, scene, area, theme);
  ctx.globalAlpha = FADED_MARK;
  paintMarks(ctx, back, theme);
  paintFrictions(ctx, quiet, options, theme);
  ctx.globalAlpha = 1;
  paintMarks(ctx, front, theme);
  paintFrictions(ctx, loud, options, theme);
  options.paintOverlay?.(ctx, false);
  ctx.restore();
}

/** The marks of cards judged gaps, at their lower right corners, as well evidenced as what is attached to the card makes them. */
function paintFrictions(
  ctx: Context,
  cards: readonly Placement[],
  { frictions, docs, content }: Pick<PaintOptions, 'frictions' | 'docs' | 'content'>,
  theme: Theme,
): void {
  for (const { x, y, recordId } of cards) {
    const mark = frictions?.get(recordId);
    const touchpoint = docs.map.touchpoints[recordId];
    if (mark === undefined || touchpoint === undefined) continue;
    const strength = content.of(touchpoint, docs).evidence?.strength ?? 'assumed';
    paintMark(ctx, [x + CARD_MARK_X, y + CARD_MARK_Y], { ...mark, strength }, theme, CARD_MARK_SCALE);
  }
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const item of items) parts[test(item) ? 0 : 1].push(item);
  return parts;
}

/** Folds ("+4") and the boxes that stand for collapsed cells. */
function paintStandIns(ctx: Context, scene: Scene, area: Rect, theme: Theme): void {
  const collapsedRows = new Set(scene.rows.filter((row) => row.collapsed).map((row) => row.key));
  const collapsedSteps = new Set(scene.columns.filter((column) => column.collapsed).map((column) => column.stepId));
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.font = `600 12px ${FONT_FAMILY}`;
  ctx.lineWidth = 1;
  const box = ({ x, y, width, height }: Rect, text: string, isGap: boolean) => {
    ctx.beginPath();
    ctx.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 6);
    ctx.fillStyle = isGap ? theme.gapTint : theme.panel;
    ctx.fill();
    ctx.strokeStyle = isGap ? theme.gap : theme.cardLine;
    ctx.stroke();
    ctx.fillStyle = isGap ? theme.gap : theme.secondary;
    ctx.fillText(text, x + width / 2, y + height / 2 + 4.3);
  };
  for (const fold of scene.folds) {
    if (meets(fold, area, 0)) box({ ...fold, height: Math.min(fold.height, FOLD_HEIGHT) }, `+${fold.count}`, false);
  }
  for (const cell of scene.cells) {
    if (!collapsedRows.has(cell.rowKey) && !collapsedSteps.has(cell.stepId)) continue;
    if (meets(cell, area, 0)) box(cell, String(cell.count), cell.worst === 'gap');
  }
  ctx.textAlign = 'left';
}

/** True when a rectangle, grown by `margin`, meets the area. */
function meets(rect: Rect, area: Rect, margin: number): boolean {
  return (
    rect.x - margin < area.x + area.width &&
    rect.x + rect.width + margin > area.x &&
    rect.y - margin < area.y + area.height &&
    rect.y + rect.height + margin > area.y
  );
}

function linkMeets({ points }: LinkRoute, area: Rect): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return meets({ x: left, y: top, width: right - left, height: bottom - top }, area, 12);
}
