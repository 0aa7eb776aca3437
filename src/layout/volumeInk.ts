import { inkWords, type Width } from './inkWords.ts';
import { lossInk, placeLosses } from './lossInk.ts';
import { OWNER_SIZE, ownerX } from './metrics.ts';
import type { DrawnVolume, Ink, InkGroup, Overlays } from './overlay.ts';
import type { Rect, Scene } from './scene.ts';
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
  isFar: boolean,
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
  const stars = scene.placements.flatMap(({ kind, x, y, width: across }): Rect[] =>
    kind === 'touchpoint' ? [{ x: x + across - STAR, y: y - STAR, width: 2 * STAR, height: 2 * STAR }] : [],
  );
  const taken = [...scene.folds, ...marks, ...badges, ...handoffs, ...stars];
  const tags = placeLosses(scene, losses, taken, width, scale, isFar);
  const groups = tags.map((tag): InkGroup => {
    const { placement, x, y, width: across, height } = tag;
    const bounds = { x, y, width: across, height };
    const inks = lossInk(tag, width);
    return { key: `${placement.key}|loss`, under: false, recordId: placement.recordId, ...bounds, inks };
  });
  const thickness = new Map(links.map(({ link, volume }) => [link.key, volume.width]));
  const placeOf = createPlaces(scene.links, ({ key }) => thickness.get(key) ?? 0, [
    ...scene.placements,
    ...taken,
    ...tags,
  ]);
  // The widest find a place for their number first.
  for (const { link, volume } of links.sort((a, b) => b.volume.width - a.volume.width)) {
    const xs = link.points.map(([x]) => x);
    const ys = link.points.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const bounds = { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    const { few } = volume;
    const line: Ink = { kind: 'volume', points: link.points, width: volume.width, few };
    groups.push({ key: `${link.key}|width`, under: true, recordId: link.linkId, ...bounds, inks: [line] });
    const inks: Ink[] = [];
    const ways = waysToWrite(volume, width, scale);
    const place = volume.text === '' ? null : placeOf(link, ways);
    // In a wide band a number is read as it is; a thin line would run through it.
    if (place?.isOn && volume.width < place.height)
      inks.push({ kind: 'ground', x: place.x - 1, y: place.y, width: place.width + 2, height: place.height });
    for (const [index, line] of (place === null ? [] : (ways[place.size]?.lines ?? [])).entries())
      inkWords(inks, width, { x: place?.x ?? 0, y: (place?.y ?? 0) + (10 + 11 * index) * scale }, line, true);
    if (inks.length > 0)
      groups.push({ key: `${link.key}|volume`, under: false, recordId: link.linkId, ...bounds, inks });
  }
  return groups;
}

/**
 * The lines in which the number of a link can be written with its n, the plainest first: side by side, one above the
 * other, and as short as it gets, which is n alone, at last in its own size, where that is the number.
 */
function waysToWrite(volume: DrawnVolume, width: Width, scale: number) {
  const color = volume.few ? 'tertiary' : 'ink';
  const number = { text: volume.text, size: 11 * scale, color } as const;
  const count = (text: string) => ({ text, size: 9.5 * scale, color }) as const;
  const short = count(volume.shortN);
  // Grey says that they are few where there is no room for the word; the number is rounded last of all.
  const alone = volume.few ? volume.shortN : volume.n;
  const least = volume.isCount ? [[[{ ...number, text: alone }]], [[count(alone)]], [[short]]] : [[[number], [short]]];
  return [[[number, count(volume.n)]], [[number], [count(volume.n)]], ...least].map((lines) => ({
    lines,
    width: Math.max(...lines.map((line) => inkWords([], width, { x: 0, y: 0 }, line) - (line.at(-1)?.size ?? 0) * 0.4)),
    height: (13 + 11 * (lines.length - 1)) * scale,
  }));
}

/** Half the side of the square in which a handoff's mark stands, and some room. */
const MARK = 11;
/** The same of a moment of truth's star, at the upper right corner of a card: kept free at each. */
const STAR = 8;
