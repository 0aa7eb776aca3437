import { idSchema } from '../ids.ts';
import { isSafeUrl } from '../url.ts';
import { z } from '../zod.ts';
import { idList, ordered, text } from './common.ts';

/**
 * One interaction of the customer. `order` counts within the step, the same in every lens. Of `channels`, `devices` and
 * `departments` (ids of library entries) the first is primary and gives the row.
 */
export const touchpointSchema = z.object({
  ...ordered,
  stepId: idSchema,
  title: text,
  description: text,
  channels: idList,
  devices: idList,
  departments: idList,
  when: z.enum(['before', 'during', 'after']).nullable(),
  presence: z.enum(['online', 'offline']).nullable(),
  selfService: z.enum(['none', 'offered', 'only']).nullable(),
  humanCanStepIn: z.boolean().nullable(),
  /** 1 (hardly matters to the customer) to 5 (decides). */
  importance: z.number().int().min(1).max(5).nullable(),
  momentOfTruth: z.boolean(),
  owner: text,
  objections: text,
  tags: z.array(z.string().max(200)).max(200),
  /** The journey may end here: as it should, or because customers fall out. Null where it goes on. */
  ending: z.enum(['goal', 'lost']).nullable(),
  /** Customers would rather help themselves here. */
  selfServiceWanted: z.boolean().nullable(),
  /** What the customer is promised here, such as a call back; empty when nothing is. */
  promise: text,
  /** The touchpoint at which the promise is kept. */
  promiseKeptAt: idSchema.nullable(),
  webLinks: z.array(z.string().max(2000).refine(isSafeUrl)).max(50),
});
export type Touchpoint = z.infer<typeof touchpointSchema>;
