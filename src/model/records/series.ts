import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified } from './common.ts';
import { EVERYONE } from './sentiment.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** One measurement: a value for a period. `n` is how many it rests on, null where nobody said. */
export const pointSchema = z.object({
  /** First and last day, `YYYY-MM-DD`. */
  from: day,
  to: day,
  value: z.number(),
  n: z.nullable(z.number().check(z.minimum(0))),
  /** The import, or the walk, that it is from; null when it was typed. */
  importId: z.nullable(idSchema),
});
export type Point = z.infer<typeof pointSchema>;

/** Most measurements of a series: one a day for 27 years. */
export const MAX_POINTS = 10_000;

/**
 * The measurements of a KPI at a place, by persona: at a touchpoint, step, stage or the whole map (`placeId`), or on the
 * way from one touchpoint to another. Its id is made from KPI, place and persona. Points are in the order of their days.
 */
export const seriesSchema = z.object({
  ...identified,
  kpiId: idSchema,
  placeId: idSchema,
  toId: z.nullable(idSchema),
  personaId: z.union([idSchema, z.literal(EVERYONE)]),
  points: z.array(pointSchema).check(z.maxLength(MAX_POINTS)),
});
export type Series = z.infer<typeof seriesSchema>;
