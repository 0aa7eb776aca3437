import type { Ink, InkColor } from './overlay.ts';

/** Width of a text in pixels. */
export type Width = (text: string, size: number, bold: boolean) => number;

/** Writes words one after the other from x on; returns where they end. */
export function inkWords(
  inks: Ink[],
  width: Width,
  at: { x: number; y: number },
  parts: readonly { text: string; size: number; bold?: boolean; color: InkColor }[],
  halo = false,
): number {
  let { x } = at;
  for (const { text, size, bold = false, color } of parts) {
    if (text === '') continue;
    inks.push({ kind: 'text', x, y: at.y, text, size, bold, color, halo });
    x += width(text, size, bold) + size * 0.4;
  }
  return x;
}
