import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

/** The field's own KPIs, and as logs are counted the share that goes no further and those that go on, at once or later; `custom` is one that people made. */
export const metrics = [
  'revenue',
  'conversion',
  'scrollRate',
  'bounceRate',
  'clickThrough',
  'checkoutAbandonment',
  'nps',
  'csat',
  'ces',
  'churn',
  'lifetimeValue',
  'supportContacts',
  'timeToAnswer',
  'onboardingEase',
  'referrals',
  'dropOff',
  'directConversion',
  'eventualConversion',
  'custom',
] as const;
/** How a figure is made from answers: the mean, the share of the best two answers, or the share that agrees. */
export const definitions = ['none', 'mean', 'topTwo', 'share'] as const;
export const units = ['number', 'percent', 'currency', 'hours', 'points'] as const;
export const rollUps = ['sum', 'weightedMean', 'ratioOfSums', 'none'] as const;
export const outcomes = ['financial', 'operational', 'process', 'employee'] as const;

/** A measure of the workspace: what it is, which way is better, and what is aimed at. Percentages are 0 to 100. */
export const kpiSchema = z.object({
  ...ordered,
  name: text,
  description: text,
  metric: z.enum(metrics),
  definition: z.enum(definitions),
  unit: z.enum(units),
  /** ISO 4217 code of money; empty or absent where none was said. */
  currency: z.optional(z.string().check(z.regex(/^([A-Z]{3})?$/))),
  better: z.enum(['more', 'less']),
  target: z.nullable(z.number()),
  /** From here on it is a warning, and from here on bad: on the worse side of the target. */
  warnAt: z.nullable(z.number()),
  badAt: z.nullable(z.number()),
  /** How places roll up into a larger one: added, or averaged by n, or parts and wholes added before dividing; or not at all. */
  rollUp: z.enum(rollUps),
  /** The business outcome it serves. */
  outcome: z.nullable(z.enum(outcomes)),
  source: text,
  owner: text,
  archived: z.boolean(),
});
export type Kpi = z.infer<typeof kpiSchema>;
