import { z } from '../zod.ts';
import { text } from './common.ts';

/** A figure somebody gave: a range whose ends may be equal, and where it comes from. */
export const estimateSchema = z
  .object({ low: z.number().min(0).max(1e15), high: z.number().min(0).max(1e15), source: text })
  .refine(({ low, high }) => low <= high);
