import type { Column, Placement, Rect, Row, Scene } from './scene.ts';

/** A place for a record: the cell, and where among the cell's shown cards. */
export interface DropPlace {
  readonly stepId: string;
  readonly rowKey: string;
  /** Place among the cards that are shown, from 0. */
  readonly index: number;
  /** The record it would stand before; null at the end of the cell, also behind folded cards. */
  readonly beforeId: string | null;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * The cell and place at a point of the map (pixels at zoom 1), or null outside the grid. `without` names records that do
 * not count, such as those being dragged.
 */
export function cellAt(scene: Scene, x: number, y: number, without: ReadonlySet<string> = nothing): DropPlace | null {
  const column = spanAt(
    scene.columns,
    x,
    (item) => item.x,
    (item) => item.width,
  );
  const row = spanAt(
    scene.rows,
    y,
    (item) => item.y,
    (item) => item.height,
  );
  if (column === null || row === null) return null;
  const cards = cardsOfCell(scene, column.stepId, row.key).filter((card) => !without.has(card.recordId));
  const before = cards.findIndex((card) => y < card.y + card.height / 2);
  const index = before < 0 ? cards.length : before;
  // Opportunities stand below the texts of a lane: before one of them is behind the last text.
  const next = cards[before]?.kind === 'opportunity' ? undefined : cards[before];
  return { stepId: column.stepId, rowKey: row.key, index, beforeId: next?.recordId ?? null };
}

/** The placement under a point of the map, or null. */
export function placementAt(scene: Scene, x: number, y: number): Placement | null {
  for (const card of scene.placements) {
    if (x >= card.x && x < card.x + card.width && y >= card.y && y < card.y + card.height) return card;
  }
  return null;
}

/** The whole rectangle of a cell, or null when the step or row is not shown. */
export function cellRect(scene: Scene, stepId: string, rowKey: string): Rect | null {
  const column = scene.columns.find((item: Column) => item.stepId === stepId);
  const row = scene.rows.find((item: Row) => item.key === rowKey);
  if (column === undefined || row === undefined) return null;
  return { x: column.x, y: row.y, width: column.width, height: row.height };
}

/** The shown placements of a cell, top to bottom. */
export function cardsOfCell(scene: Scene, stepId: string, rowKey: string): Placement[] {
  return scene.placements
    .filter((card) => card.stepId === stepId && card.rowKey === rowKey)
    .sort((a, b) => a.index - b.index);
}

/** The item whose span holds `at`; the spans follow each other without gaps. */
function spanAt<T>(
  items: readonly T[],
  at: number,
  startOf: (item: T) => number,
  lengthOf: (item: T) => number,
): T | null {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle] as T;
    if (at < startOf(item)) high = middle - 1;
    else if (at >= startOf(item) + lengthOf(item)) low = middle + 1;
    else return item;
  }
  return null;
}
