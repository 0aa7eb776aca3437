/** What a curve is traced on: a canvas context, a Path2D, or a collector of path data. */
export interface CurvePen {
  moveTo(x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Traces a smooth line through points from left to right. Between two points it stays between their heights (the
 * tangents of Fritsch and Carlson, 1980), so it shows no feeling that nobody had. A single point gives no line.
 */
export function traceCurve(points: readonly Point[], pen: CurvePen): void {
  const [first] = points;
  if (first === undefined || points.length < 2) return;
  const slopes = points.slice(1).map((point, index) => {
    const before = points[index] as Point;
    return point.x === before.x ? 0 : (point.y - before.y) / (point.x - before.x);
  });
  const tangents = points.map((_, index) => {
    const [before, after] = [slopes[index - 1], slopes[index]];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    // Where it turns it is level; elsewhere the harmonic mean keeps it from overshooting.
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  pen.moveTo(first.x, first.y);
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1] as Point;
    const to = points[index] as Point;
    const third = (to.x - from.x) / 3;
    pen.bezierCurveTo(
      from.x + third,
      from.y + third * (tangents[index - 1] as number),
      to.x - third,
      to.y - third * (tangents[index] as number),
      to.x,
      to.y,
    );
  }
}

/** The line through points as SVG path data. */
export function curvePath(points: readonly Point[]): string {
  const parts: string[] = [];
  const n = (value: number) => String(Math.round(value * 100) / 100);
  traceCurve(points, {
    moveTo: (x, y) => parts.push(`M${n(x)} ${n(y)}`),
    bezierCurveTo: (...values) => parts.push(`C${values.map(n).join(' ')}`),
  });
  return parts.join('');
}
