import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPngSize } from '../../../src/paint/pngSize.ts';

describe('G5 size of a picture', () => {
  test('G5 what fits is drawn at the scale asked for', () => {
    expect(fitPngSize(1000, 500, 2)).toEqual({ scale: 2, width: 2000, height: 1000, clamped: false });
  });

  test('G5 a side or an area that is too large lowers the scale', () => {
    expect(fitPngSize(20_000, 100, 1)).toMatchObject({ width: 16_384, clamped: true });
    expect(fitPngSize(100, 100, 1, { side: 1000, area: 2500 })).toEqual({
      scale: 0.5,
      width: 50,
      height: 50,
      clamped: true,
    });
  });

  test('G5 never passes a limit, keeps the shape, and has a pixel at least', () => {
    const limits = { side: 16_384, area: 268_435_456 };
    const length = fc.double({ min: 1, max: 100_000, noNaN: true });
    fc.assert(
      fc.property(length, length, fc.double({ min: 0.1, max: 8, noNaN: true }), (width, height, scale) => {
        const size = fitPngSize(width, height, scale, limits);
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(limits.side);
        expect(size.width * size.height).toBeLessThanOrEqual(limits.area);
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
        expect(size.scale).toBeLessThanOrEqual(scale);
        expect(Math.abs(size.width - width * size.scale)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('G5 lengths that are no lengths are refused', () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => fitPngSize(bad, 1, 1)).toThrow(RangeError);
  });
});
