import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colors } from '../../../src/model/records/common.ts';
import { lightTheme, themes } from '../../../src/paint/theme.ts';
import { themeCss } from '../../../src/paint/themeCss.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(css|tsx?)$/.test(path))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));
const sheets = sources.filter(({ path }) => path.endsWith('.css'));
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string);

/** The variables of one selector: name to colour. */
function variablesOf(selector: string): Record<string, string> {
  const from = themeCss().indexOf(selector) + selector.length + 1;
  const block = themeCss().slice(from, themeCss().indexOf('}', from));
  return Object.fromEntries(block.split(';').map((line) => line.split(':') as [string, string]));
}

describe('G9 the screen has the colours of the painter', () => {
  test('G9 no style sheet names a colour of its own', () => {
    const own = sheets.flatMap(({ path, text }) =>
      namesIn(text.replace(/\/\*[\s\S]*?\*\//g, ''), /(#[0-9a-f]{3,8})\b/gi).map((color) => `${path} ${color}`),
    );
    expect(own).toEqual([]);
  });

  test('G9 every variable that is used is defined, and every colour is used', () => {
    const used = new Set(sources.flatMap(({ text }) => namesIn(text, /var\(--([a-z0-9-]+)[,)]/g)));
    const themed = Object.keys(variablesOf(':root')).map((name) => name.slice(2));
    const defined = new Set([...themed, ...sources.flatMap(({ text }) => namesIn(text, /--([a-z0-9-]+)'?: /g))]);
    expect([...used].filter((name) => !defined.has(name) && !name.startsWith('mantine'))).toEqual([]);
    const hues = new Set<string>(colors);
    expect(themed.filter((name) => !used.has(name) && !hues.has(name))).toEqual([]);
  });

  test('G9 light and dark name the same variables, dark also before the program has said which', () => {
    const dark = variablesOf('[data-mantine-color-scheme="dark"]');
    expect(Object.keys(dark)).toEqual(Object.keys(variablesOf(':root')));
    expect(variablesOf(':root:not([data-mantine-color-scheme])')).toEqual(dark);
    expect(dark['--canvas']).toBe(themes.dark.canvas);
    expect(variablesOf(':root')['--gap-ink']).toBe(lightTheme.onGap);
  });

  test('G9 hues are mixed alike on the screen and in pictures', () => {
    const mark = sheets.find(({ path }) => path.endsWith('hueMark.css'))?.text ?? '';
    const [tint, ink] = namesIn(mark, /var\(--mark\) (\d+)%/g).map(Number) as [number, number];
    const part = (share: number, a: number, b: number) => Math.round((a * share + b * (100 - share)) / 100);
    const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    for (const theme of [themes.light, themes.dark]) {
      for (const color of colors) {
        const hue = theme.colors[color];
        const mixed = (share: number, over: string) =>
          channels(hue.base).map((value, index) => part(share, value, channels(over)[index] as number));
        expect(channels(hue.tint)).toEqual(mixed(tint, theme.panel));
        expect(channels(hue.ink)).toEqual(mixed(ink, theme.ink));
      }
    }
  });
});
