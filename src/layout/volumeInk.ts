import { inkWords, type Width } from './inkWords.ts';
import { lossInk, placeLosses } from './lossInk.ts';
import { OWNER_SIZE, ownerX } from './metrics.ts';
import type { DrawnVolume, Ink, InkColor, InkGroup, Overlays } from './overlay.ts';
import type { LinkRoute, Rect, Scene } from './scene.ts';
import { createPlaces } from './volumePlaces.ts';

/**
 * The volumes of links: their width under them, their number with n beside them, and at a card the share that goes no
 * further. `badges` are where figures stand already; `scale` enlarges what is read from afar.
 */
export function volumeInk(
  scene: Scene,
  { volumes, losses, owners }: Overlays,
  badges: readonly Rect[],
  width: Width,
  scale: number,
): InkGroup[] {
  if (volumes.size === 0 && losses.size === 0) return [];
  const links = scene.links.flatMap((link) => {
    const volume = volumes.get(link.linkId);
    return volume === undefined ? [] : [{ link, volume }];
  });
  const marks = scene.placements.flatMap(({ recordId, x, y }): Rect[] => {
    const count = owners.get(recordId) ?? 0;
    return count === 0 ? [] : [{ x: x + ownerX(0), y: y - OWNER_SIZE / 2, width: ownerX(count), height: OWNER_SIZE }];
  });
  const handoffs = scene.links.flatMap(({ mark }): Rect[] =>
    mark === null ? [] : [{ x: mark[0] - MARK, y: mark[1] - MARK, width: 2 * MARK, height: 2 * MARK }],
  );
  const star = STAR * scale;
  const stars = scene.placements.flatMap(({ kind, x, y, width: across }): Rect[] =>
    kind === 'touchpoint' ? [{ x: x + across - star, y: y - star, width: 2 * star, height: 2 * star }] : [],
  );
  const taken = [...scene.folds, ...marks, ...badges, ...handoffs, ...stars];
  const thickness = new Map(links.map(({ link, volume }) => [link.key, volume.width]));
  const thicknessOf = ({ key }: LinkRoute) => thickness.get(key) ?? 0;
  const tags = placeLosses(scene, losses, { taken, thicknessOf }, width, scale);
  const groups = tags.map((tag): InkGroup => {
    const { placement, x, y, width: across, height } = tag;
    const bounds = { x, y, width: across, height };
    const inks = lossInk(tag, width);
    return { key: `${placement.key}|loss`, under: false, recordId: placement.recordId, ...bounds, inks };
  });
  const bands = links.map(({ link, volume }): InkGroup => {
    const line: Ink = { kind: 'volume', points: link.points, width: volume.width, few: volume.few };
    return { key: `${link.key}|width`, under: true, recordId: link.linkId, ...boundsOf(link), inks: [line] };
  });
  const boxes = [...scene.placements, ...taken, ...tags];
  const borders = scene.rows.flatMap(({ kind, y }) => (kind === 'lane' ? y : []));
  // The widest find a place for their number first.
  const numbered = links
    .filter(({ volume }) => volume.text !== '')
    .sort((one, other) => other.volume.width - one.volume.width);
  const written = (writing: typeof inFull): InkGroup[] => {
    const placeOf = createPlaces(scene.links, thicknessOf, boxes, borders);
    return numbered.flatMap(({ link, volume }) => {
      const ways = writing(volume, width, scale);
      const place = placeOf(link, ways);
      if (place === null) return [];
      const inks: Ink[] = [];
      // Or the link's line would run through it.
      if (place.isOn)
        inks.push({ kind: 'ground', x: place.x - 1, y: place.y, width: place.width + 2, height: place.height });
      for (const [index, line] of (ways[place.size]?.lines ?? []).entries())
        inkWords(inks, width, { x: place.x, y: place.y + (10 + 11 * index) * scale }, line, true);
      return { key: `${link.key}|volume`, under: false, recordId: link.linkId, ...boundsOf(link), inks };
    });
  };
  let numbers = written(inFull);
  // Where each volume is its n, all are written as n alone if more of them have room that way: alike in any case.
  const { length } = numbered;
  if (numbers.length < length && length <= MOST_ALIKE && numbered.every(({ volume }) => volume.isCount)) {
    const short = written(asCount);
    if (short.length > numbers.length) numbers = short;
  }
  return [...groups, ...bands, ...numbers];
}

function boundsOf({ points }: LinkRoute): Rect {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

type Word = Parameters<typeof inkWords>[3][number];

/**
 * The lines in which the number of a link can be written with its n, the plainest first: side by side, one above the
 * other, and, where n is another number, the same with n in short, which leaves out that they are few: grey says that too.
 */
function inFull(volume: DrawnVolume, width: Width, scale: number) {
  const number = { text: volume.text, size: 11 * scale, color: colorOf(volume) };
  const counts = new Set(volume.isCount && !volume.few ? [volume.n] : [volume.n, volume.shortN]);
  const ways = [...counts].flatMap((text) => {
    const count = { ...number, text, size: 9.5 * scale };
    return [[[number, count]], [[number], [count]]];
  });
  return sized(ways, width, scale);
}

/** The same for a volume that is its n: n alone. */
function asCount(volume: DrawnVolume, width: Width, scale: number) {
  const ways = [...new Set([volume.n, volume.shortN])].flatMap((text) =>
    [11, 9.5].map((size) => [[{ text, size: size * scale, color: colorOf(volume) }]]),
  );
  return sized(ways, width, scale);
}

const colorOf = ({ few }: DrawnVolume): InkColor => (few ? 'tertiary' : 'ink');

function sized(ways: readonly (readonly (readonly Word[])[])[], width: Width, scale: number) {
  return ways.map((lines) => ({
    lines,
    width: Math.max(...lines.map((line) => inkWords([], width, { x: 0, y: 0 }, line) - (line.at(-1)?.size ?? 0) * 0.4)),
    height: (13 + 11 * (lines.length - 1)) * scale,
  }));
}

/** Of maps of more numbers than these nobody sees all together: the time for a second look is spared. */
const MOST_ALIKE = 400;
/** Half the side of the square in which a handoff's mark stands, and some room. */
const MARK = 11;
/** The same of a moment of truth's star, and from afar of any mark, at the upper right corner of a card: kept free at each. */
const STAR = 8;
