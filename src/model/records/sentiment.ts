import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified } from './common.ts';

export const EVERYONE = 'everyone';

/** How a persona (or `everyone`) feels at a touchpoint, -2 to +2. Not set is no record, never a zero. */
export const sentimentSchema = z.object({
  ...identified,
  touchpointId: idSchema,
  personaId: z.union([idSchema, z.literal(EVERYONE)]),
  value: z.number().check(z.minimum(-2), z.maximum(2)),
});
export type Sentiment = z.infer<typeof sentimentSchema>;
