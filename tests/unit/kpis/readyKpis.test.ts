import { expect, it } from 'vitest';
import { combine } from '../../../src/analysis/kpi/combine.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { definitionsOf, fieldsOfDefinition, readyKpis } from '../../../src/model/readyKpis.ts';
import { metrics } from '../../../src/model/records/kpi.ts';

/**
 * Written by hand, of what each is meant to be: shares of those who could have are percentages and ratios of sums, means
 * are weighted by n, what is counted adds up. The last is what 10 and 40 make together, of 100 and 300.
 */
const asMeant = [
  ['scrollRate', 'Scroll rate', 'percent', 'more', 'ratioOfSums', 'operational', 'none', 32.5],
  ['bounceRate', 'Bounce rate', 'percent', 'less', 'ratioOfSums', 'operational', 'none', 32.5],
  ['clickThrough', 'Click-through', 'percent', 'more', 'ratioOfSums', 'operational', 'none', 32.5],
  ['conversion', 'Conversion', 'percent', 'more', 'ratioOfSums', 'financial', 'none', 32.5],
  ['checkoutAbandonment', 'Checkout abandonment', 'percent', 'less', 'ratioOfSums', 'financial', 'none', 32.5],
  ['revenue', 'Revenue', 'currency', 'more', 'sum', 'financial', 'none', 50],
  ['lifetimeValue', 'Customer lifetime value', 'currency', 'more', 'weightedMean', 'financial', 'none', 32.5],
  ['nps', 'NPS', 'points', 'more', 'weightedMean', 'financial', 'none', 32.5],
  ['csat', 'CSAT', 'percent', 'more', 'ratioOfSums', 'process', 'topTwo', 32.5],
  ['ces', 'CES', 'points', 'more', 'weightedMean', 'process', 'mean', 32.5],
  ['onboardingEase', 'Ease of onboarding', 'points', 'more', 'weightedMean', 'process', 'mean', 32.5],
  ['churn', 'Churn', 'percent', 'less', 'ratioOfSums', 'financial', 'none', 32.5],
  ['referrals', 'Referrals', 'number', 'more', 'sum', 'financial', 'none', 50],
  ['supportContacts', 'Contacts to support', 'number', 'less', 'sum', 'employee', 'none', 50],
  ['timeToAnswer', 'Time to answer', 'hours', 'less', 'weightedMean', 'employee', 'none', 32.5],
] as const;

it.each(asMeant)(
  'WZ39 %s is ready as it is meant',
  (metric, name, unit, better, rollUp, outcome, definition, together) => {
    const ready = readyKpis.find((each) => each.metric === metric);
    expect(ready).toEqual({ metric, unit, better, rollUp, outcome, definition });
    const texts = enKpis.kpi.fields[metric];
    expect([texts.name, texts.text.endsWith('.')]).toEqual([name, true]);
    const figures = [
      { value: 10, n: 100 },
      { value: 40, n: 300 },
    ];
    expect(ready && combine(ready.rollUp, figures)).toMatchObject({ value: together, n: 400 });
  },
);

it('WZ39 these are all; what is only counted in logs and what people make themselves is not among them', () => {
  expect(readyKpis).toHaveLength(15);
  const others = metrics.filter((metric) => !asMeant.some(([own]) => own === metric));
  expect(others).toEqual(['dropOff', 'directConversion', 'eventualConversion', 'custom']);
  expect(Object.keys(enKpis.kpi.fields).sort()).toEqual(asMeant.map(([metric]) => metric).sort());
});

it('WZ39 of CSAT and CES it is chosen which definition is used, and unit and roll-up follow', () => {
  expect(definitionsOf('csat')).toEqual(['topTwo', 'mean']);
  expect(definitionsOf('ces')).toEqual(['mean', 'share']);
  expect(definitionsOf('onboardingEase')).toEqual(['mean', 'share']);
  expect(definitionsOf('nps')).toEqual(['none']);
  const mean = { unit: 'points', rollUp: 'weightedMean' };
  const share = { unit: 'percent', rollUp: 'ratioOfSums' };
  expect(fieldsOfDefinition('mean')).toEqual({ definition: 'mean', ...mean });
  expect(fieldsOfDefinition('topTwo')).toEqual({ definition: 'topTwo', ...share });
  expect(fieldsOfDefinition('share')).toEqual({ definition: 'share', ...share });
});
