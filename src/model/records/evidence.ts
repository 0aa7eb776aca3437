import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, ordered, text } from './common.ts';
import { placeFields } from './place.ts';

export const evidenceKinds = ['quote', 'review', 'ticket', 'post', 'interview', 'observation', 'walk'] as const;

/** What a customer said or somebody saw. */
export const evidenceSchema = z.object({
  ...ordered,
  kind: z.enum(evidenceKinds),
  text,
  source: text,
  /** Day it was said or seen, `YYYY-MM-DD`. */
  date: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  personaId: z.nullable(idSchema),
  /** -2 to +2. */
  sentiment: z.nullable(z.number().check(z.minimum(-2), z.maximum(2))),
  /** The import, or the walk, that it is from; null when it was typed. */
  importId: z.nullable(idSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** What a piece of evidence is about. Its id is made from evidence and place. */
export const citationSchema = z.object({ ...identified, evidenceId: idSchema, ...placeFields });
export type Citation = z.infer<typeof citationSchema>;
