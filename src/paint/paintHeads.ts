import type { CardContents } from '../layout/cardContent.ts';
import { feelingY, showsCurves, voicedMark } from '../layout/curves.ts';
import {
  CARD_WIDTH,
  CHANNEL_MARK,
  cssFont,
  metaStyle,
  ROW_HEAD_WIDTH,
  STAGE_HEAD_HEIGHT,
  STEP_HEAD_HEIGHT,
  stageStyle,
  stepStyle,
  type TextStyle,
} from '../layout/metrics.ts';
import type { Row, RowFacts, Scene } from '../layout/scene.ts';
import { ownFace } from '../model/faces.ts';
import { feelingLevel, feelingLevels, wordAlone } from '../model/feelingWord.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { baseline, paintIconMark } from './paintCards.ts';
import type { PaintWords } from './paintWords.ts';
import type { Context, Pens } from './pens.ts';
import type { Theme } from './theme.ts';

const HEAD_INSET = 14;
/** Width of a face beside the word of its level. */
const SCALE_FACE = 12;
/** Space at the end of a row's head, between its facts, and for a face with the space before it. */
const HEAD_END = 6;
const BETWEEN = 9;
const FACE_ROOM = 20;
const SPACE = 3;
const STAGE_INSET = 10;
/** Room for the names of curves, left of the words for the levels. */
const LEGEND_WIDTH = 66;

/** Paints the rows' grounds and the lines between them, from `x` on, over `width`. */
export function paintRows(ctx: Context, rows: readonly Row[], x: number, width: number, theme: Theme): void {
  for (const [index, row] of rows.entries()) {
    if (index % 2 === 0) continue;
    ctx.fillStyle = theme.rowTint;
    ctx.fillRect(x, row.y, width, row.height);
  }
  ctx.fillStyle = theme.line;
  for (const row of rows) ctx.fillRect(x, row.y, width, 1);
}

/** Paints the stages' bands and the names of the steps. */
export function paintColumnHeads(ctx: Context, scene: Scene, contents: CardContents, theme: Theme): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = theme.stageBand;
  ctx.beginPath();
  for (const stage of scene.stages) ctx.roundRect(stage.x, stage.y + 1, stage.width, stage.height - 2, 7);
  ctx.fill();
  ctx.font = cssFont(stageStyle);
  ctx.fillStyle = theme.stageInk;
  for (const stage of scene.stages) {
    const [line] = contents.text(oneLine(stage.name), stageStyle, stage.width - 2 * STAGE_INSET, 1);
    const y = stage.y + (STAGE_HEAD_HEIGHT - stageStyle.lineHeight) / 2 + baseline(stageStyle);
    if (line !== undefined) ctx.fillText(line.text, stage.x + STAGE_INSET, y);
  }
  ctx.font = cssFont(stepStyle);
  ctx.fillStyle = theme.secondary;
  for (const column of scene.columns) {
    const lines = contents.text(oneLine(column.name), stepStyle, CARD_WIDTH, 2);
    let y = STAGE_HEAD_HEIGHT + (STEP_HEAD_HEIGHT - lines.length * stepStyle.lineHeight) / 2 + baseline(stepStyle);
    for (const line of lines) {
      ctx.fillText(line.text, column.cardX, y);
      y += stepStyle.lineHeight;
    }
  }
}

/** What the heads of rows are painted from. */
export interface RowHeadSource {
  readonly docs: Documents;
  readonly contents: CardContents;
  readonly theme: Theme;
  readonly words: PaintWords;
  readonly facts: ReadonlyMap<string, RowFacts>;
}

/** Paints the rows' names, counts, mean feelings and gaps, and the names of the curves, left of the map. */
export function paintRowHeads(ctx: Context, pens: Pens, scene: Scene, source: RowHeadSource): void {
  const { contents, theme, words, facts } = source;
  const left = -ROW_HEAD_WIDTH + HEAD_INSET;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const row of scene.rows) {
    const top = row.y + (row.collapsed ? 7 : 10);
    const hasMark = row.kind === 'touchpoints';
    const x = hasMark ? left + CHANNEL_MARK + 8 : left;
    const name =
      row.name !== '' ? row.name : row.kind === 'touchpoints' && row.valueId === null ? words.notSet : words.untitled;
    const room = showsCurves(row) ? LEGEND_WIDTH : -x - 6;
    const lines = contents.text(oneLine(name), stageStyle, room, row.collapsed || showsCurves(row) ? 1 : 2);
    if (hasMark) paintIconMark(ctx, pens, row.icon ?? 'none', left, top - 1, theme.colors[row.color ?? 'grey']);
    ctx.font = cssFont(stageStyle);
    ctx.fillStyle = row.name === '' ? theme.tertiary : theme.ink;
    let y = top;
    for (const line of lines) {
      ctx.fillText(line.text, x, y + baseline(stageStyle));
      y += stageStyle.lineHeight;
    }
    if (showsCurves(row)) paintLegend(ctx, pens, scene, row, y + 3, source);
    if (row.collapsed || row.kind === 'lane') continue;
    const told = facts.get(row.key) ?? { count: row.count, of: row.count, mean: null, gaps: 0 };
    // Under the mark, or under the name when that has two lines: either way in line with the row's start.
    paintFacts(ctx, pens, told, left, y + 4, source);
  }
}

function paintFacts(ctx: Context, pens: Pens, facts: RowFacts, left: number, y: number, source: RowHeadSource): void {
  const { contents, theme, words } = source;
  let x = left;
  let top = y;
  const widthOf = (text: string, style: TextStyle) => contents.text(text, style, ROW_HEAD_WIDTH, 1)[0]?.width ?? 0;
  const say = (text: string, style: TextStyle, color: string) => {
    const [line] = contents.text(text, style, ROW_HEAD_WIDTH, 1);
    if (line === undefined) return;
    ctx.font = cssFont(style);
    ctx.fillStyle = color;
    ctx.fillText(line.text, x, top + baseline(style));
    x += line.width;
  };
  // As on the screen: what has no room left in a line begins the next.
  const next = (room: number) => {
    if (x + room <= -HEAD_END) return false;
    x = left;
    top += metaStyle.lineHeight;
    return true;
  };
  const cards = words.cards(facts.count, facts.of);
  if (facts.gaps > 0) {
    say(words.gaps(facts.gaps), { ...metaStyle, weight: 600 }, theme.gap);
    if (!next(BETWEEN + widthOf(cards, metaStyle))) {
      // A line that is laid out has no spaces at its ends.
      x += SPACE;
      say('·', metaStyle, theme.tertiary);
      x += SPACE;
    }
  }
  say(cards, metaStyle, theme.tertiary);
  if (facts.mean === null) return;
  const level = feelingLevel(facts.mean);
  const at = next(FACE_ROOM) ? x : x + BETWEEN;
  pens.face(level, at, top, metaStyle.lineHeight, toneOf(level, theme));
}

/** The colour of a face: of good feelings, bad ones, and neither. */
function toneOf(level: number, theme: Theme): string {
  return level < 0 ? theme.gap : level > 0 ? theme.smooth : theme.unreviewed;
}

/** The names of the curves with their marks, and the words for the levels beside their lines. */
function paintLegend(ctx: Context, pens: Pens, scene: Scene, row: Row, top: number, source: RowHeadSource): void {
  const { docs, contents, theme, words } = source;
  const left = -ROW_HEAD_WIDTH + HEAD_INSET;
  ctx.font = cssFont(metaStyle);
  let y = top;
  for (const { look, personaId } of scene.curves.filter((curve) => curve.rowKey === row.key)) {
    ctx.fillStyle = look === null ? theme.secondary : theme.colors[look.color].ink;
    pens.shape(look?.shape ?? 'circle', left, y + 2, 10);
    const name = look === null ? words.everyone : (docs.library.personas[personaId]?.name ?? '');
    const [line] = contents.text(oneLine(name), metaStyle, LEGEND_WIDTH - 14, 1);
    ctx.fillStyle = theme.secondary;
    if (line !== undefined) ctx.fillText(line.text, left + 14, y + baseline(metaStyle));
    y += metaStyle.lineHeight;
  }
  if (scene.curves.some(({ voiced }) => voiced.length > 0)) {
    ctx.fillStyle = theme.panel;
    ctx.strokeStyle = theme.secondary;
    ctx.lineWidth = 1.4;
    pens.outline(voicedMark, left + 5, y + metaStyle.lineHeight / 2);
    const [line] = contents.text(words.evidence, metaStyle, LEGEND_WIDTH - 14, 1);
    ctx.fillStyle = theme.secondary;
    if (line !== undefined) ctx.fillText(line.text, left + 14, y + baseline(metaStyle));
  }
  ctx.textAlign = 'right';
  const record = mapRecord(docs.map);
  for (const level of feelingLevels) {
    // A face of the map's own stands beside its word.
    const face = ownFace(record, level) === '' ? 0 : SCALE_FACE + 3;
    const word = wordAlone(record, level, words.feeling(level));
    const room = ROW_HEAD_WIDTH - HEAD_INSET - LEGEND_WIDTH - 12 - face;
    const [line] = contents.text(oneLine(word), metaStyle, room, 1);
    const middle = feelingY(row, level);
    ctx.fillStyle = theme.tertiary;
    if (line !== undefined) ctx.fillText(line.text, -8, middle - metaStyle.lineHeight / 2 + baseline(metaStyle));
    if (face > 0)
      pens.face(level, -8 - (line?.width ?? 0) - face, middle - SCALE_FACE / 2, SCALE_FACE, toneOf(level, theme));
  }
  ctx.textAlign = 'left';
}

/** Paints the heads of personas' bands: a line over the whole width, the persona's mark and name at the left. */
export function paintBands(ctx: Context, pens: Pens, scene: Scene, contents: CardContents, theme: Theme): void {
  for (const { look, name, y, height } of scene.bands) {
    ctx.fillStyle = theme.canvas;
    ctx.fillRect(-ROW_HEAD_WIDTH, y, scene.width + ROW_HEAD_WIDTH, height);
    ctx.fillStyle = theme.colors[look.color].ink;
    ctx.fillRect(-ROW_HEAD_WIDTH, y + height - 2, scene.width + ROW_HEAD_WIDTH, 2);
    const left = -ROW_HEAD_WIDTH + HEAD_INSET;
    pens.shape(look.shape, left, y + height / 2 - 7, 12);
    const [line] = contents.text(oneLine(name), stageStyle, ROW_HEAD_WIDTH - 2 * HEAD_INSET - 18, 1);
    ctx.font = cssFont(stageStyle);
    ctx.fillStyle = theme.ink;
    const top = y + (height - stageStyle.lineHeight) / 2 - 1;
    if (line !== undefined) ctx.fillText(line.text, left + 18, top + baseline(stageStyle));
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
