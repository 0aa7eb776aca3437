import { ARROW_HALF, ARROW_LENGTH, gapRadius, traceLink } from '../layout/linkPath.ts';
import { FONT_FAMILY } from '../layout/metrics.ts';
import type { LinkRoute, LinkState, MarkState } from '../layout/scene.ts';
import { DOT_GROUND, DOT_RADIUS, MARK_REACH, strengthDots } from '../layout/strengthDots.ts';
import type { FeelingStrength } from '../model/claimStrength.ts';
import type { Context } from './pens.ts';
import type { Theme } from './theme.ts';

interface LinkStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** How links of a state are drawn. On paper as on screen state is told by width and dash too, not by colour alone. */
export function linkStyle(state: LinkState['state'], theme: Theme): LinkStyle {
  if (state === 'gap') return { color: theme.gap, width: 2, dash: [] };
  if (state === 'smooth') return { color: theme.smooth, width: 1.5, dash: [] };
  if (state === 'settled') return { color: theme.unreviewed, width: 1.5, dash: [] };
  if (state === 'unreviewed') return { color: theme.unreviewed, width: 1.4, dash: [4, 3] };
  return { color: theme.link, width: 1.2, dash: [] };
}

/** One path for all links is slow: the rasteriser sorts all its edges. One for each link is slow too. */
const LINKS_A_PATH = 64;

// What matters most is painted last, over the rest.
const order = ['none', 'unreviewed', 'settled', 'smooth', 'gap'] as const;

/** The state a link shows: that of its handoff, or `none`. */
export function shownState(link: LinkRoute): LinkState['state'] {
  return link.state.handoff ? link.state.state : 'none';
}

/** Paints the lines and arrow heads of links, one path for each state. */
export function paintLinks(ctx: Context, links: readonly LinkRoute[], theme: Theme): void {
  ctx.lineCap = 'butt';
  ctx.lineJoin = 'round';
  for (const state of order) {
    const some = links.filter((link) => shownState(link) === state);
    if (some.length === 0) continue;
    const style = linkStyle(state, theme);
    ctx.strokeStyle = style.color;
    ctx.lineWidth = style.width;
    ctx.setLineDash([...style.dash]);
    for (let start = 0; start < some.length; start += LINKS_A_PATH) {
      ctx.beginPath();
      for (const link of some.slice(start, start + LINKS_A_PATH)) traceLink(link.points, ctx);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.fillStyle = style.color;
    ctx.beginPath();
    for (const { points } of some) {
      const [x, y] = points.at(-1) as readonly [number, number];
      ctx.moveTo(x, y);
      ctx.lineTo(x - ARROW_LENGTH, y - ARROW_HALF);
      ctx.lineTo(x - ARROW_LENGTH, y + ARROW_HALF);
      ctx.closePath();
    }
    ctx.fill();
  }
}

/** Paints the handoff marks of links. */
export function paintMarks(ctx: Context, links: readonly LinkRoute[], theme: Theme): void {
  for (const link of links) {
    if (link.mark !== null) paintMark(ctx, link.mark, link.state, theme);
  }
}

/**
 * Paints one mark about a point: a filled diamond with the severity, the same hollow where the gap is settled, a tinted
 * circle with a tick, or a dashed circle with a question mark; where something was judged before, the question mark stands
 * in the outline of that. `scale` 1 is its size on the map.
 */
export function paintMark(
  ctx: Context,
  [x, y]: readonly [x: number, y: number],
  { state, severity, was, strength }: MarkState,
  theme: Theme,
  scale = 1,
): void {
  if (state === 'none') return;
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.beginPath();
  if (state === 'gap' || state === 'settled' || was === 'gap') {
    const radius = gapRadius(severity);
    ctx.moveTo(0, -radius);
    ctx.lineTo(radius, 0);
    ctx.lineTo(0, radius);
    ctx.lineTo(-radius, 0);
    ctx.closePath();
    const isFull = state === 'gap';
    ctx.strokeStyle = theme.canvas;
    ctx.lineWidth = isFull ? 3 : 4.4;
    ctx.stroke();
    ctx.fillStyle = isFull ? theme.gap : theme.panel;
    ctx.fill();
    if (!isFull) {
      ctx.strokeStyle = state === 'settled' ? theme.unreviewed : theme.gap;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    }
    const sign = state === 'unreviewed' ? '?' : severity === null ? '!' : String(severity);
    signText(ctx, sign, isFull ? theme.onGap : theme.secondary);
  } else {
    const isSmooth = state === 'smooth';
    ctx.arc(0, 0, 8.5, 0, 2 * Math.PI);
    ctx.fillStyle = isSmooth ? theme.smoothTint : theme.panel;
    ctx.fill();
    ctx.strokeStyle = isSmooth || was === 'smooth' ? theme.smooth : theme.unreviewed;
    ctx.lineWidth = 1.4;
    if (!isSmooth && was === undefined) ctx.setLineDash([2.6, 2]);
    ctx.lineCap = 'butt';
    ctx.stroke();
    ctx.setLineDash([]);
    if (!isSmooth) signText(ctx, '?', theme.secondary);
    else {
      ctx.lineCap = 'round';
      ctx.lineWidth = 1.8;
      ctx.beginPath();
      ctx.moveTo(-3.8, 0.3);
      ctx.lineTo(-1.1, 3);
      ctx.lineTo(4, -2.7);
      ctx.stroke();
    }
  }
  paintStrengthDots(ctx, 0, 0, strength, MARK_REACH, theme);
  ctx.scale(1 / scale, 1 / scale);
  ctx.translate(-x, -y);
}

/** Paints the dots of a mark about (x, y): none, one or two, as what it says is evidenced. */
export function paintStrengthDots(
  ctx: Context,
  x: number,
  y: number,
  strength: FeelingStrength | undefined,
  reach: number,
  theme: Theme,
): void {
  for (const [dx, dy] of strengthDots(strength, reach))
    for (const [radius, color] of [
      [DOT_GROUND, theme.canvas],
      [DOT_RADIUS, theme.ink],
    ] as const) {
      ctx.fillStyle = color;
      ctx.beginPath();
      ctx.arc(x + dx, y + dy, radius, 0, 2 * Math.PI);
      ctx.fill();
    }
}

function signText(ctx: Context, text: string, color: string): void {
  ctx.font = `600 11.5px ${FONT_FAMILY}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = color;
  ctx.fillText(text, 0, 4.1);
  ctx.textAlign = 'left';
}
