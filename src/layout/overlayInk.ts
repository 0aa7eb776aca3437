import { inkWords, type Width } from './inkWords.ts';
import type { Measurer } from './measurer.ts';
import { CARD_MARK_X, CARD_MARK_Y, MIN_GUTTER, OWNER_SIZE, ownerX } from './metrics.ts';
import {
  type DrawnFigure,
  type DrawnLane,
  type Ink,
  type InkGroup,
  KPI_LANE_HEIGHT,
  type Overlays,
  shownTone,
} from './overlay.ts';
import { createRectGrid } from './rectGrid.ts';
import type { Rect, Scene } from './scene.ts';
import { volumeInk } from './volumeInk.ts';

const BADGE_HEIGHT = 18;
/** From the right edge of a card, where the star of a moment of truth stands, and the mark of a gap of the card above. */
const STAR_ROOM = 18;
/** What a badge in a gutter leaves free before the next card. */
const GUTTER_LEFT = 9;
/** Half the side of the square in which the mark of a gap stands at a card's corner. */
const CORNER = 11;
/** How far a badge may begin left of its card. */
const OVERHANG = 16;
/** Below a card's upper border: half a persona's mark, and the ground around it. */
const MARK_ROOM = OWNER_SIZE / 2 + 2;
const SPARK = { width: 78, height: 34, top: 14 };

/**
 * Everything that overlays draw on a scene, place by place. `scale` enlarges texts that are read from afar; widths come
 * from `measurer`. `brief` leaves out what cards bear, n and differences: in the overview there is no room for them.
 */
export function overlayInk(scene: Scene, overlays: Overlays, measurer: Measurer, scale = 1, brief = false): InkGroup[] {
  // Each text is asked for where it finds room and where it is written.
  const widths = new Map<string, number>();
  const width = (text: string, size: number, bold: boolean) => {
    const key = `${size} ${bold} ${text}`;
    let known = widths.get(key);
    if (known === undefined) {
      const style = { size, lineHeight: size * 1.3, weight: bold ? 600 : 400 } as const;
      known = measurer.lines(text, style, 10_000, 1)[0]?.width ?? 0;
      widths.set(key, known);
    }
    return known;
  };
  const shown = brief ? briefly(overlays) : overlays;
  const badges = badgeInk(scene, shown, width, scale);
  return [...volumeInk(scene, shown, badges, width, scale), ...laneInk(scene, shown, width, scale), ...badges];
}

/** The same without badges, n and differences: what rests on few still shows in grey. */
function briefly(overlays: Overlays): Overlays {
  const short = ({ figures, courses }: DrawnLane): DrawnLane => ({
    figures: new Map([...figures].map(([id, figure]) => [id, { ...figure, n: '', difference: '' }])),
    courses,
    notes: new Map(),
  });
  return {
    ...overlays,
    figures: new Map(),
    owners: new Map(),
    lanes: new Map([...overlays.lanes].map(([id, lane]) => [id, short(lane)])),
    volumes: new Map([...overlays.volumes].map(([id, volume]) => [id, { ...volume, n: '' }])),
    losses: new Map([...overlays.losses].map(([id, loss]) => [id, { ...loss, n: '' }])),
  };
}

function badgeInk(scene: Scene, { figures, owners, gaps }: Overlays, width: Width, scale: number): InkGroup[] {
  const corners = createRectGrid<Rect>(
    scene.placements.flatMap(({ kind, recordId, x, y }) =>
      kind === 'touchpoint' && gaps.has(recordId)
        ? [{ x: x + CARD_MARK_X - CORNER, y: y + CARD_MARK_Y - CORNER, width: 2 * CORNER, height: 2 * CORNER }]
        : [],
    ),
  );
  return scene.placements.flatMap((placement): InkGroup[] => {
    const figure = placement.kind === 'touchpoint' ? figures.get(placement.recordId) : undefined;
    if (figure === undefined) return [];
    const height = BADGE_HEIGHT * scale;
    const size = 11 * scale;
    const tone = shownTone(figure);
    const mark = 12 * scale;
    const before = tone === null ? 8 : mark + 8;
    const words = [
      { text: figure.value, size, bold: !figure.few, color: figure.few ? 'tertiary' : 'ink' },
      { text: figure.difference, size, color: figure.few ? 'tertiary' : 'ink' },
      { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' },
    ] as const;
    const long = inkWords([], width, { x: before, y: 0 }, words);
    const border = { x: placement.x, y: placement.y + 6 - height, width: placement.width, height };
    const isCornered = corners.some(border, () => true);
    const at = badgePlace(placement.width, long, owners.get(placement.recordId) ?? 0, isCornered);
    const x = placement.x + at.x;
    const y = placement.y + (at.isBelow ? MARK_ROOM : 6 - height);
    const inks: Ink[] = [];
    const end = inkWords(inks, width, { x: x + before, y: y + height / 2 + size * 0.36 }, words);
    const box = { x, y, width: end - x + 3, height };
    inks.unshift(
      { kind: 'box', ...box, color: figure.few ? 'tertiary' : figure.tone, dashed: figure.few },
      ...(tone === null ? [] : [{ kind: 'mark' as const, x: x + 4, y: y + (height - mark) / 2, size: mark, tone }]),
    );
    return [{ key: placement.key, under: false, recordId: placement.recordId, ...box, inks }];
  });
}

/**
 * Where a badge stands on a card: at the right of its upper border, before the star; a long one behind the marks of the
 * card's personas and into the gutter; where it is too long for that, beneath the marks, which it never covers. Nor does it
 * cover the mark of a gap that a card above has at its corner (`isCornered`): it begins left of its card, or stands beneath.
 */
function badgePlace(card: number, long: number, owners: number, isCornered: boolean): { x: number; isBelow: boolean } {
  const left = owners === 0 ? 7 : ownerX(owners);
  const right = card - STAR_ROOM - long;
  if (right >= left) return { x: right, isBelow: false };
  if (owners === 0 && (!isCornered || right >= -OVERHANG)) return { x: isCornered ? right : left, isBelow: false };
  if (!isCornered && left + long <= card + MIN_GUTTER - GUTTER_LEFT) return { x: left, isBelow: false };
  return { x: 7, isBelow: true };
}

function laneInk(scene: Scene, { lanes }: Overlays, width: Width, scale: number): InkGroup[] {
  return scene.rows.flatMap((row): InkGroup[] => {
    const lane = row.collapsed ? undefined : lanes.get(row.laneId ?? '');
    if (lane === undefined) return [];
    const isTrend = row.laneRole === 'trend';
    const columns = scene.columns.filter(({ collapsed }) => !collapsed);
    const steps = columns.flatMap(({ stepId, cardX: x }): InkGroup[] => {
      const figure = lane.figures.get(stepId);
      if (figure === undefined) return [];
      const inks = isTrend
        ? courseInk(
            { course: lane.courses.get(stepId) ?? [], note: lane.notes.get(stepId) },
            figure,
            { x, y: row.y + SPARK.top },
            width,
            scale,
          )
        : valueInk(figure, { x, y: row.y + 24 }, width, scale);
      const bounds = { x, y: row.y, width: 150, height: row.height };
      return [{ key: `${row.key}|${stepId}`, under: false, recordId: null, ...bounds, inks }];
    });
    if (isTrend) return steps;
    const stages = scene.stages.flatMap((stage): InkGroup[] => {
      const figure = stage.collapsed ? undefined : lane.figures.get(stage.id);
      if (figure === undefined) return [];
      const y = row.y + KPI_LANE_HEIGHT - 26;
      const [left, right] = [stage.x + 6, stage.x + stage.width - 6];
      const inks: Ink[] = [
        {
          kind: 'line',
          points: [
            [left, y - 4],
            [left, y],
            [right, y],
            [right, y - 4],
          ],
          color: 'line',
          width: 1.5,
        },
      ];
      const size = 11 * scale;
      const mark = 11 * scale;
      const tone = shownTone(figure);
      if (tone !== null) inks.push({ kind: 'mark', x: left + 6, y: y + 6, size: mark, tone });
      inkWords(inks, width, { x: left + (tone === null ? 6 : mark + 12), y: y + 6 + mark * 0.86 }, [
        { text: figure.value, size, bold: !figure.few, color: figure.few ? 'tertiary' : 'ink' },
        { text: figure.difference, size, color: 'secondary' },
        { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' },
      ]);
      const bounds = { x: left, y: y - 4, width: right - left, height: 30 };
      return [{ key: `${row.key}|${stage.id}`, under: false, recordId: null, ...bounds, inks }];
    });
    return [...steps, ...stages];
  });
}

function valueInk(figure: DrawnFigure, { x, y }: { x: number; y: number }, width: Width, scale: number): Ink[] {
  const mark = 13 * scale;
  const tone = shownTone(figure);
  const inks: Ink[] = tone === null ? [] : [{ kind: 'mark', x, y: y - mark * 0.85, size: mark, tone }];
  const left = tone === null ? x : x + mark + 6;
  inkWords(inks, width, { x: left, y }, [
    { text: figure.value, size: 14 * scale, bold: !figure.few, color: figure.few ? 'tertiary' : 'ink' },
    { text: figure.difference, size: 11 * scale, color: 'secondary' },
  ]);
  inkWords(inks, width, { x: left, y: y + 16 * scale }, [
    { text: figure.n, size: 10.5 * scale, color: figure.few ? 'tertiary' : 'secondary' },
  ]);
  return inks;
}

function courseInk(
  { course, note }: { course: readonly (readonly [time: number, value: number])[]; note: string | undefined },
  figure: DrawnFigure,
  { x, y }: { x: number; y: number },
  width: Width,
  scale: number,
): Ink[] {
  const points = course.map(
    ([time, value]) => [x + 3 + time * (SPARK.width - 6), y + (1 - value) * SPARK.height] as const,
  );
  const color = figure.few ? 'tertiary' : 'ink';
  const inks: Ink[] = [
    {
      kind: 'line',
      points: [
        [x, y + SPARK.height + 3],
        [x + SPARK.width, y + SPARK.height + 3],
      ],
      color: 'line',
      width: 1,
    },
  ];
  if (points.length > 1) inks.push({ kind: 'line', points, color: figure.few ? 'tertiary' : 'secondary', width: 1.8 });
  const last = points.at(-1);
  const end = 10 * scale;
  const tone = figure.few ? 'unknown' : figure.tone;
  if (last) inks.push({ kind: 'mark', x: last[0] - end / 2, y: last[1] - end / 2, size: end, tone });
  inkWords(inks, width, { x: x + SPARK.width + 6, y: y + 14 }, [
    { text: figure.value, size: 12 * scale, bold: !figure.few, color },
  ]);
  inkWords(inks, width, { x: x + SPARK.width + 6, y: y + 14 + 14 * scale }, [
    { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' },
  ]);
  if (note !== undefined)
    inkWords(inks, width, { x, y: y + SPARK.height + 13 }, [{ text: note, size: 9.5, color: 'tertiary' }]);
  return inks;
}
