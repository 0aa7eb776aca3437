import type { CardContents } from '../layout/cardContent.ts';
import { CARD_WIDTH, cssFont, HEAD_HEIGHT, STAGE_GAP, type TextStyle } from '../layout/metrics.ts';
import { type CellSummary, type Column, cellKey, type Rect, type Row, type Scene } from '../layout/scene.ts';
import { paintCurves, paintGuides } from './paintCurves.ts';
import { paintRows } from './paintHeads.ts';
import { linkStyle, paintMark, shownState } from './paintLinks.ts';
import type { PaintWords } from './paintWords.ts';
import { type Context, createPens } from './pens.ts';
import type { Theme } from './theme.ts';

export interface OverviewOptions {
  readonly theme: Theme;
  /** Screen pixels for one map pixel. */
  readonly zoom: number;
  /** The part in view, in map pixels: names stay at its edges. The whole map when left out. */
  readonly area?: Rect;
  /** To paint the names of stages and rows; left out by a screen that has heads of its own. */
  readonly names?: { readonly content: CardContents; readonly words: PaintWords };
  /** Ids of records whose cells get a ring. */
  readonly selection?: Iterable<string>;
}

/** Names in the overview, in screen pixels: they keep this size at every zoom. */
const nameStyle: TextStyle = { size: 12, lineHeight: 16, weight: 600 };
/** A handoff mark's size in the overview, in parts of its size on the map. */
const MARK_SCALE = 0.75;

/**
 * Paints a map from afar: for each cell how many cards it holds and the worst state that arrives there. Boxes scale with
 * the map; names, counts and marks keep their size on the screen. The context must already be scaled by `zoom`.
 */
export function paintOverview(ctx: Context, scene: Scene, options: OverviewOptions): void {
  const { theme, zoom, names } = options;
  const area = options.area ?? { x: 0, y: 0, width: scene.width, height: scene.height };
  paintRows(ctx, scene.rows, area.x, area.width, theme);
  if (names === undefined) paintStageLines(ctx, scene, theme, zoom);
  if (scene.curves.length > 0) {
    // Lines and shapes shrink less than the map, or nobody could follow them.
    const scale = Math.max(1, Math.min(3, 0.6 / zoom));
    paintGuides(ctx, scene, area, theme, scale);
    paintCurves(ctx, createPens(ctx), scene, theme, scale);
  }
  paintFlow(ctx, scene, theme, zoom);
  paintLanes(ctx, scene, theme);

  const columns = new Map(scene.columns.map((column) => [column.stepId, column]));
  const rows = new Map(scene.rows.map((row) => [row.key, row]));
  const marked: { cell: CellSummary; rect: Rect }[] = [];
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const selected = selectedCells(scene, options.selection);
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
    paintBlock(ctx, cell, rect, theme, zoom, selected.has(cell.cell));
    if (hasMark(cell, rect, zoom)) marked.push({ cell, rect });
  }
  for (const { cell, rect } of marked) {
    const at = markPlace(rect, zoom);
    paintMark(ctx, [at.x, at.y], { state: cell.worst, severity: cell.severity }, theme, MARK_SCALE / zoom);
  }
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
  theme: Theme,
  zoom: number,
  isSelected: boolean,
): void {
  const color = cell.worst === 'gap' ? theme.gap : cell.worst === 'smooth' ? theme.smooth : theme.cardLine;
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.width, rect.height, Math.min(8, 4 / zoom));
  ctx.fillStyle = cell.worst === 'gap' ? theme.gapTint : cell.worst === 'smooth' ? theme.smoothTint : theme.panel;
  ctx.fill();
  ctx.strokeStyle = isSelected ? theme.accent : color;
  ctx.lineWidth = (isSelected ? 2.5 : 1) / zoom;
  ctx.stroke();
  const place = hasMark(cell, rect, zoom) ? countPlace(rect, zoom) : { ...middleOf(rect), withCount: true };
  if (!place.withCount || rect.height * zoom < 13 || rect.width * zoom < 14) return;
  ctx.fillStyle = theme.ink;
  screenText(ctx, String(cell.count), place.x, place.y + 4.3 / zoom, zoom);
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
function paintFlow(ctx: Context, scene: Scene, theme: Theme, zoom: number): void {
  const faint = Math.max(0.06, 0.45 * Math.min(1, 150 / Math.max(1, scene.links.length)));
  for (const isGap of [false, true]) {
    ctx.strokeStyle = isGap ? linkStyle('gap', theme).color : theme.link;
    ctx.globalAlpha = isGap ? 0.9 : faint;
    ctx.lineWidth = (isGap ? 1.4 : 0.8) / zoom;
    ctx.beginPath();
    for (const link of scene.links) {
      if ((shownState(link) === 'gap') !== isGap) continue;
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

/** Names at the edges of the area: stages along its top, rows along its left. A row too thin for its name goes without. */
function paintNames(
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
function screenText(ctx: Context, text: string, x: number, y: number, zoom: number): void {
  ctx.translate(x, y);
  ctx.scale(1 / zoom, 1 / zoom);
  ctx.font = cssFont(nameStyle);
  ctx.fillText(text, 0, 0);
  ctx.scale(zoom, zoom);
  ctx.translate(-x, -y);
}

function selectedCells(scene: Scene, selection: Iterable<string> | undefined): Set<string> {
  const ids = new Set(selection ?? []);
  const cells = new Set<string>();
  if (ids.size === 0) return cells;
  for (const card of scene.placements) if (ids.has(card.recordId)) cells.add(cellKey(card.stepId, card.rowKey));
  return cells;
}
