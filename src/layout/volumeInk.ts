import { inkWords, type Width } from './inkWords.ts';
import type { Ink, InkGroup, Overlays } from './overlay.ts';
import type { Rect, Scene } from './scene.ts';

/** The volumes of links: their width under them, their number beside them, and at a card the share that goes no further. */
export function volumeInk(scene: Scene, { volumes }: Overlays, width: Width): InkGroup[] {
  const groups: InkGroup[] = [];
  const taken: Rect[] = [];
  const links = scene.links.flatMap((link) => {
    const volume = volumes.get(link.linkId);
    return volume === undefined ? [] : [{ link, volume }];
  });
  // The widest find a place for their number first.
  for (const { link, volume } of links.sort((a, b) => b.volume.width - a.volume.width)) {
    const xs = link.points.map(([x]) => x);
    const ys = link.points.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const bounds = { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    const line: Ink = { kind: 'volume', points: link.points, width: volume.width };
    groups.push({ key: `${link.key}|width`, under: true, recordId: link.linkId, ...bounds, inks: [line] });
    const inks: Ink[] = [];
    const room = { width: width(volume.text, 11, false), height: 13 };
    const place = roomBeside(link.points, volume.width, room, taken);
    if (place !== null) {
      taken.push(place);
      const color = volume.few ? 'tertiary' : 'ink';
      inkWords(inks, width, { x: place.x, y: place.y + 10 }, [{ text: volume.text, size: 11, color }], true);
    }
    const from = volume.dropOff === '' ? undefined : scene.placements.find(({ key }) => key === link.from);
    if (from !== undefined) inks.push(...dropInk(volume.dropOff, from, width));
    if (inks.length > 0)
      groups.push({ key: `${link.key}|volume`, under: false, recordId: link.linkId, ...bounds, inks });
  }
  return groups;
}

/** Where a number stands above one of the level parts of a link without touching another; null where there is no room. */
function roomBeside(
  points: readonly (readonly [number, number])[],
  thickness: number,
  { width, height }: Pick<Rect, 'width' | 'height'>,
  taken: readonly Rect[],
): Rect | null {
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[index + 1] ?? [x, y];
    const length = Math.abs(nextX - x);
    if (nextY !== y || length < width + 4) continue;
    const left = index === 0 ? x + 3 : Math.min(x, nextX) + (length - width) / 2;
    const place = { x: left, y: y - thickness / 2 - height, width, height };
    const isFree = taken.every(
      (other) =>
        other.x > place.x + width ||
        other.x + other.width < place.x ||
        other.y > place.y + height ||
        other.y + height < place.y,
    );
    if (isFree) return place;
  }
  return null;
}

/** The share that goes nowhere from a card, on its lower edge. */
function dropInk(text: string, card: Rect, width: Width): Ink[] {
  const size = 10.5;
  const box = { width: width(text, size, true) + 12, height: 16 };
  const [x, y] = [card.x + card.width - box.width + 10, card.y + card.height - 7];
  return [
    { kind: 'box', x, y, ...box, color: 'secondary', dashed: false },
    { kind: 'text', x: x + 6, y: y + 11.8, text, size, bold: true, color: 'ink', halo: false },
  ];
}
