import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { BUBBLE_HEIGHT, BUBBLE_Y, cardEvidence } from '../../../src/layout/evidenceBubble.ts';
import { gapRadius } from '../../../src/layout/linkPath.ts';
import {
  CARD_HEIGHT,
  CARD_MARK_SCALE,
  CARD_MARK_X,
  CARD_MARK_Y,
  CARD_PADDING,
  OWNER_SIZE,
  ownerX,
  TITLE_X,
} from '../../../src/layout/metrics.ts';
import type { DrawnFigure, Overlays } from '../../../src/layout/overlay.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Placement, Rect, Scene } from '../../../src/layout/scene.ts';
import { partsOf } from '../../../src/layout/volumePlaces.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { pairId } from '../../../src/model/ids.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import { says } from '../../unit/evidence/pieces.ts';
import { draftMap, lay } from '../../unit/layout/mapDraft.ts';
import { arbitraryDocs } from './arbitraryMap.ts';

const measurer = createPlainMeasurer();
type Marked = Rect & { readonly what: string };

const figure: fc.Arbitrary<DrawnFigure> = fc.record({
  value: fc.constantFrom('9%', '61.5%', '2.5 hr', '12,400', '€ 1,234.50'),
  n: fc.constantFrom('n 12 few', 'n 1,200', 'n 12,000'),
  shortN: fc.constantFrom('n 12', 'n 12K'),
  few: fc.boolean(),
  tone: fc.constantFrom('good', 'bad', 'unknown'),
  difference: fc.constantFrom('', '', '+12.3%'),
});
const loss = fc.record({
  text: fc.constantFrom('▼9%', '▼0.4%', '▼100%'),
  n: fc.constantFrom('n 12 few', 'n 1,200', 'n 128,000'),
  shortN: fc.constantFrom('n 12', 'n 128K'),
  few: fc.boolean(),
});
/** By a touchpoint's number; of what is not among them nothing is said. */
const some = <Value>(values: fc.Arbitrary<Value>) => fc.dictionary(fc.nat({ max: 44 }).map(String), values);
const laid = fc.record({
  figures: some(figure),
  losses: some(loss),
  owners: some(fc.integer({ min: 1, max: 3 })),
  gaps: some(fc.constant(true)),
  counts: some(fc.integer({ min: 1, max: 4000 })),
});

function overlaysOf({
  figures,
  losses,
  owners,
  gaps,
}: { [kind in 'figures' | 'losses' | 'owners' | 'gaps']: object }): Overlays {
  const byId = (all: object) => new Map(Object.entries(all).map(([name, value]) => [`tp_${name}`, value]));
  return {
    ...{ figures: byId(figures), losses: byId(losses), owners: byId(owners) },
    gaps: new Set(byId(gaps).keys()),
    ...{ tones: new Map(), volumes: new Map(), lanes: new Map(), legend: null },
  };
}

/** What a card bears by itself: the marks of its personas, its speech mark, and at its corner that of a gap. */
function bornBy(at: Placement, owners: number, isGap: boolean, count: number | undefined): Marked[] {
  const radius = gapRadius(5) * CARD_MARK_SCALE;
  const evidence = count === undefined ? null : cardEvidence({ count, strength: 'partly' }, measurer);
  const x = at.x + CARD_MARK_X - radius;
  return [
    ...(isGap ? [{ what: 'gap', x, y: at.y + CARD_MARK_Y - radius, width: 2 * radius, height: 2 * radius }] : []),
    ...(owners === 0
      ? []
      : [
          {
            ...{ what: 'personas', x: at.x + ownerX(0), y: at.y - OWNER_SIZE / 2 },
            ...{ width: ownerX(owners) - ownerX(0) - 3, height: OWNER_SIZE },
          },
        ]),
    ...(evidence === null
      ? []
      : [{ what: 'evidence', x: at.x + evidence.x, y: at.y + BUBBLE_Y, width: evidence.width, height: BUBBLE_HEIGHT }]),
  ];
}

function marksOf(scene: Scene, overlays: Overlays, counts: Record<string, number>, scale: number): Marked[] {
  const cards = scene.placements.filter(({ kind }) => kind === 'touchpoint');
  const own = cards.flatMap((at) => {
    // Where cards show their titles alone there is no speech mark.
    const count = scale === 1 ? counts[at.recordId.slice(3)] : undefined;
    return bornBy(at, overlays.owners.get(at.recordId) ?? 0, overlays.gaps.has(at.recordId), count);
  });
  const drawn = overlayInk(scene, overlays, measurer, scale).flatMap(({ key, inks }) =>
    inks.flatMap((ink) => (ink.kind === 'box' ? [{ what: `tag ${key}`, ...ink }] : [])),
  );
  return [...own, ...drawn];
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    b.x < a.x + a.width - 0.01 &&
    b.x + b.width > a.x + 0.01 &&
    b.y < a.y + a.height - 0.01 &&
    b.y + b.height > a.y + 0.01
  );
}

/** Which marks cover which. */
function met(marks: readonly Marked[]): string[] {
  return marks.flatMap((mark, index) =>
    marks.slice(index + 1).flatMap((other) => (overlap(mark, other) ? [`${mark.what} on ${other.what}`] : [])),
  );
}

test.each([1, 1.35])('OV4 no two marks of cards cover each other, at scale %f', (scale) => {
  fc.assert(
    fc.property(arbitraryDocs, laid, (docs, { counts, ...drawn }) => {
      expect(met(marksOf(lay(docs), overlaysOf(drawn), counts, scale))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test.each([1, 1.35])('OV4 nor do they where cards stand close and their texts are long, at scale %f', (scale) => {
  const { docs, touchpoint } = draftMap([2]);
  for (const [index, step] of ['1_1', '1_1', '1_1', '1_2', '1_2'].entries()) touchpoint(String(index), step, ['web']);
  const scene = lay(docs);
  const all = <Value>(value: Value) => Object.fromEntries([0, 1, 2, 3, 4].map((index) => [index, value]));
  const few = false;
  for (const value of ['12,400', '€ 1,234.50'])
    for (const difference of ['', '+1,200'])
      for (const [n, shortN] of [
        ['n 12 few', 'n 12'],
        ['n 128,000', 'n 128K'],
      ])
        for (const text of ['▼9%', '▼100%'])
          for (const owner of [0, 1, 2, 3])
            for (const isGap of [false, true])
              for (const tone of ['good', 'unknown']) {
                const drawn = {
                  figures: all({ value, n, shortN, few, tone, difference }),
                  losses: all({ text, n, shortN, few }),
                  owners: owner === 0 ? {} : all(owner),
                  gaps: isGap ? all(true) : {},
                };
                expect(met(marksOf(scene, overlaysOf(drawn), {}, scale)), JSON.stringify(drawn)).toEqual([]);
              }
});

test.each([1, 1.35, 2.25])(
  'OV18 shares that go no further cover no link but one that leaves their card, at scale %f',
  (scale) => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryDocs, laid, (docs, { figures: _, ...drawn }) => {
        const scene = lay(docs);
        const lines = scene.links.flatMap((link) => partsOf(link, 2).map((part) => ({ ...part, from: link.from })));
        for (const { key, inks } of overlayInk(
          scene,
          overlaysOf({ ...drawn, figures: {} }),
          measurer,
          scale,
          scale > 2,
        ))
          for (const ink of inks) {
            if (ink.kind !== 'box') continue;
            seen++;
            const covered = lines.filter((line) => overlap(ink, line)).map(({ from }) => `${from}|loss`);
            expect(covered.filter((from) => from !== key)).toEqual([]);
            for (const { mark } of scene.links)
              if (mark !== null) expect(overlap(ink, { x: mark[0], y: mark[1], width: 0.1, height: 0.1 })).toBe(false);
          }
      }),
      { numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(0);
  },
);

test('OV4 a speech mark has a place of its own inside its card, before devices, department and faces', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 3, 12, 104),
      fc.nat({ max: 3 }),
      fc.boolean(),
      fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 5 }),
      (count, devices, hasDepartment, feelings) => {
        const names = ['web', 'shop', 'phone'].slice(0, devices);
        const { docs, touchpoint } = draftMap([1]);
        const id = touchpoint('a', '1_1', ['web'], {
          devices: names.map((name) => `dv_${name}`),
          departments: hasDepartment ? ['dp_web'] : [],
        });
        feelings.forEach((value, index) => {
          const personaId = `pe_${index}`;
          const order = `a${index}`;
          docs.library.personas[personaId] = {
            ...{ ...blankPersona, id: personaId, order, name: '' },
            ...{ color: 'pink', shape: 'circle' },
          };
          docs.map.mapPersonas[`mc_${index}`] = { id: `mc_${index}`, order, personaId };
          const felt = pairId('sentiment', id, personaId);
          docs.map.sentiments[felt] = { id: felt, touchpointId: id, personaId, value };
        });
        for (let piece = 0; piece < count; piece++) says(docs, ['a']);
        const content = createCardContent(measurer).of(docs.map.touchpoints[id] as Touchpoint, docs);
        const end = (content.evidence?.x ?? 0) + (content.evidence?.width ?? 0);
        expect(content.evidence?.x).toBeGreaterThanOrEqual(CARD_PADDING);
        for (const { x } of [...content.deviceIcons, ...content.further, ...content.faces])
          expect(x).toBeGreaterThan(end);
        if (content.department !== null) expect(content.department.x).toBeGreaterThan(end);
        expect(end).toBeLessThan(TITLE_X);
      },
    ),
    { numRuns: 60 },
  );
  expect(BUBBLE_Y + BUBBLE_HEIGHT).toBeLessThanOrEqual(CARD_HEIGHT);
});
