import fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/app/locales/en.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { buildSample } from '../../../src/app/samples/buildSample.ts';
import { onlineShopEn } from '../../../src/app/samples/onlineShop.en.ts';
import { onlineShop } from '../../../src/app/samples/onlineShop.ts';
import { overlayFacts } from '../../../src/canvas/overlayFacts.ts';
import { noOverlay } from '../../../src/editor/session.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { LinkRoute, Rect, Scene } from '../../../src/layout/scene.ts';
import { createPlaces } from '../../../src/layout/volumePlaces.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { lay } from '../../unit/layout/mapDraft.ts';
import { arbitraryDocs } from './arbitraryMap.ts';

const SIZE = { width: 30, height: 13 };
const widths = [2, 3, 6, 11, 16];

/** The scene with a number wanted at each link, the links between 2 and 16 px wide, and where the numbers stand. */
function placed(docs: Documents): { scene: Scene; thick: Map<string, number>; places: [LinkRoute, Rect | null][] } {
  const scene = lay(docs);
  const thick = new Map(scene.links.map(({ key }, index) => [key, widths[index % widths.length] as number]));
  const placeOf = createPlaces(scene.links, ({ key }) => thick.get(key) ?? 0, scene.placements);
  return { scene, thick, places: scene.links.map((link) => [link, placeOf(link, [SIZE])]) };
}

/** The straight parts of a link's line, as wide as it is drawn. */
function partsOf({ key, points }: LinkRoute, thick: Map<string, number>): (Rect & { isLevel: boolean })[] {
  const half = (thick.get(key) ?? 0) / 2;
  return points.slice(1).map(([toX, toY], index) => {
    const [x, y] = points[index] as readonly [number, number];
    const isLevel = toY === y;
    const at = { x: Math.min(x, toX) - (isLevel ? 0 : half), y: Math.min(y, toY) - (isLevel ? half : 0) };
    return {
      ...at,
      width: Math.abs(toX - x) + (isLevel ? 0 : 2 * half),
      height: Math.abs(toY - y) + (isLevel ? 2 * half : 0),
      isLevel,
    };
  });
}

/** Where a link ends, at the right of its last straight part. */
function tipOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width, y: y + height / 2, width: 0, height: 0 };
}

/** True when two boxes overlap by more than a hair, or come as near as `gap`. */
function meet(a: Rect, b: Rect, gap = -0.01): boolean {
  return (
    b.x < a.x + a.width + gap && b.x + b.width > a.x - gap && b.y < a.y + a.height + gap && b.y + b.height > a.y - gap
  );
}

function check(docs: Documents): number {
  const { scene, thick, places } = placed(docs);
  const numbers = places.flatMap(([, place]) => place ?? []);
  for (const [link, place] of places) {
    if (place === null) continue;
    const own = partsOf(link, thick).filter((part) => meet(place, part, 3.5));
    expect(own.length, `${link.key}: beside no line of its own`).toBeGreaterThan(0);
    expect(scene.placements.filter((card) => meet(place, card))).toEqual([]);
    expect(numbers.filter((other) => other !== place && meet(place, other))).toEqual([]);
    const bends = (points: LinkRoute['points']) => points.slice(1, -1).map(([x, y]) => ({ x, y, width: 0, height: 0 }));
    expect(
      bends(link.points).filter((bend) => meet(place, bend, -1)),
      `${link.key}: on its own bend`,
    ).toEqual([]);
    const others = scene.links.filter(({ key }) => key !== link.key);
    const under = others.filter((other) => partsOf(other, thick).some((part) => meet(place, part)));
    expect(under.length, `${link.key}: on several`).toBeLessThanOrEqual(1);
    for (const other of under) {
      expect(thick.get(other.key), `${link.key}: on a wide one`).toBeLessThanOrEqual(8);
      const ends = [...bends(other.points), ...partsOf(other, thick).slice(-1).map(tipOf)];
      expect(
        ends.filter((end) => meet(place, end, 8)),
        `${link.key}: on a bend or tip of ${other.key}`,
      ).toEqual([]);
    }
    for (const other of others) {
      const met = partsOf(other, thick).filter((part) => meet(place, part));
      // Nearer to its own line than to another: that runs the other way, or beside it in a bundle.
      const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2, width: 0, height: 0 };
      for (const part of met) {
        const isOn = own.some((line) => meet(middle, line, 0.5));
        expect(
          isOn && (own.some(({ isLevel }) => isLevel !== part.isLevel) || !meet(middle, part)),
          `${link.key} on ${other.key}`,
        ).toBe(true);
      }
    }
  }
  return numbers.length;
}

describe('numbers of links', () => {
  test('NB10 OV18 stand at their own line, on no card and no other number, and on one thin other line at most, not on its bend or tip', () => {
    fc.assert(
      fc.property(arbitraryDocs, (docs) => void check(docs)),
      { numRuns: 60 },
    );
  });

  test('NB10 OV18 of the sample all links but two have their number; the legend says that some may not', async () => {
    await i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enKpis } } } });
    const library = defaultLibrary((key) => key);
    const { map, personas, kpis } = buildSample(onlineShop, onlineShopEn, library);
    const docs = { map, library: { ...library, personas, kpis } };
    const overlay = { ...noOverlay, kpiId: Object.keys(kpis)[0] ?? null, links: true, badge: true };
    const facts = overlayFacts(docs, { overlay, personaFilter: [] }, i18next.t, 'en');
    expect(facts.volumes.size).toBeGreaterThan(10);
    const groups = overlayInk(lay(docs), facts, createPlainMeasurer());
    const unsaid = [...facts.volumes].filter(
      ([id, { text }]) =>
        !groups.some(
          ({ recordId, inks }) => recordId === id && inks.some((ink) => ink.kind === 'text' && ink.text === text),
        ),
    );
    expect(unsaid.length).toBeLessThanOrEqual(2);
    expect(Math.max(...unsaid.map(([, { width }]) => width))).toBeLessThan(8);
    expect(facts.legend?.lines.join(' ')).toMatch(/n 210 – 12,800\. Not shown where there is no room\./);
    expect(facts.legend?.lines.join(' ')).toMatch(/journey ends\. Not shown where there is no room\./);
    // A number on its own thin line stands on a ground.
    const onGround = groups.filter(({ inks }) => inks.some(({ kind }) => kind === 'ground'));
    expect(onGround.length).toBeGreaterThan(0);
    for (const { inks } of onGround) {
      const [first, ...words] = inks;
      if (first?.kind !== 'ground') throw new Error('The ground is not under the words.');
      for (const word of words)
        if (word.kind === 'text') expect(word.y > first.y && word.y <= first.y + first.height).toBe(true);
    }
  });
});
