import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified } from './common.ts';

/**
 * A touchpoint or link belongs to a persona. One without any membership belongs to all. Its id is made from both ids.
 */
export const membershipSchema = z.object({ ...identified, recordId: idSchema, personaId: idSchema });
export type Membership = z.infer<typeof membershipSchema>;
