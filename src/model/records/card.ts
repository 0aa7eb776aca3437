import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

/** A text in a lane. `order` counts within the cell of step and lane. */
export const cardSchema = z.object({ ...ordered, stepId: idSchema, laneId: idSchema, text });
export type Card = z.infer<typeof cardSchema>;
