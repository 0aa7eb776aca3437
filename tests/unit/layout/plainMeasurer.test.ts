import { describe, expect, test } from 'vitest';
import { titleStyle } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';

const measurer = createPlainMeasurer();
const texts = (text: string, width: number, most?: number) =>
  measurer.lines(text, titleStyle, width, most).map((line) => line.text);

describe('L13 lines of text', () => {
  test('L13 no text has no lines; an empty line in between stays', () => {
    expect(texts('', 100)).toEqual([]);
    expect(texts('a\n\nb\r\nc', 100)).toEqual(['a', '', 'b', 'c']);
  });

  test('L13 break at spaces; a word wider than the line breaks within', () => {
    expect(texts('Fills the basket', 80)).toEqual(['Fills the', 'basket']);
    expect(texts('Donaudampfschifffahrt', 60).join('')).toBe('Donaudampfschifffahrt');
  });

  test('L13 Chinese breaks anywhere, Thai between words', () => {
    expect(texts('客户在网店里第一次下订单', 60).length).toBeGreaterThan(1);
    expect(texts('ลูกค้าสั่งซื้อสินค้าครั้งแรก', 70).join('')).toBe('ลูกค้าสั่งซื้อสินค้าครั้งแรก');
  });

  test('L13 what is cut ends in an ellipsis, never within a character', () => {
    expect(texts('One two three four five six', 60, 1)[0]).toMatch(/…$/);
    const [line] = texts('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 40, 1);
    expect(line?.replaceAll('👨‍👩‍👧‍👦', '')).toBe('…');
  });

  test('L13 no line is wider than asked', () => {
    for (const width of [40, 80, 140]) {
      for (const line of measurer.lines('Some words, some CAPITALS, 中文字 and more-hyphens', titleStyle, width)) {
        expect(line.width).toBeLessThanOrEqual(width);
      }
    }
  });
});
