import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import type { Overlays } from '../../../src/layout/overlay.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { paintScene } from '../../../src/paint/canvasPainter.ts';
import { legendHeight, paintInk, paintLegend } from '../../../src/paint/paintOverlay.ts';
import { themes } from '../../../src/paint/theme.ts';
import { draftMap, lay } from '../layout/mapDraft.ts';
import { recordContext } from './recordingContext.ts';

beforeAll(() => void vi.stubGlobal('Path2D', class {}));
afterAll(() => void vi.unstubAllGlobals());

const words = {
  notSet: 'Not set',
  untitled: 'Untitled',
  cards: (n: number) => `${n} cards`,
  gaps: (n: number) => `${n} gaps`,
  feeling: (level: number) => `level ${level}`,
  opportunityKind: () => '',
  grades: () => '',
  evidence: 'Evidence',
  everyone: 'Everyone',
};
const legend = {
  title: 'CSAT',
  lines: ['February', 'The whole map: 80%'],
  scale: [{ width: 16, text: '100' }],
  marks: [{ tone: 'good', text: '> 70%' }] as const,
};

it.each(['light', 'dark'] as const)(
  'G14 a picture in %s bears the badges, colours, volumes and legend of the screen',
  (name) => {
    const draft = draftMap([2]);
    draft.touchpoint('a', '1_1', ['web'], { title: 'Alpha' });
    draft.touchpoint('b', '1_2', ['web'], { title: 'Beta' });
    draft.touchpoint('c', '1_2', ['shop'], { title: 'Gamma' });
    const link = draft.link('a', 'b');
    const scene = lay(draft.docs);
    const overlays: Overlays = {
      figures: new Map([
        ['tp_a', { value: '90%', n: 'n 200', shortN: 'n 200', few: false, tone: 'good', difference: '' }],
      ]),
      owners: new Map(),
      gaps: new Set(),
      tones: new Map([
        ['tp_a', 'good'],
        ['tp_c', 'few'],
      ]),
      volumes: new Map([[link, { width: 9, text: '70', n: 'n 12 few', shortN: 'n 12', isCount: false, few: true }]]),
      losses: new Map([['tp_a', { text: '▼9%', n: 'n 200', shortN: 'n 200', few: false }]]),
      lanes: new Map(),
      legend,
    };
    const measurer = createPlainMeasurer();
    const recording = recordContext();
    const theme = themes[name];
    paintScene(recording.ctx, scene, {
      ...{ docs: draft.docs, content: createCardContent(measurer), theme, words, level: 'card' },
      tones: overlays.tones,
      paintOverlay: (ctx, under) => paintInk(ctx, overlayInk(scene, overlays, measurer), under, new Set(), theme),
    });
    paintLegend(recording.ctx, scene, legend, scene.height, theme);
    const said = recording.texts.map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['90%', 'n 200', '▼9%', 'CSAT', 'February', '> 70%']));
    expect(recording.fills).toContain(theme.smoothTint);
    expect(recording.strokes).toContainEqual({ color: theme.tertiary, width: 9, dash: [7, 4] });
    // A card that rests on few has a broken border, as on the screen.
    expect(recording.strokes).toContainEqual({ color: theme.cardLine, width: 1, dash: [3, 3] });
    const sample = recordContext();
    paintLegend(sample.ctx, scene, { ...legend, scale: [{ width: 16, text: '6', few: true }] }, 0, theme);
    expect(sample.strokes).toContainEqual({ color: theme.tertiary, width: 16, dash: [7, 4] });
    expect(legendHeight(legend)).toBeGreaterThan(legendHeight({ ...legend, lines: [] }));
    expect(legendHeight(null)).toBe(0);
  },
);
