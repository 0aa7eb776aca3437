import { z } from '../zod.ts';
import { identified, text } from './common.ts';
import { placeFields } from './place.ts';

/** "Not a gap, because ...": what a rule found at a place is no matter. Its id is made from rule and place. */
export const dismissalSchema = z.object({
  ...identified,
  rule: z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/)),
  ...placeFields,
  reason: text,
  /** ISO 8601 instant. */
  dismissedAt: z.string().check(z.maxLength(40)),
});
export type Dismissal = z.infer<typeof dismissalSchema>;
