import { inkWords, type Width } from './inkWords.ts';
import { type DrawnFigure, type Ink, type InkGroup, KPI_LANE_HEIGHT, type Overlays, shownTone } from './overlay.ts';
import type { Scene } from './scene.ts';

const SPARK = { width: 78, height: 34, top: 14 };

/**
 * The lanes of values and courses, by step and by stage. From afar (`isFar`) a value and its n stand side by side, and
 * where that is wider than the column there is its mark alone; stages have none.
 */
export function laneInk(scene: Scene, { lanes }: Overlays, width: Width, scale: number, isFar: boolean): InkGroup[] {
  return scene.rows.flatMap((row): InkGroup[] => {
    const lane = row.collapsed ? undefined : lanes.get(row.laneId ?? '');
    if (lane === undefined) return [];
    const isTrend = row.laneRole === 'trend';
    const columns = scene.columns.filter(({ collapsed }) => !collapsed);
    const steps = columns.flatMap(({ stepId, cardX: x, ...column }): InkGroup[] => {
      const figure = lane.figures.get(stepId);
      if (figure === undefined) return [];
      const room = column.x + column.width - x;
      const inks = isTrend
        ? courseInk(
            { course: lane.courses.get(stepId) ?? [], note: lane.notes.get(stepId) },
            figure,
            { x, y: row.y + SPARK.top },
            width,
            scale,
            isFar ? room : null,
          )
        : valueInk(
            figure,
            { x, y: isFar ? row.y + row.height / 2 + 4 * scale : row.y + 24 },
            width,
            scale,
            isFar ? room : null,
          );
      const bounds = { x, y: row.y, width: 150, height: row.height };
      return [{ key: `${row.key}|${stepId}`, under: false, recordId: null, ...bounds, inks }];
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

/** A value with its n below; in one line where a `room` is given, if that is wide enough. */
function valueInk(
  figure: DrawnFigure,
  { x, y }: { x: number; y: number },
  width: Width,
  scale: number,
  room: number | null,
): Ink[] {
  const isFar = room !== null;
  const mark = (isFar ? 11 : 13) * scale;
  const tone = shownTone(figure);
  const inks: Ink[] = tone === null ? [] : [{ kind: 'mark', x, y: y - mark * 0.85, size: mark, tone }];
  const at = { x: tone === null ? x : x + mark + 6, y };
  const color = figure.few ? 'tertiary' : 'ink';
  const value = { text: figure.value, size: (isFar ? 11 : 14) * scale, bold: !figure.few, color } as const;
  const count = {
    text: figure.n,
    size: (isFar ? 9.5 : 10.5) * scale,
    color: figure.few ? 'tertiary' : 'secondary',
  } as const;
  if (isFar) {
    if (inkWords([], width, at, [value, count]) <= x + room) inkWords(inks, width, at, [value, count]);
    return inks;
  }
  inkWords(inks, width, at, [value, { text: figure.difference, size: 11 * scale, color: 'secondary' }]);
  inkWords(inks, width, { x: at.x, y: y + 16 * scale }, [count]);
  return inks;
}

function courseInk(
  { course, note }: { course: readonly (readonly [time: number, value: number])[]; note: string | undefined },
  figure: DrawnFigure,
  { x, y }: { x: number; y: number },
  width: Width,
  scale: number,
  room: number | null,
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
  const value = { text: figure.value, size: 12 * scale, bold: !figure.few, color } as const;
  const count = { text: figure.n, size: 10 * scale, color: figure.few ? 'tertiary' : 'secondary' } as const;
  const at = { x: x + SPARK.width + 6, y: y + 14 };
  if (room === null || [value, count].every((word) => inkWords([], width, at, [word]) <= x + room)) {
    inkWords(inks, width, at, [value]);
    inkWords(inks, width, { x: at.x, y: at.y + 14 * scale }, [count]);
  }
  if (note !== undefined)
    inkWords(inks, width, { x, y: y + SPARK.height + 13 }, [{ text: note, size: 9.5, color: 'tertiary' }]);
  return inks;
}
