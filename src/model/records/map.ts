import { z } from '../zod.ts';
import { identified, text } from './common.ts';

/** The journey map itself: one record, whose id is the document's. */
export const mapSchema = z.object({
  ...identified,
  name: text,
  state: z.enum(['current', 'future']),
  scenario: text,
  /** ISO 8601 instant. */
  createdAt: z.string().max(40),
});
export type MapRecord = z.infer<typeof mapSchema>;
