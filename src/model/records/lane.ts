import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

export const laneRoles = [
  'actions',
  'thoughts',
  'pains',
  'opportunities',
  'notes',
  'emotion',
  'evidence',
  'kpi',
  'trend',
] as const;

/**
 * A row above or below the touchpoints: of text cards, or drawn from what the map holds elsewhere (`holdsTexts`). What it
 * is for is its role, not its name, which may be in any language.
 */
export const laneSchema = z.object({
  ...ordered,
  name: text,
  role: z.enum(laneRoles),
  side: z.enum(['above', 'below']),
  hidden: z.boolean(),
  /** Whose values a lane of values (`kpi`) or of their course (`trend`) shows; null in every other, and while none is chosen. */
  kpiId: z.nullable(idSchema),
});
export type Lane = z.infer<typeof laneSchema>;
export type LaneRole = Lane['role'];

const drawn: ReadonlySet<LaneRole> = new Set(['emotion', 'evidence', 'kpi', 'trend']);

/** True when people write text cards into lanes of this role; the others are drawn from other records. */
export function holdsTexts(role: LaneRole | null): boolean {
  return role === null || !drawn.has(role);
}
