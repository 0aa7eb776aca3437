import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, ordered, text } from './common.ts';
import { assetIdSchema } from './persona.ts';

const instant = z.nullable(z.string().check(z.maxLength(40)));

/** A walk through the map as a customer (mystery shopping). Instants are ISO 8601. */
export const walkSchema = z.object({
  ...ordered,
  name: text,
  walker: text,
  personaId: z.nullable(idSchema),
  startedAt: instant,
  endedAt: instant,
});
export type Walk = z.infer<typeof walkSchema>;

/** What was met at one touchpoint of a walk. Its id is made from walk and touchpoint. */
export const walkStepSchema = z.object({
  ...identified,
  walkId: idSchema,
  touchpointId: idSchema,
  startedAt: instant,
  endedAt: instant,
  expected: text,
  result: z.nullable(z.enum(['met', 'missed', 'exceeded'])),
  notes: text,
  photo: z.nullable(assetIdSchema),
  waitSeconds: z.nullable(z.number().check(z.minimum(0))),
});
export type WalkStep = z.infer<typeof walkStepSchema>;
