import type { CardContents } from '../layout/cardContent.ts';
import {
  CARD_RADIUS,
  cssFont,
  metaStyle,
  OPPORTUNITY_GAP,
  OPPORTUNITY_PADDING,
  OPPORTUNITY_SIGN,
  OPPORTUNITY_WIDTH,
  titleStyle,
} from '../layout/metrics.ts';
import { isGraded, opportunitySigns } from '../layout/opportunityCards.ts';
import type { Placement } from '../layout/scene.ts';
import type { Documents } from '../model/tables.ts';
import { baseline } from './paintCards.ts';
import type { PaintWords } from './paintWords.ts';
import type { Context, Pens } from './pens.ts';
import { mixed, type Theme } from './theme.ts';

const INSET = 8;

/** Paints the cards of opportunities: title, kind by sign and word, impact and effort. */
export function paintOpportunities(
  ctx: Context,
  pens: Pens,
  placements: readonly Placement[],
  docs: Documents,
  contents: CardContents,
  theme: Theme,
  words: PaintWords,
): void {
  ctx.fillStyle = mixed(theme.smooth, 0.09, theme.panel);
  ctx.strokeStyle = mixed(theme.smooth, 0.55, theme.panel);
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { x, y, width, height } of placements) ctx.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, CARD_RADIUS);
  ctx.fill();
  ctx.stroke();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const at of placements) {
    const opportunity = docs.map.opportunities[at.recordId];
    if (opportunity === undefined) continue;
    let y = at.y + OPPORTUNITY_PADDING;
    const isUntitled = at.lines === null || at.lines.length === 0;
    const title = isUntitled ? contents.text(words.untitled, titleStyle, OPPORTUNITY_WIDTH, 1) : (at.lines ?? []);
    ctx.font = cssFont(titleStyle);
    ctx.fillStyle = isUntitled ? theme.tertiary : theme.ink;
    for (const { text } of title) {
      ctx.fillText(text, at.x + INSET, y + baseline(titleStyle));
      y += titleStyle.lineHeight;
    }
    y += OPPORTUNITY_GAP;
    const sign = OPPORTUNITY_SIGN;
    ctx.fillStyle = theme.smooth;
    pens.shape(opportunitySigns[opportunity.kind], at.x + INSET, y + (metaStyle.lineHeight - sign) / 2, sign);
    ctx.font = cssFont(metaStyle);
    ctx.fillStyle = theme.secondary;
    const below = (text: string, indent: number) => {
      const [line] = contents.text(text, metaStyle, OPPORTUNITY_WIDTH - indent, 1);
      ctx.fillText(line?.text ?? '', at.x + INSET + indent, y + baseline(metaStyle));
      y += metaStyle.lineHeight;
    };
    below(words.opportunityKind(opportunity), sign + 5);
    if (isGraded(opportunity)) below(words.grades(opportunity), 0);
  }
}
