import { inkWords, type Width } from './inkWords.ts';
import { OWNER_SIZE, ownerX } from './metrics.ts';
import type { Ink, InkGroup, Overlays } from './overlay.ts';
import { cellKey, type Rect, type Scene } from './scene.ts';
import { createPlaces } from './volumePlaces.ts';

/**
 * The volumes of links: their width under them, their number beside them, and at a card the share that goes no further.
 * `scale` enlarges what is read from afar.
 */
export function volumeInk(
  scene: Scene,
  { volumes, figures, owners }: Overlays,
  width: Width,
  scale: number,
): InkGroup[] {
  const groups: InkGroup[] = [];
  const links = scene.links.flatMap((link) => {
    const volume = volumes.get(link.linkId);
    return volume === undefined ? [] : [{ link, volume }];
  });
  const cards = new Map(scene.placements.map((placement) => [placement.key, placement]));
  // Where a card's lower edge meets the badge or the personas of the one below, nothing else can stand there.
  const badged = new Set(
    scene.placements.flatMap(({ recordId, stepId, rowKey, index }) =>
      figures.has(recordId) || owners.has(recordId) ? [`${cellKey(stepId, rowKey)} ${index}`] : [],
    ),
  );
  const drops = new Map<string, Rect>();
  for (const { link, volume } of links) {
    const from = volume.dropOff === '' ? undefined : cards.get(link.from);
    if (from === undefined) continue;
    const isMet = badged.has(`${cellKey(from.stepId, from.rowKey)} ${from.index + 1}`);
    drops.set(link.key, dropPlace(volume.dropOff, from, isMet, width, scale));
  }
  const marks = scene.placements.flatMap(({ recordId, x, y }): Rect[] => {
    const count = owners.get(recordId) ?? 0;
    return count === 0 ? [] : [{ x: x + ownerX(0), y: y - OWNER_SIZE / 2, width: ownerX(count), height: OWNER_SIZE }];
  });
  const thickness = new Map(links.map(({ link, volume }) => [link.key, volume.width]));
  const badges = scene.placements.flatMap(({ recordId, x, y, width: across }): Rect[] =>
    figures.has(recordId) ? [{ x, y: y - 13 * scale, width: across + 24, height: 20 * scale }] : [],
  );
  const handoffs = scene.links.flatMap(({ mark }): Rect[] =>
    mark === null ? [] : [{ x: mark[0] - MARK, y: mark[1] - MARK, width: 2 * MARK, height: 2 * MARK }],
  );
  const placeOf = createPlaces(scene.links, ({ key }) => thickness.get(key) ?? 0, [
    ...scene.placements,
    ...drops.values(),
    ...marks,
    ...badges,
    ...handoffs,
  ]);
  // The widest find a place for their number first.
  for (const { link, volume } of links.sort((a, b) => b.volume.width - a.volume.width)) {
    const xs = link.points.map(([x]) => x);
    const ys = link.points.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const bounds = { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    const line: Ink = { kind: 'volume', points: link.points, width: volume.width };
    groups.push({ key: `${link.key}|width`, under: true, recordId: link.linkId, ...bounds, inks: [line] });
    const inks: Ink[] = [];
    const size = 11 * scale;
    const room = { width: width(volume.text, size, false), height: 13 * scale };
    const place = placeOf(link, room);
    if (place !== null) {
      const color = volume.few ? 'tertiary' : 'ink';
      inkWords(inks, width, { x: place.x, y: place.y + 10 * scale }, [{ text: volume.text, size, color }], true);
    }
    const drop = drops.get(link.key);
    if (drop !== undefined) inks.push(...dropInk(volume.dropOff, drop, scale));
    if (inks.length > 0)
      groups.push({ key: `${link.key}|volume`, under: false, recordId: link.linkId, ...bounds, inks });
  }
  return groups;
}

/** Half the side of the square in which a handoff's mark stands, and some room. */
const MARK = 11;

/** Where the share that goes nowhere from a card stands: on its lower edge, or beside it where that edge is not free. */
function dropPlace(text: string, card: Rect, isMet: boolean, width: Width, scale: number): Rect {
  const box = { width: width(text, 10.5 * scale, true) + 12 * scale, height: 16 * scale };
  if (isMet) return { ...box, x: card.x + card.width - 6, y: card.y + card.height - box.height - 4 };
  return { ...box, x: card.x + card.width - box.width + 10, y: card.y + card.height - 7 };
}

function dropInk(text: string, { x, y, ...box }: Rect, scale: number): Ink[] {
  return [
    { kind: 'box', x, y, ...box, color: 'secondary', dashed: false },
    {
      kind: 'text',
      x: x + 6 * scale,
      y: y + 11.8 * scale,
      text,
      size: 10.5 * scale,
      bold: true,
      color: 'ink',
      halo: false,
    },
  ];
}
