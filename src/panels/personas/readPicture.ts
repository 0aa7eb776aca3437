import { mimeOf } from '../../model/assets.ts';
import { type Crop, PICTURE_SIZE, squareOf } from './crop.ts';

/** Largest file that is read, in bytes: what is kept of it is small. */
const MAX_FILE = 30 * 1024 * 1024;

export type PictureProblem = 'tooLarge' | 'notAPicture' | 'broken';

/** Reads a picture of a kind that is kept, told by its bytes. Resolves with what is wrong with it when it cannot be used. */
export async function readPicture(file: Blob): Promise<ImageBitmap | PictureProblem> {
  if (file.size > MAX_FILE) return 'tooLarge';
  try {
    const bytes = await file.arrayBuffer();
    const mime = mimeOf(bytes);
    if (mime === null) return 'notAPicture';
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }));
    return bitmap.width > 0 && bitmap.height > 0 ? bitmap : 'broken';
  } catch {
    return 'broken';
  }
}

/** Draws the part of a picture that is kept into a canvas, which it fills. */
export function drawPart(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { x, y, side } = squareOf(picture, crop);
  // What is transparent would be black where a browser can only write JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
}

/** That part as a small file, WebP or, where the browser cannot write that, JPEG. Null when it can write neither. */
export async function cutOut(picture: ImageBitmap, crop: Crop): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIZE;
  canvas.height = PICTURE_SIZE;
  drawPart(canvas, picture, crop);
  const written = (mime: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, 0.9));
  const webp = await written('image/webp');
  return webp?.type === 'image/webp' ? webp : written('image/jpeg');
}
