import { personaOutlines } from '../layout/faces.ts';
import { cssFont } from '../layout/metrics.ts';
import { type Face, faceOf } from '../model/faces.ts';
import type { FeelingLevel } from '../model/feelingWord.ts';
import { pictograms } from '../model/pictograms.ts';
import type { IconName } from '../model/records/libraryEntry.ts';
import type { Persona } from '../model/records/persona.ts';

/** What the painters draw on. `CanvasRenderingContext2D` and its offscreen twin are such contexts. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws small pictures whose outlines are parsed once. */
export interface Pens {
  /** Strokes a pictogram `size` pixels wide with its top left corner at (x, y), in the context's stroke style. */
  icon(name: IconName, x: number, y: number, size: number): void;
  /** Draws the face of a level of feeling in one colour. */
  face(level: FeelingLevel, x: number, y: number, size: number, color: string): void;
  /** Fills a persona's shape in the context's fill style. */
  shape(name: Persona['shape'], x: number, y: number, size: number): void;
  /** Fills and strokes an outline given as SVG path data from (x, y), in the context's styles. */
  outline(data: string, x: number, y: number): void;
  /** Fills a five-pointed star around (x, y). */
  star(x: number, y: number, radius: number): void;
}

/** Makes the pens for one context, with a map's own faces where it has some. Needs `Path2D`. */
export function createPens(ctx: Context, faceAt: (level: FeelingLevel) => Face = faceOf): Pens {
  const paths = new Map<string, Path2D>();
  const pathOf = (key: string, data: () => string) => {
    const known = paths.get(key);
    if (known !== undefined) return known;
    const path = new Path2D(data());
    paths.set(key, path);
    return path;
  };
  /** Runs `draw` with a field of `field` units as `size` pixels at (x, y). Undone by hand: save and restore cost more. */
  const scaled = (x: number, y: number, scale: number, draw: () => void) => {
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    draw();
    ctx.scale(1 / scale, 1 / scale);
    ctx.translate(-x, -y);
  };
  return {
    icon(name, x, y, size) {
      scaled(x, y, size / 24, () => {
        ctx.lineWidth = 2;
        ctx.lineCap = 'round';
        ctx.lineJoin = 'round';
        ctx.stroke(pathOf(`icon ${name}`, () => pictograms[name].join(' ')));
      });
    },
    face(level, x, y, size, color) {
      const { stroke, fill, text } = faceAt(level);
      ctx.strokeStyle = color;
      ctx.fillStyle = color;
      scaled(x, y, size / 16, () => {
        ctx.lineWidth = 1.4;
        ctx.lineCap = 'round';
        ctx.lineJoin = 'round';
        if (stroke !== '') ctx.stroke(pathOf(stroke, () => stroke));
        if (fill !== '') ctx.fill(pathOf(fill, () => fill));
        if (text !== '') write(ctx, text);
      });
    },
    shape(name, x, y, size) {
      scaled(x, y, size / 16, () => ctx.fill(pathOf(`shape ${name}`, () => personaOutlines[name])));
    },
    outline(data, x, y) {
      scaled(x, y, 1, () => {
        ctx.fill(pathOf(data, () => data));
        ctx.stroke(pathOf(data, () => data));
      });
    },
    star(x, y, radius) {
      scaled(x, y, radius, () => ctx.fill(pathOf('star', starPath)));
    },
  };
}

const signStyle = { size: 13, lineHeight: 16, weight: 400 } as const;

/** Writes a sign in the middle of a field of 16 units. */
function write(ctx: Context, sign: string): void {
  const { font, textAlign } = ctx;
  ctx.font = cssFont(signStyle);
  ctx.textAlign = 'center';
  ctx.fillText(sign, 8, 12.6);
  ctx.font = font;
  ctx.textAlign = textAlign;
}

/** A star of radius 1 around (0, 0). */
function starPath(): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const radius = index % 2 === 0 ? 1 : 0.45;
    return `${(Math.cos(angle) * radius).toFixed(3)} ${(Math.sin(angle) * radius).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}
