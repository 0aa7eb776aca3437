import { HEAD_HEIGHT } from '../layout/metrics.ts';
import type { Scene } from '../layout/scene.ts';
import { MAX_ZOOM, MIN_ZOOM } from './levels.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
/** The map's part of the window, in CSS pixels: its size, and how much of its left the heads of rows take. */
export interface Area {
  readonly width: number;
  readonly height: number;
  readonly heads: number;
}
type Size = Pick<Scene, 'width' | 'height'>;

/** Height at the lower edge of the area in which zoom and legend float. */
export const FOOT_HEIGHT = 60;
/** Of a map that is panned away so much stays on the screen, in CSS pixels. */
const KEPT = { across: 120, down: 64 };

/** The corners of what may be panned over at a zoom, in map pixels: some of the map stays beside heads and foot. */
export function panExtent(size: Size, zoom: number, area: Area): [[number, number], [number, number]] {
  const across = Math.min(KEPT.across, size.width * zoom);
  const down = Math.min(KEPT.down, (size.height - HEAD_HEIGHT) * zoom);
  return [
    [(across - area.width) / zoom, (down + FOOT_HEIGHT - area.height) / zoom + HEAD_HEIGHT],
    [(area.width - area.heads - across) / zoom + size.width, (area.height - HEAD_HEIGHT - down) / zoom + size.height],
  ];
}

/** The nearest place at which some of the map is on the screen. */
export function keptOnScreen({ x, y, zoom }: Place, size: Size, area: Area): Place {
  const [[left, top], [right, bottom]] = panExtent(size, zoom, area);
  const between = (value: number, low: number, high: number) => Math.max(Math.min(low, high), Math.min(high, value));
  return {
    x: between(x, area.width - right * zoom, -left * zoom),
    y: between(y, area.height - bottom * zoom, -top * zoom),
    zoom,
  };
}

/** The place at which the end of a map is shown again that has become smaller, where little of it is left on the screen. */
export function shownAgain({ x, y, zoom }: Place, size: Size, area: Area): Place {
  const [right, bottom] = [x + size.width * zoom, y + size.height * zoom];
  return {
    x: right < area.heads + KEPT.across ? Math.min(area.heads, x + area.width - right) : x,
    y:
      bottom < HEAD_HEIGHT + KEPT.down ? Math.min(HEAD_HEIGHT * (1 - zoom), y + area.height - FOOT_HEIGHT - bottom) : y,
    zoom,
  };
}

/** `next`, moved so far that no more is empty before the map's first column and above its first row than was before. */
export function withoutHole(next: Place, before: Place, area: Area): Place {
  const left = Math.max(0, before.x - area.heads);
  const above = Math.max(0, before.y + HEAD_HEIGHT * (before.zoom - 1));
  return {
    x: Math.min(next.x, area.heads + left),
    y: Math.min(next.y, above + HEAD_HEIGHT * (1 - next.zoom)),
    zoom: next.zoom,
  };
}

/** Zooms by a factor about the middle of what is seen of the map; a map that has the room stays wholly in the window. */
export function zoomedBy(factor: number, now: Place, size: Size, area: Area): Place {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, now.zoom * factor));
  const middle = (from: number, to: number, low: number, high: number) =>
    (Math.max(low, Math.min(from, high)) + Math.min(high, Math.max(to, low))) / 2;
  const cx = middle(now.x, now.x + size.width * now.zoom, area.heads, area.width);
  const top = now.y + HEAD_HEIGHT * now.zoom;
  const cy = middle(top, now.y + size.height * now.zoom, HEAD_HEIGHT, area.height - FOOT_HEIGHT);
  const x = cx - ((cx - now.x) / now.zoom) * zoom;
  const y = cy - ((cy - now.y) / now.zoom) * zoom;
  const isWide = size.width * zoom > area.width - area.heads;
  const isHigh = (size.height - HEAD_HEIGHT) * zoom > area.height - HEAD_HEIGHT - FOOT_HEIGHT;
  const next = {
    x: isWide ? x : Math.max(x, Math.min(now.x, area.heads)),
    y: isHigh ? y : Math.max(y, Math.min(top, HEAD_HEIGHT) - HEAD_HEIGHT * zoom),
    zoom,
  };
  return keptOnScreen(withoutHole(next, now, area), size, area);
}
