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
  when: z.nullable(z.enum(['before', 'during', 'after'])),
  presence: z.nullable(z.enum(['online', 'offline'])),
  selfService: z.nullable(z.enum(['none', 'offered', 'only'])),
  humanCanStepIn: z.nullable(z.boolean()),
  /** 1 (hardly matters to the customer) to 5 (decides). */
  importance: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  momentOfTruth: z.boolean(),
  owner: text,
  objections: text,
  tags: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200)),
  /** The journey may end here: as it should, or because customers fall out. Null where it goes on. */
  ending: z.nullable(z.enum(['goal', 'lost'])),
  /** Customers would rather help themselves here. */
  selfServiceWanted: z.nullable(z.boolean()),
  /** What the customer is promised here, such as a call back; empty when nothing is. */
  promise: text,
  /** The touchpoint at which the promise is kept. */
  promiseKeptAt: z.nullable(idSchema),
  webLinks: z.array(z.string().check(z.maxLength(2000), z.refine(isSafeUrl))).check(z.maxLength(50)),
});
export type Touchpoint = z.infer<typeof touchpointSchema>;
