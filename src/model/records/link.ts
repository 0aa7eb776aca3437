import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, text } from './common.ts';

/** Figures of a link that are measured in files too. */
export const broughtFields = ['share', 'waitHours'] as const;
export type BroughtField = (typeof broughtFields)[number];

/** The way from one touchpoint to the next; its id is made from both ends, so there is one for each ordered pair. */
export const linkSchema = z.object({
  ...identified,
  from: idSchema,
  to: idSchema,
  label: text,
  /** Hours that usually pass between the two, and how many should at most. */
  waitHours: z.nullable(z.number().check(z.minimum(0), z.maximum(1e6))),
  waitTargetHours: z.nullable(z.number().check(z.minimum(0), z.maximum(1e6))),
  /** Share of all customers of the journey that go this way, 0 to 1. */
  share: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  /** Which import each figure is from, null for one that was typed. A figure that is not named here is of an older document. */
  brought: z.optional(
    z
      .array(z.object({ field: z.enum(broughtFields), importId: z.nullable(idSchema) }))
      .check(z.minLength(1), z.maxLength(2)),
  ),
});
export type Link = z.infer<typeof linkSchema>;

/** The import that a figure of a link is from, null for one that was typed; undefined where an older document does not say. */
export function sourceOf({ brought }: Link, field: BroughtField): string | null | undefined {
  return brought?.find((one) => one.field === field)?.importId;
}
