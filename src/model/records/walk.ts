import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, ordered, text } from './common.ts';
import { assetIdSchema } from './persona.ts';

const instant = z.string().max(40).nullable();

/** A walk through the map as a customer (mystery shopping). Instants are ISO 8601. */
export const walkSchema = z.object({
  ...ordered,
  name: text,
  walker: text,
  personaId: idSchema.nullable(),
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
  result: z.enum(['met', 'missed', 'exceeded']).nullable(),
  notes: text,
  photo: assetIdSchema.nullable(),
  waitSeconds: z.number().min(0).nullable(),
});
export type WalkStep = z.infer<typeof walkStepSchema>;
