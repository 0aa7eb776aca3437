import type { Kpi, metrics } from './records/kpi.ts';

export type FieldMetric = Exclude<(typeof metrics)[number], 'custom'>;
type FieldKpi = Pick<Kpi, 'unit' | 'better' | 'rollUp' | 'outcome' | 'definition'>;

const percent = { unit: 'percent', better: 'more', rollUp: 'ratioOfSums', definition: 'none' } as const;

/** What the field's own KPIs are: their unit, which way is better, how they roll up, and the outcome they serve. */
export const fieldKpis: Readonly<Record<FieldMetric, FieldKpi>> = {
  revenue: { unit: 'currency', better: 'more', rollUp: 'sum', outcome: 'financial', definition: 'none' },
  conversion: { ...percent, outcome: 'financial' },
  scrollRate: { ...percent, outcome: 'operational' },
  bounceRate: { ...percent, better: 'less', outcome: 'operational' },
  clickThrough: { ...percent, outcome: 'operational' },
  checkoutAbandonment: { ...percent, better: 'less', outcome: 'financial' },
  nps: { unit: 'points', better: 'more', rollUp: 'weightedMean', outcome: 'financial', definition: 'none' },
  csat: { ...percent, rollUp: 'weightedMean', outcome: 'operational', definition: 'topTwo' },
  ces: { unit: 'points', better: 'more', rollUp: 'weightedMean', outcome: 'operational', definition: 'mean' },
  churn: { ...percent, better: 'less', outcome: 'financial' },
  lifetimeValue: { unit: 'currency', better: 'more', rollUp: 'weightedMean', outcome: 'financial', definition: 'none' },
  supportContacts: { unit: 'number', better: 'less', rollUp: 'sum', outcome: 'operational', definition: 'none' },
  timeToAnswer: { unit: 'hours', better: 'less', rollUp: 'weightedMean', outcome: 'process', definition: 'none' },
  onboardingEase: {
    unit: 'points',
    better: 'more',
    rollUp: 'weightedMean',
    outcome: 'operational',
    definition: 'mean',
  },
  referrals: { unit: 'number', better: 'more', rollUp: 'sum', outcome: 'financial', definition: 'none' },
};
