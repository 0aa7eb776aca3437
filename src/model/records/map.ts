import { z } from '../zod.ts';
import { identified, text } from './common.ts';

const weight = z.number().check(z.minimum(0), z.maximum(100));

/** The weights a new map starts with. */
export const defaultKindWeights = { channel: 2, device: 1, department: 3 } as const;

/** The journey map itself: one record, whose id is the document's. */
export const mapSchema = z.object({
  ...identified,
  name: text,
  state: z.enum(['current', 'future']),
  scenario: text,
  /** ISO 8601 instant. */
  createdAt: z.string().check(z.maxLength(40)),
  /** How much a change of each kind counts in the severity of a gap. */
  kindWeights: z.object({ channel: weight, device: weight, department: weight }),
  /** Words and faces for -2 to +2, in that order; an empty one, or null for all, leaves the usual. */
  sentimentScale: z.nullable(
    z
      .array(z.object({ word: z.string().check(z.maxLength(100)), face: z.string().check(z.maxLength(20)) }))
      .check(z.length(5)),
  ),
});
export type MapRecord = z.infer<typeof mapSchema>;
