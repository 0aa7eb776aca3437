import type { Kpi } from './records/kpi.ts';

type Ready = Pick<Kpi, 'metric' | 'unit' | 'better' | 'rollUp' | 'outcome' | 'definition'>;

/** A KPI of the field as it is usually meant. Names and definitions are texts of the interface. */
const ready = (
  metric: Kpi['metric'],
  unit: Kpi['unit'],
  better: Kpi['better'],
  rollUp: Kpi['rollUp'],
  outcome: Kpi['outcome'],
  definition: Kpi['definition'] = 'none',
): Ready => ({ metric, unit, better, rollUp, outcome, definition });

/** The field's own KPIs, from first sight to loyalty. Shares are ratios of sums: their n is all who could have. */
export const readyKpis: readonly Ready[] = [
  ready('scrollRate', 'percent', 'more', 'ratioOfSums', 'operational'),
  ready('bounceRate', 'percent', 'less', 'ratioOfSums', 'operational'),
  ready('clickThrough', 'percent', 'more', 'ratioOfSums', 'operational'),
  ready('conversion', 'percent', 'more', 'ratioOfSums', 'financial'),
  ready('checkoutAbandonment', 'percent', 'less', 'ratioOfSums', 'financial'),
  ready('revenue', 'currency', 'more', 'sum', 'financial'),
  ready('lifetimeValue', 'currency', 'more', 'weightedMean', 'financial'),
  ready('nps', 'points', 'more', 'weightedMean', 'financial'),
  ready('csat', 'percent', 'more', 'ratioOfSums', 'process', 'topTwo'),
  ready('ces', 'points', 'more', 'weightedMean', 'process', 'mean'),
  ready('onboardingEase', 'points', 'more', 'weightedMean', 'process', 'mean'),
  ready('churn', 'percent', 'less', 'ratioOfSums', 'financial'),
  ready('referrals', 'number', 'more', 'sum', 'financial'),
  ready('supportContacts', 'number', 'less', 'sum', 'employee'),
  ready('timeToAnswer', 'hours', 'less', 'weightedMean', 'employee'),
];

/** Which definitions there are to choose from; of most KPIs there is but one. */
export function definitionsOf(metric: Kpi['metric']): readonly Kpi['definition'][] {
  if (metric === 'csat') return ['topTwo', 'mean'];
  if (metric === 'ces' || metric === 'onboardingEase') return ['mean', 'share'];
  return metric === 'custom' ? ['none', 'mean', 'topTwo', 'share'] : ['none'];
}

/** What goes with a definition: shares are percentages of all answers, means are points on the scale. */
export function fieldsOfDefinition(
  definition: Kpi['definition'],
): Partial<Pick<Kpi, 'definition' | 'unit' | 'rollUp'>> {
  if (definition === 'none') return { definition };
  return definition === 'mean'
    ? { definition, unit: 'points', rollUp: 'weightedMean' }
    : { definition, unit: 'percent', rollUp: 'ratioOfSums' };
}
