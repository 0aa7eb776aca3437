import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { metaStyle } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { CurveSource, View } from '../../../src/layout/scene.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import type { MapRecord } from '../../../src/model/records/map.ts';
import { type PaintOptions, paintScene } from '../../../src/paint/canvasPainter.ts';
import { paintOverview } from '../../../src/paint/overview.ts';
import { fadedTheme, lightTheme, themes } from '../../../src/paint/theme.ts';
import { draftMap, lay } from '../layout/mapDraft.ts';
import { type PaintedText, recordContext } from './recordingContext.ts';

const measurer = createPlainMeasurer();

beforeAll(() => void vi.stubGlobal('Path2D', class {}));
afterAll(() => void vi.unstubAllGlobals());

const words = {
  notSet: 'Not set',
  untitled: 'Untitled',
  cards: (n: number, of: number) => (n === of ? `${n} cards` : `${n} of ${of} cards`),
  gaps: (n: number) => `${n} gaps`,
  feeling: (level: number) => `level ${level}`,
  opportunityKind: ({ kind }: { kind: string }) => `kind ${kind}`,
  grades: ({ impact, effort }: { impact: number | null; effort: number | null }) => `${impact} and ${effort}`,
  evidence: 'Evidence',
  everyone: 'Everyone',
};
const value = (step: string, felt: number) => ({
  stepId: `sp_${step}`,
  touchpointId: null,
  value: felt,
  mean: false,
  momentOfTruth: false,
  slot: 0,
  slots: 1,
});
const curve = (personaId: string, look: CurveSource['look'], place: number): CurveSource => ({
  personaId,
  look,
  place,
  points: [value('1_1', 1), value('1_2', -1)],
  behindMeans: [],
});
const anna = curve('pe_anna', { color: 'blue', shape: 'circle' }, 0);
const max = curve('pe_max', { color: 'pink', shape: 'triangle' }, 1);

function paint(view: Partial<View>, options: Partial<PaintOptions> = {}) {
  const draft = draftMap([2]);
  draft.lane('mood', { role: 'emotion', name: 'Mood' });
  draft.touchpoint('a', '1_1', ['web'], { title: 'Alpha' });
  draft.touchpoint('b', '1_2', ['shop'], { title: 'Beta' });
  draft.link('a', 'b');
  for (const name of ['anna', 'max']) {
    const id = `pe_${name}`;
    draft.docs.library.personas[id] = { ...blankPersona, id, order: 'a0', name };
  }
  const scene = lay(draft.docs, view);
  const recording = recordContext();
  const content = createCardContent(createPlainMeasurer());
  paintScene(recording.ctx, scene, { docs: draft.docs, content, theme: lightTheme, words, level: 'card', ...options });
  return { ...recording, scene, said: recording.texts.map(({ text }) => text) };
}

describe('curves', () => {
  test('G15 a face of the map’s own is drawn beside its word, not written in it', () => {
    const draft = draftMap([2]);
    draft.lane('mood', { role: 'emotion', name: 'Mood' });
    const [record] = Object.values(draft.docs.map.map);
    const faces = ['', '', '', '⛅', '🤩'].map((face, at) => ({ word: at === 3 ? 'Fair' : '', face }));
    draft.docs.map.map.mp_1 = { ...record, sentimentScale: faces } as MapRecord;
    const recording = recordContext();
    const content = createCardContent(createPlainMeasurer());
    const scene = lay(draft.docs, { curves: [anna] });
    paintScene(recording.ctx, scene, { docs: draft.docs, content, theme: lightTheme, words, level: 'card' });
    const said = recording.texts.map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['level -2', 'level 0', 'Fair', 'level 2', '🤩']));
    expect(said.some((text) => text.includes('⛅'))).toBe(false);
  });

  test('G13 each has its colour and dash', () => {
    const { strokes } = paint({ curves: [anna, max] });
    const of = (color: 'blue' | 'pink') => strokes.filter((stroke) => stroke.color === lightTheme.colors[color].ink);
    expect(of('blue').some(({ width, dash }) => width === 1.8 && dash.length === 0)).toBe(true);
    expect(of('pink').some(({ width, dash }) => width === 1.8 && dash.length > 0)).toBe(true);
  });

  test('G13 the heads name the personas and the levels', () => {
    const { said } = paint({ curves: [anna, max, curve('everyone', null, 0)] });
    for (const text of ['anna', 'max', 'Everyone', 'level 2', 'level 0', 'level -2'])
      expect(said.filter((each) => each === text)).toHaveLength(1);
    expect(paint({ curves: [anna] }, { heads: false }).said).not.toContain('level 2');
  });

  test('G13 the overview paints them too, and leaves the context as it was', () => {
    const { scene } = paint({ curves: [anna] });
    const { ctx, strokes, transform } = recordContext();
    paintOverview(ctx, scene, { theme: lightTheme, zoom: 0.2 });
    expect(strokes.some(({ color, width }) => color === lightTheme.colors.blue.ink && width > 1.8)).toBe(true);
    expect(transform().scale).toBeCloseTo(1, 9);
  });
});

describe('heads of rows', () => {
  test('G10 tell count, gaps and mean feeling', () => {
    const facts = new Map([['row:ch_web', { count: 4, of: 4, mean: -1.2, gaps: 2 }]]);
    const told = paint({}, { facts });
    expect(told.said).toContain('4 cards');
    expect(told.said).toContain('2 gaps');
    const faces = (recording: typeof told) => recording.strokes.filter(({ color }) => color === lightTheme.gap).length;
    const none = paint({}, { facts: new Map([['row:ch_web', { count: 4, of: 4, mean: null, gaps: 2 }]]) });
    expect(faces(told)).toBe(faces(none) + 1);
    // Gaps come first; where one line is too short for all of it, the count goes to the next.
    const long = paint({}, { facts: new Map([['row:ch_web', { count: 10, of: 14, mean: -1.2, gaps: 12 }]]) }).texts;
    const y = (text: string, from = long) => from.find((one) => one.text === text)?.y;
    expect(y('10 of 14 cards')).toBeGreaterThan(y('12 gaps') ?? Number.NaN);
    expect(y('2 gaps', told.texts)).toBe(y('4 cards', told.texts));
    expect(told.said.indexOf('2 gaps')).toBeLessThan(told.said.indexOf('4 cards'));
    // As on the screen there is a space before the point between them, and one behind it.
    const [gaps, point, cards] = ['2 gaps', '·', '4 cards'].map((text) => told.texts.find((one) => one.text === text));
    const end = (text: PaintedText | undefined, weight: 400 | 600) =>
      (text?.x ?? 0) + (measurer.lines(text?.text ?? '', { ...metaStyle, weight }, 999, 1)[0]?.width ?? 0);
    expect((point?.x ?? 0) - end(gaps, 600)).toBeGreaterThan(2);
    expect((cards?.x ?? 0) - end(point, 400)).toBeGreaterThan(2);
  });

  test('G12 the head of a band names its persona', () => {
    const bands = [
      { personaId: 'pe_anna', name: 'Anna B', look: { color: 'blue', shape: 'circle' }, leftOut: new Set<string>() },
    ] as const;
    expect(paint({ bands }).said).toContain('Anna B');
  });
});

describe('what stands back', () => {
  test('G11 is painted in quieter colours, the rest as ever', () => {
    const { texts } = paint({}, { faded: new Set(['tp_b', 'ln_tp_a-tp_b']) });
    const color = (text: string) => texts.find((each) => each.text === text)?.color;
    expect(color('Alpha')).toBe(lightTheme.ink);
    expect(color('Beta')).toBe(fadedTheme(lightTheme).ink);
  });

  test.each([themes.light, themes.dark])('G11 its text stands out by 3, $name', (theme) => {
    const faded = fadedTheme(theme);
    for (const ink of [faded.ink, faded.secondary, faded.tertiary])
      for (const ground of [faded.panel, theme.rowTint]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(faded.ink, faded.panel)).toBeLessThan(contrast(theme.ink, theme.panel));
  });
});

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
