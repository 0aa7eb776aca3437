/** Longest side of a photo that is kept, in pixels. */
const LONGEST = 1280;

/** A picture as a small file, WebP or, where the browser cannot write that, JPEG. Null when it can write neither. */
export async function shrink(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // What is transparent would be black where a browser can only write JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const written = (mime: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, 0.82));
  const webp = await written('image/webp');
  return webp?.type === 'image/webp' ? webp : written('image/jpeg');
}
