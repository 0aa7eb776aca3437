/** Largest canvas browsers draw: pixels along one side, and in all (Chrome and Firefox; Safari allows less area). */
export interface PngLimits {
  readonly side: number;
  readonly area: number;
}

export interface PngSize {
  /** Pixels of the picture for one pixel of the map. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** The scale asked for would have been too large. */
  readonly clamped: boolean;
}

/**
 * The size of a picture of `width` x `height` map pixels at `scale`, made smaller when a canvas could not hold it: an
 * oversized canvas comes out blank without an error. Lengths must be positive and finite, else a RangeError is thrown.
 */
export function fitPngSize(
  width: number,
  height: number,
  scale: number,
  limits: PngLimits = { side: 16_384, area: 268_435_456 },
): PngSize {
  if (![width, height, scale].every((value) => Number.isFinite(value) && value > 0)) {
    throw new RangeError(`A picture of ${width} x ${height} at ${scale} cannot be drawn.`);
  }
  const fitting = Math.min(scale, limits.side / width, limits.side / height, Math.sqrt(limits.area / (width * height)));
  const clamped = fitting < scale;
  // Rounded down where a limit was met: one pixel more would be over it.
  const round = clamped ? Math.floor : Math.round;
  const size = (length: number) => Math.min(limits.side, Math.max(1, round(length * fitting)));
  return { scale: fitting, width: size(width), height: size(height), clamped };
}
