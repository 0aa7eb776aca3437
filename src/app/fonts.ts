import { cssFont, laneTextStyle, titleStyle } from '../layout/metrics.ts';

// Latin letters, and the dashes, quotes and dots of typography.
const plain = /^[\s\u0020-\u024F\u2010-\u2026]*$/;
const chinese = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

/**
 * Loads the faces that draw `texts`, in both weights: text is measured only with the fonts it is drawn with. Chinese
 * comes in a hundred slices, whose list is fetched when the first such letter is met. Never rejects: a face that cannot
 * be had leaves its substitute.
 */
export async function loadFonts(texts: Iterable<string>): Promise<void> {
  const letters = new Set('Aa');
  for (const text of texts) {
    if (plain.test(text)) continue;
    for (const letter of text) letters.add(letter);
  }
  const sample = [...letters].join('');
  if (chinese.test(sample)) await import('./fontsChinese.ts').catch(() => undefined);
  await Promise.allSettled([titleStyle, laneTextStyle].map((style) => document.fonts.load(cssFont(style), sample)));
}

/** True when a text may need a face that is not loaded yet. */
export function needsFonts(text: unknown): text is string {
  return typeof text === 'string' && !plain.test(text);
}
