import type { Context } from '../../../src/paint/pens.ts';

export interface PaintedText {
  readonly text: string;
  readonly font: string;
  readonly color: string;
  /** Where on the canvas, and how much the context was scaled, after all transforms. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Recording {
  readonly ctx: Context;
  readonly texts: PaintedText[];
  /** Every fill and stroke with the style it had. */
  readonly strokes: { readonly color: string; readonly width: number; readonly dash: readonly number[] }[];
  readonly fills: string[];
  readonly pictures: unknown[];
  readonly transform: () => { readonly x: number; readonly y: number; readonly scale: number };
  readonly depth: () => number;
}

/** A context for Node that draws nothing and notes what it was asked for. Scales are uniform, as all painters' are. */
export function recordContext(): Recording {
  const texts: PaintedText[] = [];
  const strokes: Recording['strokes'] = [];
  const fills: string[] = [];
  const pictures: unknown[] = [];
  let at = { x: 0, y: 0, scale: 1 };
  let dash: number[] = [];
  const saved: (typeof at)[] = [];
  const ctx = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    lineCap: 'butt',
    lineJoin: 'miter',
    globalAlpha: 1,
    save: () => void saved.push(at),
    restore: () => {
      at = saved.pop() ?? at;
    },
    translate: (x: number, y: number) => {
      at = { ...at, x: at.x + x * at.scale, y: at.y + y * at.scale };
    },
    scale: (x: number) => {
      at = { ...at, scale: at.scale * x };
    },
    setLineDash: (next: number[]) => {
      dash = next;
    },
    fillText: (text: string, x: number, y: number) => {
      const { font, fillStyle: color } = ctx;
      texts.push({ text, font, color, x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale });
    },
    strokeText: () => undefined,
    measureText: (text: string) => ({ width: text.length * 6 }),
    stroke: () => void strokes.push({ color: ctx.strokeStyle, width: ctx.lineWidth, dash }),
    fill: () => void fills.push(ctx.fillStyle),
    drawImage: (picture: unknown) => void pictures.push(picture),
    fillRect: () => void fills.push(ctx.fillStyle),
    beginPath: () => {},
    closePath: () => {},
    moveTo: () => {},
    lineTo: () => {},
    arc: () => {},
    quadraticCurveTo: () => {},
    bezierCurveTo: () => {},
    roundRect: () => {},
    rect: () => {},
    clip: () => {},
  };
  return {
    ctx: ctx as unknown as Context,
    texts,
    strokes,
    fills,
    pictures,
    transform: () => at,
    depth: () => saved.length,
  };
}
