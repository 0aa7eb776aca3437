import type { CardContents } from '../layout/cardContent.ts';
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
} from '../layout/metrics.ts';
import type { Row, Scene } from '../layout/scene.ts';
import { baseline, paintIconMark } from './paintCards.ts';
import type { PaintWords } from './paintWords.ts';
import type { Context, Pens } from './pens.ts';
import type { Theme } from './theme.ts';

const HEAD_INSET = 14;
const STAGE_INSET = 10;

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

/** Paints the rows' names, counts and gaps, left of the map. */
export function paintRowHeads(
  ctx: Context,
  pens: Pens,
  scene: Scene,
  contents: CardContents,
  theme: Theme,
  words: PaintWords,
): void {
  const gaps = gapsByRow(scene);
  const left = -ROW_HEAD_WIDTH + HEAD_INSET;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const row of scene.rows) {
    const top = row.y + (row.collapsed ? 7 : 10);
    const hasMark = row.kind === 'touchpoints';
    const x = hasMark ? left + CHANNEL_MARK + 8 : left;
    const name =
      row.name !== '' ? row.name : row.kind === 'touchpoints' && row.valueId === null ? words.notSet : words.untitled;
    const lines = contents.text(oneLine(name), stageStyle, -x - 6, row.collapsed ? 1 : 2);
    if (hasMark) paintIconMark(ctx, pens, row.icon ?? 'none', left, top - 1, theme.colors[row.color ?? 'grey']);
    ctx.font = cssFont(stageStyle);
    ctx.fillStyle = row.name === '' ? theme.tertiary : theme.ink;
    let y = top;
    for (const line of lines) {
      ctx.fillText(line.text, x, y + baseline(stageStyle));
      y += stageStyle.lineHeight;
    }
    if (row.collapsed || row.kind === 'lane') continue;
    y += 4;
    ctx.font = cssFont(metaStyle);
    ctx.fillStyle = theme.tertiary;
    const [count] = contents.text(words.cards(row.count), metaStyle, ROW_HEAD_WIDTH, 1);
    if (count === undefined) continue;
    // Under the mark, or under the name when that has two lines: either way in line with the row's start.
    ctx.fillText(count.text, left, y + baseline(metaStyle));
    const gapCount = gaps.get(row.key) ?? 0;
    if (gapCount === 0) continue;
    ctx.fillText(' · ', left + count.width, y + baseline(metaStyle));
    ctx.font = cssFont({ ...metaStyle, weight: 600 });
    ctx.fillStyle = theme.gap;
    ctx.fillText(words.gaps(gapCount), left + count.width + 9, y + baseline(metaStyle));
  }
}

/** Gaps that arrive in each row, also in folded and collapsed cells. */
function gapsByRow(scene: Scene): Map<string, number> {
  const rowOf = new Map<string, string>();
  for (const placement of scene.placements) rowOf.set(placement.key, placement.rowKey);
  for (const cell of scene.cells) rowOf.set(cell.cell, cell.rowKey);
  const gaps = new Map<string, number>();
  for (const link of scene.links) {
    const row = rowOf.get(link.to);
    if (row === undefined || !link.state.handoff || link.state.state !== 'gap') continue;
    gaps.set(row, (gaps.get(row) ?? 0) + 1);
  }
  return gaps;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
