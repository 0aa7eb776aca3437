import { inkWords, type Width } from './inkWords.ts';
import { type DrawnFigure, type Ink, type InkGroup, KPI_LANE_HEIGHT, type Overlays, shownTone } from './overlay.ts';
import type { Scene } from './scene.ts';

const SPARK = { width: 78, height: 34, top: 14 };
/** How wide a course is drawn from afar: the narrower ones leave more room for the value beside it. */
const NARROWEST = 44;
const FAR_SPARKS = [SPARK.width, 60, NARROWEST];
/** Between what is written from afar and what stands in the next column. */
const BETWEEN = 4;

/**
 * The lanes of values and courses, by step and by stage. From afar (`isFar`) a value and its n stand side by side, in a
 * lane with a column too narrow for that one above the other, and where that is too wide too there is the mark alone;
 * stages have none. Without words there are marks alone.
 */
export function laneInk(
  scene: Scene,
  { lanes }: Overlays,
  width: Width,
  scale: number,
  isFar: boolean,
  isWordless: boolean,
): InkGroup[] {
  return scene.rows.flatMap((row): InkGroup[] => {
    const lane = row.collapsed ? undefined : lanes.get(row.laneId ?? '');
    if (lane === undefined) return [];
    const isTrend = row.laneRole === 'trend';
    const columns = scene.columns.filter(({ collapsed }) => !collapsed);
    const shown = columns.flatMap(({ stepId, cardX: x, ...column }, index) => {
      const figure = lane.figures.get(stepId);
      if (figure === undefined) return [];
      const end = columns[index + 1]?.cardX ?? column.x + column.width;
      return [{ stepId, figure, x, room: isWordless ? 0 : end - x - BETWEEN * scale }];
    });
    // What one column needs all of a lane have, or they would not read as one line.
    const isStacked = !shown.every(({ figure, room }) => farValue(figure, width, scale, false).width <= room);
    const spark = FAR_SPARKS.find((across) =>
      shown.every(({ figure, room }) => courseWidth(figure, across, width, scale) <= room),
    );
    const steps = shown.map(({ stepId, figure, x, room }): InkGroup => {
      const course = { course: lane.courses.get(stepId) ?? [], note: lane.notes.get(stepId) };
      const far = isFar ? { room, isStacked, spark: spark ?? (isWordless ? SPARK.width : NARROWEST) } : null;
      const inks = isTrend
        ? courseInk(course, figure, { x, y: row.y + SPARK.top }, width, scale, far)
        : valueInk(figure, { x, y: isFar ? row.y + row.height / 2 : row.y + 24 }, width, scale, far);
      const bounds = { x, y: row.y, width: 150, height: row.height };
      return { key: `${row.key}|${stepId}`, under: false, recordId: null, ...bounds, inks };
    });
    // From afar a lane is one line high.
    if (isTrend || isFar) return steps;
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
      const words = [
        { text: figure.value, size, bold: !figure.few, color: figure.few ? 'tertiary' : 'ink' },
        { text: figure.difference, size, color: 'secondary' },
        { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' },
      ] as const;
      const at = { x: left + (tone === null ? 6 : mark + 12), y: y + 6 + mark * 0.86 };
      inkWords(inks, width, at, words);
      const bounds = { x: left, y: y - 4, width: right - left, height: 30 };
      return [{ key: `${row.key}|${stage.id}`, under: false, recordId: null, ...bounds, inks }];
    });
    return [...steps, ...stages];
  });
}

/** How a lane is drawn from afar: the room of a column, whether n stands below its value, and how wide courses are. */
interface Far {
  readonly room: number;
  readonly isStacked: boolean;
  readonly spark: number;
}

/** A value and its n as they are written from afar: side by side or one above the other, and how wide that is. */
function farValue(figure: DrawnFigure, width: Width, scale: number, isStacked: boolean) {
  const color = figure.few ? 'tertiary' : 'ink';
  const value = { text: figure.value, size: 11 * scale, bold: !figure.few, color } as const;
  const count = { text: figure.n, size: 9.5 * scale, color: figure.few ? 'tertiary' : 'secondary' } as const;
  const lines = isStacked ? [[value], [count]] : [[value, count]];
  const mark = shownTone(figure) === null ? 0 : MARK * scale + 6;
  const across = (line: (typeof lines)[number]) =>
    inkWords([], width, { x: 0, y: 0 }, line) - (line.at(-1)?.size ?? 0) * 0.4;
  return { lines, mark, width: mark + Math.max(...lines.map(across)) };
}

/** Size of a mark from afar. */
const MARK = 11;

/** A value with its n below; from afar as the whole lane has it, about the middle `y` of its row. */
function valueInk(
  figure: DrawnFigure,
  { x, y }: { x: number; y: number },
  width: Width,
  scale: number,
  far: Far | null,
): Ink[] {
  const tone = shownTone(figure);
  if (far !== null) {
    const mark = MARK * scale;
    const inks: Ink[] = tone === null ? [] : [{ kind: 'mark', x, y: y - mark / 2, size: mark, tone }];
    const written = farValue(figure, width, scale, far.isStacked);
    if (written.width > far.room) return inks;
    for (const [index, line] of written.lines.entries())
      inkWords(inks, width, { x: x + written.mark, y: y + (far.isStacked ? 12 * index - 2 : 4) * scale }, line);
    return inks;
  }
  const mark = 13 * scale;
  const inks: Ink[] = tone === null ? [] : [{ kind: 'mark', x, y: y - mark * 0.85, size: mark, tone }];
  const at = { x: tone === null ? x : x + mark + 6, y };
  const color = figure.few ? 'tertiary' : 'ink';
  const value = { text: figure.value, size: 14 * scale, bold: !figure.few, color } as const;
  const count = { text: figure.n, size: 10.5 * scale, color: figure.few ? 'tertiary' : 'secondary' } as const;
  inkWords(inks, width, at, [value, { text: figure.difference, size: 11 * scale, color: 'secondary' }]);
  inkWords(inks, width, { x: at.x, y: y + 16 * scale }, [count]);
  return inks;
}

/** Where the value of a course begins: behind the mark at the course's end, however large that is. */
function valueX(spark: number, scale: number): number {
  return spark - 3 + 5 * scale + 4;
}

/** The value of a course and its n, which stands below it. */
function courseWords(figure: DrawnFigure, scale: number) {
  const [color, quiet] = figure.few ? (['tertiary', 'tertiary'] as const) : (['ink', 'secondary'] as const);
  return [
    { text: figure.value, size: 12 * scale, bold: !figure.few, color },
    { text: figure.n, size: 10 * scale, bold: false, color: quiet },
  ];
}

/** How wide a course is with what stands beside it. */
function courseWidth(figure: DrawnFigure, spark: number, width: Width, scale: number): number {
  const words = courseWords(figure, scale).map(({ text, size, bold }) => width(text, size, bold));
  return valueX(spark, scale) + Math.max(...words);
}

/** A course that ends in the mark of its value, a dot where there is none; value and n stand about its middle. */
function courseInk(
  { course, note }: { course: readonly (readonly [time: number, value: number])[]; note: string | undefined },
  figure: DrawnFigure,
  { x, y }: { x: number; y: number },
  width: Width,
  scale: number,
  far: Far | null,
): Ink[] {
  const across = far?.spark ?? SPARK.width;
  const points = course.map(([time, value]) => [x + 3 + time * (across - 6), y + (1 - value) * SPARK.height] as const);
  const inks: Ink[] = [
    {
      kind: 'line',
      points: [
        [x, y + SPARK.height + 3],
        [x + across, y + SPARK.height + 3],
      ],
      color: 'line',
      width: 1,
    },
  ];
  const line = figure.few ? 'tertiary' : 'secondary';
  if (points.length > 1) inks.push({ kind: 'line', points, color: line, width: 1.8 });
  const last = points.at(-1);
  const end = 10 * scale;
  const tone = shownTone(figure);
  if (last && tone !== null) inks.push({ kind: 'mark', x: last[0] - end / 2, y: last[1] - end / 2, size: end, tone });
  // A line of almost no length with round ends.
  if (last && tone === null)
    inks.push({ kind: 'line', points: [[last[0] - 0.1, last[1]], last], color: line, width: 5 * scale });
  const at = { x: x + valueX(across, scale), y: y + SPARK.height / 2 - 3 * scale };
  if (far === null || courseWidth(figure, across, width, scale) <= far.room)
    for (const [index, word] of courseWords(figure, scale).entries())
      inkWords(inks, width, { x: at.x, y: at.y + 14 * index * scale }, [word]);
  if (note !== undefined)
    inkWords(inks, width, { x, y: y + SPARK.height + 13 }, [{ text: note, size: 9.5, color: 'tertiary' }]);
  return inks;
}
