import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { LinkState, Scene, View } from '../../../src/layout/scene.ts';
import { faceOf } from '../../../src/model/faces.ts';
import { pairId } from '../../../src/model/ids.ts';
import { type Documents, mapRecord } from '../../../src/model/tables.ts';
import { type PaintOptions, paintScene, sceneBounds } from '../../../src/paint/canvasPainter.ts';
import { paintLinks, paintMark } from '../../../src/paint/paintLinks.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { draftMap, lay } from '../layout/mapDraft.ts';
import { recordContext } from './recordingContext.ts';

/** The data of every path that was made. */
const paths: string[] = [];
beforeAll(
  () =>
    void vi.stubGlobal(
      'Path2D',
      class {
        constructor(data: string) {
          paths.push(data);
        }
      },
    ),
);
afterAll(() => void vi.unstubAllGlobals());

const words = {
  notSet: 'Not set',
  untitled: 'Untitled',
  cards: (n: number) => `${n} cards`,
  gaps: (n: number) => `${n} gaps`,
  feeling: (level: number) => `level ${level}`,
  opportunityKind: ({ kind }: { kind: string }) => `kind ${kind}`,
  grades: ({ impact, effort }: { impact: number | null; effort: number | null }) => `${impact} and ${effort}`,
  evidence: 'Evidence',
  everyone: 'Everyone',
};

function filled(): Documents {
  const draft = draftMap([2, 1]);
  draft.lane('pains', { side: 'below', role: 'pains', name: 'Pain points' });
  draft.card('p', '1_1', 'pains', 'Phone and site do not agree about the day');
  draft.touchpoint('a', '1_1', ['web'], { title: 'Lands on the product page', momentOfTruth: true });
  draft.touchpoint('b', '1_2', ['shop'], { title: 'Tries it' });
  draft.touchpoint('c', '2_1', [], { title: '' });
  draft.link('a', 'b');
  draft.link('b', 'c');
  return draft.docs;
}

function paint(options: Partial<PaintOptions> = {}, docs = filled(), view: Partial<View> = {}) {
  const scene = lay(docs, view);
  const content = createCardContent(createPlainMeasurer());
  const recording = recordContext();
  paintScene(recording.ctx, scene, { docs, content, theme: lightTheme, words, level: 'card', ...options });
  return { scene, content, docs, ...recording, said: recording.texts.map((item) => item.text) };
}

describe('G15 faces', () => {
  test('G15 a map’s own faces are in its picture: drawn ones drawn, others written', () => {
    const docs = filled();
    const id = pairId('sentiment', 'tp_a', 'everyone');
    docs.map.sentiments[id] = { id, touchpointId: 'tp_a', personaId: 'everyone', value: 2 };
    const record = mapRecord(docs.map);
    const withFace = (face: string) => {
      const sentimentScale = Array.from({ length: 5 }, (_, level) => ({ word: '', face: level === 4 ? face : '' }));
      const own = { ...docs, map: { ...docs.map, map: { [record.id]: { ...record, sentimentScale } } } };
      paths.length = 0;
      const { said } = paint({}, own);
      return { said, drawn: paths.includes(faceOf(2, face).stroke) };
    };
    expect(withFace('')).toMatchObject({ drawn: true });
    expect(withFace('☀')).toMatchObject({ drawn: true });
    expect(withFace('☀').said).not.toContain('☀');
    const written = withFace('🤩 wow');
    expect(written.drawn).toBe(false);
    expect(written.said).toContain('🤩');
  });
});

describe('G1 text', () => {
  test('G1 every line of every card is painted once', () => {
    const { scene, content, docs, said } = paint();
    const lines = scene.placements.flatMap((card) => {
      const touchpoint = docs.map.touchpoints[card.recordId];
      return touchpoint === undefined ? (card.lines ?? []) : content.of(touchpoint, docs).titleLines;
    });
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) expect(said.filter((text) => text === line.text)).toHaveLength(1);
  });

  test('G1 so are the names of stages, steps and rows, with counts and gaps', () => {
    const facts = new Map(
      ['row:ch_web', 'row:ch_shop', 'row:'].map((key, gaps) => [
        key,
        { count: 1, of: 1, mean: null, gaps: Math.min(gaps, 1) },
      ]),
    );
    const { said } = paint({ facts });
    for (const text of ['Stage 1', 'Stage 2', 'Step 2', 'web', 'shop', 'Not set', 'Pain points']) {
      expect(said.filter((item) => item === text)).toHaveLength(1);
    }
    expect(said.filter((text) => text === '1 cards')).toHaveLength(3);
    expect(said.filter((text) => text === '1 gaps')).toHaveLength(2);
  });

  test('G1 an empty title shows the word for it, in a quieter ink', () => {
    const { texts } = paint();
    expect(texts.find((item) => item.text === 'Untitled')?.color).toBe(lightTheme.tertiary);
  });

  test('G1 the title level paints titles and nothing else of a card', () => {
    const { said, scene } = paint({ level: 'title', heads: false });
    expect(said).toContain('Tries it');
    expect(said.some((text) => scene.placements.some((card) => card.lines?.some((line) => line.text === text)))).toBe(
      false,
    );
  });

  test('G1 text lies in its card', () => {
    const { texts, scene } = paint();
    const card = scene.placements.find((item) => item.recordId === 'tp_b');
    const text = texts.find((item) => item.text === 'Tries it');
    expect(text?.x).toBeGreaterThan(card?.x ?? Infinity);
    expect(text?.y).toBeGreaterThan(card?.y ?? Infinity);
    expect(text?.y).toBeLessThan((card?.y ?? 0) + (card?.height ?? 0));
  });
});

describe('G2 parts', () => {
  test('G2 what lies outside the area is not painted', () => {
    const scene: Scene = lay(filled());
    const first = scene.columns[0];
    const area = { x: 0, y: 0, width: (first?.x ?? 0) + (first?.width ?? 0) - 20, height: scene.height };
    const { said } = paint({ area, heads: false });
    expect(said).toContain('Lands on the');
    expect(said).not.toContain('Tries it');
  });

  test('G2 without heads no name of a stage, step or row is painted', () => {
    const { said } = paint({ heads: false });
    for (const text of ['Stage 1', 'Step 1', 'web', 'Not set']) expect(said).not.toContain(text);
  });

  test('G2 a picture shows the map with its heads', () => {
    const scene = lay(filled());
    const bounds = sceneBounds(scene);
    expect(bounds.x).toBeLessThan(0);
    expect(bounds.x + bounds.width).toBeGreaterThan(scene.width);
    expect(bounds.y + bounds.height).toBeGreaterThan(scene.height);
  });
});

describe('G3 the context', () => {
  test.each(['card', 'title', 'overview'] as const)('G3 is left as it was found (%s)', (level) => {
    const { transform, depth } = paint({ level, zoom: 0.2 });
    expect(depth()).toBe(0);
    expect(transform().x).toBeCloseTo(0, 6);
    expect(transform().y).toBeCloseTo(0, 6);
    expect(transform().scale).toBeCloseTo(1, 9);
  });
});

describe('G6 states', () => {
  const state = (name: LinkState['state'], severity: number | null = null): LinkState => ({
    handoff: name !== 'none',
    state: name,
    severity,
  });
  const linked = (link: LinkState) => {
    const { ctx, strokes } = recordContext();
    const [route] = lay(filled()).links;
    if (route === undefined) throw new Error('no link');
    paintLinks(ctx, [{ ...route, state: link }], lightTheme);
    return strokes[0];
  };

  test('G6 links tell their state by width or dash too', () => {
    const told = (['none', 'unreviewed', 'smooth', 'gap'] as const).map((name) => linked(state(name)));
    expect(told[1]?.dash.length).toBeGreaterThan(0);
    expect(told[3]?.width).toBe(2);
    expect(new Set(told.map((style) => `${style?.width} ${style?.dash}`)).size).toBe(4);
  });

  test('G6 a possible handoff is no handoff: it is drawn quietly', () => {
    expect(linked({ handoff: false, state: 'gap', severity: 5 })?.color).toBe(lightTheme.link);
  });

  test('G6 marks tell theirs by sign: severity, tick, question mark', () => {
    const signs = (link: LinkState) => {
      const { ctx, texts, strokes } = recordContext();
      paintMark(ctx, [10, 20], link, lightTheme);
      return { texts: texts.map((item) => item.text), dashed: strokes.some((stroke) => stroke.dash.length > 0) };
    };
    expect(signs(state('gap', 4))).toEqual({ texts: ['4'], dashed: false });
    expect(signs(state('gap'))).toEqual({ texts: ['!'], dashed: false });
    expect(signs(state('smooth'))).toEqual({ texts: [], dashed: false });
    expect(signs(state('unreviewed'))).toEqual({ texts: ['?'], dashed: true });
    expect(signs(state('none'))).toEqual({ texts: [], dashed: false });
  });
});

describe('G7 stand-ins', () => {
  test('G7 folds say how many they hold, collapsed cells too', () => {
    const draft = draftMap([2]);
    for (let index = 0; index < 9; index++) draft.touchpoint(`t${index}`, '1_1', ['web']);
    expect(paint({ heads: false }, draft.docs).said).toContain('+3');
    expect(paint({ heads: false }, draft.docs, { collapsedStages: new Set(['st_1']) }).said).toEqual(['9']);
  });
});
