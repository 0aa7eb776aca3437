import type { Measurer, TextLine } from '../layout/measurer.ts';
import type { TextStyle } from '../layout/metrics.ts';
import type { Color } from '../model/records/common.ts';
import type { Persona } from '../model/records/persona.ts';
import { paintLines } from './paintLines.ts';
import { type Context, createPens } from './pens.ts';
import type { Theme } from './theme.ts';

export interface SheetFact {
  readonly label: string;
  readonly text: string;
  /** A few words, to stand beside their label. */
  readonly isShort: boolean;
}

/** A persona's profile as it is read: all texts in the reader's language, nothing that is empty. */
export interface PersonaSheet {
  readonly name: string;
  readonly shape: Persona['shape'];
  readonly color: Color;
  /** Empty when there is none, as is the quote. */
  readonly summary: string;
  readonly quote: string;
  readonly groups: readonly { readonly title: string; readonly facts: readonly SheetFact[] }[];
  /** Said at the foot: when the profile was held against evidence, or that nothing is known. */
  readonly notes: readonly string[];
}

/** A picture that can be drawn; it is fitted into a square. */
export type SheetPicture = HTMLImageElement | ImageBitmap | HTMLCanvasElement;

type Ink = 'ink' | 'secondary' | 'tertiary' | 'stageInk';
interface PlacedLine extends TextLine {
  readonly x: number;
  /** Top of the line. */
  readonly y: number;
  readonly style: TextStyle;
  readonly ink: Ink;
}

/** A sheet whose lines are broken and placed, in CSS pixels. */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  readonly sheet: PersonaSheet;
  readonly lines: readonly PlacedLine[];
  /** Lines under the titles of groups, from x on. */
  readonly rules: readonly { readonly x: number; readonly y: number; readonly width: number }[];
  /** The bar beside the quote. */
  readonly quote: { readonly y: number; readonly height: number } | null;
}

const WIDTH = 900;
const MARGIN = 48;
const PICTURE = 112;
const COLUMN_GAP = 44;
const COLUMN = (WIDTH - 2 * MARGIN - COLUMN_GAP) / 2;
const LABEL = 128;

const nameStyle: TextStyle = { size: 28, lineHeight: 36, weight: 600 };
const summaryStyle: TextStyle = { size: 15, lineHeight: 23, weight: 400 };
const quoteStyle: TextStyle = { size: 19, lineHeight: 29, weight: 400 };
const groupStyle: TextStyle = { size: 13, lineHeight: 18, weight: 600 };
const labelStyle: TextStyle = { size: 12, lineHeight: 21, weight: 400 };
const textStyle: TextStyle = { size: 14, lineHeight: 21, weight: 400 };
const noteStyle: TextStyle = { size: 12, lineHeight: 18, weight: 400 };

/** Breaks and places the texts of a sheet: the head, then groups in pairs side by side. */
export function layOutPersonaSheet(sheet: PersonaSheet, measurer: Measurer): SheetLayout {
  const lines: PlacedLine[] = [];
  const rules: { x: number; y: number; width: number }[] = [];
  /** Places a text and returns where it ends. */
  const put = (text: string, style: TextStyle, ink: Ink, x: number, y: number, width: number): number => {
    const broken = measurer.lines(text, style, width);
    broken.forEach((line, index) => {
      lines.push({ ...line, x, y: y + index * style.lineHeight, style, ink });
    });
    return y + broken.length * style.lineHeight;
  };

  const headX = MARGIN + PICTURE + 28;
  const headWidth = WIDTH - MARGIN - headX;
  let end = put(sheet.name, nameStyle, 'ink', headX, MARGIN + (sheet.summary === '' ? 36 : 14), headWidth);
  end = put(sheet.summary, summaryStyle, 'secondary', headX, end + 6, headWidth);
  let y = Math.max(MARGIN + PICTURE, end) + 28;

  let quote: SheetLayout['quote'] = null;
  if (sheet.quote !== '') {
    const bottom = put(sheet.quote, quoteStyle, 'ink', MARGIN + 20, y, WIDTH - 2 * MARGIN - 20);
    quote = { y, height: bottom - y };
    y = bottom + 32;
  }
  for (let index = 0; index < sheet.groups.length; index += 2) {
    const bottoms = sheet.groups.slice(index, index + 2).map((group, column) => {
      const x = MARGIN + column * (COLUMN + COLUMN_GAP);
      let at = put(group.title, groupStyle, 'stageInk', x, y, COLUMN) + 5;
      rules.push({ x, y: at, width: COLUMN });
      at += 12;
      for (const { label, text, isShort } of group.facts) {
        if (isShort) {
          const labelEnd = put(label, labelStyle, 'secondary', x, at, LABEL - 10);
          at = Math.max(labelEnd, put(text, textStyle, 'ink', x + LABEL, at, COLUMN - LABEL)) + 5;
        } else {
          at = put(label, labelStyle, 'secondary', x, at, COLUMN);
          at = put(text, textStyle, 'ink', x, at, COLUMN) + 9;
        }
      }
      return at;
    });
    y = Math.max(...bottoms) + 20;
  }
  for (const note of sheet.notes) y = put(note, noteStyle, 'tertiary', MARGIN, y, WIDTH - 2 * MARGIN);
  return { width: WIDTH, height: y + MARGIN - 10, sheet, lines, rules, quote };
}

/** Paints a sheet with its top left corner at (0, 0). The fonts must be loaded. Needs `Path2D`. */
export function paintPersonaSheet(
  ctx: Context,
  layout: SheetLayout,
  theme: Theme,
  picture: SheetPicture | null = null,
): void {
  const { sheet, lines, rules, quote } = layout;
  const hue = theme.colors[sheet.color];
  ctx.fillStyle = theme.panel;
  ctx.fillRect(0, 0, layout.width, layout.height);
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(MARGIN, MARGIN, PICTURE, PICTURE, 14);
  ctx.fillStyle = hue.tint;
  ctx.fill();
  if (picture === null) {
    ctx.fillStyle = hue.ink;
    createPens(ctx).shape(sheet.shape, MARGIN + 30, MARGIN + 30, PICTURE - 60);
  } else {
    ctx.clip();
    ctx.drawImage(picture, MARGIN, MARGIN, PICTURE, PICTURE);
  }
  ctx.restore();
  if (picture !== null) {
    // The mark stands for the persona on the map; the picture alone would not tell whose journey this is.
    ctx.fillStyle = theme.panel;
    ctx.beginPath();
    ctx.arc(MARGIN + PICTURE - 6, MARGIN + PICTURE - 6, 17, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = hue.ink;
    createPens(ctx).shape(sheet.shape, MARGIN + PICTURE - 16, MARGIN + PICTURE - 16, 20);
  }
  if (quote !== null) {
    ctx.fillStyle = hue.ink;
    ctx.fillRect(MARGIN, quote.y + 4, 3, quote.height - 8);
  }
  ctx.fillStyle = theme.line;
  for (const { x, y, width } of rules) ctx.fillRect(x, y, width, 1);
  paintLines(ctx, lines, theme);
}
