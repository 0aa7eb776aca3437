import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, text } from './common.ts';

/** The way from one touchpoint to the next; its id is made from both ends, so there is one for each ordered pair. */
export const linkSchema = z.object({
  ...identified,
  from: idSchema,
  to: idSchema,
  label: text,
  /** Hours that usually pass between the two, and how many should at most. */
  waitHours: z.number().min(0).max(1e6).nullable(),
  waitTargetHours: z.number().min(0).max(1e6).nullable(),
  /** Share of all customers of the journey that go this way, 0 to 1. */
  share: z.number().min(0).max(1).nullable(),
});
export type Link = z.infer<typeof linkSchema>;
