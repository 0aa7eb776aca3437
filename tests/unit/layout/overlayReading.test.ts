import { describe, expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { FACE_SIZE, META_Y } from '../../../src/layout/metrics.ts';
import type { DrawnFigure, DrawnLane, Ink, Overlays } from '../../../src/layout/overlay.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Row } from '../../../src/layout/scene.ts';
import { paintOverview } from '../../../src/paint/overview.ts';
import { paintInk } from '../../../src/paint/paintOverlay.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { recordContext } from '../paint/recordingContext.ts';
import { draftMap, lay } from './mapDraft.ts';

const measurer = createPlainMeasurer();
const { docs, touchpoint, link } = draftMap([4]);
for (const index of [1, 2, 3, 4]) touchpoint(`${index}`, `1_${index}`, ['web'], { title: `Step ${index}` });
const links = [link('1', '2'), link('2', '3'), link('3', '4')];
for (const [id, role] of [
  ['ka_values', 'kpi'],
  ['ka_course', 'trend'],
] as const)
  docs.map.lanes[id] = { id, order: id, name: 'Conversion', side: 'below', role, kpiId: 'kp_1', hidden: false };
const scene = lay(docs);

const plain: DrawnFigure = {
  ...{ value: '35.3%', n: 'n 12,800', shortN: 'n 13K', few: false, tone: 'unknown', difference: '' },
};
/** The values of four steps, with a course of each. */
function laneOf(...figures: DrawnFigure[]): DrawnLane {
  return {
    figures: new Map(figures.map((figure, index) => [`sp_1_${index + 1}`, figure])),
    courses: new Map(
      figures.map((_, index) => [
        `sp_1_${index + 1}`,
        [
          [0, 0.2],
          [1, index / 4],
        ],
      ]),
    ),
    notes: new Map(),
  };
}
const overlaysOf = (lane: DrawnLane): Overlays => ({
  ...{ figures: new Map(), owners: new Map(), gaps: new Set(), tones: new Map(), legend: null },
  volumes: new Map(
    links.map((id) => [id, { width: 9, text: '70', n: 'n 400', shortN: 'n 400', isCount: false, few: false }]),
  ),
  losses: new Map([['tp_2', { text: '▼9%', n: 'n 400', shortN: 'n 400', few: false }]]),
  lanes: new Map([
    ['ka_values', lane],
    ['ka_course', lane],
  ]),
});
const lane = laneOf(plain, { ...plain, tone: 'bad' }, { ...plain, tone: 'good' }, plain);

/** What is drawn of a step in one of the lanes, by what it is. */
function drawnAt(inks: ReturnType<typeof overlayInk>, role: 'values' | 'course', step: number) {
  const row = scene.rows.find(({ laneId }) => laneId === `ka_${role}`);
  const group = inks.find(({ key }) => key === `${row?.key}|sp_1_${step}`);
  const some = <Kind extends Ink['kind']>(kind: Kind) =>
    (group?.inks ?? []).filter((ink): ink is Extract<Ink, { kind: Kind }> => ink.kind === kind);
  return { marks: some('mark'), texts: some('text'), lines: some('line') };
}

describe('lanes of values and courses', () => {
  test.each([1, 1.35, 2])('OV6 no ring ends a course whose value has no threshold, at scale %f', (scale) => {
    const few = laneOf(plain, { ...plain, few: true }, { ...plain, tone: 'good' });
    for (const isFar of [false, true]) {
      const inks = overlayInk(scene, overlaysOf(few), measurer, scale, isFar);
      const tones = [1, 2, 3].map((step) => drawnAt(inks, 'course', step).marks.map(({ tone }) => tone));
      expect(tones).toEqual([[], ['unknown'], ['good']]);
      // Where it ends is seen all the same.
      const { lines } = drawnAt(inks, 'course', 1);
      expect(lines.filter(({ width }) => width >= 5)).toHaveLength(1);
    }
  });

  test.each([1, 1.35, 1.75, 2.25, 2.75])(
    'OV17 all columns of a lane are written alike, marks cover no words, value and n stand about their middle, at scale %f',
    (scale) => {
      const inks = overlayInk(scene, overlaysOf(lane), measurer, scale, scale > 1.5);
      for (const role of ['values', 'course'] as const) {
        const columns = [1, 2, 3, 4].map((step) => drawnAt(inks, role, step));
        for (const { texts } of columns) expect(texts.map(({ text }) => text)[0]).toBe('35.3%');
        const heights = columns.map(({ texts }) => texts.map(({ y }) => y));
        expect(new Set(heights.map((each) => each.join())).size, role).toBe(1);
        for (const { marks, texts } of columns)
          for (const mark of marks)
            for (const word of texts) {
              const top = word.y - word.size * 0.75;
              const isApart = word.x >= mark.x + mark.size || top >= mark.y + mark.size || word.y <= mark.y;
              expect(isApart, `${role}: ${word.text}`).toBe(true);
            }
        const row = scene.rows.find(({ laneId }) => laneId === `ka_${role}`) as Row;
        for (const { texts } of columns)
          for (const { y, size } of texts) {
            expect(y).toBeLessThan(row.y + row.height);
            expect(y - size * 0.75).toBeGreaterThan(row.y);
          }
      }
      const next = drawnAt(inks, 'values', 2).texts[0]?.x ?? 0;
      for (const { x, text, size, bold } of drawnAt(inks, 'values', 1).texts) {
        const across = measurer.lines(text, { size, lineHeight: size, weight: bold ? 600 : 400 }, 999, 1)[0]?.width;
        expect(x + (across ?? 0)).toBeLessThan(next);
      }
    },
  );
});

test.each([0.61, 0.5, 0.4, 0.37, 0.3, 0.17, 0.1, 0.05])(
  'OV15 from afar nothing is written smaller than it can be read, at zoom %f; widths and marks stay',
  (zoom) => {
    const recording = recordContext();
    recording.ctx.scale(zoom, zoom);
    const asked = Math.ceil(4 / zoom) / 4;
    const inks = overlayInk(scene, overlaysOf(lane), measurer, Math.min(6, asked), true);
    paintOverview(recording.ctx, scene, {
      ...{ theme: lightTheme, zoom, area: { x: 0, y: 0, width: 1, height: 1 } },
      paintOverlay: (ctx, under) => paintInk(ctx, inks, under, new Set(), lightTheme),
    });
    for (const { text, font, scale } of recording.texts)
      expect(Number(/([\d.]+)px/.exec(font)?.[1]) * scale, text).toBeGreaterThanOrEqual(/^n /.test(text) ? 7.8 : 8.7);
    const bands = inks.flatMap((group) => group.inks.filter(({ kind }) => kind === 'volume'));
    expect(bands).toHaveLength(3);
    const marks = [2, 3].flatMap((step) => drawnAt(inks, 'values', step).marks);
    expect(marks.map(({ tone }) => tone)).toEqual(['bad', 'good']);
    for (const { size } of marks) expect(size * zoom).toBeGreaterThanOrEqual(zoom < 0.1 ? 3 : 6);
    expect(recording.texts.length > 0).toBe(zoom > 0.36);
  },
);

test.each([1, 1.35])('OV16 a share that goes no further leaves the foot of its card free, at scale %f', (scale) => {
  const boxes = overlayInk(scene, overlaysOf(lane), measurer, scale).flatMap(({ inks }) =>
    inks.filter((ink) => ink.kind === 'box'),
  );
  const card = scene.placements.find(({ recordId }) => recordId === 'tp_2');
  expect(boxes).toHaveLength(1);
  const content = createCardContent(measurer).of(docs.map.touchpoints.tp_2 as never, docs);
  expect(content.titleLines).toHaveLength(1);
  // Half its border's width reaches up further.
  for (const { y } of boxes) expect(y - 0.6).toBeGreaterThanOrEqual((card?.y ?? 0) + META_Y + FACE_SIZE / 2 + 2);
});
