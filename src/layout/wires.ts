import { PORT_GAP, PORT_INSET } from './metrics.ts';
import type { Box, Plan, PlannedLink, Port } from './plan.ts';

/**
 * How a link goes. `straight`: from a box to the next one of its row and slot. `single`: along its row, up or down in one
 * gutter between columns, along the other row. `around`: up or down beside the first box, along a gutter between rows, up
 * or down beside the second: what is left when cards stand in the way, and for ways back.
 */
export interface Wire {
  readonly link: PlannedLink;
  readonly way: 'straight' | 'single' | 'around';
  /** Gutters are numbered by the column or row behind them; equal for `single`. */
  readonly outGutter: number;
  readonly inGutter: number;
  /** -1 unless `around`. */
  readonly rowGutter: number;
  readonly out: Port;
  /** The same port for `straight`. */
  readonly in: Port;
}

/** Chooses each link's way and notes its ends at the boxes' sides. Makes no two lines share a stretch of a row. */
export function chooseWires(plan: Plan): Wire[] {
  const tops = roughTops(plan);
  const middle = (box: Box) => (tops[box.row] as number) + box.top + box.height / 2;
  const wires: Wire[] = [];
  for (const link of plan.links) {
    const { from, to } = link;
    const first = from.column + 1;
    if (from.after === to) {
      const port: Port = { aim: middle(from), tie: link.key, y: 0 };
      from.right.ports.push(port);
      wires.push({ link, way: 'straight', outGutter: first, inGutter: to.column, rowGutter: -1, out: port, in: port });
      continue;
    }
    const gutter = singleGutter(from, to);
    const rowGutter = gutter === null ? nearestRowGutter(plan, from, to) : -1;
    const aimOut = gutter === null ? (tops[rowGutter] as number) - 1 : middle(to);
    const aimIn = gutter === null ? (tops[rowGutter] as number) - 1 : middle(from);
    const out: Port = { aim: aimOut, tie: link.key, y: 0 };
    const into: Port = { aim: aimIn, tie: link.key, y: 0 };
    from.right.ports.push(out);
    to.left.ports.push(into);
    wires.push({
      link,
      way: gutter === null ? 'around' : 'single',
      outGutter: gutter ?? first,
      inGutter: gutter ?? to.column,
      rowGutter,
      out,
      in: into,
    });
  }
  return wires;
}

/** The gutter in which a link can change rows at once, or null when cards stand in both rows. */
function singleGutter(from: Box, to: Box): number | null {
  if (to.column <= from.column) return null;
  if (from.after === null || from.after.column >= to.column) return to.column;
  if (to.before === null || to.before.column <= from.column) return from.column + 1;
  return null;
}

function nearestRowGutter(plan: Plan, from: Box, to: Box): number {
  if (from.row < to.row) return to.row;
  if (from.row > to.row) return from.row;
  const above = from.top + from.height / 2 + to.top + to.height / 2;
  const below = 2 * (plan.rows[from.row]?.contentHeight ?? 0) - above;
  // Ways back run below, others above, where both are equally near: so they meet less.
  if (above !== below) return above < below ? from.row : from.row + 1;
  return to.column > from.column ? from.row : from.row + 1;
}

/** Tops of the rows' contents as if no link ran between rows, and the end of the last. */
function roughTops(plan: Plan): number[] {
  const tops: number[] = [0];
  for (const row of plan.rows) tops.push((tops.at(-1) as number) + Math.max(row.contentHeight, 20) + 20);
  return tops;
}

/** Spreads the ends of links over the sides of the boxes. `tops` are the tops of the rows' contents, in map pixels. */
export function spreadPorts(boxes: readonly Box[], tops: readonly number[]): void {
  for (const box of boxes) {
    const top = (tops[box.row] as number) + box.top;
    if (box.before === null) spread(box.left.ports, top, box.height);
    spread(box.right.ports, top, Math.min(box.height, box.after?.height ?? box.height));
  }
}

function spread(ports: Port[], top: number, height: number): void {
  if (ports.length === 0) return;
  ports.sort((a, b) => a.aim - b.aim || (a.tie < b.tie ? -1 : 1));
  const inset = Math.min(PORT_INSET, height / 4);
  const step = ports.length === 1 ? 0 : Math.min(PORT_GAP, (height - 2 * inset) / (ports.length - 1));
  const start = top + height / 2 - (step * (ports.length - 1)) / 2;
  for (const [index, port] of ports.entries()) port.y = start + index * step;
}
