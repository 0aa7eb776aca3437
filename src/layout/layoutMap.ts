import type { Documents } from '../model/tables.ts';
import { placeCurves } from './curves.ts';
import { keepIdentity } from './keepIdentity.ts';
import type { Measurer, TextLine } from './measurer.ts';
import {
  EVIDENCE_LINES,
  EVIDENCE_WIDTH,
  HEAD_HEIGHT,
  LANE_CARD_LINES,
  LANE_TEXT_WIDTH,
  laneTextStyle,
  OPPORTUNITY_LINES,
  OPPORTUNITY_WIDTH,
  STAGE_GAP,
  STAGE_HEAD_HEIGHT,
  titleStyle,
} from './metrics.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import { type CardLines, planMap } from './planMap.ts';
import { type Grid, routeLinks } from './routeLinks.ts';
import type { Band, CellSummary, Column, Fold, LinkState, Placement, Row, Scene, StageHead, View } from './scene.ts';

/** Lays a map out. Parts that come out as in the call before are the same objects, up to the scene itself. */
export type Layout = (docs: Documents, view: View, linkState: (linkId: string) => LinkState) => Scene;

/**
 * Makes a layout that remembers its last scene and the broken text of lane cards. Use one for each canvas. When a font
 * arrives, make a new one.
 */
export function createLayout(measurer: Measurer): Layout {
  let previous: Scene | null = null;
  const texts = new WeakMap<object, { maxLines: number; lines: readonly TextLine[] }>();
  return (docs, view, linkState) => {
    const isWhole = view.unfolded === true;
    const cardLines: CardLines = (record) => {
      const isCard = 'text' in record;
      const isPiece = 'sentiment' in record;
      const most = isPiece ? EVIDENCE_LINES : isCard ? LANE_CARD_LINES : OPPORTUNITY_LINES;
      const maxLines = isWhole && !isPiece ? Number.POSITIVE_INFINITY : most;
      const known = texts.get(record);
      if (known?.maxLines === maxLines) return known.lines;
      const cut = Number.isFinite(maxLines) ? maxLines : undefined;
      const lines = isCard
        ? measurer.lines(record.text, laneTextStyle, isPiece ? EVIDENCE_WIDTH : LANE_TEXT_WIDTH, cut)
        : measurer.lines(record.title, titleStyle, OPPORTUNITY_WIDTH, cut);
      texts.set(record, { maxLines, lines });
      return lines;
    };
    previous = keepIdentity(previous, toScene(docs, view, planMap(docs, view, linkState, cardLines)));
    return previous;
  };
}

/** Lays a map out once: for exports and tests. */
export function layoutMap(
  docs: Documents,
  view: View,
  linkState: (linkId: string) => LinkState,
  measurer: Measurer,
): Scene {
  return createLayout(measurer)(docs, view, linkState);
}

function toScene(docs: Documents, view: View, plan: Plan): Scene {
  const grid = routeLinks(plan, HEAD_HEIGHT);
  const columns = plan.columns.map((column, index): Column => {
    const x = grid.columnXs[index] as number;
    const { stepId, stageId, name, collapsed } = column;
    return {
      stepId,
      stageId,
      name,
      x,
      width: (grid.columnXs[index + 1] as number) - x,
      cardX: grid.cardXs[index] as number,
      collapsed,
    };
  });
  const rows = plan.rows.map(
    (row, index): Row => ({
      key: row.key,
      // Heads of bands are taken out below; until then they keep the places of the rows.
      kind: row.kind === 'lane' ? 'lane' : 'touchpoints',
      personaId: row.personaId,
      laneId: row.laneId,
      laneRole: row.laneRole,
      valueId: row.valueId,
      name: row.name,
      icon: row.icon,
      color: row.color,
      y: grid.rowTops[index] as number,
      height: grid.rowHeights[index] as number,
      count: row.count,
      collapsed: row.collapsed,
    }),
  );
  const laneKindOf = ({ recordId }: Plan['boxes'][number]): Placement['kind'] => {
    if (docs.map.opportunities[recordId ?? ''] !== undefined) return 'opportunity';
    return docs.map.evidence[recordId ?? ''] === undefined ? 'card' : 'evidence';
  };
  const placements: Placement[] = [];
  const folds: Fold[] = [];
  for (const box of plan.boxes) {
    const { boxWidth, stepId } = plan.columns[box.column] as PlannedColumn;
    const x = grid.cardXs[box.column] as number;
    const y = (grid.contentTops[box.row] as number) + box.top;
    if (box.kind === 'fold')
      folds.push({ x, y, width: boxWidth, height: box.height, cell: box.cell, count: box.count });
    if (box.kind !== 'placement') continue;
    const row = rows[box.row] as Row;
    placements.push({
      key: box.key,
      kind: row.kind !== 'lane' ? 'touchpoint' : laneKindOf(box),
      recordId: box.recordId as string,
      stepId,
      rowKey: row.key,
      index: box.slot,
      lines: box.lines,
      x,
      y,
      width: boxWidth,
      height: box.height,
    });
  }
  const shown = rows.filter((_, index) => plan.rows[index]?.kind !== 'band');
  return {
    width: grid.columnXs.at(-1) as number,
    height: grid.height,
    stages: stageHeads(docs, columns),
    columns,
    rows: shown,
    bands: bandHeads(plan, grid, view),
    placements,
    folds,
    cells: cellSummaries(plan, grid, rows),
    links: grid.routes,
    curves: placeCurves(docs, columns, shown, view.curves ?? []),
  };
}

function bandHeads(plan: Plan, grid: Grid, { bands = [] }: View): Band[] {
  return plan.rows.flatMap((row, index) => {
    const band = row.kind === 'band' ? bands.find(({ personaId }) => personaId === row.personaId) : undefined;
    if (band === undefined) return [];
    const { personaId, name, look } = band;
    return [{ personaId, name, look, y: grid.rowTops[index] as number, height: grid.rowHeights[index] as number }];
  });
}

function stageHeads(docs: Documents, columns: readonly Column[]): StageHead[] {
  const heads: StageHead[] = [];
  for (const [first, column] of columns.entries()) {
    if (columns[first - 1]?.stageId === column.stageId) continue;
    let last = first;
    while (columns[last + 1]?.stageId === column.stageId) last++;
    const end = columns[last] as Column;
    const x = column.x + (first === 0 ? 0 : STAGE_GAP / 2);
    const right = end.x + end.width - (last === columns.length - 1 ? 0 : STAGE_GAP / 2);
    const name = docs.map.stages[column.stageId]?.name ?? '';
    heads.push({
      id: column.stageId,
      name,
      collapsed: column.collapsed,
      x,
      y: 0,
      width: right - x,
      height: STAGE_HEAD_HEIGHT,
    });
  }
  return heads;
}

function cellSummaries(plan: Plan, grid: Grid, rows: readonly Row[]): CellSummary[] {
  const cells: CellSummary[] = [];
  for (const cell of plan.cells) {
    const column = plan.columns[cell.column] as PlannedColumn;
    const row = rows[cell.row] as Row;
    if (row.kind === 'lane' && !row.collapsed && !column.collapsed) continue;
    cells.push({
      cell: cell.key,
      stepId: column.stepId,
      rowKey: row.key,
      count: cell.count,
      worst: cell.worst,
      severity: cell.severity,
      marks: cell.marks,
      x: grid.cardXs[cell.column] as number,
      y: grid.contentTops[cell.row] as number,
      width: column.boxWidth,
      height: cell.height,
    });
  }
  return cells;
}
