import { idSchema } from '../ids.ts';
import { orderSchema } from '../order.ts';
import { z } from '../zod.ts';

/** Longest text of one field, in UTF-16 units. Longer ones in files are cut, with a note. */
export const MAX_TEXT = 20_000;

export const text = z.string().check(z.maxLength(MAX_TEXT));
export const identified = {
  id: idSchema,
  /** Unknown keys of an imported record, as JSON text, so that they survive a round trip. */
  extra: z.optional(z.string().check(z.maxLength(1_000_000))),
};
export const ordered = { ...identified, order: orderSchema };
export const idList = z.array(idSchema).check(
  z.maxLength(200),
  z.refine((ids) => new Set(ids).size === ids.length),
);

/** Colours that can be told apart with a colour-vision deficiency (Okabe and Ito, 2008), by name. */
export const colors = ['blue', 'orange', 'green', 'pink', 'sky', 'vermillion', 'grey'] as const;
export const colorSchema = z.enum(colors);
export type Color = z.infer<typeof colorSchema>;
