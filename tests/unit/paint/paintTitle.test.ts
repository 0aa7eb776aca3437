import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { layOutTitle, type PictureTitle, paintTitle } from '../../../src/paint/paintTitle.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { recordContext } from './recordingContext.ts';

beforeAll(() => void vi.stubGlobal('Path2D', class {}));
afterAll(() => void vi.unstubAllGlobals());

const measurer = createPlainMeasurer();
const title = (fields: Partial<PictureTitle> = {}): PictureTitle => ({
  title: 'First order',
  meta: 'Current state · Rows by channel',
  personas: [
    { name: 'Anna', shape: 'circle', color: 'blue' },
    { name: 'Max', shape: 'triangle', color: 'orange' },
  ],
  marks: [{ state: 'gap', severity: null, text: '3 gaps' }],
  ...fields,
});

describe('the title above a picture', () => {
  test('V34 says the name, what is seen, whose it is and what the marks mean', () => {
    const recording = recordContext();
    paintTitle(recording.ctx, layOutTitle(title(), 900, measurer), lightTheme);
    expect(recording.texts.map(({ text }) => text)).toEqual([
      '!',
      'First order',
      'Current state · Rows by channel',
      'Anna',
      'Max',
      '3 gaps',
    ]);
  });

  test('V34 in any width nothing is cut, lies beyond the rim or on anything else', () => {
    const name = fc.string({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 6 }), fc.integer({ min: 320, max: 2000 }), (text, names, width) => {
        const personas = names.map((name) => ({ name: `w${name}`, shape: 'circle', color: 'blue' }) as const);
        const laid = layOutTitle(title({ title: `w${text} `.repeat(8), personas }), width, measurer);
        const boxes = laid.lines.map(({ x, y, width, style }) => ({
          x,
          y,
          right: x + width,
          end: y + style.lineHeight,
        }));
        for (const { x, y, right, end } of boxes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(end).toBeLessThanOrEqual(laid.height);
        }
        for (const [at, a] of boxes.entries())
          for (const b of boxes.slice(at + 1))
            expect(a.x < b.right && b.x < a.right && a.y < b.end && b.y < a.end).toBe(false);
        expect(laid.signs).toHaveLength(names.length + 1);
        expect(
          laid.lines
            .filter(({ style }) => style.weight === 600)
            .map((line) => line.text.replaceAll(/\s/g, ''))
            .join(''),
        ).toBe(`w${text}`.repeat(8).replaceAll(/\s/g, ''));
      }),
    );
  });
});
