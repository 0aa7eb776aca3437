import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeText } from '../../../src/analysis/figureText.ts';
import { type FigureKind, parseFigure, typedFigure } from '../../../src/panels/inspector/parseFigure.ts';

const amount: FigureKind = { style: 'number', range: true, max: 1e15 };
const share: FigureKind = { style: 'share', range: true, max: 1 };
const single: FigureKind = { ...amount, range: false };

describe('figures as people type them', () => {
  it.each([
    ['J9 a number', '1000', 'en', amount, 1000, 1000],
    ['J9 a range', '1000-1500', 'en', amount, 1000, 1500],
    ['J9 groups and an en dash', '1,000 – 1,500.5', 'en', amount, 1000, 1500.5],
    ['J9 dots between', '10..20', 'en', amount, 10, 20],
    ['J9 three dots between', '10 … 20', 'en', amount, 10, 20],
    ['J9 percent', '10 %', 'en', share, 0.1, 0.1],
    ['J9 percent at one end', '10-15.5%', 'en', share, 0.1, 0.155],
    ['J9 percent at both ends', '10%–15%', 'en', share, 0.1, 0.15],
    ['J9 a share without its sign', '7', 'en', share, 0.07, 0.07],
    ['J9 German separators', '1.000-1.500,5', 'de', amount, 1000, 1500.5],
    ['J9 French spaces', '1\u202f000,5', 'fr', amount, 1000.5, 1000.5],
    ['J9 Russian spaces', '12 000 – 15 000', 'ru', amount, 12_000, 15_000],
    ['J9 Swiss apostrophes', "1'000", 'de-CH', amount, 1000, 1000],
    ['J9 Indian groups', '1,00,000', 'en-IN', amount, 100_000, 100_000],
    ['J9 full-width digits', '１０００～１５００', 'zh', amount, 1000, 1500],
    ['J9 Thai digits', '๑๐-๒๐', 'th', amount, 10, 20],
    ['J9 Arabic digits and percent', '١٠٪', 'ar', share, 0.1, 0.1],
    ['J9 a fraction that begins with its separator', '.5', 'en', amount, 0.5, 0.5],
  ])('%s', (_, typed, language, kind, low, high) => {
    expect(parseFigure(typed as string, language as string, kind as FigureKind)).toEqual({ value: { low, high } });
  });

  it.each([
    ['J9 words', 'a lot', 'en', amount, 'unreadable', 'a lot'],
    ['J9 a comma where the language has a dot', '1,5', 'en', amount, 'unreadable', '1,5'],
    ['J9 two separators', '1.2.3', 'en', amount, 'unreadable', '1.2.3'],
    ['J9 half a range', '10-', 'en', amount, 'unreadable', '10-'],
    ['J9 three ends', '1-2-3', 'en', amount, 'unreadable', '2-3'],
    ['J9 infinity', '1e999', 'en', amount, 'unreadable', '1e999'],
    ['J9 the larger first', '15-10', 'en', amount, 'order', '15-10'],
    ['J9 below zero', '-5', 'en', amount, 'negative', '-5'],
    ['J9 below zero with a true minus', '−5', 'en', amount, 'negative', '-5'],
    ['J9 percent of no share', '10%', 'en', amount, 'noPercent', '10%'],
    ['J9 more than all', '120%', 'en', share, 'over100', '120%'],
    ['J9 too large', '9999999999999999', 'en', amount, 'tooLarge', '9999999999999999'],
    ['J9 a range where one number is asked', '1-2', 'en', single, 'single', '1-2'],
  ])('%s', (_, typed, language, kind, problem, part) => {
    expect(parseFigure(typed as string, language as string, kind as FigureKind)).toEqual({ problem, part });
  });

  it('J9 nothing typed is nothing', () => {
    expect(parseFigure('  \u00a0', 'en', amount)).toEqual({ value: null });
  });

  it('J9 what is shown is read back without loss, in every language', () => {
    const languages = ['en', 'ru', 'zh', 'th', 'de', 'fr', 'de-CH', 'ar-EG', 'fa', 'hi', 'en-IN', 'th-TH-u-nu-thai'];
    const ends = fc.tuple(
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 0, max: 1e12 }),
      fc.constantFrom(1, 10, 1000),
    );
    fc.assert(
      fc.property(ends, fc.constantFrom(...languages), fc.boolean(), ([a, b, part], language, isShare) => {
        const scale = isShare ? 1e13 : part;
        const [low, high] = [Math.min(a, b) / scale, Math.max(a, b) / scale];
        const kind = isShare ? share : amount;
        expect(parseFigure(typedFigure({ low, high }, language, kind.style), language, kind)).toEqual({
          value: { low, high },
        });
      }),
    );
  });

  it('J9 no text makes it fail, and what it reads is sound', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-–% e') })), (typed) => {
        const parsed = parseFigure(typed, 'en', share);
        if ('problem' in parsed || parsed.value === null) return;
        expect(parsed.value.low).toBeGreaterThanOrEqual(0);
        expect(parsed.value.high).toBeGreaterThanOrEqual(parsed.value.low);
        expect(parsed.value.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('J10 ranges stay ranges when they are shown', () => {
    expect(rangeText({ low: 1000, high: 1500 }, 'en')).toBe('1,000–1,500');
    expect(rangeText({ low: 0.1, high: 0.1 }, 'en', 'share')).toBe('10%');
    expect(rangeText({ low: 12_345, high: 67_890 }, 'de', 'rough')).toBe('12.300–67.900');
  });
});
