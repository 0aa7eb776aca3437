import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FOOT_HEIGHT,
  keptOnScreen,
  panExtent,
  shownAgain,
  withoutHole,
  zoomedBy,
} from '../../../src/canvas/panBounds.ts';
import { HEAD_HEIGHT } from '../../../src/layout/metrics.ts';

const area = { width: 1390, height: 780, heads: 148 };
const short = { width: 1980, height: 148 };
const top = ({ y, zoom }: { y: number; zoom: number }) => y + HEAD_HEIGHT * zoom;

const places = fc.record({
  x: fc.integer({ min: -90_000, max: 90_000 }),
  y: fc.integer({ min: -90_000, max: 90_000 }),
  zoom: fc.double({ min: 0.04, max: 3, noNaN: true }),
});
const sizes = fc.record({ width: fc.integer({ min: 100, max: 20_000 }), height: fc.integer({ min: 100, max: 9000 }) });

/** How much of the map is seen beside heads and foot, in screen pixels. */
function seenOf(size: { width: number; height: number }, place: { x: number; y: number; zoom: number }) {
  return {
    across: Math.min(area.width, place.x + size.width * place.zoom) - Math.max(area.heads, place.x),
    down: Math.min(area.height - FOOT_HEIGHT, place.y + size.height * place.zoom) - Math.max(HEAD_HEIGHT, top(place)),
  };
}

describe('CV3 CV4 where the map is', () => {
  test('CV3 a short map stays where it is, whatever one zooms to', () => {
    const fitted = { x: 156, y: 70 - HEAD_HEIGHT * 0.61, zoom: 0.61 };
    let place = fitted;
    for (let step = 0; step < 6; step++) place = zoomedBy(1.25, place, short, area);
    expect(place.zoom).toBeGreaterThan(2);
    const seen = seenOf(short, place);
    expect(seen.across).toBe(area.width - area.heads);
    expect(top(place)).toBe(HEAD_HEIGHT);
    expect(seen.down).toBeCloseTo((short.height - HEAD_HEIGHT) * place.zoom);
  });

  test('CV16 a map that has become smaller is shown again at its end where little of it was left, else stays', () => {
    const below = { x: -600, y: -3000, zoom: 1 };
    expect(shownAgain(below, { width: 4000, height: 6000 }, area)).toEqual(below);
    const shorter = { width: 4000, height: 2000 };
    const shown = shownAgain(below, shorter, area);
    expect([shown.x, shown.y + shorter.height]).toEqual([-600, area.height - FOOT_HEIGHT]);
    // One that has room begins at its beginning.
    expect(shownAgain(below, { width: 400, height: 300 }, area)).toEqual({ x: area.heads, y: 0, zoom: 1 });
    fc.assert(
      fc.property(places, sizes, (place, size) => {
        const next = shownAgain(place, size, area);
        const before = seenOf(size, place);
        const seen = seenOf(size, next);
        if (place.x <= area.heads) expect(seen.across).toBeGreaterThanOrEqual(Math.min(before.across, 120) - 1e-6);
        expect(next.x).toBeGreaterThanOrEqual(Math.min(place.x, area.heads));
        expect(next.y).toBeGreaterThanOrEqual(Math.min(place.y, HEAD_HEIGHT * (1 - place.zoom)));
      }),
    );
  });

  test('CV3 zooming out leaves nothing empty before and above a map that began there', () => {
    const place = zoomedBy(0.5, { x: 148, y: 0, zoom: 1 }, { width: 4000, height: 3000 }, area);
    expect(place.x).toBe(148);
    expect(top(place)).toBe(HEAD_HEIGHT);
  });

  test('CV4 whatever moves it, some of the map is seen beside heads and foot', () => {
    fc.assert(
      fc.property(places, sizes, (place, size) => {
        const kept = keptOnScreen(place, size, area);
        const seen = seenOf(size, kept);
        expect(seen.across).toBeGreaterThanOrEqual(Math.min(120, size.width * place.zoom) - 0.01);
        expect(seen.down).toBeGreaterThanOrEqual(Math.min(64, (size.height - HEAD_HEIGHT) * place.zoom) - 0.01);
        expect(keptOnScreen(kept, size, area).x).toBeCloseTo(kept.x, 6);
      }),
    );
  });

  test('CV4 the last row can be panned above the foot, the last column to the heads', () => {
    const size = { width: 4000, height: 3000 };
    const [, [right, bottom]] = panExtent(size, 1, area);
    expect(area.height - bottom + size.height).toBeLessThan(area.height - FOOT_HEIGHT);
    expect(area.width - right + size.width).toBeLessThan(area.heads + 200);
  });

  test('CV5 a map that would begin below its heads moves up to them, one that did so before may', () => {
    const before = { x: 148, y: -300, zoom: 1 };
    expect(withoutHole({ x: 148, y: 180, zoom: 1 }, before, area)).toEqual({ x: 148, y: 0, zoom: 1 });
    expect(withoutHole({ x: 148, y: 90, zoom: 1 }, { ...before, y: 100 }, area).y).toBe(90);
    expect(withoutHole({ x: 260, y: -10, zoom: 1 }, before, area).x).toBe(148);
  });
});
