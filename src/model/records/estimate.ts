import { z } from '../zod.ts';
import { text } from './common.ts';

/** A figure somebody gave: a range whose ends may be equal, and where it comes from. */
export const estimateSchema = z
  .object({
    low: z.number().check(z.minimum(0), z.maximum(1e15)),
    high: z.number().check(z.minimum(0), z.maximum(1e15)),
    source: text,
  })
  .check(z.refine(({ low, high }) => low <= high));
