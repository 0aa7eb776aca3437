import type { Measurer, TextLine } from '../layout/measurer.ts';
import type { TextStyle } from '../layout/metrics.ts';
import type { MarkState } from '../layout/scene.ts';
import type { Persona } from '../model/records/persona.ts';
import { paintLines } from './paintLines.ts';
import { paintMark } from './paintLinks.ts';
import { type Context, createPens } from './pens.ts';
import type { Theme } from './theme.ts';

/** What stands above the picture of a map, so that who gets it can read it without the program. Texts are ready to show. */
export interface PictureTitle {
  readonly title: string;
  /** Below the title: what map this is, how its rows are arranged, and of which day. */
  readonly meta: string;
  readonly personas: readonly Pick<Persona, 'name' | 'shape' | 'color'>[];
  /** The marks of handoffs, with what they mean. */
  readonly marks: readonly (MarkState & { readonly text: string })[];
}

type Sign = { readonly persona: Pick<Persona, 'shape' | 'color'> } | { readonly mark: MarkState };

/** A title whose texts are broken and placed, in CSS pixels from its top left corner. */
export interface TitleLayout {
  readonly width: number;
  readonly height: number;
  /** `y` is the top of the line. */
  readonly lines: readonly (TextLine & { x: number; y: number; style: TextStyle; ink: 'ink' | 'secondary' })[];
  /** `x`, `y` are the middle of a sign. */
  readonly signs: readonly { readonly sign: Sign; readonly x: number; readonly y: number }[];
}

const titleStyle: TextStyle = { size: 20, lineHeight: 27, weight: 600 };
const textStyle: TextStyle = { size: 12.5, lineHeight: 18, weight: 400 };
const PADDING = 16;
const SIGN_ROOM = 26;
const KEY_GAP = 18;
const KEY_LINE = 24;

/** Breaks and places a title over a picture that is `width` pixels wide. */
export function layOutTitle(content: PictureTitle, width: number, measurer: Measurer): TitleLayout {
  const room = Math.max(1, width - 2 * PADDING);
  const lines: TitleLayout['lines'][number][] = [];
  const signs: TitleLayout['signs'][number][] = [];
  let y = PADDING;
  const write = (text: string, style: TextStyle, ink: 'ink' | 'secondary') => {
    for (const line of measurer.lines(text, style, room)) {
      lines.push({ ...line, x: PADDING, y, style, ink });
      y += style.lineHeight;
    }
  };
  write(content.title, titleStyle, 'ink');
  write(content.meta, textStyle, 'secondary');
  const keys: { sign: Sign; text: string }[] = [
    ...content.personas.map(({ name, shape, color }) => ({ sign: { persona: { shape, color } }, text: name })),
    ...content.marks.map(({ text, ...mark }) => ({ sign: { mark }, text })),
  ];
  if (keys.length > 0) y += 6;
  let x = PADDING;
  for (const { sign, text } of keys) {
    const [line] = measurer.lines(text, textStyle, Math.max(1, room - SIGN_ROOM), 1);
    if (line === undefined) continue;
    const end = x + SIGN_ROOM + line.width;
    if (end > PADDING + room && x > PADDING) {
      x = PADDING;
      y += KEY_LINE;
    }
    signs.push({ sign, x: x + 10, y: y + KEY_LINE / 2 });
    const top = y + (KEY_LINE - textStyle.lineHeight) / 2;
    lines.push({ ...line, x: x + SIGN_ROOM, y: top, style: textStyle, ink: 'secondary' });
    x += SIGN_ROOM + line.width + KEY_GAP;
  }
  if (keys.length > 0) y += KEY_LINE;
  return { width, height: y + PADDING / 2, lines, signs };
}

/** Paints a title with its top left corner at (0, 0). The fonts must be loaded. Needs `Path2D`. */
export function paintTitle(ctx: Context, { width, height, lines, signs }: TitleLayout, theme: Theme): void {
  ctx.fillStyle = theme.canvas;
  ctx.fillRect(0, 0, width, height);
  const pens = createPens(ctx);
  for (const { sign, x, y } of signs) {
    if ('mark' in sign) paintMark(ctx, [x, y], sign.mark, theme);
    else {
      ctx.fillStyle = theme.colors[sign.persona.color].ink;
      pens.shape(sign.persona.shape, x - 6.5, y - 6.5, 13);
    }
  }
  paintLines(ctx, lines, theme);
}
