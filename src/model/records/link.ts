import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, text } from './common.ts';

/** The way from one touchpoint to the next; its id is made from both ends, so there is one for each ordered pair. */
export const linkSchema = z.object({ ...identified, from: idSchema, to: idSchema, label: text });
