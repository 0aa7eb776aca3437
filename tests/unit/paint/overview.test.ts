import { describe, expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { paintOverview } from '../../../src/paint/overview.ts';
import { fadedTheme, lightTheme } from '../../../src/paint/theme.ts';
import { draftMap, lay } from '../layout/mapDraft.ts';
import { recordContext } from './recordingContext.ts';

const draft = draftMap([2, 1]);
for (const name of ['a', 'b', 'c']) draft.touchpoint(name, '1_1', ['web']);
draft.touchpoint('d', '1_2', ['shop']);
draft.link('a', 'd');
const scene = lay(draft.docs);
const words = {
  notSet: 'Not set',
  untitled: 'Untitled',
  cards: String,
  gaps: String,
  feeling: String,
  opportunityKind: ({ kind }: { kind: string }) => `kind ${kind}`,
  grades: ({ impact, effort }: { impact: number | null; effort: number | null }) => `${impact} and ${effort}`,
  evidence: 'Evidence',
  everyone: 'Everyone',
};

describe('G8 overview', () => {
  test('G8 cells show their count, and the severity of the worst gap that arrives', () => {
    const { ctx, texts } = recordContext();
    paintOverview(ctx, scene, { theme: lightTheme, zoom: 0.4 });
    expect(texts.map((item) => item.text).sort()).toEqual(['1', '3', '3']);
  });

  test.each([0.05, 0.2, 0.6])('G8 names, counts and marks keep their size on the screen at zoom %f', (zoom) => {
    const { ctx, texts } = recordContext();
    ctx.scale(zoom, zoom);
    const content = createCardContent(createPlainMeasurer());
    paintOverview(ctx, scene, { theme: lightTheme, zoom, names: { content, words } });
    expect(texts.length).toBeGreaterThan(0);
    for (const { font, scale, text } of texts) {
      const size = Number(/([\d.]+)px/.exec(font)?.[1]) * scale;
      // The digit in a mark is part of it; the mark itself is 16 px.
      expect(size, text).toBeGreaterThanOrEqual(/^\d$/.test(text) ? 8.5 : 12);
      expect(size, text).toBeLessThanOrEqual(12.5);
    }
  });

  test('G8 of several cards in a cell each has the colour and mark of what arrives at it', () => {
    const two = draftMap([2]);
    two.touchpoint('from', '1_1', ['web'], { title: 'Asks' });
    two.touchpoint('fine', '1_2', ['shop'], { title: 'Pays' });
    two.touchpoint('bad', '1_2', ['shop'], { title: 'Waits' });
    two.link('from', 'bad');
    const laid = lay(two.docs);
    const { ctx, texts, fills } = recordContext();
    ctx.scale(0.5, 0.5);
    const title = (id: string) => two.docs.map.touchpoints[id]?.title ?? '';
    const cards = { content: createCardContent(createPlainMeasurer()), title, overlays: null };
    paintOverview(ctx, laid, { theme: lightTheme, zoom: 0.5, cards });
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Pays', 'Waits', '3']));
    expect(fills.filter((color) => color === lightTheme.gapTint)).toHaveLength(1);
    const cell = laid.cells.find(({ count }) => count === 2);
    expect(Object.keys(cell?.marks ?? {})).toEqual(['tp_bad']);
  });

  test('G8 G11 what stands back is quieter from afar too', () => {
    const plain = draftMap([2]);
    plain.touchpoint('alone', '1_1', ['web']);
    plain.touchpoint('one', '1_2', ['web']);
    plain.touchpoint('two', '1_2', ['web']);
    const laid = lay(plain.docs);
    const said = (zoom: number, ...faded: string[]) => {
      const recording = recordContext();
      recording.ctx.scale(zoom, zoom);
      const cards = { content: createCardContent(createPlainMeasurer()), title: (id: string) => id, overlays: null };
      paintOverview(recording.ctx, laid, { theme: lightTheme, zoom, cards, faded: new Set(faded) });
      return recording.texts.filter(({ color }) => color === fadedTheme(lightTheme).ink).map(({ text }) => text);
    };
    expect(said(0.6, 'tp_two')).toEqual(['tp_two']);
    // A cell stands back when all it holds does.
    expect(said(0.2, 'tp_alone', 'tp_two')).toEqual(['1']);
    expect(said(0.2, 'tp_one', 'tp_two')).toEqual(['2']);
    expect(said(0.2)).toEqual([]);
  });

  test('G8 a cell that holds a selected record has a ring', () => {
    const plain = recordContext();
    const ringed = recordContext();
    paintOverview(plain.ctx, scene, { theme: lightTheme, zoom: 0.2 });
    paintOverview(ringed.ctx, scene, { theme: lightTheme, zoom: 0.2, selection: ['tp_d'] });
    const rings = (recording: typeof plain) =>
      recording.strokes.filter((stroke) => stroke.color === lightTheme.accent).length;
    expect([rings(plain), rings(ringed)]).toEqual([0, 1]);
  });
});
