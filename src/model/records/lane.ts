import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

export const laneRoles = ['actions', 'thoughts', 'pains', 'opportunities', 'notes', 'emotion'] as const;

/** A row above or below the touchpoints: of text cards, or the curves of how personas feel (`emotion`). What it is for is its role, not its name, which may be in any language. */
export const laneSchema = z.object({
  ...ordered,
  name: text,
  role: z.enum(laneRoles),
  side: z.enum(['above', 'below']),
  hidden: z.boolean(),
});
export type Lane = z.infer<typeof laneSchema>;
export type LaneRole = Lane['role'];
