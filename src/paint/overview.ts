import type { CardContents } from '../layout/cardContent.ts';
import { CARD_WIDTH, HEAD_HEIGHT, STAGE_GAP } from '../layout/metrics.ts';
import {
  type CellSummary,
  type Column,
  cellKey,
  type LinkState,
  type Placement,
  type Rect,
  type Row,
  type Scene,
} from '../layout/scene.ts';
import { cellFigures, type FarCards, paintCellFigure, paintFarCard, showsTitles } from './farCards.ts';
import { paintNames, screenText } from './overviewNames.ts';
import { paintCurves, paintGuides } from './paintCurves.ts';
import { paintRows } from './paintHeads.ts';
import { linkStyle, paintMark, shownState } from './paintLinks.ts';
import type { PaintWords } from './paintWords.ts';
import { type Context, createPens } from './pens.ts';
import { FADED_LINK, FADED_MARK, fadedTheme, type Theme } from './theme.ts';

export interface OverviewOptions {
  readonly theme: Theme;
  /** Screen pixels for one map pixel. */
  readonly zoom: number;
  /** The part in view, in map pixels: names stay at its edges. The whole map when left out. */
  readonly area?: Rect;
  /** To paint the names of stages and rows; left out by a screen that has heads of its own. */
  readonly names?: { readonly content: CardContents; readonly words: PaintWords };
  /** To paint titles where cards have the room, and what overlays say. */
  readonly cards?: FarCards;
  /** Paints what overlays draw beside cards (volumes, and lanes of figures), under them and then over them; its code comes with it. */
  readonly paintOverlay?: ((ctx: Context, under: boolean) => void) | undefined;
  /** Ids of records whose cells get a ring. */
  readonly selection?: Iterable<string>;
  /** Ids of records that stand back: painted in quieter colours, as are cells that hold nothing else. */
  readonly faded?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** A handoff mark's size in the overview, in parts of its size on the map. */
const MARK_SCALE = 0.75;

/**
 * Paints a map from afar: for each cell how many cards it holds and the worst state that arrives there. Boxes scale with
 * the map; names, counts and marks keep their size on the screen. The context must already be scaled by `zoom`.
 */
export function paintOverview(ctx: Context, scene: Scene, options: OverviewOptions): void {
  const { theme, zoom, names, cards, faded = nothing } = options;
  const area = options.area ?? { x: 0, y: 0, width: scene.width, height: scene.height };
  paintRows(ctx, scene.rows, area.x, area.width, theme);
  if (names === undefined) paintStageLines(ctx, scene, theme, zoom);
  if (scene.curves.length > 0) {
    // Lines and shapes shrink less than the map, or nobody could follow them.
    const scale = Math.max(1, Math.min(3, 0.6 / zoom));
    paintGuides(ctx, scene, area, theme, scale);
    paintCurves(ctx, createPens(ctx), scene, theme, scale);
  }
  options.paintOverlay?.(ctx, true);
  paintFlow(ctx, scene, theme, zoom, faded);
  paintLanes(ctx, scene, theme);

  const columns = new Map(scene.columns.map((column) => [column.stepId, column]));
  const rows = new Map(scene.rows.map((row) => [row.key, row]));
  const placements = cards === undefined && faded.size === 0 ? null : placementsByCell(scene);
  const quiet = fadedTheme(theme);
  const standsBack = ({ cell }: CellSummary) => {
    const placed = faded.size === 0 ? undefined : placements?.get(cell);
    return placed?.every(({ recordId }) => faded.has(recordId)) === true;
  };
  const marks: { mark: Pick<LinkState, 'state' | 'severity'>; isFaded: boolean; x: number; y: number }[] = [];
  const chosen = new Set(options.selection ?? []);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const selected = selectedCells(scene, options.selection);
  const titled = cards !== undefined && showsTitles(scene, zoom) ? placements : null;
  const figures = cards?.overlays ? cellFigures(scene, cards.overlays) : null;
  // What is laid over the map has the colours; a gap keeps its mark.
  const shades = (worst: LinkState['state'], colors: Theme) =>
    figures !== null && figures.size > 0 ? { fill: colors.panel, line: colors.cardLine } : blockColors(worst, colors);
  for (const cell of scene.cells) {
    const column = columns.get(cell.stepId);
    const row = rows.get(cell.rowKey);
    if (column === undefined || row === undefined || row.kind === 'lane') continue;
    const rect = cellBlock(cell, column, row, zoom);
    if (
      rect.x > area.x + area.width ||
      rect.x + rect.width < area.x ||
      rect.y > area.y + area.height ||
      rect.y + rect.height < area.y
    )
      continue;
    const placed = titled?.get(cell.cell);
    const figure = figures?.get(cell.cell);
    if (cards !== undefined && placed !== undefined) {
      for (const card of placed) {
        const mark = cell.marks[card.recordId] ?? { state: 'none', severity: null };
        const isFaded = faded.has(card.recordId);
        const colors = isFaded ? quiet : theme;
        const { fill, line } = shades(mark.state, colors);
        if (mark.state !== 'none') marks.push({ mark, isFaded, x: card.x + card.width, y: card.y + 2 / zoom });
        const isSelected = chosen.has(card.recordId);
        const look = isSelected ? { fill, line: theme.accent, width: 2.5 } : { fill, line, width: 1 };
        paintFarCard(ctx, card, cards, colors, zoom, look);
      }
      continue;
    }
    const { worst: state, severity } = cell;
    const isFaded = standsBack(cell);
    const colors = isFaded ? quiet : theme;
    const place = { mark: { state, severity }, isFaded };
    if (figure !== undefined) {
      paintCellFigure(ctx, cell, figure, rect, colors, zoom, cards?.paintSign);
      if (state === 'gap') marks.push({ ...place, x: rect.x + rect.width, y: rect.y });
      continue;
    }
    paintBlock(ctx, cell, rect, shades(state, colors), colors, zoom, selected.has(cell.cell));
    if (hasMark(cell, rect, zoom)) marks.push({ ...place, ...markPlace(rect, zoom) });
  }
  for (const { mark, isFaded, x, y } of marks) {
    ctx.globalAlpha = isFaded ? FADED_MARK : 1;
    paintMark(ctx, [x, y], mark, theme, MARK_SCALE / zoom);
  }
  ctx.globalAlpha = 1;
  options.paintOverlay?.(ctx, false);
  if (names !== undefined) paintNames(ctx, scene, area, theme, zoom, names.content, names.words);
}

/**
 * The block of a cell: as wide as a card and as high as its cards, but where the column and row have the room never
 * smaller than its count and mark need on the screen.
 */
function cellBlock(cell: CellSummary, column: Column, row: Row, zoom: number): Rect {
  const across = grow(
    column.cardX,
    column.collapsed ? cell.width : CARD_WIDTH,
    46 / zoom,
    column.x,
    column.width,
    2 / zoom,
  );
  const isNarrow = across.length * zoom < 44 && cell.worst !== 'none';
  const down = grow(cell.y, cell.height, (isNarrow ? 34 : 18) / zoom, row.y, row.height, 1 / zoom);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}

/** Grows a span about its middle to `least`, as far as the span around it, less a margin, allows. */
function grow(start: number, length: number, least: number, outer: number, outerLength: number, margin: number) {
  const room = Math.max(0, outerLength - 2 * margin);
  const grown = Math.min(room, Math.max(length, least));
  const centred = start + length / 2 - grown / 2;
  return { start: Math.max(outer + margin, Math.min(centred, outer + outerLength - margin - grown)), length: grown };
}

function paintBlock(
  ctx: Context,
  cell: CellSummary,
  rect: Rect,
  { fill, line }: { readonly fill: string; readonly line: string },
  theme: Theme,
  zoom: number,
  isSelected: boolean,
): void {
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.width, rect.height, Math.min(8, 4 / zoom));
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = isSelected ? theme.accent : line;
  ctx.lineWidth = (isSelected ? 2.5 : 1) / zoom;
  ctx.stroke();
  const place = hasMark(cell, rect, zoom) ? countPlace(rect, zoom) : { ...middleOf(rect), withCount: true };
  if (!place.withCount || rect.height * zoom < 13 || rect.width * zoom < 14) return;
  ctx.fillStyle = theme.ink;
  screenText(ctx, String(cell.count), place.x, place.y + 4.3 / zoom, zoom);
}

function blockColors(worst: LinkState['state'], theme: Theme): { fill: string; line: string } {
  if (worst === 'gap') return { fill: theme.gapTint, line: theme.gap };
  return worst === 'smooth'
    ? { fill: theme.smoothTint, line: theme.smooth }
    : { fill: theme.panel, line: theme.cardLine };
}

/** Where blocks are smaller than marks only gaps keep theirs, or marks in a row would hide all there is to see. */
function hasMark(cell: CellSummary, rect: Rect, zoom: number): boolean {
  if (cell.worst === 'none') return false;
  return cell.worst === 'gap' || rect.width * zoom >= 22 * MARK_SCALE;
}

function middleOf(rect: Rect): { x: number; y: number } {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** Count and mark stand side by side, in a narrow block one above the other, in a small one there is the mark alone. */
function arrangement(rect: Rect, zoom: number): 'beside' | 'below' | 'alone' {
  if (rect.width * zoom >= 44) return 'beside';
  return rect.height * zoom >= 30 ? 'below' : 'alone';
}

function markPlace(rect: Rect, zoom: number): { x: number; y: number } {
  const { x, y } = middleOf(rect);
  const how = arrangement(rect, zoom);
  if (how === 'beside') return { x: rect.x + rect.width - (11 * MARK_SCALE + 3) / zoom, y };
  return { x, y: how === 'below' ? y + 7 / zoom : y };
}

function countPlace(rect: Rect, zoom: number): { x: number; y: number; withCount: boolean } {
  const { x, y } = middleOf(rect);
  const how = arrangement(rect, zoom);
  if (how === 'beside') return { x: x - (11 * MARK_SCALE) / zoom, y, withCount: true };
  return { x, y: y - 7.5 / zoom, withCount: how === 'below' };
}

/** Lines between stages, where no bands tell them apart. */
function paintStageLines(ctx: Context, scene: Scene, theme: Theme, zoom: number): void {
  ctx.fillStyle = theme.line;
  for (const stage of scene.stages.slice(1)) {
    ctx.fillRect(stage.x - STAGE_GAP / 2, HEAD_HEIGHT, 1 / zoom, scene.height - HEAD_HEIGHT);
  }
}

/** Links as hairlines, gaps over the rest: the flow, not the single link. The more there are, the fainter, or they hide the cells. */
function paintFlow(ctx: Context, scene: Scene, theme: Theme, zoom: number, faded: ReadonlySet<string>): void {
  const faint = Math.max(0.06, 0.45 * Math.min(1, 150 / Math.max(1, scene.links.length)));
  const kinds = [
    { isGap: false, isFaded: true },
    { isGap: true, isFaded: true },
    { isGap: false, isFaded: false },
    { isGap: true, isFaded: false },
  ];
  for (const { isGap, isFaded } of kinds) {
    ctx.strokeStyle = isGap ? linkStyle('gap', theme).color : theme.link;
    ctx.globalAlpha = (isGap ? 0.9 : faint) * (isFaded ? FADED_LINK : 1);
    ctx.lineWidth = (isGap ? 1.4 : 0.8) / zoom;
    ctx.beginPath();
    for (const link of scene.links) {
      if ((shownState(link) === 'gap') !== isGap || faded.has(link.linkId) !== isFaded) continue;
      for (const [index, [x, y]] of link.points.entries()) {
        if (index === 0) ctx.moveTo(x, y);
        else ctx.lineTo(x, y);
      }
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** Lane cards as quiet blocks: that there is text, and how much. */
function paintLanes(ctx: Context, scene: Scene, theme: Theme): void {
  const roles = new Map(scene.rows.map((row) => [row.key, row.laneRole]));
  ctx.fillStyle = theme.line;
  ctx.beginPath();
  for (const card of scene.placements)
    if (card.kind !== 'touchpoint') ctx.roundRect(card.x, card.y + 2, card.width, card.height - 4, 4);
  ctx.fill();
  for (const [role, color] of [
    ['pains', theme.gap],
    ['opportunities', theme.smooth],
  ] as const) {
    ctx.fillStyle = color;
    for (const card of scene.placements) {
      if (card.kind !== 'touchpoint' && roles.get(card.rowKey) === role)
        ctx.fillRect(card.x, card.y + 2, 6, card.height - 4);
    }
  }
}

/** The cards of each cell that is not summed up. */
function placementsByCell(scene: Scene): Map<string, Placement[]> {
  const cells = new Map<string, Placement[]>();
  for (const card of scene.placements) {
    if (card.kind !== 'touchpoint') continue;
    const key = cellKey(card.stepId, card.rowKey);
    const cell = cells.get(key);
    if (cell) cell.push(card);
    else cells.set(key, [card]);
  }
  return cells;
}

function selectedCells(scene: Scene, selection: Iterable<string> | undefined): Set<string> {
  const ids = new Set(selection ?? []);
  const cells = new Set<string>();
  if (ids.size === 0) return cells;
  for (const card of scene.placements) if (ids.has(card.recordId)) cells.add(cellKey(card.stepId, card.rowKey));
  return cells;
}
