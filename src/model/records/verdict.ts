import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, idList, text } from './common.ts';
import { estimateSchema } from './estimate.ts';

/** What is asked at a handoff, in this order. */
export const checks = ['customerKnown', 'dataTravels', 'nextStepTold', 'oneOwner', 'waitInTarget'] as const;
export type Check = (typeof checks)[number];
export const answers = ['yes', 'no', 'unknown'] as const;
export const verdictStatuses = ['open', 'inWork', 'accepted', 'closed'] as const;

const answer = z.enum(answers);
const checkFields = {
  customerKnown: answer,
  dataTravels: answer,
  nextStepTold: answer,
  oneOwner: answer,
  waitInTarget: answer,
};

export const endBasisSchema = z.object({ channels: idList, devices: idList, departments: idList });

/**
 * What was decided about the handoff from one touchpoint to another, or about one touchpoint (`from` is `to`): one for
 * each ordered pair, not for each link, since links are redrawn. `basis` holds both ends' values at that moment; when they differ from today's the verdict is stale.
 */
export const verdictSchema = z.object({
  ...identified,
  from: idSchema,
  to: idSchema,
  state: z.enum(['smooth', 'gap']),
  /** 1 to 5 where somebody set it by hand; null where it follows from the checks. */
  severity: z.number().int().min(1).max(5).nullable(),
  ...checkFields,
  cause: text,
  owner: text,
  note: text,
  status: z.enum(verdictStatuses),
  /** ISO 8601 instant of the last change of `status`; null while it was never changed. */
  statusAt: z.string().max(40).nullable(),
  /** Customers who come here in a year. */
  customers: estimateSchema.nullable(),
  /** Share of them that is lost here, 0 to 1. */
  shareLost: estimateSchema.nullable(),
  /** What one customer is worth, in the map's currency. */
  customerValue: estimateSchema.nullable(),
  /** What mending it costs, and what it returns in a year. */
  mendingCost: estimateSchema.nullable(),
  mendingReturn: estimateSchema.nullable(),
  basis: z.object({ from: endBasisSchema, to: endBasisSchema }),
  /** ISO 8601 instant. */
  judgedAt: z.string().max(40),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** A verdict that another has replaced since the ends changed. Its id is made from the pair and the instant. */
export const pastVerdictSchema = verdictSchema.omit({
  customers: true,
  shareLost: true,
  customerValue: true,
  mendingCost: true,
  mendingReturn: true,
});
export type PastVerdict = z.infer<typeof pastVerdictSchema>;
export type EndBasis = z.infer<typeof endBasisSchema>;
