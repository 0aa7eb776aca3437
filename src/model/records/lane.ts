import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

export const laneRoles = ['actions', 'thoughts', 'pains', 'opportunities', 'notes'] as const;

/** A row of text cards, above or below the touchpoints. What it is for is its role, not its name, which may be in any language. */
export const laneSchema = z.object({
  ...ordered,
  name: text,
  role: z.enum(laneRoles),
  side: z.enum(['above', 'below']),
  hidden: z.boolean(),
});
export type Lane = z.infer<typeof laneSchema>;
export type LaneRole = Lane['role'];
