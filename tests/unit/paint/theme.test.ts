import { describe, expect, test } from 'vitest';
import { colors } from '../../../src/model/records/common.ts';
import { type Theme, themes } from '../../../src/paint/theme.ts';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = (theme: Theme) => [theme.canvas, theme.rowTint, theme.panel];

describe.each([themes.light, themes.dark])('G4 contrast, $name', (theme) => {
  test('G4 text stands out from every ground by 4.5', () => {
    for (const ground of grounds(theme)) {
      for (const ink of [theme.ink, theme.secondary, theme.tertiary, theme.accent, theme.gap, theme.smooth]) {
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(theme.stageInk, theme.stageBand)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.onGap, theme.gap)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.gap, theme.gapTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.ink, theme.smoothTint)).toBeGreaterThanOrEqual(4.5);
  });

  test('G4 lines, marks and icons stand out by 3', () => {
    for (const ground of grounds(theme)) {
      for (const ink of [theme.link, theme.unreviewed, theme.gap, theme.smooth, theme.star]) {
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
    for (const color of colors) {
      const { ink, tint } = theme.colors[color];
      expect(contrast(ink, tint), color).toBeGreaterThanOrEqual(3);
      expect(contrast(ink, theme.panel), color).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(theme.smooth, theme.smoothTint)).toBeGreaterThanOrEqual(3);
  });
});
