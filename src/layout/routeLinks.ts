import { MARK_SIZE, MIN_GUTTER, TRACK } from './metrics.ts';
import { type Level, placeMarks, type Upright } from './placeMarks.ts';
import { placeRows } from './placeRows.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { LinkRoute } from './scene.ts';
import { spreadStraightMarks } from './spreadStraightMarks.ts';
import { assignTracks, type Stretch } from './tracks.ts';
import { chooseWires, spreadPorts, type Wire } from './wires.ts';

type Point = readonly [x: number, y: number];

/** Where everything is: the gutters' widths depend on the links in them, so the routes and the grid are found together. */
export interface Grid {
  /** Top and height of each row, and the top of its content. */
  readonly rowTops: readonly number[];
  readonly rowHeights: readonly number[];
  readonly contentTops: readonly number[];
  /** Left edge of each column's cards. */
  readonly cardXs: readonly number[];
  /** Left edge of each column, half-way between the cards; one more than columns, the last is the map's width. */
  readonly columnXs: readonly number[];
  readonly height: number;
  readonly routes: readonly LinkRoute[];
}

/** Uprights of one track keep this distance, so that one does not seem to go on in the next. */
const UPRIGHT_GAP = 12;

interface Piece extends Upright, Stretch {
  readonly wire: number;
  /** x once the gutter is placed, in pixels from its left side. */
  x: number;
  markY: number | null;
}

/** Finds tracks and corner points for all links, and with them the widths of all gutters. `top` is the y of the first row. */
export function routeLinks(plan: Plan, top: number): Grid {
  const wires = chooseWires(plan);
  const runs = assignRuns(wires);
  const grid = placeRows(plan, runs.counts, top);
  spreadPorts(plan.boxes, grid.contentTops);
  const runY = (index: number) => {
    const gutter = (wires[index] as Wire).rowGutter;
    return (grid.gutterTops[gutter] as number) + (runs.tracks[index] as number) * TRACK;
  };

  const gutters: Piece[][] = Array.from({ length: plan.columns.length + 1 }, () => []);
  const piecesOf: Piece[][] = wires.map((wire, index) => {
    if (wire.way === 'straight') return [];
    const from = wire.out.y;
    const to = wire.in.y;
    const marked = isMarked(wire);
    if (wire.way === 'single') return [makePiece(index, from, -1, to, 1, marked)];
    const run = runY(index);
    const side = wire.inGutter > wire.outGutter ? 1 : -1;
    const outIsLonger = Math.abs(run - from) >= Math.abs(to - run);
    return [
      makePiece(index, from, -1, run, side, marked && outIsLonger),
      makePiece(index, run, side === 1 ? -1 : 1, to, 1, marked && !outIsLonger),
    ];
  });
  for (const [index, pieces] of piecesOf.entries()) {
    const { outGutter, inGutter } = wires[index] as Wire;
    if (pieces[0] !== undefined) gutters[outGutter]?.push(pieces[0]);
    if (pieces[1] !== undefined) gutters[inGutter]?.push(pieces[1]);
  }

  const through = throughLines(wires, runY);
  const bearing = through.filter(({ marked }) => marked);
  const widths = gutters.map((pieces, index) => {
    const ysOf = (lines: readonly ThroughLine[]) =>
      lines.filter((line) => line.after < index && index < line.before).map((line) => line.y);
    const isOuter = index === 0 || index === plan.columns.length;
    return fillGutter(pieces, isOuter, () => ysOf(through), ysOf(bearing));
  });
  const cardXs: number[] = [];
  const columnXs: number[] = [0];
  const gutterXs: number[] = [];
  let x = 0;
  for (const [index, width] of widths.entries()) {
    gutterXs.push(x);
    if (index > 0) columnXs.push(index === plan.columns.length ? x + width : x + width / 2);
    x += width;
    if (index === plan.columns.length) break;
    cardXs.push(x);
    x += (plan.columns[index] as PlannedColumn).boxWidth;
  }

  const routes = wires.map((wire, index): LinkRoute => {
    const { link } = wire;
    const startX = (cardXs[link.from.column] as number) + (plan.columns[link.from.column] as PlannedColumn).boxWidth;
    const endX = cardXs[link.to.column] as number;
    const [first, second] = piecesOf[index] as Piece[];
    const points: Point[] = [[startX, wire.out.y]];
    let mark: Point | null = null;
    if (first !== undefined) {
      const x1 = (gutterXs[wire.outGutter] as number) + first.x;
      if (first.markY !== null) mark = [x1, first.markY];
      points.push([x1, wire.out.y]);
      if (second === undefined) points.push([x1, wire.in.y]);
      else {
        const x2 = (gutterXs[wire.inGutter] as number) + second.x;
        if (second.markY !== null) mark = [x2, second.markY];
        points.push([x1, runY(index)], [x2, runY(index)], [x2, wire.in.y]);
      }
    } else if (isMarked(wire)) mark = [(startX + endX) / 2, wire.out.y];
    points.push([endX, wire.in.y]);
    const { key, linkId, state, changesRow } = link;
    return { key, linkId, from: link.from.key, to: link.to.key, points, state, changesRow, mark };
  });
  return { ...grid, cardXs, columnXs, routes: spreadStraightMarks(routes) };
}

function isMarked(wire: Wire): boolean {
  return wire.link.state.state !== 'none';
}

function makePiece(
  wire: number,
  start: number,
  startSide: -1 | 1,
  end: number,
  endSide: -1 | 1,
  marked: boolean,
): Piece {
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  return {
    wire,
    low,
    high,
    ends: [
      [start, startSide],
      [end, endSide],
    ],
    marked,
    track: 0,
    x: 0,
    markY: null,
  };
}

/** Tracks of the runs between rows. Runs that end in the same column gutter count as meeting: its width is not known yet. */
function assignRuns(wires: readonly Wire[]): { tracks: number[]; counts: Map<number, number> } {
  const tracks = new Array<number>(wires.length).fill(0);
  const counts = new Map<number, number>();
  const byGutter = new Map<number, number[]>();
  for (const [index, wire] of wires.entries()) {
    if (wire.way !== 'around') continue;
    const list = byGutter.get(wire.rowGutter);
    if (list === undefined) byGutter.set(wire.rowGutter, [index]);
    else list.push(index);
  }
  for (const [gutter, indexes] of byGutter) {
    const stretches = indexes.map((index): Stretch => {
      const { outGutter, inGutter, rowGutter, link } = wires[index] as Wire;
      const side = (row: number) => (row < rowGutter ? -1 : 1);
      return {
        low: Math.min(outGutter, inGutter),
        high: Math.max(outGutter, inGutter),
        ends: [
          [outGutter, side(link.from.row)],
          [inGutter, side(link.to.row)],
        ],
      };
    });
    const assigned = assignTracks(stretches, 1);
    counts.set(gutter, assigned.count);
    for (const [place, index] of indexes.entries()) tracks[index] = assigned.tracks[place] as number;
  }
  return { tracks, counts };
}

interface ThroughLine {
  readonly y: number;
  /** The line passes all gutters between these two. */
  readonly after: number;
  readonly before: number;
  /** It has a mark of its own somewhere on it. */
  readonly marked: boolean;
}

/** Level lines that pass whole gutters: straight links, long ends of others, and runs between rows. */
function throughLines(wires: readonly Wire[], runY: (index: number) => number): ThroughLine[] {
  const lines: ThroughLine[] = [];
  const add = (y: number, after: number, before: number, marked = false) => {
    if (before - after > 1) lines.push({ y, after, before, marked });
  };
  for (const [index, wire] of wires.entries()) {
    const { way, link, outGutter, inGutter, out, in: into } = wire;
    if (way === 'around') add(runY(index), Math.min(outGutter, inGutter), Math.max(outGutter, inGutter));
    else if (way === 'straight') add(out.y, link.from.column, link.to.column + 1, isMarked(wire));
    else {
      add(out.y, link.from.column, outGutter);
      add(into.y, inGutter, link.to.column + 1);
    }
  }
  return lines;
}

/** Gives the pieces in one gutter their tracks and marks; returns the gutter's width. */
function fillGutter(
  pieces: Piece[],
  isOuter: boolean,
  passing: () => readonly number[],
  taken: readonly number[],
): number {
  if (pieces.length === 0) return isOuter ? MIN_GUTTER / 2 : MIN_GUTTER;
  const half = MARK_SIZE / 2;
  const stretches = pieces.map((piece): Stretch => {
    if (!piece.marked) return piece;
    const middle = (piece.low + piece.high) / 2;
    return { low: Math.min(piece.low, middle - half), high: Math.max(piece.high, middle + half), ends: piece.ends };
  });
  const { tracks, count } = assignTracks(stretches, UPRIGHT_GAP);
  const levels = () => {
    const found: Level[] = passing().map((y) => ({ y, first: -Infinity, last: Infinity }));
    for (const [index, piece] of pieces.entries()) {
      const track = tracks[index] as number;
      // Less half a track: the line's own end does not count as crossing it.
      for (const [y, side] of piece.ends) {
        found.push(
          side === -1 ? { y, first: -Infinity, last: track - 0.5 } : { y, first: track + 0.5, last: Infinity },
        );
      }
    }
    return found;
  };
  const marks = placeMarks(
    pieces.map((piece, index) => ({ ...piece, track: tracks[index] as number })),
    levels,
    taken,
  );
  for (const [index, piece] of pieces.entries()) {
    piece.x = MIN_GUTTER / 2 + (tracks[index] as number) * marks.spacing;
    piece.markY = marks.ys[index] ?? null;
  }
  return MIN_GUTTER + (count - 1) * marks.spacing;
}
