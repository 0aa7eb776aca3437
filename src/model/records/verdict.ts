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
  severity: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  ...checkFields,
  cause: text,
  owner: text,
  note: text,
  status: z.enum(verdictStatuses),
  /** ISO 8601 instant of the last change of `status`; null while it was never changed. */
  statusAt: z.nullable(z.string().check(z.maxLength(40))),
  /** Customers who come here in a year. */
  customers: z.nullable(estimateSchema),
  /** Share of them that is lost here, 0 to 1. */
  shareLost: z.nullable(estimateSchema),
  /** What one customer is worth, in whatever money the map is about. */
  customerValue: z.nullable(estimateSchema),
  /** What mending it costs, and what it returns in a year. */
  mendingCost: z.nullable(estimateSchema),
  mendingReturn: z.nullable(estimateSchema),
  basis: z.object({ from: endBasisSchema, to: endBasisSchema }),
  /** ISO 8601 instant. */
  judgedAt: z.string().check(z.maxLength(40)),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** A verdict that another has replaced since the ends changed. Its id is made from the pair and the instant. */
export const pastVerdictSchema = z.omit(verdictSchema, {
  customers: true,
  shareLost: true,
  customerValue: true,
  mendingCost: true,
  mendingReturn: true,
});
export type PastVerdict = z.infer<typeof pastVerdictSchema>;
export type EndBasis = z.infer<typeof endBasisSchema>;
