import { describe, expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { HEAD_HEIGHT } from '../../../src/layout/metrics.ts';
import type { DrawnFigure, Overlays } from '../../../src/layout/overlay.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { paintOverview } from '../../../src/paint/overview.ts';
import { paintFigureMark } from '../../../src/paint/paintFigureMark.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { draftMap, lay } from '../layout/mapDraft.ts';
import { recordContext } from './recordingContext.ts';

const measurer = createPlainMeasurer();
const draft = draftMap([4]);
const names = ['Sees an advert', 'Asks a friend who rides', 'Orders', 'Waits'];
for (const [index, name] of names.entries()) draft.touchpoint(`${index}`, `1_${index + 1}`, ['web'], { title: name });
draft.touchpoint('below', '1_2', ['web'], { title: 'Reads reviews' });
draft.link('0', '1');
draft.link('1', '2');
draft.link('below', '2');
const scene = lay(draft.docs);
const figure: DrawnFigure = {
  value: '52%',
  n: 'n 1,200',
  shortN: 'n 1.2K',
  few: false,
  tone: 'bad',
  difference: '',
};
const overlays: Overlays = {
  figures: new Map([
    ['tp_0', figure],
    ['tp_1', { ...figure, value: '61%', tone: 'good' }],
    ['tp_below', { ...figure, value: '7%', tone: 'bad' }],
  ]),
  owners: new Map(),
  gaps: new Set(),
  tones: new Map([['tp_0', 'bad']]),
  volumes: new Map(
    scene.links.map(({ linkId }, index) => [
      linkId,
      { width: 14, text: `${400 + index}`, n: 'n 900', shortN: 'n 900', isCount: false, few: false },
    ]),
  ),
  losses: new Map(
    ['tp_0', 'tp_1', 'tp_below'].map((id) => [id, { text: '▼9%', n: 'n 900', shortN: 'n 900', few: false }]),
  ),
  lanes: new Map(),
  legend: null,
};

function painted(zoom: number, laid: Overlays | null, map = scene, docs = draft.docs) {
  const recording = recordContext();
  recording.ctx.scale(zoom, zoom);
  const title = (id: string) => docs.map.touchpoints[id]?.title ?? '';
  const cards = { content: createCardContent(measurer), title, overlays: laid, paintSign: paintFigureMark };
  paintOverview(recording.ctx, map, { theme: lightTheme, zoom, cards });
  return recording;
}

describe('CV6 CV7 the overview of a small map', () => {
  test.each([0.4, 0.5, 0.61])('CV6 cards show their titles at zoom %f, in a size that is read', (zoom) => {
    const { texts } = painted(zoom, null);
    const said = texts.map(({ text }) => text).join(' ');
    for (const name of names) expect(said).toContain(name.split(' ')[0]);
    for (const { font, scale, text } of texts) {
      if (/^[?\d]$/.test(text)) continue;
      expect(Number(/([\d.]+)px/.exec(font)?.[1]) * scale, text).toBeGreaterThanOrEqual(11);
    }
  });

  test('CV6 cells of a map of hundreds of cards, or too small for a title, show counts', () => {
    expect(painted(0.2, null).texts.map(({ text }) => text)).toContain('2');
    const many = draftMap([40]);
    for (let index = 0; index < 440; index++)
      many.touchpoint(`m${index}`, `1_${(index % 40) + 1}`, [['web', 'shop', 'phone'][index % 3] ?? '']);
    const { texts } = painted(0.5, null, lay(many.docs), many.docs);
    expect(texts.some(({ text }) => text.startsWith('m'))).toBe(false);
  });

  test.each([0.36, 0.4, 0.44, 0.5])(
    'OV13 a card keeps its name under a figure, or stands by its mark, at zoom %f',
    (zoom) => {
      // Where not even value and n in short have room on a card, the mark alone stands with the name.
      const wide: Overlays = {
        ...overlays,
        figures: new Map(
          [...overlays.figures].map(([id, each]) => [id, { ...each, value: '1,234,567', shortN: 'n 1,234,567' }]),
        ),
      };
      const { texts } = painted(zoom, wide);
      const said = texts.map(({ text }) => text);
      for (const name of ['Sees', 'Asks', 'Reads']) expect(said.join(' ')).toContain(name.slice(0, 2));
      expect(said).not.toContain('1,234,567');
      // On two lines both are there.
      const few = {
        ...overlays,
        figures: new Map([['tp_below', { ...figure, value: '7%', n: 'n 4', shortN: 'n 4' }]]),
      };
      const both = painted(0.4, few).texts.map(({ text }) => text);
      expect(both).toEqual(expect.arrayContaining(['7%', expect.stringMatching(/^Reads/)]));
    },
  );

  test('OV14 held against something, a figure says from afar by how much it differs', () => {
    const held = { ...figure, difference: '▲6 pp', shortN: 'n 4', n: 'n 4' };
    const { texts } = painted(0.5, { ...overlays, figures: new Map([['tp_below', held]]) });
    const said = texts.map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['▲6 pp', 'n 4']));
    expect(said).not.toContain('52%');
  });

  test.each([0.5, 0.25, 0.12])(
    'CV7 what is laid over the map is seen at zoom %f: colours with a sign, and values',
    (zoom) => {
      const plain = painted(zoom, null);
      const laid = painted(zoom, overlays);
      const bad = (recording: typeof plain) => recording.fills.filter((color) => color === lightTheme.gap).length;
      expect(bad(laid)).toBeGreaterThan(bad(plain));
      const said = laid.texts.map(({ text }) => text);
      if (zoom > 0.3) expect(said).toEqual(expect.arrayContaining(['52%', '61%', '7%']));
      else if (zoom > 0.2) expect(said).toContain('2');
    },
  );
});

describe('OV7 figures from afar', () => {
  const judged = draftMap([2]);
  judged.touchpoint('0', '1_1', ['web'], { title: 'Orders' });
  judged.touchpoint('asks', '1_2', ['phone'], { title: 'Asks' });
  judged.link('0', 'asks');
  const map = lay(judged.docs);
  const fine = { ...overlays, figures: new Map([['tp_0', { ...figure, tone: 'good' as const }]]), tones: new Map() };

  test.each([0.5, 0.25])('OV7 red is the figures’ alone at zoom %f; a gap keeps its mark', (zoom) => {
    const tints = (laid: Overlays | null) =>
      painted(zoom, laid, map, judged.docs).fills.filter((color) => color === lightTheme.gapTint).length;
    const marks = (laid: Overlays | null) =>
      painted(zoom, laid, map, judged.docs).texts.filter(({ text }) => text === '3').length;
    expect([tints(null), tints(fine)]).toEqual([1, 0]);
    expect([marks(null), marks(fine)]).toEqual([1, 1]);
  });

  test.each([0.5, 0.25, 0.17, 0.1])('OV7 a gap keeps its mark where a figure stands too, at zoom %f', (zoom) => {
    for (const tone of ['good', 'bad', 'unknown'] as const) {
      const onGap = { ...fine, figures: new Map([['tp_asks', { ...figure, tone }]]) };
      const { texts } = painted(zoom, onGap, map, judged.docs);
      expect(texts.filter(({ text }) => text === '3')).toHaveLength(1);
    }
  });

  test('OV7 a card says its value with n, in short where there is less room, or shows the mark alone', () => {
    const said = (zoom: number) =>
      painted(zoom, fine, map, judged.docs)
        .texts.map(({ text }) => text)
        .filter((text) => /%|^n /.test(text));
    expect(said(0.8)).toEqual(['52%', 'n 1,200']);
    expect(said(0.5)).toEqual(['52%', 'n 1.2K']);
    expect(said(0.36)).toEqual([]);
    expect(said(0.3)).toEqual([]);
  });
});

describe('CV8 figures of links', () => {
  test.each([1, 1.35])(
    'CV8 numbers and shares cover neither heads, tips, badges nor each other at scale %f',
    (scale) => {
      const groups = overlayInk(scene, overlays, measurer, scale);
      const boxes = groups.flatMap(({ inks }) => inks.filter((ink) => ink.kind === 'box'));
      const drops = boxes.filter(({ color }) => color === 'secondary');
      const badges = boxes.filter(({ color }) => color !== 'secondary');
      // The third would cover the link that leads on from the card below.
      expect(drops).toHaveLength(2);
      for (const drop of drops)
        for (const other of [...badges, ...drops])
          if (other !== drop)
            expect(
              other.x > drop.x + drop.width ||
                other.x + other.width < drop.x ||
                other.y >= drop.y + drop.height ||
                other.y + other.height <= drop.y,
            ).toBe(true);
      for (const group of groups.filter(({ key }) => key.endsWith('|volume')))
        for (const ink of group.inks)
          if (ink.kind === 'text' && ink.halo) expect(ink.y - ink.size).toBeGreaterThan(HEAD_HEIGHT - 2);
    },
  );
});
