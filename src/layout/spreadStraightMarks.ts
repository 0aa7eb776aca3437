import { MARK_SIZE } from './metrics.ts';
import type { LinkRoute } from './scene.ts';

type Point = readonly [x: number, y: number];

/** Marks of straight links were put without a look at others; one that lies on another moves along its line or is left out. */
export function spreadStraightMarks(routes: readonly LinkRoute[]): readonly LinkRoute[] {
  if (!routes.some((route) => route.mark !== null && route.points.length === 2)) return routes;
  const taken = new Map<string, Point[]>();
  const band = (value: number) => Math.floor(value / MARK_SIZE);
  const isFree = ([x, y]: Point) => {
    for (let i = band(x) - 1; i <= band(x) + 1; i++) {
      for (let j = band(y) - 1; j <= band(y) + 1; j++) {
        for (const [ox, oy] of taken.get(`${i},${j}`) ?? []) {
          if (Math.abs(ox - x) < MARK_SIZE && Math.abs(oy - y) < MARK_SIZE) return false;
        }
      }
    }
    return true;
  };
  const take = (point: Point) => {
    const key = `${band(point[0])},${band(point[1])}`;
    const list = taken.get(key);
    if (list === undefined) taken.set(key, [point]);
    else list.push(point);
  };
  for (const route of routes) if (route.mark !== null && route.points.length > 2) take(route.mark);
  return routes.map((route) => {
    if (route.mark === null || route.points.length > 2) return route;
    const [[startX, y], [endX]] = route.points as [Point, Point];
    const middle = (startX + endX) / 2;
    for (let off = 0; off <= (endX - startX) / 2 - MARK_SIZE / 2; off += 4) {
      for (const x of [middle - off, middle + off]) {
        if (!isFree([x, y])) continue;
        take([x, y]);
        return off === 0 ? route : { ...route, mark: [x, y] as const };
      }
    }
    return { ...route, mark: null };
  });
}
