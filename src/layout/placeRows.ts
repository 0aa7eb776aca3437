import {
  COLLAPSED_ROW_HEIGHT,
  COLLAPSED_ROW_PADDING,
  EMPTY_ROW_HEIGHT,
  LANE_PADDING,
  MIN_LANE_HEIGHT,
  ROW_PADDING,
  ROW_TRACK_CLEARANCE,
  TRACK,
} from './metrics.ts';
import type { Plan, PlannedRow } from './plan.ts';

/** Where the rows are, in map pixels. */
export interface PlacedRows {
  rowTops: number[];
  rowHeights: number[];
  contentTops: number[];
  /** y of the first track of the gutter above each row, and below the last row of touchpoints. */
  gutterTops: number[];
  height: number;
}

/**
 * Stacks the rows from `top` down. The tracks between two rows (`counts`, by the row below them) belong to the upper end of the
 * lower row, the last ones to the last row.
 */
export function placeRows(plan: Plan, counts: ReadonlyMap<number, number>, top: number): PlacedRows {
  const placed: PlacedRows = { rowTops: [], rowHeights: [], contentTops: [], gutterTops: [], height: 0 };
  const runRoom = (gutter: number) => {
    const count = counts.get(gutter) ?? 0;
    return count === 0 ? 0 : 2 * ROW_TRACK_CLEARANCE + (count - 1) * TRACK;
  };
  let y = top;
  for (const [index, row] of plan.rows.entries()) {
    const isLast = index === plan.endRow - 1;
    if (row.kind === 'band') {
      // What runs below the last row of the band before still belongs to that row.
      const room = index === 0 || plan.rows[index - 1]?.kind === 'lane' ? 0 : runRoom(index);
      placed.gutterTops[index] = y + ROW_TRACK_CLEARANCE;
      if (room > 0) placed.rowHeights[index - 1] = (placed.rowHeights[index - 1] as number) + room;
      y += room;
      placed.rowTops.push(y);
      placed.rowHeights.push(row.contentHeight);
      placed.contentTops.push(y);
      y += row.contentHeight;
      continue;
    }
    const padding = rowPadding(row);
    const above = row.kind === 'lane' ? padding : Math.max(padding, runRoom(index));
    const below = isLast ? Math.max(padding, runRoom(index + 1)) : padding;
    const least = row.collapsed ? COLLAPSED_ROW_HEIGHT : row.kind === 'lane' ? MIN_LANE_HEIGHT : EMPTY_ROW_HEIGHT;
    const content = Math.max(row.contentHeight, least - 2 * padding);
    const height = above + content + below;
    placed.rowTops.push(y);
    placed.rowHeights.push(height);
    placed.contentTops.push(y + above);
    if (row.kind === 'touchpoints') placed.gutterTops[index] = y + ROW_TRACK_CLEARANCE;
    y += height;
    if (isLast) placed.gutterTops[index + 1] = y - below + ROW_TRACK_CLEARANCE;
  }
  placed.height = y;
  return placed;
}

function rowPadding(row: PlannedRow): number {
  if (row.collapsed) return COLLAPSED_ROW_PADDING;
  return row.kind === 'lane' ? LANE_PADDING : ROW_PADDING;
}
