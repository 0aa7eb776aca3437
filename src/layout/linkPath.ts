type Point = readonly [x: number, y: number];

/** What a line is traced on: a canvas context, a Path2D, or a collector of path data. */
export interface LinePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
}

/** Corner radius of links, in pixels. */
export const LINK_RADIUS = 4;
/** Length and half the breadth of a link's arrow head. */
export const ARROW_LENGTH = 7;
export const ARROW_HALF = 3.5;

/** Traces a link's corner points with rounded corners, up to the foot of its arrow head. */
export function traceLink(points: readonly Point[], pen: LinePen, radius = LINK_RADIUS): void {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return;
  pen.moveTo(first[0], first[1]);
  for (let index = 1; index < points.length - 1; index++) {
    const [bx, by] = points[index - 1] as Point;
    const [x, y] = points[index] as Point;
    const [ax, ay] = points[index + 1] as Point;
    const before = Math.hypot(x - bx, y - by);
    const after = Math.hypot(ax - x, ay - y);
    const r = Math.min(radius, before / 2, after / 2);
    if (r === 0) continue;
    pen.lineTo(x + ((bx - x) / before) * r, y + ((by - y) / before) * r);
    pen.quadraticCurveTo(x, y, x + ((ax - x) / after) * r, y + ((ay - y) / after) * r);
  }
  // Links end at the left edge of a box, so the arrow always points right.
  pen.lineTo(last[0] - ARROW_LENGTH + 1, last[1]);
}

/** A link's line as SVG path data. */
export function linkPath(points: readonly Point[], radius = LINK_RADIUS): string {
  const parts: string[] = [];
  const n = (value: number) => String(Math.round(value * 100) / 100);
  traceLink(
    points,
    {
      moveTo: (x, y) => parts.push(`M${n(x)} ${n(y)}`),
      lineTo: (x, y) => parts.push(`L${n(x)} ${n(y)}`),
      quadraticCurveTo: (cx, cy, x, y) => parts.push(`Q${n(cx)} ${n(cy)} ${n(x)} ${n(y)}`),
    },
    radius,
  );
  return parts.join('');
}

/** A link's arrow head as SVG path data. */
export function arrowPath(points: readonly Point[]): string {
  const last = points.at(-1);
  if (last === undefined) return '';
  const [x, y] = last;
  return `M${x} ${y}L${x - ARROW_LENGTH} ${y - ARROW_HALF}V${y + ARROW_HALF}Z`;
}

/** Half the height of a gap's diamond, in pixels: the worse the gap, the larger. Those without a severity have the middle. */
export function gapRadius(severity: number | null): number {
  return 7.7 + 0.75 * (severity ?? 3);
}
