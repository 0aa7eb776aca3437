import type { CardContents } from './cardContent.ts';
import type { TextLine } from './measurer.ts';
import { titleOnlyStyle } from './metrics.ts';

/** Above and below the lines together. */
const PADDING = 6;

/** A lane's text in the size that is read from afar: as many lines as the box of its card has room for. */
export function farLines(
  content: CardContents,
  text: string,
  { width, height }: { readonly width: number; readonly height: number },
): readonly TextLine[] {
  const room = Math.max(1, Math.floor((height - PADDING) / titleOnlyStyle.lineHeight));
  return content.text(text.replace(/\s+/g, ' ').trim(), titleOnlyStyle, width, room);
}
