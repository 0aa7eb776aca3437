import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, idList, text } from './common.ts';

export const endBasisSchema = z.object({ channels: idList, devices: idList, departments: idList });

/**
 * What was decided about the handoff from one touchpoint to another: one for each ordered pair, not for each link, since
 * links are redrawn. `basis` holds both ends' values at that moment; when they differ from today's the verdict is stale.
 */
export const verdictSchema = z.object({
  ...identified,
  from: idSchema,
  to: idSchema,
  state: z.enum(['smooth', 'gap']),
  /** 1 to 5 for a gap, null when smooth. */
  severity: z.number().int().min(1).max(5).nullable(),
  note: text,
  basis: z.object({ from: endBasisSchema, to: endBasisSchema }),
  /** ISO 8601 instant. */
  judgedAt: z.string().max(40),
});
export type Verdict = z.infer<typeof verdictSchema>;
export type EndBasis = z.infer<typeof endBasisSchema>;
