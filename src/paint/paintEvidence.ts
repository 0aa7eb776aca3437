import type { CardContent } from '../layout/cardContent.ts';
import { BUBBLE_Y, bubblePath } from '../layout/evidenceBubble.ts';
import {
  cssFont,
  EVIDENCE_INSET,
  EVIDENCE_SIGN,
  LANE_TEXT_PADDING,
  laneTextStyle,
  metaStyle,
} from '../layout/metrics.ts';
import type { Placement } from '../layout/scene.ts';
import { evidenceIcons } from '../model/evidenceIcons.ts';
import type { Documents } from '../model/tables.ts';
import type { Context, Pens } from './pens.ts';
import type { Theme } from './theme.ts';

/** Paints pieces of evidence in their lane: the sign of the kind and the words. */
export function paintEvidence(
  ctx: Context,
  pens: Pens,
  placements: readonly Placement[],
  docs: Documents,
  theme: Theme,
): void {
  ctx.font = cssFont(laneTextStyle);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const at of placements) {
    const piece = docs.map.evidence[at.recordId];
    if (piece === undefined) continue;
    ctx.strokeStyle = theme.secondary;
    pens.icon(evidenceIcons[piece.kind], at.x + 2, at.y + 6, EVIDENCE_SIGN);
    ctx.fillStyle = theme.ink;
    let y = at.y + LANE_TEXT_PADDING + laneTextStyle.lineHeight / 2 + laneTextStyle.size * 0.357;
    for (const line of at.lines ?? []) {
      ctx.fillText(line.text, at.x + EVIDENCE_INSET, y);
      y += laneTextStyle.lineHeight;
    }
  }
}

/** Paints the speech mark of a card, if it has one: an outline where its evidence is partial, filled where it is good. */
export function paintBubble(ctx: Context, pens: Pens, at: Placement, { evidence }: CardContent, theme: Theme): void {
  if (evidence === null) return;
  const isFull = evidence.strength === 'well';
  ctx.fillStyle = isFull ? theme.secondary : theme.panel;
  ctx.strokeStyle = theme.secondary;
  ctx.lineWidth = 1.2;
  pens.outline(bubblePath(evidence.width), at.x + evidence.x, at.y + BUBBLE_Y);
  ctx.font = cssFont(metaStyle);
  ctx.fillStyle = isFull ? theme.panel : theme.secondary;
  ctx.fillText(evidence.line.text, at.x + evidence.line.x, at.y + BUBBLE_Y + 9.3);
}
