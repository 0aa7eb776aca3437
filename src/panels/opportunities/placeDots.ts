import type { Opportunity } from '../../model/records/opportunity.ts';

export const DOT = 24;

/** Lengths of a matrix in CSS pixels. Its cells stand in 5 columns of effort and 5 rows of impact, the highest on top. */
export interface MatrixSize {
  readonly cellWidth: number;
  readonly cellHeight: number;
}
export interface Grades {
  readonly impact: number;
  readonly effort: number;
}

/** Space from one row of dots without grades to the next. */
const STRIP = DOT + 6;
/** Below the cells stand the grades of effort, and below these the heading of the dots without grades. */
const AXIS = 36;
const HEADING = 22;

/**
 * Where each dot's top left corner is, and how high all is; those of one cell stand side by side, closer together the more
 * there are. `restY` is the top of those without grades.
 */
export function placeDots(
  opportunities: readonly Opportunity[],
  size: MatrixSize,
): { places: Map<string, { x: number; y: number }>; height: number; restY: number | null } {
  const places = new Map<string, { x: number; y: number }>();
  const cells = new Map<string, Opportunity[]>();
  const ungraded: Opportunity[] = [];
  for (const opportunity of opportunities) {
    const { impact, effort } = opportunity;
    if (impact === null || effort === null) ungraded.push(opportunity);
    else {
      const key = `${impact},${effort}`;
      cells.set(key, [...(cells.get(key) ?? []), opportunity]);
    }
  }
  for (const [key, dots] of cells) {
    const [impact = 1, effort = 1] = key.split(',').map(Number);
    const columns = Math.ceil(Math.sqrt(dots.length));
    const rows = Math.ceil(dots.length / columns);
    const along = (index: number, count: number, length: number) => {
      const gap = count < 2 ? 0 : Math.min(DOT + 2, (length - DOT - 4) / (count - 1));
      return (length - DOT - gap * (count - 1)) / 2 + index * gap;
    };
    for (const [index, { id }] of dots.entries()) {
      places.set(id, {
        x: (effort - 1) * size.cellWidth + along(index % columns, columns, size.cellWidth),
        y: (5 - impact) * size.cellHeight + along(Math.floor(index / columns), rows, size.cellHeight),
      });
    }
  }
  const perLine = Math.max(1, Math.floor((5 * size.cellWidth) / STRIP));
  const top = 5 * size.cellHeight + AXIS + HEADING;
  for (const [index, { id }] of ungraded.entries()) {
    places.set(id, { x: (index % perLine) * STRIP, y: top + Math.floor(index / perLine) * STRIP });
  }
  const lines = Math.ceil(ungraded.length / perLine);
  const restY = lines === 0 ? null : 5 * size.cellHeight + AXIS;
  return { places, restY, height: lines === 0 ? 5 * size.cellHeight + AXIS : top + lines * STRIP };
}

/** The grades of the cell at a point of the matrix; null beside it. */
export function gradesAt(x: number, y: number, { cellWidth, cellHeight }: MatrixSize): Grades | null {
  const column = Math.floor(x / cellWidth);
  const row = Math.floor(y / cellHeight);
  return column < 0 || column > 4 || row < 0 || row > 4 ? null : { impact: 5 - row, effort: column + 1 };
}

const ways: Readonly<Record<string, readonly [impact: number, effort: number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The grades an arrow key leads to, or null when it leads nowhere. What has none yet is put into the middle. */
export function gradesAfter(key: string, { impact, effort }: Pick<Opportunity, 'impact' | 'effort'>): Grades | null {
  const way = ways[key];
  if (way === undefined) return null;
  if (impact === null || effort === null) return { impact: impact ?? 3, effort: effort ?? 3 };
  const inside = (grade: number) => Math.min(5, Math.max(1, grade));
  const next = { impact: inside(impact + way[0]), effort: inside(effort + way[1]) };
  return next.impact === impact && next.effort === effort ? null : next;
}
