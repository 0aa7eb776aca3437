import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

/** A column in a stage. Its name may be empty. `order` counts within the stage. */
export const stepSchema = z.object({ ...ordered, stageId: idSchema, name: text });
export type Step = z.infer<typeof stepSchema>;
