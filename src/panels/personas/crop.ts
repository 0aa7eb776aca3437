/** Pixels along each side of a picture that is kept. */
export const PICTURE_SIZE = 512;
export const MAX_ZOOM = 5;

/** The part of a picture that is kept: the middle of a square in the picture's pixels, and how far it is zoomed in. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 is the largest square the picture holds. */
  readonly zoom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function wholeOf({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** The crop moved and zoomed so that its square lies inside the picture. */
export function fitCrop({ width, height }: Size, { x, y, zoom }: Crop): Crop {
  const fitting = Math.min(MAX_ZOOM, Math.max(1, zoom));
  const half = Math.min(width, height) / fitting / 2;
  const within = (value: number, length: number) => Math.min(length - half, Math.max(half, value));
  return { x: within(x, width), y: within(y, height), zoom: fitting };
}

/** The square in the picture's pixels: its top left corner and its side. */
export function squareOf(size: Size, crop: Crop): { x: number; y: number; side: number } {
  const { x, y, zoom } = fitCrop(size, crop);
  const side = Math.min(size.width, size.height) / zoom;
  return { x: x - side / 2, y: y - side / 2, side };
}
