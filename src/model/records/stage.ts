import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

/** A group of steps. */
export const stageSchema = z.object({ ...ordered, name: text });
