import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCrop, MAX_ZOOM, squareOf, wholeOf } from '../../../src/panels/personas/crop.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
const anywhere = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const crop = fc.record({ x: anywhere, y: anywhere, zoom: fc.double({ min: -2, max: 50, noNaN: true }) });

describe('cutting a picture', () => {
  it('Z18 the whole of it is the largest square, in the middle', () => {
    const wide = { width: 1000, height: 400 };
    expect(squareOf(wide, wholeOf(wide))).toEqual({ x: 300, y: 0, side: 400 });
    expect(squareOf(wide, { x: 0, y: 0, zoom: 2 })).toEqual({ x: 0, y: 0, side: 200 });
    expect(squareOf(wide, { x: 5000, y: 5000, zoom: 99 })).toEqual({ x: 920, y: 320, side: 400 / MAX_ZOOM });
  });

  it('Z18 the square lies inside the picture whatever is asked for, and fitting twice changes nothing', () => {
    fc.assert(
      fc.property(size, crop, (picture, asked) => {
        const { x, y, side } = squareOf(picture, asked);
        const rim = 1e-6 * Math.max(picture.width, picture.height);
        expect(side).toBeGreaterThan(0);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-rim);
        expect(x + side).toBeLessThanOrEqual(picture.width + rim);
        expect(y + side).toBeLessThanOrEqual(picture.height + rim);
        const fitted = fitCrop(picture, asked);
        expect(fitCrop(picture, fitted)).toEqual(fitted);
      }),
    );
  });
});
